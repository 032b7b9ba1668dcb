// Tenants by the admin API: made, listed, suspended, resumed, deleted.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { call } from '../support/call.js';
import { TestClient } from '../support/client.js';
import type { AdminServer } from './admin-server.js';
import { startAdminServer, untilStatus } from './admin-server.js';

const OVERLAY = readFileSync('test/fixtures/overlays/one-badge.yaml', 'utf8');

let at: AdminServer;
beforeAll(async () => {
  at = await startAdminServer();
});
afterAll(() => at.close());

const withToken = async (tenant: string) => {
  const { body } = await at.admin.post('/Tokens', { name: 'x', tenant });
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

  const { token } = (await at.admin.post('/Tokens', { name: 'x', tenant: 'badges' })).body;
  const schemas = await call({ url: at.server.url, token }, 'GET', '/Schemas');
  expect(schemas.text).toContain('urn:example:params:scim:schemas:Badge');
});

test.each([
  [{ name: 'Acme' }, 400, 'invalidValue', `"Acme" can't name a tenant`],
  [{ name: '../x' }, 400, 'invalidValue', "can't name a tenant"],
  [{}, 400, 'invalidValue', 'needs name'],
  [{ name: 'default' }, 409, 'uniqueness', 'there is a tenant default already'],
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
  expect(refused.milliseconds).toBeLessThan(1_500);
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
  expect((await at.admin.delete('/Tenants/gone')).status).toBe(204);
  expect((await untilStatus(() => client.get('/Users'), 401)).answer.status).toBe(401);
  const filter = encodeURIComponent('tenant eq "gone"');
  expect((await at.admin.get(`/Tokens?filter=${filter}`)).body.totalResults).toBe(0);
  await at.admin.post('/Tenants', { name: 'gone' });
  expect((await (await withToken('gone')).get('/Users')).body.totalResults).toBe(0);
});

test('the deployment itself can not be deleted; what there is not, is 404', async () => {
  const answer = await at.admin.delete('/Tenants/default');
  expect([answer.status, answer.body.detail]).toEqual([409, expect.stringContaining('can not be deleted')]);
  for (const missing of [
    await at.admin.get('/Tenants/nobody'),
    await at.admin.delete('/Tenants/nobody'),
    await at.admin.request('POST', '/Tenants/nobody/suspend'),
    await at.admin.get('/Tenants/nobody/AuditEvents'),
    await at.admin.get('/Tenants/nobody/AuditEvents/x'),
    await at.admin.get('/Tenants/nobody/AuditEvents/export'),
  ]) {
    expect([missing.status, missing.body.detail]).toEqual([404, expect.stringContaining('nobody')]);
  }
});
