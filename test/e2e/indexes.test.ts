// scim indexes, as operators run it, on the database of a server that runs.
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { IndexState } from '../../src/tenants/state.js';
import { TestClient } from '../support/client.js';
import type { TestServer } from '../support/server.js';
import { databaseUri, startServer } from '../support/server.js';
import { runCommand } from './command.js';
import { SCIM } from '../support/programs.js';

// A process takes its time to start.
jest.setTimeout(60_000);

const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
const MONGODB_URI = databaseUri();
let server: TestServer;
let client: TestClient;

beforeAll(async () => {
  server = await startServer({ MONGODB_URI });
  client = new TestClient(server);
  // Of a few resources, reading all is as good a plan as any.
  for (const n of Array.from({ length: 60 }, (_, index) => index)) {
    await client.post('/Users', { schemas: [USER], userName: `user-${n}`, externalId: `e-${n}` });
  }
});
afterAll(() => server.close());

const run = (args: readonly string[], settings = {}) =>
  runCommand([...SCIM, 'indexes', ...args], { MONGODB_URI, ...settings });

async function reports(settings = {}): Promise<Map<string, IndexState>> {
  const { code, stdout, stderr } = await run(['--json'], settings);
  expect([code, stderr]).toEqual([0, '']);
  const found = JSON.parse(stdout) as IndexState[];
  return new Map(found.map((report) => [`${report.collection} ${report.keys.join()}`, report]));
}

test('each index: its collection, keys, size, and how often it was used since when', async () => {
  await client.get('/Users?filter=externalId%20eq%20%22e-1%22');
  const found = await reports();
  const there = { bytes: expect.any(Number), uses: { count: 0, since: expect.stringMatching(/^\d{4}-.*Z$/) } };
  expect(found.get('User s.externalId,_id')).toEqual({
    ...there,
    collection: 'User',
    name: 'scim:s.externalId,_id',
    keys: ['s.externalId', '_id'],
    unique: false,
    state: 'exists',
    uses: { count: 1, since: expect.any(String) },
    isUnused: false,
  });
  expect(found.get('User s.emails.value')).toMatchObject({ ...there, state: 'exists', isUnused: true });
  // Nobody has asked by userName, but the index holds the rule that it is unique.
  expect(found.get('User s.userName')).toMatchObject({ ...there, state: 'exists', unique: true, isUnused: false });
  expect(found.get('User s.userName,_id')).toMatchObject({ name: 'scim:s.userName,_id:absent', state: 'exists' });
  expect(found.get('User k.emails.value,_id')).toMatchObject({ ...there, state: 'exists', unique: false });
  expect(found.get('User _id')).toMatchObject({ state: 'other', isUnused: false });
  expect(found.get('User events.time')).toMatchObject({ name: 'scim:events.time', state: 'exists', unique: false });
  expect(found.get('Group.members t')).toMatchObject({ state: 'exists', bytes: there.bytes });
});

test('one that is missing, one that the next start drops, one of an operator; nothing is changed', async () => {
  const users = server.db.collection('User');
  await users.dropIndex('scim:s.emails.value');
  await users.createIndex({ 's.shoeSize': 1 }, { name: 'scim:s.shoeSize' }, {});
  await users.createIndex({ 'r.title': 1 }, { name: 'by-title' }, {});
  const before = await users.indexes();
  const found = await reports();
  const absent = found.get('User s.emails.value');
  expect(absent).toMatchObject({ name: 'scim:s.emails.value', state: 'missing', unique: false, isUnused: false });
  expect([absent?.bytes, absent?.uses]).toEqual([undefined, undefined]);
  expect(found.get('User s.shoeSize')).toMatchObject({ state: 'obsolete', uses: { count: 0 } });
  expect(found.get('User r.title')).toMatchObject({ name: 'by-title', state: 'other' });
  expect(await users.indexes()).toEqual(before);
});

test('that of the audit log is asked for where there is a log', async () => {
  expect((await reports({ AUDIT: 'off' })).get('User events.time')).toMatchObject({ state: 'obsolete' });
});

test('as a table, by npm', async () => {
  const { code, stdout } = await runCommand(['npm', 'run', '--silent', 'scim', 'indexes'], { MONGODB_URI });
  expect(code).toBe(0);
  expect(stdout).toMatch(/^collection +keys +unique +state +bytes +uses +since$/m);
  expect(stdout).toMatch(/^User +s\.userName +unique +exists +\d+ +\d+ +\d{4}-\S+Z$/m);
  expect(stdout).toMatch(/^User +created,_id +exists +\d+ +unused +\d{4}-\S+Z$/m);
});

test('of a database without collections all are missing, and none is made', async () => {
  const empty = databaseUri();
  const found = await reports({ MONGODB_URI: empty });
  expect(new Set([...found.values()].map(({ state }) => state))).toEqual(new Set(['missing']));
  const again = await reports({ MONGODB_URI: empty });
  expect(again).toEqual(found);
});

test.each([
  [['--jason'], {}, 2, /^error: unknown option '--jason'/],
  [['User'], {}, 2, /^error: too many arguments/],
  [[], { MONGODB_URI: 'nonsense' }, 1, /^MONGODB_URI: takes a connection string/],
])('%j with %j is no use: exit code %i', async (args, settings, exitCode, message) => {
  const { code, stdout, stderr } = await run(args, settings);
  expect([code, stdout]).toEqual([exitCode, '']);
  expect(stderr).toMatch(message);
});
