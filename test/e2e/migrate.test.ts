// A document that changes under stored resources: the new server refuses to start, npm run scim -- migrate, and it
// starts. The old server runs on, as the one who stores in the old form.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { parse, stringify } from 'yaml';
import { buildModel } from '../../src/schema/build.js';
import { typeNamed } from '../../src/service/context.js';
import { readSource } from '../../src/spec/source.js';
import type { JsonObject } from '../../src/spec/json.js';
import type { MigrationReport } from '../../src/storage/mongo/migrate.js';
import { migrate } from '../../src/storage/mongo/migrate.js';
import type { StoredShape } from '../../src/storage/mongo/shapes.js';
import type { StoredResource } from '../../src/storage/mongo/stored-form.js';
import { toStored } from '../../src/storage/mongo/stored-form.js';
import { delivered } from '../audit/events.js';
import { call } from '../support/call.js';
import type { TestServer } from '../support/server.js';
import { databaseUri, startServer } from '../support/server.js';
import { plainSource, temporaryDocument } from '../support/temporary-document.js';
import { runCommand } from './command.js';
import { SCIM } from '../support/programs.js';

// A process takes its time to start.
jest.setTimeout(120_000);

const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const PATCH_OP = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';
const COMMAND = [...SCIM, 'migrate'] as const;

let MONGODB_URI: string;
let old: TestServer;
let after: { close(): unknown }[];
beforeEach(async () => {
  MONGODB_URI = databaseUri();
  old = await startServer({ MONGODB_URI });
  after = [];
});
afterEach(async () => {
  for (const each of after) await each.close();
  await old.close();
});

type Properties = Record<string, any>;

/** The document, edited: the attributes of users, and those of their extension. */
function edited(change: (user: Properties, enterprise: Properties) => void): string {
  const { directory, remove } = temporaryDocument([]);
  after.push({ close: remove });
  const [user, enterprise] = ['User', 'EnterpriseUser'].map((name) => {
    const file = join(directory, `schemas/${name}.yaml`);
    return { file, schema: parse(readFileSync(file, 'utf8')) };
  });
  change(user?.schema.properties, enterprise?.schema.properties);
  for (const { file, schema } of [user, enterprise].flatMap((each) => each ?? []))
    writeFileSync(file, stringify(schema));
  return directory;
}

function rename(properties: Properties, from: string, to: string, more: object = {}): void {
  const { [from]: attribute } = properties;
  delete properties[from];
  properties[to] = { ...attribute, 'x-scim': { ...attribute['x-scim'], renamedFrom: from, ...more } };
}

const patch = (server: TestServer, id: string, value: object) =>
  call(server, 'PATCH', `/Users/${id}`, { schemas: [PATCH_OP], Operations: [{ op: 'replace', value }] });
const filter = (text: string) => `/Users?filter=${encodeURIComponent(text)}`;

async function create(attributes: object): Promise<any> {
  const { status, body } = await call(old, 'POST', '/Users', { schemas: [USER, ENTERPRISE], ...attributes });
  expect(status).toBe(201);
  return body;
}

/** A server on the same database, with another document. */
async function started(OPENAPI_DIR: string): Promise<TestServer> {
  const server = await startServer({ MONGODB_URI, OPENAPI_DIR });
  after.push(server);
  return server;
}

/** Resources as the server would have stored them, in no time. */
async function insert(count: number, attributes: (n: number) => JsonObject): Promise<void> {
  const type = typeNamed(buildModel(plainSource()), 'User');
  const now = new Date();
  const stored = Array.from({ length: count }, (_, n) =>
    toStored(type, {
      id: String(n).padStart(8, '0'),
      version: 1,
      created: now,
      lastModified: now,
      attributes: attributes(n),
      edgeCount: 0,
    }),
  );
  await old.db.collection<StoredResource>('User').insertMany(stored);
}

async function run(OPENAPI_DIR: string, ...args: string[]) {
  const outcome = await runCommand([...COMMAND, '--json', ...args], { MONGODB_URI, OPENAPI_DIR });
  expect(outcome.stderr).toBe('');
  return { code: outcome.code, reports: JSON.parse(outcome.stdout) as MigrationReport[] };
}

test('an attribute, a sub-attribute of a list, and one of an extension are renamed', async () => {
  const OPENAPI_DIR = edited((user, enterprise) => {
    rename(user, 'nickName', 'alias', { index: true });
    rename(user['emails'].items.properties, 'display', 'label');
    rename(enterprise, 'division', 'branch');
  });
  const given = { userName: 'a', nickName: 'Al', emails: [{ value: 'a@x', display: 'A' }, { value: 'b@x' }] };
  const user = await create({ ...given, [ENTERPRISE]: { division: 'D' } });
  const other = await create({ userName: 'b' });
  await delivered(old.db);
  const before = await old.db.collection('User').find().toArray();
  await expect(started(OPENAPI_DIR)).rejects.toThrow(
    'stored resources of the type User were written by another document: nickName becomes alias; ' +
      'emails.display becomes label; EnterpriseUser.division becomes branch. Run npm run scim -- migrate --dry-run, ',
  );

  const dry = await run(OPENAPI_DIR, '--dry-run');
  expect(dry).toMatchObject({ code: 0, reports: [{ type: 'User', resources: 1, written: 1, refused: [] }] });
  expect(dry.reports).toMatchObject([{ isDone: false }]);
  expect(await old.db.collection('User').find().toArray()).toEqual(before);

  const done = await run(OPENAPI_DIR);
  expect(done).toMatchObject({ code: 0, reports: [{ resources: 1, written: 1, isDone: true }] });
  const server = await started(OPENAPI_DIR);
  const { body } = await call(server, 'GET', `/Users/${user.id}`);
  expect(body).toMatchObject({
    alias: 'Al',
    emails: [{ value: 'a@x', label: 'A' }, { value: 'b@x' }],
    [ENTERPRISE]: { branch: 'D' },
    meta: { version: 'W/"2"' },
  });
  expect(body.nickName).toBeUndefined();
  expect(Date.parse(body.meta.lastModified)).toBeGreaterThan(Date.parse(user.meta.lastModified));
  const found = await call(
    server,
    'GET',
    filter(`alias eq "AL" and emails.label eq "a" and ${ENTERPRISE}:branch eq "d"`),
  );
  expect(found.body.totalResults).toBe(1);
  expect((await call(server, 'GET', `/Users/${other.id}`)).body.meta.version).toBe(other.meta.version);
  expect((await run(OPENAPI_DIR)).reports).toEqual([]);
});

test('values that can be of the new type are, the others are counted, and stay until they are discarded', async () => {
  const OPENAPI_DIR = edited((user) => {
    user['title'] = { type: 'integer', description: 'A number.' };
    user['locale'] = { ...user['locale'], type: 'array', items: { type: 'string' } };
  });
  const titles = ['7', 'seven', '8', '', 'eight'];
  const users = await Promise.all(titles.map((title, n) => create({ userName: `u${n}`, title, locale: 'de' })));
  const ids = users.map(({ id }) => id as string);
  const refused = { path: 'title', reason: 'is no integer', resources: 3 };
  const first = await run(OPENAPI_DIR);
  expect(first).toMatchObject({ code: 1, reports: [{ resources: 5, written: 2, isDone: false }] });
  expect(first.reports[0]?.refused).toMatchObject([refused]);
  expect([...(first.reports[0]?.refused[0]?.examples ?? [])].sort()).toEqual([ids[1], ids[3], ids[4]].sort());
  await expect(started(OPENAPI_DIR)).rejects.toThrow(/title string becomes integer; locale one value become several/);
  expect((await call(old, 'GET', `/Users/${ids[1]}`)).body).toMatchObject({ title: 'seven', locale: 'de' });

  const second = await run(OPENAPI_DIR, '--discard');
  expect(second).toMatchObject({ code: 0, reports: [{ written: 3, refused: [], discarded: [refused], isDone: true }] });
  const server = await started(OPENAPI_DIR);
  const shown = await Promise.all(ids.map((id) => call(server, 'GET', `/Users/${id}`)));
  expect(shown.map(({ body }) => body.title)).toEqual([7, undefined, 8, undefined, undefined]);
  expect(shown.map(({ body }) => body.locale)).toEqual(ids.map(() => ['de']));
  expect((await call(server, 'GET', filter('title gt 7'))).body.totalResults).toBe(1);
});

describe('letter case', () => {
  test('that counts now: filters tell it apart, the version stays', async () => {
    const OPENAPI_DIR = edited((user) => (user['title']['x-scim'] = { caseExact: true }));
    const user = await create({ userName: 'a', title: 'Dr' });
    expect(await run(OPENAPI_DIR)).toMatchObject({ code: 0, reports: [{ written: 1, isDone: true }] });
    const server = await started(OPENAPI_DIR);
    const totals = ['Dr', 'dr'].map(async (title) => (await call(server, 'GET', filter(`title eq "${title}"`))).body);
    expect((await Promise.all(totals)).map(({ totalResults }) => totalResults)).toEqual([1, 0]);
    expect((await call(server, 'GET', `/Users/${user.id}`)).body.meta).toMatchObject({ version: 'W/"1"' });
  });

  test('that no longer counts where a value is unique: who clashes is named, and stays', async () => {
    await old.db.dropDatabase();
    const exact = edited((user) => (user['userName']['x-scim'].caseExact = true));
    const server = await started(exact);
    for (const userName of ['Al', 'al', 'Bo']) {
      expect((await call(server, 'POST', '/Users', { schemas: [USER], userName })).status).toBe(201);
    }
    const plain = edited(() => undefined);
    const { code, reports } = await run(plain);
    expect(code).toBe(1);
    expect(reports).toMatchObject([
      {
        written: 1,
        refused: [{ path: 'uniqueness', reason: expect.stringMatching(/^userName must be unique, and "al" is taken/) }],
      },
    ]);
    await expect(started(plain)).rejects.toThrow(/userName letter case no longer counts/);
  });
});

test('what nobody has stored needs no migration; what is gone and comes back is found again', async () => {
  const unused = edited((user) => rename(user, 'nickName', 'alias'));
  const user = await create({ userName: 'a', title: 'Dr' });
  const without = edited((attributes) => {
    rename(attributes, 'nickName', 'alias');
    delete attributes['title'];
  });
  expect((await call(await started(unused), 'GET', `/Users/${user.id}`)).body.title).toBe('Dr');
  const server = await started(without);
  const changed = await patch(server, user.id, { alias: 'Al' });
  expect([changed.status, changed.body.title, changed.body.alias]).toEqual([200, undefined, 'Al']);

  await expect(started(unused)).rejects.toThrow(/title is there again/);
  expect(await run(unused)).toMatchObject({ code: 0, reports: [{ written: 1 }] });
  expect((await call(await started(unused), 'GET', filter('title eq "dr"'))).body.totalResults).toBe(1);
});

test('killed in the middle it goes on from its place, and each resource is changed once', async () => {
  const COUNT = 20_000;
  await insert(COUNT, (n) => ({ userName: `u${n}`, nickName: `N${n}` }));
  const OPENAPI_DIR = edited((user) => rename(user, 'nickName', 'alias'));
  const { NODE_OPTIONS: _jest, ...environment } = process.env;
  const child = spawn('node', COMMAND.slice(1), { env: { ...environment, MONGODB_URI, OPENAPI_DIR } });
  const ended = once(child, 'exit');
  const stateOf = async () => (await old.db.collection<StoredShape>('shapes').findOne({ _id: 'User' }))?.migration;
  while (((await stateOf())?.after ?? '') === '') expect(child.exitCode).toBeNull();
  child.kill('SIGKILL');
  await ended;
  const users = old.db.collection<StoredResource>('User');
  const moved = await users.countDocuments({ 'r.alias': { $exists: true } });
  expect(moved).toBeGreaterThan(0);
  expect(moved).toBeLessThan(COUNT);
  expect(await stateOf()).toMatchObject({ isDone: false });
  await expect(started(OPENAPI_DIR)).rejects.toThrow(/nickName becomes alias/);

  const { code, reports } = await run(OPENAPI_DIR);
  expect([code, reports[0]?.isDone, reports[0]?.written]).toEqual([0, true, COUNT - moved]);
  expect(await users.countDocuments({ version: 2, 'r.alias': { $exists: true }, 's.alias': /^n/ })).toBe(COUNT);
  expect(
    await users.countDocuments({ $or: [{ 'r.nickName': { $exists: true } }, { 's.nickName': { $exists: true } }] }),
  ).toBe(0);
});

test('what the old server writes meanwhile is kept', async () => {
  const COUNT = 3_000;
  await insert(COUNT, (n) => ({ userName: `u${n}`, nickName: `N${n}` }));
  const OPENAPI_DIR = edited((user) => rename(user, 'nickName', 'alias'));
  const model = buildModel(readSource(OPENAPI_DIR));
  const acknowledged = new Map<string, object>();
  const migrated = new AbortController();
  const write = async (worker: number) => {
    for (let n = worker; !migrated.signal.aborted || n < 40; n += 4) {
      const id = String((n * 37) % COUNT).padStart(8, '0');
      const value = { title: `T${n}`, nickName: `new ${n}` };
      const { status } = await patch(old, id, value);
      expect(status).toBe(200);
      acknowledged.set(id, { title: value.title, alias: value.nickName });
    }
  };
  const writers = [0, 1, 2, 3].map(write);
  const options = { dryRun: false, discard: false, clock: () => new Date(), report: () => undefined };
  const [during] = await migrate(old.db, model, options);
  expect(during?.written).toBeGreaterThanOrEqual(COUNT);
  migrated.abort();
  await Promise.all(writers);
  // As docs/migrations.md says: once more when the old server has ended.
  expect(await migrate(old.db, model, options)).toMatchObject([{ refused: [], isDone: true }]);

  const server = await started(OPENAPI_DIR);
  expect(acknowledged.size).toBeGreaterThanOrEqual(10);
  for (const [id, value] of acknowledged) {
    expect((await call(server, 'GET', `/Users/${id}`)).body).toMatchObject(value);
  }
  const users = old.db.collection<StoredResource>('User');
  expect(await users.countDocuments({ 'r.alias': { $exists: true }, 'r.nickName': { $exists: false } })).toBe(COUNT);
});

test('without what it needs it says so in one line: exit code 1', async () => {
  await old.db.collection('shapes').drop();
  await create({ userName: 'a' });
  const unknown = await runCommand([...COMMAND], { MONGODB_URI });
  expect(unknown).toMatchObject({ code: 1, stdout: '' });
  expect(unknown.stderr).toMatch(/^the shape of the stored resources of the type User is unknown: [^\n]+\n$/);
});
