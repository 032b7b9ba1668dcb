// npm run spec:diff with a database: what is counted there, by one who runs it.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { parse, stringify } from 'yaml';
import { delivered } from '../audit/events.js';
import type { TestServer } from '../support/server.js';
import { databaseUri, startServer } from '../support/server.js';
import { temporaryDocument } from '../support/temporary-document.js';
import { runCommand } from './command.js';

// A process takes its time to start.
jest.setTimeout(120_000);

const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const MONGODB_URI = databaseUri();
let server: TestServer;
const ids: string[] = [];

const USERS: readonly object[] = [
  { userName: 'a', title: '7', nickName: 'same', name: { givenName: 'G' }, locale: 'de' },
  { userName: 'b', title: 'seven', nickName: 'Same', name: { familyName: 'F' }, locale: 'english' },
  { userName: 'c', nickName: 'same', emails: [{ value: 'x@x', type: 'work' }, { value: 'y@x' }] },
  { userName: 'd', [ENTERPRISE]: { division: 'D', department: 'X' } },
];

beforeAll(async () => {
  server = await startServer({ MONGODB_URI });
  for (const user of USERS) {
    const response = await fetch(`${server.url}/Users`, {
      method: 'POST',
      headers: { authorization: `Bearer ${server.token}`, 'content-type': 'application/scim+json' },
      body: JSON.stringify({ schemas: [USER, ENTERPRISE], ...user }),
    });
    expect(response.status).toBe(201);
    ids.push(((await response.json()) as { id: string }).id);
  }
});
afterAll(() => server.close());

const plain = temporaryDocument([]);
afterAll(() => plain.remove());

function edited(change: (user: any, enterprise: any) => void) {
  const document = temporaryDocument([]);
  const files = ['User', 'EnterpriseUser'].map((name) => join(document.directory, `schemas/${name}.yaml`));
  const schemas = files.map((file) => parse(readFileSync(file, 'utf8')));
  change(schemas[0], schemas[1]);
  files.forEach((file, index) => writeFileSync(file, stringify(schemas[index])));
  return document;
}

const run = (directory: string, args: readonly string[], settings = {}) =>
  runCommand(['npx', 'tsx', 'scripts/spec/diff.ts', plain.directory, '--openapi', directory, ...args], settings);

test('stored resources that would no longer be valid, by attribute, with ids; what an index costs', async () => {
  const document = edited((user, enterprise) => {
    const { title, nickName, locale, name, emails } = user.properties;
    title.type = 'integer';
    nickName['x-scim'].uniqueness = 'server';
    locale.maxLength = 5;
    name.required = ['givenName'];
    emails.items.required = ['type'];
    emails.items.properties.value.pattern = '^x';
    enterprise.required = ['employeeNumber'];
    delete enterprise.properties.division;
  });
  await delivered(server.db);
  const before = await server.db.collection('User').find().toArray();
  const { code, stdout, stderr } = await run(document.directory, ['--json'], { MONGODB_URI });
  document.remove();
  expect([code, stderr]).toEqual([1, '']);
  const { stored } = JSON.parse(stdout);
  const [a, b, c, d] = ids;
  const found = stored.invalid.map(({ collection, where, resources, examples }: any) => {
    expect(collection).toBe('User');
    return [where, resources, examples.sort()];
  });
  expect(found.sort()).toEqual([
    ['EnterpriseUser.division', 1, [d]],
    ['EnterpriseUser.employeeNumber', 1, [d]],
    ['User.emails.type', 1, [c]],
    ['User.emails.value', 1, [c]],
    ['User.locale', 1, [b]],
    ['User.name.givenName', 1, [b]],
    ['User.nickName', 3, [a, b, c]],
    ['User.title', 1, [b]],
  ]);
  expect(stored.indexes).toEqual([
    { collection: 'User', name: 'scim:s.nickName:unique', documents: 4, bytes: expect.any(Number) },
    { collection: 'User', name: 'scim:s.nickName,_id:absent', documents: 4, bytes: expect.any(Number) },
  ]);
  expect(stored.indexes[0].bytes).toBeGreaterThan(100);
  expect(await server.db.collection('User').find().toArray()).toEqual(before);
});

test('as text, without a database, where breaking is allowed: exit code 0', async () => {
  const document = edited((user) => {
    user.properties.title.type = 'integer';
    user.properties.nickName['x-scim'].index = true;
  });
  const { code, stdout } = await run(document.directory, ['--allow-breaking'], { MONGODB_URI: '' });
  document.remove();
  expect(code).toBe(0);
  expect(stdout).toContain('Breaking for clients\n  User.title: string becomes integer\n');
  expect(stdout).toContain('Not breaking\n  User.nickName: has an index\n');
  expect(stdout).toContain('Indexes\n  built: User scim:s.nickName,_id: unknown: give MONGODB_URI\n');
  expect(stdout).toContain('Stored resources\n  unknown: give MONGODB_URI\n');
});

test('with a reference of git', async () => {
  const command = ['npx', 'tsx', 'scripts/spec/diff.ts', 'HEAD', '--allow-breaking'] as const;
  const { code, stdout, stderr } = await runCommand([...command], { MONGODB_URI: '' });
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/^Breaking for clients\n.*\nNames in SDKs\n/s);
});

test('what is neither a folder nor a reference is one line and exit code 1', async () => {
  const outcome = await runCommand(['npx', 'tsx', 'scripts/spec/diff.ts', 'nothing'], {});
  expect([outcome.code, outcome.stdout]).toEqual([1, '']);
  expect(outcome.stderr).toMatch(/^nothing is neither a folder nor a reference that has openapi\/: [^\n]+\n$/);
});
