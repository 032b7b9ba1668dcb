// OAuth clients, issuers and signing keys by the admin API.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { AdminServer } from './admin-server.js';
import { startAdminServer } from './admin-server.js';
import { TestClient } from '../support/client.js';
import { untilStatus } from '../support/until-status.js';

let at: AdminServer;
beforeAll(async () => {
  at = await startAdminServer();
});
afterAll(() => at.close());

/** Asks for an access token with the secret of a client. */
async function grant({ client, token }: { client: string; token: string }): Promise<{ status: number; body: any }> {
  const form = { grant_type: 'client_credentials', client_id: client, client_secret: token };
  const response = await fetch(new URL('/oauth/token', at.server.url), {
    method: 'POST',
    body: new URLSearchParams(form),
  });
  return { status: response.status, body: await response.json() };
}

test('a client gets access tokens for its secret, until it is ended; it is no token of the list of tokens', async () => {
  const { status, body } = await at.admin.post('/Clients', { name: 'Entra', scopes: ['read'] });
  expect([status, body.tenant, body.scopes]).toEqual([201, 'default', ['read']]);
  const granted = await grant(body);
  expect([granted.status, granted.body.scope]).toEqual([200, 'read']);
  const found = await at.admin.get(`/Clients/${body.id}`);
  expect([found.body.client, found.body.token]).toEqual([body.client, undefined]);
  for (const missing of [
    await at.admin.get(`/Tokens/${body.id}`),
    await at.admin.delete(`/Tokens/${body.id}`),
    await at.admin.request('POST', `/Tokens/${body.id}/rotate`),
    await at.admin.delete(`/AdminTokens/${body.id}`),
  ]) {
    expect(missing.status).toBe(404);
  }
  const { body: rotated } = await at.admin.request('POST', `/Clients/${body.id}/rotate?overlap=0`);
  expect([rotated.client, rotated.id === body.id]).toEqual([body.client, false]);
  expect((await grant(rotated)).status).toBe(200);
  expect((await at.admin.delete(`/Clients/${rotated.id}`)).status).toBe(204);
  const filter = encodeURIComponent(`target.id eq "${rotated.id}"`);
  const { body: events } = await at.admin.get(`/AdminEvents?filter=${filter}&sortBy=time`);
  expect(events.Resources.map(({ action, target }: any) => [action, target.type])).toEqual([
    ['create', 'Client'],
    ['delete', 'Client'],
  ]);
});

test('by its client_id a client is rotated and ended with all of its secrets, by the id of one with that alone', async () => {
  const { body: first } = await at.admin.post('/Clients', { name: 'Okta', scopes: ['read'] });
  const { body: second } = await at.admin.request('POST', `/Clients/${first.id}/rotate`);
  const third = await at.admin.request('POST', `/Clients/${first.client}/rotate?overlap=3600`);
  expect([third.status, third.body.client, third.body.scopes]).toEqual([201, first.client, ['read']]);
  expect(third.headers.get('location')).toBe(`${at.url}/Clients/${third.body.id}`);
  for (const { id } of [first, second]) {
    const { expires } = (await at.admin.get(`/Clients/${id}`)).body;
    expect(Date.parse(expires) - Date.now()).toBeLessThanOrEqual(3_600_000);
  }
  expect((await at.admin.get(`/Clients/${third.body.id}`)).body.expires).toBeUndefined();

  expect((await at.admin.delete(`/Clients/${second.id}`)).status).toBe(204);
  expect([(await grant(first)).status, (await grant(third.body)).status]).toEqual([200, 200]);
  // A client is no token, whatever it is named by.
  expect((await at.admin.delete(`/Tokens/${first.client}`)).status).toBe(404);
  expect((await at.admin.delete(`/Clients/${first.client}`)).status).toBe(204);
  for (const { id } of [first, second, third.body]) {
    expect((await at.admin.get(`/Clients/${id}`)).status).toBe(404);
  }
  expect((await at.admin.delete(`/Clients/${first.client}`)).status).toBe(404);
  const filter = encodeURIComponent(`action eq "delete" and target.type eq "Client"`);
  const { body: events } = await at.admin.get(`/AdminEvents?filter=${filter}`);
  const ended = events.Resources.map(({ target }: any) => target.id);
  expect(ended).toEqual(expect.arrayContaining([first.id, second.id, third.body.id]));
});

test('an issuer is trusted for a tenant, once, and no longer', async () => {
  const wanted = {
    issuer: 'https://login.example.com',
    audience: 'scim',
    grants: ['read,write if roles=Provisioner'],
    subject: 'oid=externalId',
  };
  const { status, body } = await at.admin.post('/Issuers', wanted);
  expect(status).toBe(201);
  expect(body).toMatchObject({ ...wanted, tenant: 'default' });
  expect((await at.admin.get(`/Issuers/${body.id}`)).body).toEqual(body);
  const again = await at.admin.post('/Issuers', wanted);
  expect([again.status, again.body.scimType]).toEqual([409, 'uniqueness']);
  for (const [wrong, detail] of [
    [{ issuer: 'http://login.example.com' }, 'is not an https URL'],
    [{ grants: ['everything'] }, 'scopes: "everything" is not a scope'],
    [{ tenant: 'nobody' }, 'there is no tenant nobody'],
    [{ subject: 'oid' }, 'is not a claim and an attribute'],
  ] as const) {
    const answer = await at.admin.post('/Issuers', { ...wanted, audience: 'other', ...wrong });
    expect([answer.status, answer.body.scimType]).toEqual([400, 'invalidValue']);
    expect(answer.body.detail).toContain(detail);
  }
  expect((await at.admin.delete(`/Issuers/${body.id}`)).status).toBe(204);
  expect((await at.admin.delete(`/Issuers/${body.id}`)).status).toBe(404);
});

test('a new signing key takes the place of the others; no private one is told', async () => {
  const { body: first } = await at.admin.post('/SigningKeys', {});
  const { status, body: second } = await at.admin.post('/SigningKeys', {});
  expect(status).toBe(201);
  expect(Date.parse(second.signs)).toBeGreaterThan(Date.now());
  expect((await at.admin.get(`/SigningKeys/${first.id}`)).body.ends).toMatch(/Z$/);
  const listed = await at.admin.get('/SigningKeys');
  expect(listed.body.totalResults).toBeGreaterThanOrEqual(2);
  expect(listed.text).not.toMatch(/sealed|publicKey/);
  expect((await at.admin.delete(`/SigningKeys/${first.id}`)).status).toBe(405);
});

test('leaked signing keys are replaced: their access tokens end within a second, and the log tells who did it', async () => {
  const { body: client } = await at.admin.post('/Clients', { name: 'Okta', scopes: ['read', 'write'] });
  const { body: granted } = await grant(client);
  const users = async (token: string) => new TestClient({ url: at.server.url, token }).get('/Users?count=0');
  expect((await users(granted.access_token)).status).toBe(200);
  const { body: before } = await at.admin.get('/SigningKeys');
  const living = before.Resources.map(({ id }: { id: string }) => id);

  const { body: reader } = await at.admin.post('/AdminTokens', { name: 'reader', scopes: ['read'] });
  const refused = await at.clientOf(reader.token).request('POST', '/SigningKeys/replace');
  expect(refused.status).toBe(403);

  const { status, headers, body: made } = await at.admin.request('POST', '/SigningKeys/replace');
  expect([status, headers.get('location')]).toEqual([201, `${at.url}/SigningKeys/${made.id}`]);
  expect(Date.parse(made.signs)).toBeLessThanOrEqual(Date.now());
  const { lasted } = await untilStatus(() => users(granted.access_token), 401);
  expect(lasted).toBeLessThan(1_000);
  for (const id of living) {
    const { body: key } = await at.admin.get(`/SigningKeys/${id}`);
    expect([id, Date.parse(key.ends) <= Date.now()]).toEqual([id, true]);
  }
  await untilStatus(async () => users((await grant(client)).body.access_token), 200);
  const jwks: any = await (await fetch(new URL('/oauth/jwks', at.server.url))).json();
  expect(jwks.keys.map(({ kid }: { kid: string }) => kid)).toEqual([made.id]);

  const filter = encodeURIComponent('request.operation eq "replaceSigningKeys"');
  const { body: events } = await at.admin.get(`/AdminEvents?filter=${filter}&sortBy=time`);
  expect(events.Resources[0]).toMatchObject({
    actor: { token: at.adminTokenId },
    request: { id: headers.get('x-request-id') },
    action: 'create',
    target: { type: 'SigningKey', id: made.id },
  });
  const ended = events.Resources.slice(1);
  expect(new Set(ended.map(({ target }: any) => target.id))).toEqual(new Set(living));
  expect(ended.every(({ changes }: any) => changes[0].path === 'ends')).toBe(true);
});
