// Tokens of external issuers: their keys by real HTTP, what their claims give, and what is refused.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Acts } from '../../src/control/kinds.js';
import type { Issuer, IssuerRequest } from '../../src/oauth/issuers.js';
import { TestClient } from '../support/client.js';
import { controlOf } from '../support/control.js';
import type { KeyPair, TestIssuer } from '../support/oauth.js';
import { newKeyPair, sign, startIssuer } from '../support/oauth.js';
import type { TestServer } from '../support/server.js';
import { startServer } from '../support/server.js';
import { untilStatus } from '../support/until-status.js';

const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
const AUDIENCE = 'api://scim';

let server: TestServer;
let control: Acts;
let issuer: TestIssuer;
let pair: KeyPair;
beforeAll(async () => {
  server = await startServer({ AUTH_FAILURES: 'off' });
  control = await controlOf(server);
  await control.tenants.create('acme');
  pair = await newKeyPair();
  issuer = await startIssuer(pair.publicJwk);
  await trusted({
    grants: ['read if roles=Reader', 'read,write if roles=Provisioner', 'read:User if scp=users.read'],
    subject: 'oid=externalId',
    profile: 'entra',
  });
});
afterAll(async () => {
  await server.close();
  await issuer.close();
});

/** Trusts an issuer, and waits until the server has seen it. */
async function trusted(request: Partial<IssuerRequest> = {}): Promise<Issuer> {
  const added = await control.issuers.add({
    issuer: issuer.url,
    audience: AUDIENCE,
    tenant: 'default',
    grants: ['read,write'],
    ...request,
  });
  return added;
}

const scim = (token: string) => new TestClient({ url: server.url, token });
const tokenOf = (claims: Record<string, unknown> = {}, by = pair) =>
  sign(by, { iss: issuer.url, aud: AUDIENCE, sub: 'app', roles: ['Provisioner'], ...claims });
/** What is answered once the server has seen what an operator changed. */
const until = (token: string, status: number) => untilStatus(() => scim(token).get('/Users'), status);

describe('claims', () => {
  test('keys are found by the metadata of the issuer; roles give scopes', async () => {
    await until(await tokenOf(), 200);
    const writer = scim(await tokenOf());
    expect((await writer.post('/Users', { schemas: [USER], userName: 'by-issuer' })).status).toBe(201);
    const reader = scim(await tokenOf({ roles: ['Reader'] }));
    expect((await reader.get('/Users')).status).toBe(200);
    expect((await reader.post('/Users', { schemas: [USER], userName: 'x' })).status).toBe(403);
  });

  test('a text of words gives what each word gives', async () => {
    const some = scim(await tokenOf({ roles: undefined, scp: 'openid users.read' }));
    expect([(await some.get('/Users')).status, (await some.get('/Groups')).status]).toEqual([200, 403]);
  });

  test.each([[[]], ['Provisione'], [{ Provisioner: true }], [null], [['provisioner']]])(
    'roles %j give nothing: 403',
    async (roles) => {
      expect((await scim(await tokenOf({ roles })).get('/Users')).status).toBe(403);
    },
  );

  test('the profile is that of the issuer', async () => {
    const body = { schemas: [USER], userName: 'tolerated', active: 'True' };
    expect((await scim(await tokenOf()).post('/Users', body)).body.active).toBe(true);
  });

  test('one audience of several is enough', async () => {
    expect((await scim(await tokenOf({ aud: ['other', AUDIENCE] })).get('/Users')).status).toBe(200);
  });
});

describe('/Me is the user that a claim names', () => {
  test('by an attribute', async () => {
    const client = scim(await tokenOf({ oid: 'a"b\\c' }));
    expect((await client.get('/Me')).status).toBe(403);
    const made = await client.post('/Users', { schemas: [USER], userName: 'oid', externalId: 'a"b\\c' });
    const me = await client.get('/Me');
    expect([me.status, me.body.id, me.headers.get('location')]).toEqual([200, made.body.id, made.body.meta.location]);
    const patched = await client.patch('/Me', [{ op: 'replace', path: 'displayName', value: 'I' }]);
    expect(patched.body).toMatchObject({ id: made.body.id, displayName: 'I' });
  });

  test('no claim, or two users of one value: nobody', async () => {
    const two = scim(await tokenOf({ oid: 'two' }));
    await two.post('/Users', { schemas: [USER], userName: 'two-1', externalId: 'two' });
    await two.post('/Users', { schemas: [USER], userName: 'two-2', externalId: 'two' });
    for (const client of [two, scim(await tokenOf()), scim(await tokenOf({ oid: { $ne: '' } }))]) {
      expect(await client.get('/Me')).toMatchObject({
        status: 403,
        body: { detail: 'the token is bound to no resource, so there is no /Me for it' },
      });
    }
  });
});

describe('tenants', () => {
  test('an audience is a tenant; one token is never for two', async () => {
    await trusted({ audience: 'api://acme', tenant: 'acme' });
    const acme = await tokenOf({ aud: 'api://acme' });
    await until(acme, 200);
    const made = await scim(acme).post('/Users', { schemas: [USER], userName: 'of-acme' });
    expect(made.status).toBe(201);
    expect((await scim(await tokenOf()).get(`/Users/${made.body.id}`)).status).toBe(404);
    expect((await scim(await tokenOf({ aud: ['api://acme', AUDIENCE] })).get('/Users')).status).toBe(401);
  });

  test('deleted with its issuers', async () => {
    await control.tenants.create('gone');
    await trusted({ audience: 'api://gone', tenant: 'gone' });
    const token = await tokenOf({ aud: 'api://gone' });
    await until(token, 200);
    await control.tenants.change('gone', { suspended: true });
    await until(token, 403);
    await control.tenants.remove('gone');
    await until(token, 401);
    expect((await control.issuers.list()).filter(({ tenant }) => tenant === 'gone')).toEqual([]);
  });
});

describe('keys', () => {
  test('rotated: the new one is fetched when a token has it, and the old one is no longer trusted', async () => {
    const { key: first, rotating, audience } = await ownIssuer();
    const token = (by: KeyPair) => sign(by, { iss: rotating.url, aud: audience, sub: 'app' });
    await until(await token(first), 200);
    const next = await newKeyPair('ES256');
    rotating.publish(next.publicJwk);
    await until(await token(next), 200);
    await until(await token(first), 401);
    await rotating.close();
  });

  test('a flood of unknown keys asks the issuer once in a while', async () => {
    const { key, rotating, audience } = await ownIssuer();
    const token = (kid: string) => sign(key, { iss: rotating.url, aud: audience, sub: 'app' }, { kid });
    await until(await token(key.kid), 200);
    const before = rotating.fetches();
    const start = performance.now();
    for (let i = 0; i < 50; i += 1) expect((await scim(await token(`unknown-${i}`)).get('/Users')).status).toBe(401);
    // Once in two seconds.
    expect(rotating.fetches() - before).toBeLessThanOrEqual(1 + (performance.now() - start) / 2_000);
    await rotating.close();
  });

  test('away: what is known goes on; what nobody can know is 503 with Retry-After', async () => {
    const { key, rotating, audience } = await ownIssuer();
    const token = await sign(key, { iss: rotating.url, aud: audience, sub: 'app' });
    await until(token, 200);
    rotating.setAway(true);
    expect((await scim(token).get('/Users')).status).toBe(200);
    const unknown = await sign(await newKeyPair(), { iss: rotating.url, aud: audience, sub: 'app' });
    await until(unknown, 503);
    const reply = await scim(unknown).get('/Users');
    expect([reply.status, reply.headers.get('retry-after'), reply.body.detail]).toEqual([
      503,
      '5',
      'the keys of the issuer of the token cannot be fetched: try again later',
    ]);
    expect(server.observations).toContainEqual({
      kind: 'jobFailed',
      job: `keys of ${rotating.url}`,
      error: expect.objectContaining({ message: expect.stringContaining('answered 500') }),
    });
    rotating.setAway(false);
    await until(unknown, 401);
    await rotating.close();
  });

  test.each(['/redirect', '/nothing'])('a JWKS at %s is none: 503', async (path) => {
    const { key, rotating, audience } = await ownIssuer(path);
    await until(await sign(key, { iss: rotating.url, aud: audience, sub: 'app' }), 503);
    await rotating.close();
  });

  /** An issuer that only one test has. */
  async function ownIssuer(path?: string) {
    const key = await newKeyPair();
    const rotating = await startIssuer(key.publicJwk);
    const audience = `api://${key.kid}`;
    const jwksUri = path === undefined ? undefined : `${rotating.url}${path}`;
    await trusted({ issuer: rotating.url, audience, jwksUri });
    return { key, rotating, audience };
  }
});

test('removed: refused within a second', async () => {
  const { id } = await trusted({ audience: 'api://removed' });
  const token = await tokenOf({ aud: 'api://removed' });
  await until(token, 200);
  await control.issuers.remove(id);
  expect((await until(token, 401)).lasted).toBeLessThan(1_000);
  await expect(control.issuers.remove(id)).rejects.toThrow(`there is no issuer ${id}`);
});

test.each<[Partial<IssuerRequest>, string]>([
  [{ issuer: 'http://login.example.com' }, 'issuer: "http://login.example.com" is not an https URL'],
  [{ issuer: 'login' }, 'issuer: "login" is not an https URL'],
  [{ jwksUri: 'http://169.254.169.254/keys' }, 'jwks-uri: "http://169.254.169.254/keys" is not an https URL'],
  [{ jwksUri: 'file:///etc/passwd' }, 'jwks-uri: "file:///etc/passwd" is not an https URL'],
  [{ audience: ' ' }, 'audience: give what tokens have in "aud"'],
  [{ tenant: 'nobody' }, 'there is no tenant nobody'],
  [{ profile: 'okto' }, 'profile: "okto" is unknown'],
  [{ grants: [] }, 'grant: give at least one'],
  [{ grants: ['read if roles'] }, 'grant: "read if roles" is not a grant'],
  [{ grants: ['admin if roles=x'] }, 'scopes: "admin" is not a scope'],
  [{ subject: 'oid' }, 'subject: "oid" is not a claim and an attribute'],
  [{ subject: 'oid=nothing' }, 'subject: User has no attribute "nothing"'],
  [{ subject: 'oid=password' }, 'subject: password'],
  [{ audience: AUDIENCE }, 'already'],
])('no issuer of %j', async (request, message) => {
  await expect(trusted({ audience: 'api://wrong', ...request })).rejects.toThrow(message);
});

test('the issuer of the own tokens is no external one', async () => {
  const own = await controlOf(server, { PORT: new URL(server.url).port });
  await expect(
    own.issuers.add({ issuer: new URL(server.url).origin, audience: 'x', tenant: 'default', grants: ['read'] }),
  ).rejects.toThrow('is this server');
});
