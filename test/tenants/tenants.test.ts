// Tenants: what one has, no other reaches, by whatever a request can say.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Acts } from '../../src/control/kinds.js';
import type { TestClient } from '../support/client.js';
import { clientOf, controlOf } from '../support/control.js';
import type { TestServer } from '../support/server.js';
import { startServer } from '../support/server.js';
import { untilStatus } from '../support/until-status.js';

const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
const GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group';
const BULK = 'urn:ietf:params:scim:api:messages:2.0:BulkRequest';
const PATCH = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';
const BADGE = 'urn:example:params:scim:schemas:Badge';
const OVERLAY = readFileSync('test/fixtures/overlays/one-badge.yaml', 'utf8');

let server: TestServer;
let control: Acts;
let ours: TestClient;
let theirs: TestClient;
beforeAll(async () => {
  server = await startServer();
  control = await controlOf(server);
  await control.tenants.create('ours');
  await control.tenants.create('theirs', { overlay: OVERLAY });
  ours = await clientOf(server, control, { tenant: 'ours' });
  theirs = await clientOf(server, control, { tenant: 'theirs' });
});
afterAll(async () => {
  for (const { id } of await control.tenants.list()) if (id !== 'default') await control.tenants.remove(id);
  await server.close();
});

const user = (userName: string, more: object = {}) => ({ schemas: [USER], userName, ...more });

/** An answer without what differs between two requests for the same thing. */
const shape = ({ status, body, headers }: Awaited<ReturnType<TestClient['get']>>, id: string) => ({
  status,
  body: JSON.stringify(body).replaceAll(id, '<id>'),
  headers: [...headers.keys()].filter((name) => name !== 'content-length').sort(),
});

test('the same userName is free in each tenant, and unique in it', async () => {
  expect((await ours.post('/Users', user('same'))).status).toBe(201);
  expect((await theirs.post('/Users', user('same'))).status).toBe(201);
  expect((await ours.post('/Users', user('same'))).status).toBe(409);
});

test('an id of another tenant is answered as one that nobody has, by every method', async () => {
  const { id } = (await theirs.post('/Users', user('hidden'))).body;
  const etag = 'W/"1"';
  const nobody = `${id.slice(0, -12)}000000000000`;
  const attempts: ((id: string) => Promise<Awaited<ReturnType<TestClient['get']>>>)[] = [
    (to) => ours.get(`/Users/${to}`),
    (to) => ours.get(`/Users/${to}`, { 'if-none-match': etag }),
    (to) => ours.put(`/Users/${to}`, user('taken')),
    (to) => ours.put(`/Users/${to}`, user('taken'), { 'if-match': etag }),
    (to) => ours.patch(`/Users/${to}`, [{ op: 'replace', path: 'active', value: false }]),
    (to) => ours.request('DELETE', `/Users/${to}`),
    (to) => ours.post('/Groups', { schemas: [GROUP], displayName: 'g', members: [{ value: to }] }),
    (to) => ours.get(`/Users?filter=${encodeURIComponent(`id eq "${to}"`)}`),
    (to) => ours.get(`/Groups?filter=${encodeURIComponent(`members.value eq "${to}"`)}`),
    (to) =>
      ours.post('/Bulk', {
        schemas: [BULK],
        Operations: [
          { method: 'DELETE', path: `/Users/${to}` },
          {
            method: 'PATCH',
            path: `/Users/${to}`,
            data: { schemas: [PATCH], Operations: [{ op: 'remove', path: 'title' }] },
          },
        ],
      }),
  ];
  for (const attempt of attempts) {
    expect(shape(await attempt(id), id)).toEqual(shape(await attempt(nobody), nobody));
  }
  expect((await theirs.get(`/Users/${id}`)).body).toMatchObject({ userName: 'hidden', meta: { version: etag } });
});

test('lists, searches and totals have nothing of another tenant', async () => {
  await theirs.post('/Users', user('counted'));
  const before = (await ours.get('/Users')).body.totalResults;
  await theirs.post('/Users', user('counted too'));
  expect((await ours.get('/Users')).body.totalResults).toBe(before);
  const found = await ours.get(`/?filter=${encodeURIComponent('userName sw "counted"')}`);
  expect(found.body.totalResults).toBe(0);
});

test('a cursor of another tenant is none', async () => {
  await theirs.post('/Users', user('page 1'));
  await theirs.post('/Users', user('page 2'));
  const page = await theirs.get('/Users?count=1&cursor');
  const { nextCursor } = page.body;
  expect(nextCursor).toBeTruthy();
  const { status, body } = await ours.get(`/Users?count=1&cursor=${encodeURIComponent(nextCursor)}`);
  expect([status, body.scimType]).toEqual([400, 'invalidCursor']);
});

test('an extension of one tenant is in its document and its schemas alone', async () => {
  const documentOf = async (client: TestClient & { readonly token?: string }) => {
    const headers = { authorization: `Bearer ${client.token ?? ''}` };
    return (await fetch(new URL('/openapi.json', server.url), { headers })).json() as Promise<any>;
  };
  expect(Object.keys((await documentOf(theirs)).components.schemas)).toContain('Badge');
  expect(Object.keys((await documentOf(ours)).components.schemas)).not.toContain('Badge');
  expect(JSON.stringify((await ours.get('/Schemas')).body)).not.toContain(BADGE);
  // What a cache has of one tenant is not what another one gets.
  const tagOf = async ({ token = '' }: TestClient & { readonly token?: string }) => {
    const headers = { authorization: `Bearer ${token}` };
    return (await fetch(new URL('/openapi.json', server.url), { headers })).headers.get('etag');
  };
  expect(await tagOf(theirs)).not.toBe(await tagOf(ours));

  const raw = async (client: TestClient & { readonly token?: string }, path: string, init: RequestInit = {}) => {
    const headers = { authorization: `Bearer ${client.token ?? ''}`, 'content-type': 'application/scim+json' };
    const response = await fetch(`${server.url}${path}`, { ...init, headers });
    return { status: response.status, body: (await response.json()) as any };
  };
  expect(JSON.stringify((await raw(theirs, '/Schemas')).body)).toContain(BADGE);
  const badged = { ...user('badged'), schemas: [USER, BADGE], [BADGE]: { number: '7' } };
  const body = JSON.stringify(badged);
  expect((await raw(theirs, '/Users', { method: 'POST', body })).body[BADGE]).toEqual({ number: '7' });
  const filter = encodeURIComponent(`${BADGE}:number eq "7"`);
  expect((await raw(theirs, `/Users?filter=${filter}`)).body.totalResults).toBe(1);
  expect((await raw(ours, `/Users?filter=${filter}`)).status).toBe(400);
});

test('a suspended tenant is 403, until it is resumed; nothing is lost', async () => {
  await control.tenants.create('paused');
  const client = await clientOf(server, control, { tenant: 'paused' });
  expect((await client.post('/Users', user('kept'))).status).toBe(201);
  await control.tenants.change('paused', { suspended: true });
  const refused = await untilStatus(() => client.get('/Users'), 403);
  expect(refused.answer.body).toMatchObject({ status: '403', detail: 'the tenant of the token is suspended' });
  expect((await client.get('/Users', { authorization: 'Bearer nonsense-that-is-long-enough' })).status).toBe(401);
  await control.tenants.change('paused', { suspended: false });
  expect((await untilStatus(() => client.get('/Users'), 200)).answer.body.totalResults).toBe(1);
});

test('a deleted tenant: its tokens end, its resources are gone, a new one of its name has none', async () => {
  await control.tenants.create('gone');
  const client = await clientOf(server, control, { tenant: 'gone' });
  await client.post('/Users', user('gone'));
  await control.tenants.remove('gone');
  await untilStatus(() => client.get('/Users'), 401);
  await control.tenants.create('gone');
  const again = await clientOf(server, control, { tenant: 'gone' });
  expect((await untilStatus(() => again.get('/Users'), 200)).answer.body.totalResults).toBe(0);
  // Its database has the indexes of the document again.
  expect((await again.post('/Users', user('new'))).status).toBe(201);
  expect((await again.post('/Users', user('new'))).status).toBe(409);
});

test.each([
  ['Ours', `"Ours" can't name a tenant`],
  ['-', `"-" can't name a tenant`],
  ['a'.repeat(31), "can't name a tenant"],
  ['../x', "can't name a tenant"],
  ['default', 'there is a tenant "default" already'],
  ['ours', 'there is a tenant "ours" already'],
])('no tenant %j', async (id, message) => {
  await expect(control.tenants.create(id)).rejects.toThrow(message);
});

test('an overlay that is wrong makes no tenant, and changes none', async () => {
  await expect(control.tenants.create('broken', { overlay: 'schemas: [' })).rejects.toThrow(/^overlay:1:/);
  await expect(control.tenants.change('ours', { overlay: 'resources: { User: { schema: Nothing } }' })).rejects.toThrow(
    'Nothing',
  );
  expect((await control.tenants.list()).map(({ id }) => id)).not.toContain('broken');
  expect((await ours.get('/Users')).status).toBe(200);
});

test('a database that has something already is no tenant: it may be that of another deployment', async () => {
  const name = `${server.db.databaseName}-taken`;
  const other = server.db.client.db(name);
  await other.collection<{ _id: string }>('User').insertOne({ _id: 'another' });
  await expect(control.tenants.create('taken')).rejects.toThrow(
    `the database ${name} of a tenant taken has collections already`,
  );
  await expect(control.tenants.remove('taken')).rejects.toThrow('there is no tenant');
  expect(await other.collection('User').countDocuments()).toBe(1);
  await other.dropDatabase();
  await control.tenants.create('taken');
});

test('the tenant default can not be deleted', async () => {
  await expect(control.tenants.remove('default')).rejects.toThrow('cannot be deleted');
});
