// scim explain, as operators run it, on the database of a server that runs.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { TestClient } from '../support/client.js';
import { clientOf, controlOf } from '../support/control.js';
import type { TestServer } from '../support/server.js';
import { databaseUri, startServer } from '../support/server.js';
import { runCommand } from './command.js';
import { SCIM } from '../support/programs.js';

// A process takes its time to start.
jest.setTimeout(60_000);

const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
const GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group';
const MONGODB_URI = databaseUri();
let server: TestServer;
let client: TestClient;

beforeAll(async () => {
  server = await startServer({ MONGODB_URI });
  client = new TestClient(server);
  // Of a few resources, reading all is as good a plan as any.
  for (const name of Array.from({ length: 60 }, (_, n) => `user-${n}`)) {
    await client.post('/Users', { schemas: [USER], userName: name, title: `Title of ${name}` });
  }
  await client.post('/Groups', { schemas: [GROUP], displayName: 'Admins' });
});
afterAll(() => server.close());

const NODE: readonly [string, ...string[]] = [...SCIM, 'explain'];
const run = (args: readonly string[], settings = {}, command = NODE) =>
  runCommand([...command, ...args], { MONGODB_URI, ...settings });

const json = async (args: readonly string[], settings: object = {}) => {
  const { code, stdout, stderr } = await run([...args, '--json'], settings);
  expect([code, stderr]).toEqual([0, '']);
  return JSON.parse(stdout);
};

test('an indexed filter: the tree, the query, the index, what was examined', async () => {
  const { code, stdout } = await run(['title pr and (userName eq "USER-7" or USERNAME sw "User-5")'], {}, [
    'npm',
    'run',
    '--silent',
    'scim',
    '--',
    'explain',
  ]);
  expect(code).toBe(0);
  const [, tree = ''] = /^tree {6}([^]*)\nscan/m.exec(stdout) ?? [];
  expect(tree.split('\n').map((line) => line.trim())).toEqual([
    'and',
    'title pr',
    'or',
    'userName eq "USER-7"',
    'USERNAME sw "User-5"',
  ]);
  expect(stdout).toMatch(/^type {6}User$/m);
  expect(stdout).toMatch(/^filter {4}title pr and \(userName eq "USER-7" or USERNAME sw "User-5"\)$/m);
  expect(stdout).toMatch(/^scan {6}no: /m);
  expect(stdout).toMatch(/'s\.userName': \{ '\$eq': 'user-7' \}/);
  expect(stdout).toMatch(/^plan .*IXSCAN scim:s\.userName:unique/m);
  expect(stdout).toMatch(/^cost {6}\d+ keys and 12 documents examined, 12 found, \d+ ms$/m);
});

test('--json has the same for programs', async () => {
  expect(await json(['userName eq "User-8"'])).toEqual({
    type: 'User',
    filter: 'userName eq "User-8"',
    tree: { kind: 'comparison', path: { name: 'userName' }, operator: 'eq', value: 'User-8' },
    maxScan: 100_000,
    queries: [
      {
        query: { $and: [{ 's.userName': { $eq: 'user-8' } }, {}] },
        sort: { _id: 1 },
        // EXPRESS_IXSCAN since MongoDB 8.0.
        stages: expect.arrayContaining([expect.stringMatching(/IXSCAN scim:s\.userName:unique$/)]),
        cost: { keysExamined: 1, documentsExamined: 1, found: 1, milliseconds: expect.any(Number) },
      },
    ],
  });
});

test('a scan is told, and is run while it is small', async () => {
  const explained = await json(['title co "of user-8"']);
  expect(explained).toMatchObject({ scans: 60, queries: [{ cost: { documentsExamined: 60, found: 1 } }] });
});

test('a scan that the server would refuse is not run', async () => {
  const { code, stdout } = await run(['title co "of user-8"'], { MAX_SCAN: '59' });
  expect(code).toBe(0);
  expect(stdout).toMatch(/^scan {6}yes: .* 60 resources; the server refuses it with tooMany, as MAX_SCAN is 59$/m);
  expect(stdout).toMatch(/^cost {6}not run$/m);
});

test('--type, --sort, --descending and --count: each part of the order is a query', async () => {
  const args = ['displayName pr', '--type', 'Group', '--sort', 'externalId', '--descending', '--count', '7'];
  const { type, queries } = await json(args);
  expect(type).toBe('Group');
  expect(queries).toMatchObject([
    { query: { $and: [{}, { 's.externalId': null }] }, sort: { _id: -1 } },
    { query: { $and: [{}, { 's.externalId': { $ne: null } }] }, sort: { 's.externalId': -1, _id: -1 } },
  ]);
});

test.each<[string, string, object, string]>([
  ['user-1', 'userName', { MAX_SCAN: '10' }, 'no: an index has the order'],
  [
    'user-1',
    'title',
    {},
    'yes: no index has the order; resources to sort: at most 60; the server runs it, as MAX_SCAN is 100000',
  ],
  [
    'user-10',
    'title',
    { MAX_SCAN: '10' },
    'yes: no index has the order; resources to sort: at most 1; the server runs it, as MAX_SCAN is 10',
  ],
  [
    'user-1',
    'title',
    { MAX_SCAN: '10' },
    'yes: no index has the order; resources to sort: more than 10; the server refuses it with tooMany, as MAX_SCAN is 10',
  ],
])('userName sw "%s" --sort %s with %j: what it takes to sort', async (name, sort, settings, sorts) => {
  const { code, stdout } = await run([`userName sw "${name}"`, '--sort', sort], settings);
  expect(code).toBe(0);
  expect(/^sorts {5}(.*)$/m.exec(stdout)?.[1]).toBe(sorts);
  expect(/^cost {6}not run$/m.test(stdout)).toBe(sorts.includes('refuses'));
});

test('--tenant: by the document of a tenant, in its database', async () => {
  const control = await controlOf(server);
  const overlay = 'schemas: { User: { properties: { shoeSize: { type: integer, description: In Europe. } } } }';
  await control.tenants.create('acme', { overlay });
  const theirs = await clientOf(server, control, { tenant: 'acme' });
  expect((await theirs.post('/Users', { schemas: [USER], userName: 'big', shoeSize: 48 })).status).toBe(201);
  const explained = await json(['shoeSize gt 42', '--tenant', 'acme']);
  expect(explained).toMatchObject({
    scans: 1,
    queries: [{ query: { $and: [{ 's.shoeSize': { $gt: 42 } }, {}] }, cost: { found: 1 } }],
  });
  await control.tenants.remove('acme');
});

test('what the server would refuse is told in its words, with exit code 1', async () => {
  const refused = await client.get('/Users?filter=shoeSize%20eq%2042');
  expect(refused.status).toBe(400);
  expect(await run(['shoeSize eq 42'])).toEqual({ code: 1, stdout: '', stderr: `${refused.body.detail}\n` });
});

test.each([
  [[], 2, /^error: missing required argument 'filter'/],
  [['title pr', '--count', '0'], 2, /--count.*whole number above 0/],
  [['title pr', '--type', 'Robot'], 1, /no resource type Robot/],
  [['title pr', '--tenant', 'nobody'], 1, /^there is no tenant nobody$/m],
])('%j is no use: exit code %i', async (args, exitCode, message) => {
  const { code, stdout, stderr } = await run(args);
  expect([code, stdout]).toEqual([exitCode, '']);
  expect(stderr).toMatch(message);
});

test('without MONGODB_URI it looks into DATA_DIR', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'scim-explain-'));
  const { code, stdout } = await run(['title pr'], { MONGODB_URI: '', DATA_DIR: folder });
  expect(code).toBe(0);
  expect(stdout).toMatch(/^cost {6}0 keys and 0 documents examined, 0 found/m);
  await rm(folder, { recursive: true });
});
