// Builds the programs that tests start (programs.ts), and starts one MongoDB for the whole run of the tests, over a folder
// that is thrown away; `TEST_MONGODB_URI` names it.
// Not TypeScript: jest would compile it to CommonJS, where neither `.js` for `.ts` nor tsx resolves.
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tsImport } from 'tsx/esm/api';
import build from './build.mjs';

export default async function globalSetup() {
  build();
  const { startEmbedded } = await tsImport('../../src/storage/mongo/embedded/start.ts', import.meta.url);
  const folder = await mkdtemp(join(tmpdir(), 'scim-test-'));
  const binary = process.env.MONGOD_BINARY;
  const report = (line) => process.stderr.write(`${line}\n`);
  const mongod = await startEmbedded({ dataDir: folder, report, ...(binary && { binary }) });
  process.env.TEST_MONGODB_URI = mongod.uri;
  globalThis.testMongo = { folder, mongod };
}
