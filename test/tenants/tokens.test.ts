// Tokens: what they may, how long, and that nobody sees them twice.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { MongoClient } from 'mongodb';
import type { Acts } from '../../src/control/kinds.js';
import { newToken } from '../../src/auth/token-form.js';
import { TestClient } from '../support/client.js';
import { clientOf, controlOf } from '../support/control.js';
import { grant, newClient } from '../support/oauth.js';
import type { TestServer } from '../support/server.js';
import { startServer } from '../support/server.js';
import { untilStatus } from '../support/until-status.js';

const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
const GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group';
const BULK = 'urn:ietf:params:scim:api:messages:2.0:BulkRequest';

let server: TestServer;
let control: Acts;
/** It writes null for what is undefined. */
let careless: MongoClient;
beforeAll(async () => {
  server = await startServer({ AUTH_FAILURES: 'off' });
  control = await controlOf(server);
  careless = await MongoClient.connect(server.uri);
});
afterAll(async () => {
  await careless.close();
  await server.close();
});

test('a token is let in; only its keyed digest is kept', async () => {
  const client = await clientOf(server, control);
  expect((await client.get('/Users')).status).toBe(200);
  const stored = await server.db.collection('tokens').find().toArray();
  expect(JSON.stringify(stored)).not.toContain(client.token);
  const listed = await control.tokens.list();
  expect(listed.find(({ id }) => id === client.tokenId)).toMatchObject({ name: 'test', scopes: ['read', 'write'] });
  expect(JSON.stringify(listed)).not.toMatch(/digest|scim_/);
});

test('one that is well formed and unknown, and one whose checksum is wrong: 401, no word of why', async () => {
  const unknown = newToken().token;
  for (const token of [unknown, `${unknown.slice(0, -1)}?`, `${unknown.slice(0, -6)}000000`]) {
    const { status, body, headers } = await (
      await clientOf(server, control)
    ).get('/Users', {
      authorization: `Bearer ${token}`,
    });
    expect([status, headers.get('www-authenticate')]).toEqual([401, expect.stringMatching(/^Bearer/)]);
    expect(body).toMatchObject({ status: '401', detail: expect.stringContaining('needs a valid bearer token') });
  }
});

test('a wrong checksum costs no call to the database', async () => {
  const statusOf = async (token: string) => (await new TestClient({ url: server.url, token }).get('/Users')).status;
  const unknown = newToken().token;
  await server.db.setProfilingLevel('all');
  const wrong = await Promise.all(Array.from({ length: 50 }, () => statusOf(`${unknown.slice(0, -6)}000000`)));
  expect(new Set(wrong)).toEqual(new Set([401]));
  const looks = () => server.db.collection('system.profile').countDocuments({ ns: /\.tokens$/ });
  expect(await looks()).toBe(0);
  expect([await statusOf(unknown), await looks()]).toEqual([401, 1]);
  await server.db.setProfilingLevel('off');
});

test('a token or a client without an end never ends, also where a driver wrote null for what is not there', async () => {
  const { tokens } = await controlOf({ db: careless.db() });
  const { token, info } = await tokens.create({ name: 'endless', tenant: 'default', expires: undefined });
  expect(await careless.db().collection<{ _id: string }>('tokens').findOne({ _id: info.id })).toMatchObject({
    expires: null,
    certificate: null,
    client: null,
  });
  expect((await new TestClient({ url: server.url, token }).get('/Users')).status).toBe(200);
  expect((await control.tokens.list()).find(({ id }) => id === info.id)).not.toHaveProperty('expires');
  expect((await control.tokens.rotate(info.id, 60)).info.expires).toBeUndefined();

  const client = await newClient({ ...control, tokens });
  const granted = await grant(server, client);
  expect([granted.status, granted.body.expires_in]).toEqual([200, 3600]);
  expect((await new TestClient({ url: server.url, token: granted.body.access_token }).get('/Users')).status).toBe(200);
});

test('a revoked token is refused within a second', async () => {
  const client = await clientOf(server, control);
  expect((await client.get('/Users')).status).toBe(200);
  await control.tokens.revoke(client.tokenId);
  expect((await untilStatus(() => client.get('/Users'), 401)).lasted).toBeLessThan(1_000);
});

test('rotation: both work, then the old one ends', async () => {
  const old = await clientOf(server, control, { scopes: ['read:User'], profile: 'okta' });
  const { token, info } = await control.tokens.rotate(old.tokenId, 3600);
  expect(info).toMatchObject({ name: 'test', scopes: ['read:User'], profile: 'okta' });
  expect((await old.get('/Users')).status).toBe(200);
  expect((await old.get('/Users', { authorization: `Bearer ${token}` })).status).toBe(200);
  await control.tokens.rotate(old.tokenId, 0);
  expect((await untilStatus(() => old.get('/Users'), 401)).lasted).toBeLessThan(1_000);
  await expect(control.tokens.rotate(old.tokenId, 0)).rejects.toThrow('there is no active token');
});

test.each([undefined, 90 * 86_400_000])(
  'one made for %p ms is replaced by such, also when rotated twice',
  async (life) => {
    const expires = life === undefined ? undefined : new Date(Date.now() + life);
    for (const kind of ['token', 'client'] as const) {
      const { info } = await control.tokens.create({ kind, name: 'twice', tenant: 'default', expires });
      for (const overlap of [3600, 7200, 60]) {
        const made = (await control.tokens.rotate(info.id, overlap)).info;
        if (life === undefined) expect(made.expires).toBeUndefined();
        else expect(Math.abs((made.expires?.getTime() ?? 0) - made.created.getTime() - life)).toBeLessThan(5_000);
        // Only what is left of the overlap is left of the old one.
        const old = (await control.tokens.list()).find(({ id }) => id === info.id);
        expect((old?.expires?.getTime() ?? Infinity) - Date.now()).toBeLessThanOrEqual(Math.min(overlap, 3600) * 1000);
      }
    }
  },
);

test('an expired token is refused', async () => {
  const expires = new Date(Date.now() + 4_000);
  const soon = await clientOf(server, control, { expires });
  expect((await soon.get('/Users')).status).toBe(200);
  const left = expires.getTime() - Date.now();
  expect((await untilStatus(() => soon.get('/Users'), 401)).lasted).toBeLessThanOrEqual(left);
});

test('the last use is kept, to the minute', async () => {
  const before = new Date();
  const settled = await startServer({ MONGODB_URI: server.uri });
  const client = await clientOf({ ...settled, db: server.db }, control);
  await client.get('/Users');
  await settled.stop();
  const [info] = (await control.tokens.list()).filter(({ id }) => id === client.tokenId);
  expect(info?.lastUsed?.getTime()).toBeGreaterThanOrEqual(before.getTime());
});

test('a token bound to a certificate is nothing without it', async () => {
  const client = await clientOf(server, control, { certificate: 'AB'.repeat(32) });
  expect((await client.get('/Users')).status).toBe(401);
});

test.each([
  [{ scopes: ['admin'] }, 'scopes: "admin" is not a scope'],
  [{ scopes: [] }, 'scopes: give at least one'],
  [{ name: ' ' }, 'name: is required'],
  [{ profile: 'okto' }, 'profile: "okto" is unknown; use one of strict, okta, entra, jumpcloud'],
  [{ certificate: 'abc' }, 'certificate: takes a SHA-256 fingerprint'],
  [{ expires: new Date(0) }, 'expires: 1970-01-01T00:00:00.000Z is not in the future'],
  [{ tenant: 'nobody' }, 'there is no tenant nobody'],
])('no token of %j', async (request, message) => {
  await expect(control.tokens.create({ name: 'x', tenant: 'default', ...request })).rejects.toThrow(message);
});

test('scopes: reading is not writing, and users are not groups', async () => {
  const all = await clientOf(server, control);
  const made = await all.post('/Users', { schemas: [USER], userName: 'scoped' });
  const group = (displayName: string) => ({ schemas: [GROUP], displayName });
  const user = `/Users/${made.body.id}`;
  const forbidden = (access: string, type: string) => ({
    status: 403,
    body: { status: '403', detail: `the token may not ${access} resources of the type ${type}` },
  });

  const reader = await clientOf(server, control, { scopes: ['read:User'] });
  expect((await reader.get(user)).status).toBe(200);
  expect((await reader.get('/Users?filter=userName%20eq%20%22scoped%22')).status).toBe(200);
  expect(await reader.get('/Groups')).toMatchObject(forbidden('read', 'Group'));
  expect(await reader.post('/Users', { schemas: [USER], userName: 'x' })).toMatchObject(forbidden('write', 'User'));
  expect(await reader.patch(user, [{ op: 'replace', path: 'active', value: false }])).toMatchObject(
    forbidden('write', 'User'),
  );
  expect(await reader.request('DELETE', user)).toMatchObject(forbidden('write', 'User'));
  // What is there of other types is not in the list of all.
  await all.post('/Groups', group('of all'));
  const root = await reader.get('/');
  expect(new Set(root.body.Resources.map(({ meta }: any) => meta.resourceType))).toEqual(new Set(['User']));

  const writer = await clientOf(server, control, { scopes: ['write:Group'] });
  expect((await writer.post('/Groups', group('scoped'))).status).toBe(201);
  expect(await writer.get('/Groups')).toMatchObject(forbidden('read', 'Group'));
  expect(await writer.get('/')).toMatchObject({
    status: 403,
    body: { detail: 'the token may not read resources of any type' },
  });
  const bulk = await writer.post('/Bulk', {
    schemas: [BULK],
    Operations: [
      { method: 'DELETE', path: user },
      { method: 'POST', path: '/Groups', bulkId: 'g', data: group('in bulk') },
      { method: 'POST', path: '/Users', bulkId: 'u', data: { schemas: [USER], userName: 'y' } },
    ],
  });
  expect(bulk.body.Operations.map(({ status }: any) => status)).toEqual(['403', '201', '403']);
  expect((await all.get(user)).status).toBe(200);
});

test('the profile of a token decides what is tolerated', async () => {
  const strict = await clientOf(server, control, { profile: 'strict' });
  const entra = await clientOf(server, control, { profile: 'entra' });
  const body = { schemas: [USER], userName: 'profiled', active: 'True' };
  const refused = await strict.post('/Users', body);
  expect([refused.status, refused.body.scimType]).toEqual([400, 'invalidValue']);
  expect((await entra.post('/Users', body)).body.active).toBe(true);
});
