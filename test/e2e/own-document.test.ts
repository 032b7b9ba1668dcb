// A document of one's own: outside the package, under overlays, and with faults.
import { cpSync } from 'node:fs';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { MongoClient } from 'mongodb';
import { databaseUri } from '../support/server.js';
import { temporaryDocument } from '../support/temporary-document.js';
import { spawnServer, stop, untilReady } from './child.js';
import { runCommand } from './command.js';

const TOKEN = 'a-token-of-the-test-0123456789';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scim-document-'));
  const document = temporaryDocument([]);
  cpSync(document.directory, join(folder, 'openapi'), { recursive: true });
  document.remove();
  // What the words of the document mean is the package's, whatever the copy says.
  await rm(join(folder, 'openapi/vocabulary'), { recursive: true });
});
afterAll(() => rm(folder, { recursive: true }));

test('npm start runs the document of another folder, with overlays over it', async () => {
  const settings = {
    MONGODB_URI: databaseUri(),
    SCIM_BEARER_TOKEN: TOKEN,
    OPENAPI_DIR: join(folder, 'openapi'),
    OPENAPI_OVERLAY: 'test/fixtures/overlays/badges.yaml,test/fixtures/overlays/tenant.yaml',
  };
  const child = await spawnServer(settings, ['npm', 'start']);
  await untilReady(child);
  const response = await fetch(`${child.origin}/scim/v2/ResourceTypes`, {
    headers: { authorization: `Bearer ${TOKEN}` },
  });
  const { Resources } = (await response.json()) as { Resources: { name: string; description: string }[] };
  expect(Resources.map(({ name, description }) => [name, description])).toEqual([
    ['User', 'People'],
    ['Group', 'Group'],
    ['Device', 'Device'],
  ]);
  expect(await stop(child)).toBe(0);
  const client = await MongoClient.connect(settings.MONGODB_URI);
  await client.db().dropDatabase();
  await client.close();
}, 60_000);

test('npm run spec makes the document and the types of an overlay', async () => {
  const out = join(folder, 'out');
  const spec = (...args: string[]) => runCommand(['npm', 'run', '--silent', 'spec', '--', ...args], {});
  const overlay = ['--overlay', 'test/fixtures/overlays/badges.yaml'];
  const made = await spec(...overlay, '--out', out);
  expect([made.code, made.stderr]).toEqual([0, '']);
  const document = JSON.parse(await readFile(join(out, 'openapi.json'), 'utf8'));
  expect(document.paths['/Devices'].post.operationId).toBe('createDevice');
  expect(await readFile(join(out, 'openapi.ts'), 'utf8')).toContain('costBucket?: string;');
  expect((await spec(...overlay, '--out', out, '--check')).code).toBe(0);
  expect((await spec(...overlay)).code).toBe(1);
}, 60_000);

describe('faults end the start with exit code 1 before anything is opened, each on a line, without a stack', () => {
  const FAULTS = [
    'overlay.yaml:4:7  description  User.badge has no description. /Schemas, the reference page and SDKs show it (RFC 7643 section 7). How to fix: description: The badge that opens the doors.',
    'overlay.yaml:6:9  unknown-keyword  caseExact is not a keyword of User.badge. A keyword that nothing reads would be silently without effect. How to fix: x-scim: { caseExact: … }',
    'overlay.yaml:4:7  case-exact  User.badge is text without x-scim.caseExact. Filters and uniqueness compare by it, and stored text is folded by it (RFC 7643 section 2.2). How to fix: x-scim: { caseExact: false }; true for ids, codes and URIs',
    'The document has 3 faults: nothing was started or changed.',
  ];

  test.each(['1', '2'])(
    'WORKERS=%s',
    async (workers) => {
      const file = join(folder, 'overlay.yaml');
      await writeFile(
        file,
        'schemas:\n  User:\n    properties:\n      badge:\n        type: string\n        caseExact: true\n',
      );
      const data = join(folder, `data-${workers}`);
      const child = await spawnServer({ OPENAPI_OVERLAY: file, DATA_DIR: data, WORKERS: workers });
      expect(await child.ended()).toBe(1);
      const lines = child.output().stderr.replaceAll(`${folder}/`, '').trimEnd().split('\n');
      expect([...lines].sort()).toEqual([...FAULTS].sort());
      expect(lines.at(-1)).toBe(FAULTS.at(-1));
      expect(await readdir(folder)).not.toContain(`data-${workers}`);
    },
    30_000,
  );
});
