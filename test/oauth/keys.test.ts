// The keys that sign access tokens, and what the server tells of itself to OAuth clients.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createLocalJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import type { Acts } from '../../src/control/kinds.js';
import { createSeal } from '../../src/oauth/sealed.js';
import { TestClient } from '../support/client.js';
import { controlOf } from '../support/control.js';
import type { ClientCredentials } from '../support/oauth.js';
import { grant, newClient } from '../support/oauth.js';
import type { TestServer } from '../support/server.js';
import { freePort, startServer } from '../support/server.js';
import { untilStatus } from '../support/until-status.js';

let server: TestServer;
let control: Acts;
let client: ClientCredentials;
beforeAll(async () => {
  server = await startServer();
  control = await controlOf(server);
  client = await newClient(control);
});
afterAll(() => server.close());

const page = async (path: string) => {
  const response = await fetch(new URL(path, server.url));
  return { status: response.status, headers: response.headers, body: (await response.json()) as any };
};
const tokenOf = async (from: { readonly url: string } = server) =>
  (await grant(from, client)).body.access_token as string;
const kidOf = (token: string) => decodeProtectedHeader(token).kid;
const users = (token: string) => new TestClient({ url: server.url, token }).get('/Users');

test('without a token ever asked for there is no key', async () => {
  expect((await page('/oauth/jwks')).body).toEqual({ keys: [] });
  expect(await control.keys.list()).toEqual([]);
});

test('RFC 8414: the metadata', async () => {
  const { origin } = new URL(server.url);
  const { status, headers, body } = await page('/.well-known/oauth-authorization-server');
  expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([
    200,
    'application/json; charset=utf-8',
    'public, max-age=300',
  ]);
  expect(body).toEqual({
    issuer: origin,
    token_endpoint: `${origin}/oauth/token`,
    jwks_uri: `${origin}/oauth/jwks`,
    scopes_supported: ['read', 'write'],
    response_types_supported: [],
    grant_types_supported: ['client_credentials'],
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
  });
});

test('anybody can verify a token by the published keys, and no private key is among them', async () => {
  const token = await tokenOf();
  const body = await untilPublished(kidOf(token));
  expect(body.keys).toEqual([
    {
      kty: 'EC',
      crv: 'P-256',
      x: expect.any(String),
      y: expect.any(String),
      kid: kidOf(token),
      alg: 'ES256',
      use: 'sig',
    },
  ]);
  await jwtVerify(token, createLocalJWKSet(body), { issuer: new URL(server.url).origin, audience: server.url });
});

async function untilPublished(kid: string | undefined): Promise<any> {
  for (;;) {
    const { body } = await page('/oauth/jwks');
    if (body.keys.some((key: any) => key.kid === kid)) return body;
  }
}

test('a rotated key is published before it signs, and the old one goes on', async () => {
  const token = await tokenOf();
  const next = await control.keys.rotate(600);
  expect((await untilPublished(next.id)).keys).toHaveLength(2);
  // Not yet.
  expect(kidOf(await tokenOf())).toBe(kidOf(token));
  const old = (await control.keys.list()).find(({ id }) => id === kidOf(token));
  // Until the last token that it signs has ended: 600 s, a token's hour, and the leeway.
  expect(((old?.ends?.getTime() ?? 0) - next.created.getTime()) / 1000).toBeCloseTo(600 + 3600 + 10, 0);
  expect((await users(token)).status).toBe(200);
});

test('once it signs, tokens of both keys are taken, by every process', async () => {
  const token = await tokenOf();
  const PORT = String(await freePort());
  const other = await startServer({ MONGODB_URI: server.uri, PORT, PUBLIC_URL: server.url });
  const { id } = await control.keys.rotate(0);
  const renewed = await untilSigned(id);
  for (const url of [server.url, `http://127.0.0.1:${PORT}/scim/v2`]) {
    for (const each of [token, renewed])
      expect((await new TestClient({ url, token: each }).get('/Users')).status).toBe(200);
  }
  await other.stop();
});

async function untilSigned(id: string): Promise<string> {
  for (;;) {
    const token = await tokenOf();
    if (kidOf(token) === id) return token;
  }
}

test('of a leaked key every token ends within a second; new ones work at once', async () => {
  const token = await tokenOf();
  expect((await users(token)).status).toBe(200);
  const { id } = await control.keys.replace();
  expect((await untilStatus(() => users(token), 401)).lasted).toBeLessThan(1_000);
  const renewed = await untilSigned(id);
  expect((await users(renewed)).status).toBe(200);
});

test('private keys are sealed: not in the database, and of no use under another SCIM_TOKEN_KEY', async () => {
  await tokenOf();
  const stored = await server.db.collection<any>('signing-keys').find().toArray();
  expect(stored.length).toBeGreaterThan(0);
  for (const { publicKey, sealed, _id } of stored) {
    expect(publicKey).not.toHaveProperty('d');
    expect(Buffer.from(sealed.buffer).toString('latin1')).not.toContain('"d"');
    const other = createSeal(Buffer.alloc(32, 1), 'signing keys');
    expect(() => other.open(Buffer.from(sealed.buffer), _id)).toThrow();
  }
});

test('a server with another SCIM_TOKEN_KEY makes a key of its own', async () => {
  const other = await startServer({ MONGODB_URI: server.uri, SCIM_TOKEN_KEY: 'k'.repeat(32) });
  // Secrets that were made under the old one are none any more.
  expect((await grant(other, client)).status).toBe(401);
  const before = (await control.keys.list()).length;
  const theirs = await controlOf(server, { SCIM_TOKEN_KEY: 'k'.repeat(32) });
  const made = await newClient(theirs);
  expect((await grant(other, made)).status).toBe(200);
  expect(await control.keys.list()).toHaveLength(before + 1);
  await other.stop();
});
