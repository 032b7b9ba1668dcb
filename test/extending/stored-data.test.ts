// An edit of a document that has data already: the server is started again on the same database.
import { afterEach, expect, test } from '@jest/globals';
import { TestClient } from '../support/client.js';
import type { Overlay } from '../../src/spec/overlay.js';
import { overlaidDocument } from '../support/overlay.js';
import type { TestServer } from '../support/server.js';
import { databaseUri, startServer } from '../support/server.js';

const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

const running: TestServer[] = [];
afterEach(async () => {
  for (const server of running.splice(0)) await server.close();
});

async function started(settings: Readonly<Record<string, string>>): Promise<TestServer> {
  const server = await startServer(settings);
  running.push(server);
  return server;
}

/** Users that were made with the document as it is, and a start on the same database with an overlay. */
async function usersThenOverlay(users: readonly object[], overlay: Overlay) {
  const uri = databaseUri();
  const before = new TestClient(await started({ MONGODB_URI: uri }));
  const paths: string[] = [];
  for (const user of users) {
    const { body } = await before.post('/Users', { schemas: [USER], ...user });
    paths.push(`/Users/${String(body.id)}`);
  }
  const { directory, remove } = overlaidDocument(overlay);
  const start = started({ MONGODB_URI: uri, OPENAPI_DIR: directory }).finally(remove);
  return { before, start, path: paths[0] ?? '' };
}

test('an attribute that was removed shows nowhere, and its index is gone', async () => {
  const employee = { employeeNumber: '1', division: 'Engines' };
  const { start, path } = await usersThenOverlay([{ userName: 'ada', nickName: 'Countess', [ENTERPRISE]: employee }], {
    schemas: { User: { properties: { nickName: null } }, EnterpriseUser: { properties: { employeeNumber: null } } },
  });
  const server = await start;
  const client = new TestClient(server);
  const { status, body } = await client.get(path);
  expect([status, body.nickName, body[ENTERPRISE]]).toEqual([200, undefined, { division: 'Engines' }]);
  const patched = await client.patch(path, [{ op: 'add', path: 'title', value: 'Analyst' }]);
  expect([patched.status, patched.headers.get('etag'), patched.body.title]).toEqual([200, 'W/"2"', 'Analyst']);
  expect(patched.text).not.toMatch(/Countess|employeeNumber/);
  const indexes = (await server.db.collection('User').indexes()).map(({ name }) => name);
  expect(indexes).not.toContain('scim:s.EnterpriseUser.employeeNumber,_id');
});

test('an attribute that became required is asked for at the next write', async () => {
  const tier = { type: 'string', description: 'What is paid for.', 'x-scim': { caseExact: true } };
  const { start, path } = await usersThenOverlay([{ userName: 'ada' }], {
    schemas: { User: { required: ['tier'], properties: { tier } } },
  });
  const client = new TestClient(await start);
  expect((await client.get(path)).status).toBe(200);
  const refused = await client.patch(path, [{ op: 'add', path: 'title', value: 'Analyst' }]);
  expect([refused.status, refused.body.scimType, refused.body.detail]).toEqual([
    400,
    'invalidValue',
    'the request needs tier',
  ]);
  const mended = await client.patch(path, [{ op: 'add', value: { title: 'Analyst', tier: 'gold' } }]);
  expect([mended.status, mended.body.tier]).toEqual([200, 'gold']);
});

test('uniqueness that stored resources break ends the start; the server that runs goes on', async () => {
  const users = [
    { userName: 'ada', title: 'Analyst' },
    { userName: 'grace', title: 'Analyst' },
  ];
  const { before, start, path } = await usersThenOverlay(users, {
    schemas: { User: { properties: { title: { 'x-scim': { uniqueness: 'server' } } } } },
  });
  await expect(start).rejects.toThrow('title');
  expect((await before.get(path)).status).toBe(200);
});
