// Tokens by the admin API: made, listed, read, rotated, revoked; what they are is told once.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { TestClient } from '../support/client.js';
import { untilStatus } from '../support/until-status.js';
import type { AdminServer } from './admin-server.js';
import { startAdminServer } from './admin-server.js';

let at: AdminServer;
beforeAll(async () => {
  at = await startAdminServer();
  await at.acts.tenants.create('acme');
});
afterAll(() => at.close());

const scim = (token: string) => new TestClient({ url: at.server.url, token });

test('a token is made: its secret is in this answer alone, and no cache keeps it', async () => {
  const expires = '2100-01-01T00:00:00.000Z';
  const wanted = { name: 'Okta', tenant: 'acme', scopes: ['read', 'write:User'], profile: 'okta', expires };
  const made = await at.admin.post('/Tokens', wanted);
  expect(made.status).toBe(201);
  expect(made.headers.get('cache-control')).toBe('no-store');
  const { token, id, meta, schemas, ...rest } = made.body;
  expect(rest).toEqual(wanted);
  expect(schemas).toEqual(['urn:scim-server:admin:schemas:Token']);
  expect(token).toMatch(new RegExp(`^scim_${id}_`));
  expect(made.headers.get('location')).toBe(`${at.url}/Tokens/${id}`);
  expect(meta).toEqual({
    resourceType: 'Token',
    created: meta.created,
    lastModified: meta.created,
    location: `${at.url}/Tokens/${id}`,
  });

  expect((await scim(token).get('/Users')).status).toBe(200);
  const read = await at.admin.get(`/Tokens/${id}`);
  expect([read.status, read.body]).toEqual([200, { schemas, id, ...wanted, meta }]);
  const listed = await at.admin.get('/Tokens');
  expect(listed.text + read.text).not.toContain(token.slice(-38));
  expect(listed.text).not.toContain('digest');
});

test('where no tenant is named, it is a token of the deployment', async () => {
  const { status, body } = await at.admin.post('/Tokens', { name: 'plain', scopes: ['read', 'write'] });
  expect([status, body.tenant, body.scopes]).toEqual([201, 'default', ['read', 'write']]);
});

test.each([
  [{}, 'invalidValue', 'name'],
  [{ name: '' }, 'invalidValue', 'name must not be empty'],
  [{ name: ' ' }, 'invalidValue', 'name: is required'],
  [{ name: 7 }, 'invalidValue', 'name must be a string, not 7'],
  [{ name: 'x', scope: ['read'] }, 'invalidSyntax', 'Token has no attribute "scope"; it has'],
  [{ name: 'x', scopes: 'read' }, 'invalidValue', 'scopes must be an array'],
  [{ name: 'x', scopes: ['everything'] }, 'invalidValue', 'scopes: "everything" is not a scope'],
  [{ name: 'x', tenant: 'nobody' }, 'invalidValue', 'there is no tenant nobody'],
  [{ name: 'x', profile: 'aol' }, 'invalidValue', 'profile: "aol" is unknown; use one of strict'],
  [{ name: 'x', certificate: 'abc' }, 'invalidValue', 'certificate: takes a SHA-256 fingerprint'],
  [{ name: 'x', expires: 'tomorrow' }, 'invalidValue', 'expires must be a date and time with its zone'],
  [{ name: 'x', expires: '2020-01-01T00:00:00Z' }, 'invalidValue', 'is not in the future'],
  ['{"name":', 'invalidSyntax', 'the body is not a JSON object'],
  ['[]', 'invalidValue', 'must be an object'],
  [{ name: 'x', scopes: [] }, 'invalidValue', 'needs scopes'],
  [{ name: 'x', scopes: null }, 'invalidValue', 'needs scopes'],
])('%j makes no token', async (given, scimType, detail) => {
  const body = typeof given === 'string' ? given : { scopes: ['read'], ...given };
  const before = (await at.admin.get('/Tokens?count=0')).body.totalResults;
  const answer = await at.admin.post('/Tokens', body);
  expect([answer.status, answer.body.scimType]).toEqual([400, scimType]);
  expect(answer.body.detail).toContain(detail);
  expect((await at.admin.get('/Tokens?count=0')).body.totalResults).toBe(before);
});

test('a rotation makes one that may the same; both work until the overlap is over', async () => {
  const { body: old } = await at.admin.post('/Tokens', { name: 'turned', tenant: 'acme', scopes: ['read'] });
  const rotated = await at.admin.post(`/Tokens/${old.id}/rotate?overlap=3600`, {});
  expect(rotated.status).toBe(201);
  expect(rotated.headers.get('location')).toBe(`${at.url}/Tokens/${rotated.body.id}`);
  expect(rotated.body).toMatchObject({ name: 'turned', tenant: 'acme', scopes: ['read'] });
  for (const { token } of [old, rotated.body]) expect((await scim(token).get('/Users')).status).toBe(200);
  const { expires } = (await at.admin.get(`/Tokens/${old.id}`)).body;
  expect(Math.abs(Date.parse(expires) - Date.now() - 3_600_000)).toBeLessThan(60_000);

  const now = await at.admin.request('POST', `/Tokens/${rotated.body.id}/rotate?overlap=0`);
  expect(now.status).toBe(201);
  const { lasted } = await untilStatus(() => scim(rotated.body.token).get('/Users'), 401);
  expect(lasted).toBeLessThan(1_000);
});

test.each([['-1'], ['soon'], ['99999999']])('an overlap of %s is none', async (overlap) => {
  const { body } = await at.admin.post('/Tokens', { name: 'kept', scopes: ['read', 'write'] });
  const { status, body: error } = await at.admin.request('POST', `/Tokens/${body.id}/rotate?overlap=${overlap}`);
  expect([status, error.scimType]).toEqual([400, 'invalidValue']);
  expect(error.detail).toContain('overlap');
});

test('a token that is revoked under load is refused within a second, and is gone', async () => {
  const { body } = await at.admin.post('/Tokens', { name: 'leaked', tenant: 'acme', scopes: ['read', 'write'] });
  const client = scim(body.token);
  expect((await client.get('/Users')).status).toBe(200);
  const start = performance.now();
  const asking = Array.from({ length: 8 }, () => untilStatus(() => client.get('/Users'), 401));
  const revoked = await at.admin.delete(`/Tokens/${body.id}`);
  const revokedAfter = performance.now() - start;
  expect([revoked.status, revoked.text]).toEqual([204, '']);
  for (const { lasted } of await Promise.all(asking)) expect(lasted).toBeLessThan(revokedAfter + 1_000);
  for (const answer of [
    await at.admin.get(`/Tokens/${body.id}`),
    await at.admin.delete(`/Tokens/${body.id}`),
    await at.admin.request('POST', `/Tokens/${body.id}/rotate`),
  ]) {
    expect([answer.status, answer.body.detail]).toEqual([404, expect.stringContaining(body.id)]);
  }
});

test('lists are filtered, sorted, and paged by cursor, as those of SCIM are', async () => {
  await at.acts.tenants.create('lists');
  for (const name of ['b', 'a', 'C', 'd', 'e'])
    await at.admin.post('/Tokens', { name, tenant: 'lists', scopes: ['read', 'write'] });
  const filter = encodeURIComponent('tenant eq "lists" and name ne "e"');
  const sorted = await at.admin.get(`/Tokens?filter=${filter}&sortBy=name`);
  expect(sorted.body.Resources.map(({ name }: any) => name)).toEqual(['a', 'b', 'C', 'd']);
  const descending = await at.admin.get(`/Tokens?filter=${filter}&sortBy=name&sortOrder=descending&count=2`);
  expect(descending.body).toMatchObject({ totalResults: 4, itemsPerPage: 2, startIndex: 1 });

  const names: string[] = [];
  for (let cursor: string | undefined = ''; cursor !== undefined;) {
    const path = `/Tokens?filter=${filter}&sortBy=meta.created&count=3&cursor=${encodeURIComponent(cursor)}`;
    const { body }: any = await at.admin.get(path);
    names.push(...body.Resources.map(({ name }: any) => name));
    cursor = body.nextCursor;
  }
  expect(names).toEqual(['b', 'a', 'C', 'd']);
  const some = await at.admin.get(`/Tokens?filter=${filter}&attributes=name`);
  expect(Object.keys(some.body.Resources[0]).sort()).toEqual(['id', 'name', 'schemas']);
  for (const wrong of ['filter=colour%20eq%201', 'sortBy=colour', 'cursor=x', 'filter=digest%20pr']) {
    expect((await at.admin.get(`/Tokens?${wrong}`)).status).toBe(400);
  }
});

test('when a token was used last is told', async () => {
  const { body } = await at.admin.post('/Tokens', { name: 'used', scopes: ['read', 'write'] });
  await at.server.db
    .collection<{ _id: string }>('tokens')
    .updateOne({ _id: body.id }, { $set: { lastUsed: new Date(0) } });
  expect((await at.admin.get(`/Tokens/${body.id}`)).body.lastUsed).toBe('1970-01-01T00:00:00.000Z');
  const filter = encodeURIComponent('lastUsed lt "2000-01-01T00:00:00Z"');
  expect((await at.admin.get(`/Tokens?filter=${filter}`)).body.totalResults).toBe(1);
});

test('tokens of the admin API are made, rotated and revoked like the others', async () => {
  const { body: first } = await at.admin.post('/AdminTokens', { name: 'robot', scopes: ['read:Token'] });
  expect(first.token).toMatch(/^scimadmin_/);
  const robot = at.clientOf(first.token);
  expect((await robot.get('/Tokens')).status).toBe(200);
  for (const answer of [
    await robot.get('/Tenants'),
    await robot.post('/Tokens', { name: 'x', scopes: ['read', 'write'] }),
    await robot.delete('/Tokens/x'),
    await robot.get('/Tenants/default/AuditEvents'),
    await robot.get('/AdminEvents/export'),
  ]) {
    expect([answer.status, answer.body.detail]).toEqual([
      403,
      expect.stringMatching(/^the token may not (read|write)/),
    ]);
  }
  const { body: second } = await at.admin.post(`/AdminTokens/${first.id}/rotate?overlap=0`, {});
  expect((await untilStatus(() => robot.get('/Tokens'), 401)).lasted).toBeLessThan(1_000);
  expect((await at.clientOf(second.token).get('/Tokens')).status).toBe(200);
  expect((await at.admin.delete(`/AdminTokens/${second.id}`)).status).toBe(204);
  const listed = await at.admin.get('/AdminTokens');
  expect(listed.body.Resources.map(({ name }: any) => name)).toEqual(expect.arrayContaining(['tests', 'robot']));
  expect(listed.text).not.toMatch(/scimadmin_|digest|default/);
});
