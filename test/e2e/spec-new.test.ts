// npm run spec:new, as contributors run it, on a copy of the document; then a server that starts on the copy.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { loadSource } from '../../src/spec/load.js';
import { KINDS } from '../../scripts/spec/new/kinds.js';
import type { Answer, Answers, Question } from '../../scripts/spec/new/questions.js';
import { ATTRIBUTE, complete } from '../../scripts/spec/new/questions.js';
import { write } from '../../scripts/spec/new/write.js';
import type { TestServer } from '../support/server.js';
import { startServer } from '../support/server.js';
import { temporaryDocument } from '../support/temporary-document.js';
import { runCommand } from './command.js';

// A process takes its time to start.
jest.setTimeout(60_000);

const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
let document: ReturnType<typeof temporaryDocument>;
beforeEach(() => {
  document = temporaryDocument([]);
});
afterEach(() => document.remove());

const run = (...args: string[]) =>
  runCommand(['npx', 'tsx', 'scripts/spec/new.ts', ...args, '--openapi', document.directory], {});

/** The same in this process, without its start. */
async function make(kindName: string, name: string, given: Answers): Promise<void> {
  const kind = KINDS.find((each) => each.name === kindName);
  if (kind === undefined) throw new Error(kindName);
  const answers = await complete(kind.questions, name, given, undefined);
  await write(document.directory, kind.edits(document.directory, name, answers));
}
const read = (file: string) => readFileSync(join(document.directory, file), 'utf8');

/** What a server on the document answers. */
async function served(act: (call: (method: string, path: string, body?: object) => Promise<any>) => Promise<void>) {
  expect(() => loadSource(document.directory)).not.toThrow();
  const server: TestServer = await startServer({ OPENAPI_DIR: document.directory });
  try {
    await act(async (method, path, body) => {
      const response = await fetch(`${server.url}${path}`, {
        method,
        headers: { authorization: `Bearer ${server.token}`, 'content-type': 'application/scim+json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return { status: response.status, body: await response.json() };
    });
  } finally {
    await server.close();
  }
}

test('resource: a schema, and an entry with comments and order of the others as they were', async () => {
  const before = read('resources.yaml');
  const { code, stdout, stderr } = await run('resource', 'Device', '--description', 'A device.');
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toContain('schemas/Device.yaml');
  expect(read('resources.yaml')).toBe(
    `${before}Device:\n  description: A device.\n  endpoint: /Devices\n  schema: Device\n  extensions: []\n  display: [label]\n`,
  );
  const DEVICE = 'urn:example:params:scim:schemas:core:2.0:Device';
  await served(async (call) => {
    const created = await call('POST', '/Devices', { schemas: [DEVICE], label: 'Laptop' });
    expect(created).toMatchObject({ status: 201, body: { label: 'Laptop', meta: { resourceType: 'Device' } } });
    expect(await call('POST', '/Devices', { schemas: [DEVICE] })).toMatchObject({ status: 400 });
    const found = await call('GET', '/Devices?filter=label%20eq%20%22laptop%22');
    expect(found.body).toMatchObject({ totalResults: 1 });
    expect((await call('GET', `/Schemas/${DEVICE}`)).body.attributes).toHaveLength(1);
  });
});

test('extension: of a type that has others, and of one that has none', async () => {
  expect(await run('extension', 'Badge', '--on', 'User', '--attribute', 'number')).toMatchObject({ code: 0 });
  expect(await run('extension', 'Cost', '--on', 'Group', '--required')).toMatchObject({ code: 0 });
  expect(read('resources.yaml')).toContain(
    '    - { schema: EnterpriseUser, required: false }\n    - { schema: Badge, required: false }\n  subject: true\n',
  );
  expect(read('resources.yaml')).toContain('  extensions: [{ schema: Cost, required: true }]\n');
  const BADGE = 'urn:example:params:scim:schemas:extension:1.0:Badge';
  const GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group';
  await served(async (call) => {
    const user = { schemas: [USER, BADGE], userName: 'a', [BADGE]: { number: '7' } };
    expect(await call('POST', '/Users', user)).toMatchObject({ status: 201, body: { [BADGE]: { number: '7' } } });
    expect(await call('POST', '/Groups', { schemas: [GROUP], displayName: 'g' })).toMatchObject({
      status: 400,
      body: { detail: expect.stringContaining('Cost') },
    });
  });
});

test('attribute: of every type, single and multi-valued, and in a complex one', async () => {
  const before = read('schemas/User.yaml');
  for (const type of ['string', 'boolean', 'integer', 'decimal', 'dateTime', 'binary', 'reference', 'complex']) {
    await make('attribute', `User.one-${type}`, { type });
    await make('attribute', `User.many-${type}`, { type, multiValued: true });
  }
  expect(await run('attribute', 'User.name.second', '--required', '--case-exact')).toMatchObject({ code: 0 });
  // What was there is there, every line of it and in its order.
  const after = read('schemas/User.yaml').split('\n');
  const kept = before.split('\n');
  expect(after.filter((line) => line === kept[0] && kept.shift() !== undefined)).toHaveLength(
    before.split('\n').length,
  );
  const values: Record<string, unknown> = {
    string: 'A',
    boolean: true,
    integer: 1,
    decimal: 1.5,
    dateTime: '2026-01-01T00:00:00Z',
    binary: 'AA==',
    reference: 'https://example.com/x',
    complex: { value: 'a' },
  };
  const given = Object.fromEntries(
    Object.entries(values).flatMap(([type, value]) => [
      [`one-${type}`, value],
      [`many-${type}`, [value]],
    ]),
  );
  await served(async (call) => {
    const user = { schemas: [USER], userName: 'a', name: { second: 'S' }, ...given };
    expect(await call('POST', '/Users', user)).toMatchObject({ status: 201, body: given });
    expect(await call('POST', '/Users', { ...user, userName: 'b', name: { givenName: 'x' } })).toMatchObject({
      status: 400,
      body: { detail: 'name needs second' },
    });
    expect((await call('GET', '/Users?filter=name.second%20eq%20%22s%22')).body).toMatchObject({ totalResults: 0 });
  });
});

test.each<[string, string, Answers, RegExp]>([
  ['resource', 'device', {}, /^device is not the name of a schema/],
  ['resource', 'User', {}, /^schemas\/User.yaml is there already$/],
  ['resource', 'Device', { urn: USER }, /is the URN of schemas\/User.yaml already$/],
  ['resource', 'Device', { endpoint: 'devices' }, /^nothing is written:\n.*endpoint/s],
  ['resource', 'Device', { attribute: '1st' }, /^1st is not an attribute name/],
  ['extension', 'Badge', {}, /^--on <resource type> is needed/],
  ['extension', 'Badge', { on: 'Device' }, /^resources.yaml has no Device: User, Group$/],
  ['attribute', 'User', {}, /^User must name a schema and an attribute/],
  ['attribute', 'Nothing.x', {}, /^there is no schemas\/Nothing.yaml: EnterpriseUser, /],
  ['attribute', 'User.NICKNAME', {}, /^User.NICKNAME is there already, as nickName$/],
  ['attribute', 'User.Id', {}, /^User.Id is there already, as id$/],
  ['attribute', 'User.title.x', {}, /^User.title.x: title is not a complex attribute$/],
  ['attribute', 'User.1st', {}, /^1st is not an attribute name/],
])('%s %s with %j is refused, and nothing is written', async (kind, name, given, message) => {
  const files = ['resources.yaml', 'schemas/User.yaml'];
  const before = files.map(read);
  await expect(make(kind, name, given)).rejects.toThrow(message);
  expect(files.map(read)).toEqual(before);
});

test('a flag that is none, and a refusal, are one message and exit code 1', async () => {
  expect(await run('attribute', 'User.x', '--type', 'text')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("argument 'text' is invalid"),
  });
  expect(await run('attribute', 'User.Id')).toMatchObject({ code: 1, stderr: 'User.Id is there already, as id\n' });
});

test('on a terminal it asks what no flag answers, and what makes sense after the answers before', async () => {
  const asked: string[] = [];
  const ask =
    (replies: Record<string, Answer>) =>
    async ({ name }: Question, suggestion: Answer | undefined) => {
      asked.push(name);
      return replies[name] ?? suggestion ?? 'none';
    };
  const answers = await complete(ATTRIBUTE, 'User.x', { mutability: 'writeOnly' }, ask({ type: 'integer' }));
  expect(asked).toEqual(['type', 'multiValued', 'description', 'required', 'uniqueness', 'index']);
  expect(answers).toMatchObject({ type: 'integer', mutability: 'writeOnly', returned: 'default', index: false });
});
