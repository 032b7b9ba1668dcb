// What a line of the log may show: of errors their kind and place, never what they hold.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Db } from 'mongodb';
import { MongoClient } from 'mongodb';
import { loggedError } from '../../src/logging/error.js';
import { TestClient } from '../support/client.js';
import { databaseUri } from '../support/server.js';
import { temporaryDocument, WITH_SECRETS } from '../support/temporary-document.js';
import type { Child } from '../e2e/child.js';
import { spawnServer, stop, untilReady } from '../e2e/child.js';
import { until } from '../support/until.js';
import { growth, MOSTLY_LINEAR } from '../security/cost.js';

const TOKEN = 'a-token-of-the-test-0123456789';
const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
const GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group';
const BULK = 'urn:ietf:params:scim:api:messages:2.0:BulkRequest';
/** No line has it, whatever goes wrong: a password, a hint that is never returned, a name of a person. */
const SECRET = 't1meMa$heen';

const PATIENCE_MS = 30_000;

const document = temporaryDocument(WITH_SECRETS);

let child: Child;
let client: TestClient;
let mongo: MongoClient;
let db: Db;

beforeAll(async () => {
  const uri = databaseUri();
  child = await spawnServer({
    SCIM_BEARER_TOKEN: TOKEN,
    MONGODB_URI: uri,
    OPENAPI_DIR: document.directory,
    LOG_LEVEL: 'trace',
  });
  await untilReady(child);
  client = new TestClient({ url: `${child.origin}/scim/v2`, token: TOKEN });
  mongo = await MongoClient.connect(uri);
  db = mongo.db();
});
afterAll(async () => {
  await stop(child);
  document.remove();
  await db.dropDatabase();
  await mongo.close();
});

const lines = () =>
  child
    .output()
    .stdout.split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));
/** The lines about errors, once there is one that fits. */
async function errorLines(fits: (line: any) => boolean): Promise<any[]> {
  await until(() => lines().some(fits), { patience: PATIENCE_MS, otherwise: () => child.output().stdout });
  return lines().filter(fits);
}
const user = (more: object = {}) => ({ schemas: [USER], userName: `${SECRET}-${Math.random()}`, ...more });
const secrets = () => ({ password: SECRET, hint: SECRET, title: SECRET, name: { familyName: SECRET } });

test('a command that MongoDB refuses is shown by its kind, code and place', async () => {
  await db.command({ collMod: 'User', validator: { never: true } });
  const refused = await client.post('/Users', user(secrets()));
  await db.command({ collMod: 'User', validator: {} });
  expect(refused.status).toBe(500);
  const requestId = refused.headers.get('x-request-id');
  const [line] = await errorLines(({ msg, requestId: id }) => msg === 'request failed' && id === requestId);
  expect(line).toEqual({
    level: 50,
    time: expect.any(String),
    requestId,
    traceId: expect.stringMatching(/^[0-9a-f]{32}$/),
    err: {
      type: expect.stringMatching(/^Mongo/),
      message: 'Document failed validation',
      code: 121,
      stack: expect.stringMatching(/^ {4}at [^]*points/),
    },
    msg: 'request failed',
  });
});

test('a duplicate key is shown without its value', async () => {
  const index = {
    ...{ key: { 's.target.display': 1 }, name: 'once', unique: true },
    partialFilterExpression: { 's.outcome.result': 'success' },
  };
  await db.command({ createIndexes: 'audit', indexes: [index] });
  const { body } = await client.post('/Users', user({ displayName: SECRET }));
  await client.patch(`/Users/${body.id}`, [{ op: 'replace', path: 'title', value: SECRET }]);
  const [line] = await errorLines(({ msg }) => msg === 'a job failed');
  expect(line).toMatchObject({ job: 'delivery of audit events', err: { type: 'MongoServerError', code: 11000 } });
  expect(line.err.message).toMatch(/^E11000 duplicate key error collection: .* dup key: \{…\}$/);
  expect(Object.keys(line.err).sort()).toEqual(['code', 'message', 'stack', 'type']);
  await db.collection('audit').dropIndex('once');
});

test('secrets of the document are in no line, by whatever error they came', async () => {
  const { body } = await client.post('/Users', user(secrets()));
  expect(body.id).toBeDefined();
  const at = `/Users/${body.id}`;
  const requests: readonly (() => Promise<{ status: number }>)[] = [
    // As values: of another type, in the wrong place, twice, of nobody.
    () => client.post('/Users', user({ password: { value: SECRET } })),
    () => client.post('/Users', user({ password: [SECRET], active: SECRET })),
    () => client.post('/Users', { schemas: [USER], password: SECRET }),
    () => client.post('/Users', { ...user(secrets()), userName: body.userName }),
    () => client.put('/Users/2819c223-7f76-453a-919d-413861904646', user(secrets())),
    () => client.patch(at, [{ op: 'add', path: 'password.value', value: SECRET }]),
    () => client.patch(at, [{ op: SECRET, path: 'password', value: SECRET }]),
    () => client.patch(at, [{ op: 'replace', path: `emails[value eq "${SECRET}"].value`, value: SECRET }]),
    () => client.patch(at, [{ op: 'replace', path: `password eq "${SECRET}"`, value: SECRET }]),
    // In queries, in both places where they stand.
    () => client.get(`/Users?filter=${encodeURIComponent(`password eq "${SECRET}"`)}`),
    () => client.get(`/Users?filter=${encodeURIComponent(`hint sw "${SECRET}`)}`),
    () => client.get(`/Users?sortBy=${encodeURIComponent(SECRET)}&access_token=${TOKEN}`),
    () => client.post('/Users/.search', { schemas: ['x'], filter: `hint eq "${SECRET}"` }),
    () => client.post('/Bulk', { schemas: [BULK], Operations: [{ method: 'POST', path: '/Users', data: secrets() }] }),
    // As text that is no JSON.
    () => client.request('POST', '/Users', { body: `{"password": "${SECRET}"` }),
    () =>
      client.request('POST', '/Users', { body: `{"password": "${SECRET}"}`, headers: { 'content-type': 'text/x' } }),
    () => client.get('/Users', { authorization: `Bearer ${SECRET}` }),
    () => client.get('/Users', { authorization: `Basic ${Buffer.from(`a:${SECRET}`).toString('base64')}` }),
    // Where MongoDB refuses what holds them.
    async () => {
      await db.command({ collMod: 'User', validator: { never: true } });
      return client.post('/Users', user(secrets()));
    },
    () => client.put(at, user(secrets())),
    () => client.patch(at, [{ op: 'replace', path: 'password', value: SECRET }]),
    () => client.post('/Bulk', { schemas: [BULK], Operations: [{ method: 'PUT', path: at, data: user(secrets()) }] }),
    async () => {
      await db.command({ collMod: 'User', validator: {} });
      await db.command({ collMod: 'Group.members', validator: { never: true } });
      return client.post('/Groups', { schemas: [GROUP], displayName: SECRET, members: [{ value: body.id }] });
    },
  ];
  const statuses: number[] = [];
  for (const request of requests) statuses.push((await request()).status);
  await db.command({ collMod: 'Group.members', validator: {} });
  expect(statuses.filter((status) => status >= 500).length).toBeGreaterThan(3);
  expect(statuses.filter((status) => status >= 400 && status < 500).length).toBeGreaterThan(12);
  await errorLines(({ operationId, status }) => operationId === 'createGroup' && status >= 500);
  expect(child.output().stdout).not.toMatch(/t1meMa|argon2/);
});

test('a token is in no line: of the settings, or one that was made, in a path or a query', async () => {
  const made = `scim_0123456789_${'a'.repeat(38)}`;
  const jwt = ['{"alg":"ES256"}', '{"sub":"jensen"}', 'signature'].map((part) =>
    Buffer.from(part).toString('base64url'),
  );
  for (const token of [TOKEN, made, jwt.join('.')]) {
    await client.get(`/Users/${token}`);
    await client.get(`/${token}?access_token=${token}`);
    await fetch(`${child.origin}/${token}`);
  }
  await errorLines(({ path }) => path === '/scim_0123456789_•••');
  await errorLines(({ path }) => path === '/scim/v2/•••');
  expect(child.output().stdout).not.toContain(jwt[1]);
  expect(child.output().stdout).not.toContain(TOKEN);
  expect(child.output().stdout).not.toContain('aaaaaaaaaa');
  expect(lines().filter(({ path }) => path === '/scim/v2/Users/•••')).toHaveLength(2);
});

test('of a long path a line has the segments that are whole in its first 1,000 characters', async () => {
  await client.get(`/Users/${'a'.repeat(60_000)}`);
  expect(await errorLines(({ path }) => path === '/scim/v2/Users/…')).toHaveLength(1);
});

test('what only begins like a JWT, again and again, costs what its length does', async () => {
  const act = (length: number) => fetch(`${child.origin}/${'eyJ'.repeat(length)}`);
  expect(await growth(act, 5_000)).toBeLessThan(MOSTLY_LINEAR);
});

test('an error that nobody caught ends the process with one line, which holds nothing either', async () => {
  const thrown = `throw Object.assign(new Error('E11000 dup key: { a: "${SECRET}" }'), { keyValue: '${SECRET}' })`;
  const source = encodeURIComponent(`process.on('SIGUSR2', () => { ${thrown} })`);
  const command = ['node', '--import', 'tsx', '--import', `data:text/javascript,${source}`, 'src/main.ts'] as const;
  const broken = await spawnServer({ SCIM_BEARER_TOKEN: TOKEN, MONGODB_URI: databaseUri() }, command);
  await untilReady(broken);
  broken.process.kill('SIGUSR2');
  expect(await broken.ended()).toBe(1);
  const { stdout, stderr } = broken.output();
  expect(stderr).toBe('');
  expect(JSON.parse(stdout.trim().split('\n').at(-1) ?? '')).toMatchObject({
    level: 60,
    err: { type: 'Error', message: 'E11000 dup key: {…}' },
    msg: 'the process ends: unexpected error',
  });
  expect(stdout).not.toContain(SECRET);
});

describe('an error in the log', () => {
  test('keeps its causes, each without values, and not more than some', () => {
    const cause = new Error("can't convert \"49-A\" to a number, nor '50'", { cause: 'text' });
    const logged = loggedError(new Error('{ a: 1 } is no document', { cause }));
    expect(logged).toEqual({
      type: 'Error',
      message: '{…} is no document',
      stack: expect.stringMatching(/^ {4}at /),
      cause: {
        type: 'Error',
        message: "can't convert \"…\" to a number, nor '…'",
        stack: expect.stringMatching(/^ {4}at /),
        cause: { type: 'string', message: '…' },
      },
    });
    const circle = new Error('round');
    circle.cause = circle;
    expect(JSON.stringify(loggedError(circle)).split('round').length - 1).toBe(5);
  });

  test('has no part of a value that is so long that the message is cut in it', () => {
    for (const quote of ["'", '`', '"']) {
      const { message } = loggedError(new Error(`no such value ${quote}${'secret '.repeat(500)}${quote}`));
      expect(message).toBe(`no such value ${quote}…${quote}`);
    }
  });

  test('shows frames alone in its stack, for a message of several lines stands in it too', () => {
    const logged = loggedError(new Error('one\n"two\nthree"'));
    expect(logged.message).toBe('one\n"…"');
    expect(logged.stack).not.toMatch(/one|two|three/);
  });
});
