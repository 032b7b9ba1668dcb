// RFC 6749 section 4.4: a client gets an access token for its secret, and SCIM takes it.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { newToken } from '../../src/auth/token-form.js';
import type { Acts } from '../../src/control/kinds.js';
import { TestClient } from '../support/client.js';
import { clientOf, controlOf } from '../support/control.js';
import type { ClientCredentials } from '../support/oauth.js';
import { basic, grant, newClient, postForm } from '../support/oauth.js';
import type { TestServer } from '../support/server.js';
import { startServer } from '../support/server.js';
import { untilStatus } from '../support/until-status.js';

const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';

let server: TestServer;
let control: Acts;
let client: ClientCredentials;
beforeAll(async () => {
  server = await startServer({ AUTH_FAILURES: 'off' });
  control = await controlOf(server);
  client = await newClient(control);
});
afterAll(() => server.close());

const scim = (token: string) => new TestClient({ url: server.url, token });
const CREDENTIALS = { grant_type: 'client_credentials' };

describe('a token', () => {
  test('by client_secret_post: RFC 6749 5.1, RFC 9068', async () => {
    const { status, headers, body } = await grant(server, client);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect([headers.get('cache-control'), headers.get('pragma')]).toEqual(['no-store', 'no-cache']);
    expect(body).toEqual({
      access_token: expect.any(String),
      token_type: 'Bearer',
      expires_in: 3600,
      scope: 'read write',
    });
    expect(decodeProtectedHeader(body.access_token)).toEqual({ alg: 'ES256', typ: 'at+jwt', kid: expect.any(String) });
    const { iat = 0, ...claims } = decodeJwt(body.access_token);
    expect(claims).toEqual({
      iss: new URL(server.url).origin,
      aud: server.url,
      sub: client.id,
      client_id: client.id,
      exp: iat + 3600,
      jti: expect.any(String),
      scope: 'read write',
      tenant: 'default',
      credential: client.secretId,
    });
    const users = scim(body.access_token);
    expect((await users.post('/Users', { schemas: [USER], userName: 'by-client' })).status).toBe(201);
    expect((await users.get('/Users?filter=userName%20eq%20%22by-client%22')).body.totalResults).toBe(1);
  });

  test('by client_secret_basic', async () => {
    const { status, body } = await postForm(server, CREDENTIALS, { authorization: basic(client.id, client.secret) });
    expect(status).toBe(200);
    expect((await scim(body.access_token).get('/Users')).status).toBe(200);
  });

  test('each is another one', async () => {
    const [one, other] = [await grant(server, client), await grant(server, client)];
    expect(decodeJwt(one.body.access_token).jti).not.toBe(decodeJwt(other.body.access_token).jti);
  });

  test('no longer than its client lives, and no longer than the setting says', async () => {
    const soon = await newClient(control, { expires: new Date(Date.now() + 100_000) });
    expect((await grant(server, soon)).body.expires_in).toBeLessThanOrEqual(100);
    const other = await startServer({ MONGODB_URI: server.uri, OAUTH_TOKEN_LIFETIME: '60' });
    expect((await grant(other, client)).body.expires_in).toBe(60);
    await other.stop();
  });

  test('the profile and the subject of the client are its own', async () => {
    const { body: user } = await scim(server.token).post('/Users', { schemas: [USER], userName: 'me' });
    const strict = await newClient(control, { profile: 'strict', subject: user.id });
    const { body } = await grant(server, strict);
    expect((await scim(body.access_token).get('/Me')).body.id).toBe(user.id);
    const refused = await scim(body.access_token).post('/Users', { schemas: [USER], userName: 'x', active: 'True' });
    expect([refused.status, refused.body.scimType]).toEqual([400, 'invalidValue']);
  });
});

describe('scope', () => {
  test.each([
    ['read', 'read'],
    ['read:User write:User', 'read:User write:User'],
    ['read read', 'read'],
    ['', 'read write'],
  ])('%j of read and write is %j', async (scope, granted) => {
    expect(await grant(server, client, { scope })).toMatchObject({ status: 200, body: { scope: granted } });
  });

  test('narrowed, it holds', async () => {
    const { body } = await grant(server, client, { scope: 'read:User' });
    const users = scim(body.access_token);
    expect((await users.get('/Users')).status).toBe(200);
    expect((await users.get('/Groups')).status).toBe(403);
    expect((await users.post('/Users', { schemas: [USER], userName: 'narrow' })).status).toBe(403);
  });

  test.each(['write', 'read:Group', 'admin', 'read:User read:Group', 'READ:User', ' '])(
    '%j is more than a client of read:User has',
    async (scope) => {
      const reader = await newClient(control, { scopes: ['read:User'] });
      const { status, body } = await grant(server, reader, { scope });
      expect([status, body]).toEqual([400, { error: 'invalid_scope', error_description: 'the client has read:User' }]);
    },
  );
});

describe('RFC 6749 5.2: refused', () => {
  const unknown = newToken().token;

  test('a wrong secret, an unknown client and a client of another secret: one answer', async () => {
    const other = await newClient(control);
    const token = await clientOf(server, control);
    const replies = await Promise.all([
      grant(server, { id: client.id, secret: unknown }),
      grant(server, { id: 'nobody', secret: unknown }),
      grant(server, { id: 'nobody', secret: client.secret }),
      grant(server, { id: other.id, secret: client.secret }),
      grant(server, { id: client.id, secret: `${client.secret.slice(0, -1)}!` }),
      grant(server, { id: client.secretId, secret: client.secret }),
      // A bearer token is no secret of a client.
      grant(server, { id: token.tokenId, secret: token.token }),
      postForm(server, CREDENTIALS, { authorization: basic(client.id, unknown) }),
    ]);
    for (const { status, headers, body } of replies) {
      expect([status, headers.get('www-authenticate'), headers.get('cache-control')]).toEqual([
        401,
        'Basic realm="scim"',
        'no-store',
      ]);
      expect(body).toEqual({
        error: 'invalid_client',
        error_description: 'the client is unknown, or its secret is wrong, revoked or expired',
      });
    }
  });

  test('an unknown client costs as many looks at the database as a wrong secret', async () => {
    const count = async () => (await server.db.command({ serverStatus: 1 }))['opcounters'].query as number;
    const cost = async (id: string) => {
      const before = await count();
      for (let i = 0; i < 20; i += 1) await grant(server, { id, secret: newToken().token });
      return (await count()) - before;
    };
    // Other tests use the same mongod: never fewer than the twenty looks, whoever is asked for.
    expect(await cost('nobody')).toBeGreaterThanOrEqual(20);
    expect(await cost(client.id)).toBeGreaterThanOrEqual(20);
  });

  test.each<[string, Record<string, string> | string, Record<string, string>, number, string]>([
    ['no grant_type', { client_id: 'x', client_secret: 'y' }, {}, 400, 'invalid_request'],
    ['no client', CREDENTIALS, {}, 401, 'invalid_client'],
    ['an id without a secret', { ...CREDENTIALS, client_id: 'x' }, {}, 401, 'invalid_client'],
    ['Basic that is none', CREDENTIALS, { authorization: 'Basic ???' }, 401, 'invalid_client'],
    ['a bearer token', CREDENTIALS, { authorization: `Bearer ${unknown}` }, 401, 'invalid_client'],
    ['a parameter twice', 'grant_type=client_credentials&grant_type=x&client_id=x', {}, 400, 'invalid_request'],
    [
      'both ways at once',
      { ...CREDENTIALS, client_id: 'x', client_secret: 'y' },
      { authorization: basic('x', 'y') },
      400,
      'invalid_request',
    ],
    ['two clients', { ...CREDENTIALS, client_id: 'x' }, { authorization: basic('z', 'y') }, 400, 'invalid_request'],
    ['JSON', CREDENTIALS, { 'content-type': 'application/json' }, 400, 'invalid_request'],
    ['a long body', { ...CREDENTIALS, client_id: 'x'.repeat(20_000) }, {}, 400, 'invalid_request'],
  ])('%s', async (_name, form, headers, status, error) => {
    const reply = await postForm(server, form, headers);
    expect([reply.status, reply.body]).toEqual([status, { error, error_description: expect.any(String) }]);
    // RFC 6749 section 5.2: no quotes, no backslash.
    expect(reply.body.error_description).toMatch(/^[\x20\x21\x23-\x5b\x5d-\x7e]+$/);
  });

  test.each(['password', 'authorization_code', 'refresh_token', 'urn:ietf:params:oauth:grant-type:jwt-bearer'])(
    'the grant %s',
    async (grantType) => {
      const { status, body } = await grant(server, client, { grant_type: grantType });
      expect([status, body.error]).toEqual([400, 'unsupported_grant_type']);
    },
  );

  test('credentials in the URL are none', async () => {
    const query = new URLSearchParams({ ...CREDENTIALS, client_id: client.id, client_secret: client.secret });
    const response = await fetch(new URL(`/oauth/token?${query.toString()}`, server.url), {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'grant_type=client_credentials',
    });
    expect(response.status).toBe(401);
  });

  test('another method than POST', async () => {
    const response = await fetch(new URL('/oauth/token', server.url));
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
    expect(await response.json()).toMatchObject({ error: 'invalid_request' });
  });

  test('the secret of a client as a bearer token', async () => {
    expect((await scim(client.secret).get('/Users')).status).toBe(401);
  });
});

describe('the end of a client is that of its tokens', () => {
  test('revoked: within a second', async () => {
    const leaving = await newClient(control);
    const { body } = await grant(server, leaving);
    const users = scim(body.access_token);
    expect((await users.get('/Users')).status).toBe(200);
    await control.tokens.revoke(leaving.id);
    expect((await untilStatus(() => users.get('/Users'), 401)).lasted).toBeLessThan(1_000);
    expect((await grant(server, leaving)).status).toBe(401);
  });

  test('its tenant suspended: within a second, 403', async () => {
    await control.tenants.create('paused');
    const paused = await newClient(control, { tenant: 'paused' });
    const { body } = await grant(server, paused);
    const users = scim(body.access_token);
    expect((await users.get('/Users')).status).toBe(200);
    await control.tenants.change('paused', { suspended: true });
    expect((await untilStatus(() => users.get('/Users'), 403)).lasted).toBeLessThan(1_000);
    expect(await grant(server, paused)).toMatchObject({
      status: 400,
      body: { error: 'unauthorized_client', error_description: 'the tenant of the client is suspended' },
    });
    await control.tenants.remove('paused');
    expect((await users.get('/Users')).status).toBe(401);
    expect((await grant(server, paused)).status).toBe(401);
  });

  test('rotated: the client_id stays, both secrets work, then the old one ends with its tokens', async () => {
    const old = await newClient(control, { scopes: ['read'] });
    const before = await grant(server, old);
    const { token, info } = await control.tokens.rotate(old.id, 3600);
    expect(info).toMatchObject({ client: old.id, scopes: ['read'] });
    const renewed = { id: old.id, secret: token };
    expect([(await grant(server, old)).status, (await grant(server, renewed)).status]).toEqual([200, 200]);
    await control.tokens.rotate(old.id, 0);
    const users = scim(before.body.access_token);
    expect((await untilStatus(() => users.get('/Users'), 401)).lasted).toBeLessThan(1_000);
    expect((await grant(server, old)).status).toBe(401);
  });

  test('bound to a certificate: no token without', async () => {
    const bound = await newClient(control, { certificate: 'ab'.repeat(32) });
    expect((await grant(server, bound)).status).toBe(401);
  });
});
