// Tenants by the admin API: made, listed, suspended, resumed, deleted.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { tenantDatabase } from '../../src/storage/mongo/tenant-store.js';
import { runCommand } from '../e2e/command.js';
import { call } from '../support/call.js';
import { TestClient } from '../support/client.js';
import { SCIM } from '../support/programs.js';
import { untilStatus } from '../support/until-status.js';
import type { AdminServer } from './admin-server.js';
import { startAdminServer } from './admin-server.js';

// A command takes its time to start.
jest.setTimeout(60_000);

const FILE = 'test/fixtures/overlays/one-badge.yaml';
const OVERLAY = readFileSync(FILE, 'utf8');

let at: AdminServer;
beforeAll(async () => {
  at = await startAdminServer();
});
afterAll(() => at.close());

const withToken = async (tenant: string) => {
  const { body } = await at.admin.post('/Tokens', { name: 'x', tenant, scopes: ['read', 'write'] });
  return new TestClient({ url: at.server.url, token: body.token });
};

test('a tenant is made, read and listed; it has a database and a document of its own', async () => {
  const made = await at.admin.post('/Tenants', { name: 'badges', overlay: OVERLAY });
  expect(made.status).toBe(201);
  const location = `${at.url}/Tenants/badges`;
  expect(made.headers.get('location')).toBe(location);
  expect(made.body).toMatchObject({ id: 'badges', name: 'badges', suspended: false, overlay: OVERLAY });
  expect(made.body.meta).toMatchObject({ resourceType: 'Tenant', location });
  expect((await at.admin.get('/Tenants/badges')).body).toEqual(made.body);
  const { body } = await at.admin.get('/Tenants?attributes=name');
  expect(body.Resources.map(({ id }: any) => id)).toEqual(['badges', 'default']);

  const { token } = (await at.admin.post('/Tokens', { name: 'x', tenant: 'badges', scopes: ['read', 'write'] })).body;
  const schemas = await call({ url: at.server.url, token }, 'GET', '/Schemas');
  expect(schemas.text).toContain('urn:example:params:scim:schemas:Badge');
});

test.each([
  [{ name: 'Acme' }, 400, 'invalidValue', `"Acme" can't name a tenant`],
  [{ name: '../x' }, 400, 'invalidValue', "can't name a tenant"],
  [{}, 400, 'invalidValue', 'needs name'],
  [{ name: 'default' }, 409, 'uniqueness', 'there is a tenant "default" already'],
  [{ name: 'broken', overlay: 'schemas: [' }, 400, 'invalidValue', 'overlay:1:'],
  [{ name: 'broken', overlay: 'resources: { User: { schema: Nothing } }' }, 400, 'invalidValue', 'Nothing'],
  [{ name: 'broken', suspend: true }, 400, 'invalidSyntax', 'Tenant has no attribute "suspend"'],
])('%j makes no tenant: %i %s', async (body, status, scimType, detail) => {
  const answer = await at.admin.post('/Tenants', body);
  expect([answer.status, answer.body.scimType]).toEqual([status, scimType]);
  expect(answer.body.detail).toContain(detail);
  expect((await at.admin.get('/Tenants/broken')).status).toBe(404);
});

test('a suspended tenant is refused within a second, and goes on when it is resumed', async () => {
  await at.admin.post('/Tenants', { name: 'paused' });
  const client = await withToken('paused');
  expect((await client.get('/Users')).status).toBe(200);
  const suspended = await at.admin.post('/Tenants/paused/suspend', {});
  expect([suspended.status, suspended.body.suspended]).toEqual([200, true]);
  const refused = await untilStatus(() => client.get('/Users'), 403);
  expect(refused.lasted).toBeLessThan(1_000);
  const filter = encodeURIComponent('suspended eq true');
  expect((await at.admin.get(`/Tenants?filter=${filter}`)).body.totalResults).toBe(1);
  const resumed = await at.admin.request('POST', '/Tenants/paused/resume');
  expect([resumed.status, resumed.body.suspended]).toEqual([200, false]);
  expect((await untilStatus(() => client.get('/Users'), 200)).answer.status).toBe(200);
});

test('a deleted tenant is gone, with its tokens and its resources', async () => {
  await at.admin.post('/Tenants', { name: 'gone' });
  const client = await withToken('gone');
  const user = { schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'], userName: 'gone' };
  expect((await client.post('/Users', user)).status).toBe(201);
  expect((await at.admin.delete('/Tenants/gone?confirm=gone')).status).toBe(204);
  expect((await untilStatus(() => client.get('/Users'), 401)).answer.status).toBe(401);
  const filter = encodeURIComponent('tenant eq "gone"');
  expect((await at.admin.get(`/Tokens?filter=${filter}`)).body.totalResults).toBe(0);
  await at.admin.post('/Tenants', { name: 'gone' });
  expect((await (await withToken('gone')).get('/Users')).body.totalResults).toBe(0);
});

test('a tenant is deleted by who names it twice alone', async () => {
  await at.admin.post('/Tenants', { name: 'kept' });
  for (const [query, detail] of [
    ['', 'confirm'],
    ['?confirm=', 'confirm: is "", but the tenant is "kept"'],
    ['?confirm=gone', 'confirm: is "gone", but the tenant is "kept"'],
  ]) {
    const { status, body } = await at.admin.delete(`/Tenants/kept${query}`);
    expect([status, body.detail]).toEqual([400, expect.stringContaining(detail ?? '')]);
  }
  expect((await at.admin.get('/Tenants/kept')).status).toBe(200);
  expect((await at.admin.delete('/Tenants/kept?confirm=kept')).status).toBe(204);
});

test('overlay and rate are replaced, within a second, and gone where they are left out', async () => {
  const { body: made } = await at.admin.post('/Tenants', { name: 'changed' });
  const { token } = (await at.admin.post('/Tokens', { name: 'x', tenant: 'changed', scopes: ['read', 'write'] })).body;
  const schemas = () => call({ url: at.server.url, token }, 'GET', '/Schemas');
  expect((await schemas()).text).not.toContain('Badge');
  // What was read may be sent back: what a client can't write is left out.
  const rate = { perSecond: 1, burst: 1 };
  const changed = await at.admin.put('/Tenants/changed', { ...made, overlay: OVERLAY, rate });
  expect([changed.status, changed.body.overlay, changed.body.rate]).toEqual([200, OVERLAY, rate]);
  expect((await at.admin.get('/Tenants/changed')).body).toEqual(changed.body);
  expect((await untilStatus(schemas, 429)).answer.headers.get('retry-after')).toBe('1');

  const { body: usual } = await at.admin.put('/Tenants/changed', { name: 'changed', overlay: OVERLAY });
  expect(usual).not.toHaveProperty('rate');
  const shown = await untilStatus(schemas, 200);
  expect(shown.answer.text).toContain('urn:example:params:scim:schemas:Badge');
  const { body: bare } = await at.admin.put('/Tenants/changed', { name: 'changed' });
  expect(bare).not.toHaveProperty('overlay');
  expect(await at.server.db.collection<{ _id: string }>('tenants').findOne({ _id: 'changed' })).toEqual({
    _id: 'changed',
    created: expect.any(Date),
    lastModified: expect.any(Date),
    version: 4,
    suspended: false,
  });
});

test('of two operators who change what both have read, the second is told: 412, and nothing of it is done', async () => {
  const made = await at.admin.post('/Tenants', { name: 'shared' });
  const read = await at.admin.get('/Tenants/shared');
  const versions = [made, read].map(({ headers }) => headers.get('etag'));
  expect(versions).toEqual(['W/"1"', 'W/"1"']);
  const rate = { perSecond: 1, burst: 1 };
  const ifMatch = { 'if-match': 'W/"1"' };
  const first = await at.admin.put('/Tenants/shared', { name: 'shared', rate }, ifMatch);
  expect([first.status, first.headers.get('etag')]).toEqual([200, 'W/"2"']);
  const second = await at.admin.put('/Tenants/shared', { name: 'shared', overlay: OVERLAY }, ifMatch);
  expect([second.status, second.body.detail]).toEqual([
    412,
    'If-Match asks for W/"1", but the resource has the version W/"2": read it again',
  ]);
  const now = await at.admin.get('/Tenants/shared');
  expect([now.headers.get('etag'), now.body]).toEqual(['W/"2"', first.body]);

  const anyway = await at.admin.put('/Tenants/shared', { name: 'shared' }, { 'if-match': '*' });
  expect([anyway.status, anyway.headers.get('etag')]).toEqual([200, 'W/"3"']);
  const suspended = await at.admin.post('/Tenants/shared/suspend', {});
  expect(suspended.headers.get('etag')).toBe('W/"4"');
  const none = await at.admin.put('/Tenants/nobody', { name: 'nobody' }, { 'if-match': '*' });
  expect(none.status).toBe(404);
});

test('nor is it suspended, released or deleted in a version that somebody has changed: 412', async () => {
  await at.admin.post('/Tenants', { name: 'guarded' });
  await at.admin.put('/Tenants/guarded', { name: 'guarded', rate: { perSecond: 1, burst: 1 } });
  const { body: before } = await at.admin.get('/Tenants/guarded');
  const old = { 'if-match': 'W/"1"' };
  const held = [
    await at.admin.post('/Tenants/guarded/suspend', {}, old),
    await at.admin.post('/Tenants/guarded/resume', {}, old),
    await at.admin.post('/Tenants/guarded/release', {}, old),
    await at.admin.delete('/Tenants/guarded?confirm=guarded', old),
  ];
  expect(held.map(({ status, body: { detail } }) => [status, detail])).toEqual(
    held.map(() => [412, 'If-Match asks for W/"1", but the resource has the version W/"2": read it again']),
  );
  expect((await at.admin.get('/Tenants/guarded')).body).toEqual(before);
  const suspended = await at.admin.post('/Tenants/guarded/suspend', {}, { 'if-match': 'W/"2"' });
  expect([suspended.status, suspended.headers.get('etag')]).toEqual([200, 'W/"3"']);
  const deleted = await at.admin.delete('/Tenants/guarded?confirm=guarded', { 'if-match': 'W/"3"' });
  expect(deleted.status).toBe(204);
});

test('of many at once with the same version one is done; with *, all', async () => {
  await at.admin.post('/Tenants', { name: 'raced' });
  const together = (version: string) =>
    Promise.all(
      [1, 2, 3, 4, 5, 6].map(async (perSecond) => {
        const body = { name: 'raced', rate: { perSecond, burst: 1 } };
        return (await at.admin.put('/Tenants/raced', body, { 'if-match': version })).status;
      }),
    );
  expect((await together('W/"1"')).toSorted()).toEqual([200, 412, 412, 412, 412, 412]);
  expect(await together('*')).toEqual([200, 200, 200, 200, 200, 200]);
  expect((await at.admin.get('/Tenants/raced')).headers.get('etag')).toBe('W/"8"');
});

test('a tenant of before versions were counted has one, which changes with it', async () => {
  await at.admin.post('/Tenants', { name: 'old' });
  const tenants = at.server.db.collection<{ _id: string }>('tenants');
  await tenants.updateOne({ _id: 'old' }, { $unset: { version: 1 } });
  const version = (await at.admin.get('/Tenants/old')).headers.get('etag') ?? '';
  expect(version).toBe('W/"0"');
  const put = () => at.admin.put('/Tenants/old', { name: 'old' }, { 'if-match': version });
  expect([(await put()).status, (await put()).status]).toEqual([200, 412]);
});

test('the command line lays an overlay over a tenant, and takes it away', async () => {
  await at.admin.post('/Tenants', { name: 'by-hand' });
  const overlay = (...args: readonly string[]) =>
    runCommand([...SCIM, 'tenant', 'overlay', 'by-hand', ...args], { MONGODB_URI: at.server.uri });
  expect(await overlay(FILE)).toEqual({ code: 0, stdout: 'changed by-hand\n', stderr: '' });
  expect((await at.admin.get('/Tenants/by-hand')).body.overlay).toBe(OVERLAY);
  expect((await overlay('--none')).code).toBe(0);
  expect((await at.admin.get('/Tenants/by-hand')).body).not.toHaveProperty('overlay');
  const either = { code: 1, stdout: '', stderr: 'give either a file, or --none\n' };
  expect([await overlay(), await overlay(FILE, '--none')]).toEqual([either, either]);
});

test.each([
  [{ name: 'other' }, 'mutability', 'name: is "other"; the tenant "held" keeps its own'],
  [{ name: 'held', overlay: 'schemas: [' }, 'invalidValue', 'overlay:1:'],
  [{ name: 'held', rate: { perSecond: 0, burst: 1 } }, 'invalidValue', 'rate.perSecond: 0 is not a whole number'],
  [{ name: 'held', rate: { perSecond: 1, burst: 10_000_001 } }, 'invalidValue', 'from 1 to 10000000'],
  [{ name: 'held', rate: { perSecond: 1 } }, 'invalidValue', 'burst'],
  [{ name: 'held', rates: {} }, 'invalidSyntax', 'Tenant has no attribute "rates"'],
])('a tenant is not replaced by %j: 400 %s', async (body, scimType, detail) => {
  await at.admin.post('/Tenants', { name: 'held' });
  const { body: before } = await at.admin.get('/Tenants/held');
  const answer = await at.admin.put('/Tenants/held', body);
  expect([answer.status, answer.body.scimType]).toEqual([400, scimType]);
  expect(answer.body.detail).toContain(detail);
  expect((await at.admin.get('/Tenants/held')).body).toEqual(before);
});

test('the indexes of a tenant, as the command line shows them', async () => {
  await at.admin.post('/Tenants', { name: 'indexed' });
  expect((await (await withToken('indexed')).get('/Users')).status).toBe(200);
  const database = tenantDatabase(at.server.db, 'indexed');
  await database.collection('User').dropIndex('scim:s.emails.value');
  const { status, body } = await at.admin.get('/Tenants/indexed/Indexes?count=1000');
  expect(status).toBe(200);
  const index = body.Resources.find(({ keys }: any) => keys.join() === 's.userName');
  expect(index).toEqual({
    schemas: ['urn:scim-server:admin:schemas:Index'],
    id: `User.${index.name}`,
    collection: 'User',
    name: expect.stringContaining('s.userName'),
    keys: ['s.userName'],
    unique: true,
    state: 'exists',
    bytes: expect.any(Number),
    uses: { count: 0, since: expect.stringMatching(/^\d{4}-.*Z$/) },
    isUnused: false,
    meta: { resourceType: 'Index' },
  });
  const missing = await at.admin.get(`/Tenants/indexed/Indexes?filter=${encodeURIComponent('state eq "missing"')}`);
  expect(missing.body.Resources.map(({ name }: any) => name)).toEqual(['scim:s.emails.value']);
  const command = [...SCIM, 'indexes', '--tenant', 'indexed', '--json'] as const;
  const { stdout } = await runCommand(command, { MONGODB_URI: at.server.uri });
  const told = JSON.parse(stdout).map(({ name }: any) => name);
  expect(told.sort()).toEqual(body.Resources.map(({ name }: any) => name).sort());
});

test('the deployment itself can not be deleted; what there is not, is 404', async () => {
  const answer = await at.admin.delete('/Tenants/default?confirm=default');
  expect([answer.status, answer.body.detail]).toEqual([409, expect.stringContaining('cannot be deleted')]);
  for (const missing of [
    await at.admin.get('/Tenants/nobody'),
    await at.admin.delete('/Tenants/nobody?confirm=nobody'),
    await at.admin.request('POST', '/Tenants/nobody/suspend'),
    await at.admin.put('/Tenants/nobody', { name: 'nobody' }),
    await at.admin.get('/Tenants/nobody/Brakes'),
    await at.admin.get('/Tenants/nobody/Indexes'),
    await at.admin.get('/Tenants/nobody/AuditEvents'),
    await at.admin.get('/Tenants/nobody/AuditEvents/x'),
    await at.admin.get('/Tenants/nobody/AuditEvents/export'),
  ]) {
    expect([missing.status, missing.body.detail]).toEqual([404, expect.stringContaining('nobody')]);
  }
});

test('the log of a tenant is read without a write', async () => {
  await at.admin.post('/Tenants', { name: 'logged' });
  await (await withToken('logged')).get('/Users');
  const db = tenantDatabase(at.server.db, 'logged');
  await db.setProfilingLevel('all');
  expect((await at.admin.get('/Tenants/logged/AuditEvents')).status).toBe(200);
  await db.setProfilingLevel('off');
  const asked = await db
    .collection('system.profile')
    .find({ ns: `${db.databaseName}.secrets` })
    .toArray();
  expect(asked.map(({ op }) => op)).toEqual(['query']);
});
