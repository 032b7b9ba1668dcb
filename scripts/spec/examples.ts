// `npm run spec:examples`: starts the server on a new database, plays the scenario, and writes openapi/examples/. With
// --check it writes nothing, and fails where a file would change. Without MONGODB_URI, it starts its own mongod.
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '../../src/config/config.js';
import { readConfig } from '../../src/config/config.js';
import { localOrigin } from '../../src/control/origin.js';
import { createControl } from '../../src/control.js';
import { startServer } from '../../src/server.js';
import type { Examples } from '../../src/spec/examples.js';
import { loadSource } from '../../src/spec/load.js';
import { publish } from '../../src/spec/publish.js';
import { readSource } from '../../src/spec/source.js';
import { openBeside } from '../../src/storage/mongo/open.js';
import { DEFAULT_TENANT } from '../../src/tenants/tenants.js';
import { SETTINGS, record } from './record.js';
import { SCENARIO } from './scenario/scenario.js';

const FOLDER = 'openapi/examples';
const isCheck = process.argv.includes('--check');
const { operations, responses } = await recorded();
const filesOf = (folder: string, byName: object) =>
  Object.entries(byName).map(
    ([name, content]) =>
      [
        `${FOLDER}/${folder}/${name}.json`,
        `${JSON.stringify(content, null, 2)}
`,
      ] as const,
  );
const files = [...filesOf('operations', operations), ...filesOf('responses', responses)];

for (const [file, content] of files) {
  if (existsSync(file) && readFileSync(file, 'utf8') === content) continue;
  if (isCheck) {
    console.error(`${file} is not what the server answers: run npm run spec:examples && npm run spec, and commit`);
    process.exitCode = 1;
  } else {
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, content);
    console.log(`wrote ${file}`);
  }
}

async function recorded(): Promise<Examples> {
  const dataDir = mkdtempSync(join(tmpdir(), 'scim-examples-'));
  const token = randomUUID();
  const config = readConfig({
    ...process.env,
    ...SETTINGS,
    PORT: String(await freePort()),
    SCIM_BEARER_TOKEN: token,
    DATA_DIR: dataDir,
  });
  const server = await startServer({ config, observe: () => undefined, announceToken: () => undefined });
  try {
    const readToken = await makeReadToken(config);
    return await record({ url: server.url, token, readToken }, publish(readSource('openapi')), SCENARIO);
  } finally {
    await server.close();
    rmSync(dataDir, { recursive: true });
  }
}

/** In the database of the server, which runs. */
async function makeReadToken(config: Config): Promise<string> {
  const database = await openBeside(config, () => undefined);
  try {
    const source = loadSource(config.openapiDir);
    const control = await createControl({ db: database.db, config, source, observe: () => undefined });
    const { tokens } = control.by(localOrigin('cli', 'spec:examples'));
    const { token } = await tokens.create({ name: 'reads', tenant: DEFAULT_TENANT, scopes: ['read'] });
    await control.close();
    return token;
  } finally {
    await database.close();
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
