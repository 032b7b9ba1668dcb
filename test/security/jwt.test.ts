// Confusion of JWTs, by the rows of the register: each token is right but for one thing, and that is enough.
import { createHmac, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { exportSPKI } from 'jose';
import type { Acts } from '../../src/control/kinds.js';
import { TestClient } from '../support/client.js';
import { controlOf } from '../support/control.js';
import type { ClientCredentials, KeyPair, TestIssuer } from '../support/oauth.js';
import { grant, newClient, newKeyPair, sign, startIssuer } from '../support/oauth.js';
import type { TestServer } from '../support/server.js';
import { startServer } from '../support/server.js';
import { untilStatus } from '../support/until-status.js';

const AUDIENCE = 'api://scim';

let server: TestServer;
let control: Acts;
let issuer: TestIssuer;
let evil: TestIssuer;
let pair: KeyPair;
let evilPair: KeyPair;
let client: ClientCredentials;
let own: string;
beforeAll(async () => {
  server = await startServer({ AUTH_FAILURES: 'off' });
  control = await controlOf(server);
  await control.tenants.create('other');
  pair = await newKeyPair();
  evilPair = await newKeyPair();
  issuer = await startIssuer(pair.publicJwk);
  evil = await startIssuer(evilPair.publicJwk);
  const grants = ['read,write'];
  await control.issuers.add({ issuer: issuer.url, audience: AUDIENCE, tenant: 'default', grants });
  await control.issuers.add({ issuer: evil.url, audience: 'api://other', tenant: 'other', grants });
  client = await newClient(control);
  own = (await grant(server, client)).body.access_token;
});
afterAll(async () => {
  await server.close();
  await Promise.all([issuer.close(), evil.close()]);
});

const now = () => Math.floor(Date.now() / 1000);
const claims = (more: Record<string, unknown> = {}) => ({ iss: issuer.url, aud: AUDIENCE, sub: 'app', ...more });
const ask = (token: string) => new TestClient({ url: server.url, token }).get('/Users');
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const parts = (token: string) =>
  token
    .split('.')
    .slice(0, 2)
    .map((text) => JSON.parse(Buffer.from(text, 'base64url').toString()) as object);

/** 401 that tells nothing of why; the log has it. */
async function expectRefused(token: string, why?: RegExp, reason: unknown = expect.any(String)): Promise<void> {
  const before = server.observations.length;
  const { status, headers, body } = await ask(token);
  expect([status, headers.get('www-authenticate'), body.detail]).toEqual([
    401,
    'Bearer realm="scim", error="invalid_token"',
    'the request needs a valid bearer token: "Authorization: Bearer <token>"',
  ]);
  if (why === undefined) return;
  const refused = server.observations.slice(before).find(({ kind }) => kind === 'tokenRefused');
  expect(refused).toEqual({ kind: 'tokenRefused', reason, why: expect.stringMatching(why) });
}

test('the tokens that these tests break are right', async () => {
  expect((await ask(own)).status).toBe(200);
  await untilStatus(async () => ask(await sign(pair, claims())), 200);
  await untilStatus(async () => ask(await sign(evilPair, { iss: evil.url, aud: 'api://other', sub: 'app' })), 200);
});

describe('A1-33 confusion of JWT algorithms', () => {
  test.each(['none', 'None', 'NONE', ''])('alg %j', async (alg) => {
    for (const [header, payload] of [parts(own), parts(await sign(pair, claims()))]) {
      const body = `${part({ ...header, alg })}.${part(payload ?? {})}`;
      await expectRefused(`${body}.`);
      await expectRefused(`${body}.e30`, /./);
      await expectRefused(`${body}.${own.split('.')[2] ?? ''}`, /./);
    }
  });

  test.each(['HS256', 'HS512'])('%s with the public key as the secret', async (alg) => {
    const pem = await exportSPKI(pair.publicKey);
    for (const secret of [pem, pem.trim(), JSON.stringify(pair.publicJwk), pair.publicJwk.n ?? '']) {
      const body = `${part({ alg, kid: pair.kid, typ: 'at+jwt' })}.${part(claims({ exp: now() + 60 }))}`;
      const mac = createHmac(alg === 'HS256' ? 'sha256' : 'sha512', secret)
        .update(body)
        .digest('base64url');
      await expectRefused(`${body}.${mac}`, /alg/);
    }
  });

  test('HS256 with the public key of the server itself', async () => {
    const { keys } = (await (await fetch(new URL('/oauth/jwks', server.url))).json()) as any;
    const [, payload] = parts(own);
    const body = `${part({ alg: 'HS256', kid: keys[0].kid, typ: 'at+jwt' })}.${part(payload ?? {})}`;
    for (const secret of [JSON.stringify(keys[0]), keys[0].x]) {
      await expectRefused(`${body}.${createHmac('sha256', secret).update(body).digest('base64url')}`, /alg/);
    }
  });

  test('an algorithm of another kind of key', async () => {
    const [, payload] = parts(await sign(pair, claims()));
    const other = await newKeyPair('ES256');
    await expectRefused(await sign({ ...other, kid: pair.kid }, payload as any), /key/);
  });

  test('a key that is too short', async () => {
    const [header, payload] = parts(own);
    await expectRefused(`${part({ ...header, alg: 'ES512' })}.${part(payload ?? {})}.AAAA`, /alg/);
  });
});

describe('A1-34 a claim that is missing, or wrong', () => {
  test.each<[string, Record<string, unknown>]>([
    ['no iss', { iss: undefined }],
    ['no aud', { aud: undefined }],
    ['no exp', { exp: undefined }],
    ['no sub', { sub: undefined }],
    ['another iss', { iss: 'https://login.example.com' }],
    ['iss with a slash more', { iss: 'SLASH' }],
    ['a list for iss', { iss: ['x'] }],
    ['another aud', { aud: 'api://another' }],
    ['aud of another tenant', { aud: 'api://other' }],
    ['aud as an object', { aud: { x: AUDIENCE } }],
    ['expired', { exp: now() - 60 }],
    ['not yet', { nbf: now() + 3_600 }],
    ['exp as a text', { exp: String(now() + 60) }],
    ['exp as a fraction of nothing', { exp: null }],
    ['sub with a line end', { sub: 'a\nb' }],
    ['a long sub', { sub: 'a'.repeat(256) }],
    ['an empty sub', { sub: '' }],
  ])('%s', async (_name, wrong) => {
    const { iss } = wrong;
    await expectRefused(
      await sign(pair, claims({ ...wrong, ...(iss === 'SLASH' ? { iss: `${issuer.url}/` } : {}) })),
      /./,
    );
  });

  test('the own token, one claim changed, or signed by another', async () => {
    const [header = {}, payload = {}] = parts(own);
    const [, , signature = ''] = own.split('.');
    await expectRefused(`${part(header)}.${part({ ...payload, tenant: 'other' })}.${signature}`, /signature/);
    const forged = await newKeyPair('ES256');
    await expectRefused(await sign(forged, payload as any, header as any), /signature/);
    await expectRefused(await sign(forged, payload as any), /names no trusted key/);
  });

  test('clocks may differ by some seconds', async () => {
    expect((await ask(await sign(pair, claims({ exp: now() - 5 })))).status).toBe(200);
    expect((await ask(await sign(pair, claims({ nbf: now() + 5 })))).status).toBe(200);
  });

  test('a token that was made for something else', async () => {
    for (const typ of ['logout+jwt', 'secevent+jwt', 'dpop+jwt'])
      await expectRefused(await sign(pair, claims(), { typ }), /typ/);
  });
});

test('the reason of a refusal is one of a few words', async () => {
  const [header = {}, payload = {}] = parts(own);
  const [, , signature = ''] = own.split('.');
  await expectRefused('AAAA.AAAA.AAAA', /./, 'malformed');
  await expectRefused(await sign(pair, claims({ aud: 'api://another' })), /no trusted issuer/, 'issuer');
  await expectRefused(await sign(evilPair, claims()), /key/, 'key');
  await expectRefused(`${part({ ...header, alg: 'HS256' })}.${part(payload)}.${signature}`, /alg/, 'algorithm');
  await expectRefused(`${part(header)}.${part({ ...payload, tenant: 'other' })}.${signature}`, /./, 'signature');
  await expectRefused(await sign(pair, claims({ exp: now() - 60 })), /exp/, 'time');
  await expectRefused(await sign(pair, claims({ nbf: now() + 60 })), /nbf/, 'time');
  await expectRefused(await sign(pair, claims({ exp: undefined })), /exp/, 'claim');
  await expectRefused(await sign(pair, claims(), { typ: 'logout+jwt' }), /typ/, 'claim');
  const ended = await newClient(control);
  const { body } = await grant(server, ended);
  await control.tokens.revoke(ended.id);
  await untilStatus(() => ask(body.access_token), 401);
  await expectRefused(body.access_token, /revoked/, 'client');
});

describe('A2 JWT confusion / missing claim', () => {
  test('the issuer of another tenant speaks for its own alone', async () => {
    await expectRefused(await sign(evilPair, claims()), /key/);
    await expectRefused(await sign({ ...evilPair, kid: pair.kid }, claims()), /signature/);
    await expectRefused(await sign(evilPair, { iss: evil.url, aud: AUDIENCE, sub: 'app' }), /no trusted issuer/);
    const origin = new URL(server.url).origin;
    await expectRefused(await sign(evilPair, { ...parts(own)[1], iss: origin }), /alg/);
  });

  test.each([
    '../../../../dev/null',
    '/dev/null',
    "' UNION SELECT 'key",
    '{"$ne":null}',
    '__proto__',
    'constructor',
    'a'.repeat(4_000),
    '',
    '\u2028',
  ])('a kid of %j leads nowhere', async (kid) => {
    await expectRefused(await sign(evilPair, claims(), { kid }));
    await expectRefused(await sign(evilPair, { ...parts(own)[1], iss: new URL(server.url).origin }, { kid }));
  });

  test('jku, x5u, jwk and x5c of a header are not looked at', async () => {
    const before = evil.fetches();
    const x5u = { jku: evil.jwksUri, x5u: evil.jwksUri, jwk: evilPair.publicJwk, x5c: ['MIIB'] };
    await expectRefused(await sign(evilPair, claims(), x5u), /key/);
    await expectRefused(await sign({ ...evilPair, kid: pair.kid }, claims(), x5u), /signature/);
    await expectRefused(await sign(evilPair, { ...parts(own)[1], iss: new URL(server.url).origin }, x5u));
    expect(evil.fetches()).toBe(before);
    // Of a token that is right they do no harm.
    expect((await ask(await sign(pair, claims(), { jku: evil.jwksUri, x5u: evil.jwksUri }))).status).toBe(200);
    expect(evil.fetches()).toBe(before);
  });

  test('crit names what the server would have to know', async () => {
    const [header = {}, payload = {}] = parts(await sign(pair, claims()));
    for (const crit of [['exp'], ['x'], [], ['b64']]) {
      await expectRefused(`${part({ ...header, crit, x: 1, b64: false })}.${part(payload)}.AAAA`, /./);
    }
  });

  test.each([
    ['a JWE', 'e30.e30.e30.e30.e30'],
    ['two parts', 'e30.e30'],
    ['no JSON', 'AAAA.AAAA.AAAA'],
    ['JSON that is no object', `${part([])}.${part([])}.AAAA`],
    ['null', 'bnVsbA.bnVsbA.AAAA'],
    ['a long one', `${part({ alg: 'RS256', typ: 'at+jwt' })}.${part({ iss: 'x'.repeat(10_000) })}.AAAA`],
    ['a prototype', `${part({ alg: 'RS256' })}.${Buffer.from('{"__proto__":{"iss":"x"}}').toString('base64url')}.AAAA`],
  ])('%s', async (_name, token) => {
    await expectRefused(token);
  });

  test('a claim that every object has gives nothing', async () => {
    const audience = `api://${randomUUID()}`;
    await control.issuers.add({
      issuer: issuer.url,
      audience,
      tenant: 'default',
      grants: ['read if constructor=x', 'read if __proto__=x', 'read if toString=x'],
    });
    const token = await sign(pair, claims({ aud: audience }));
    expect((await untilStatus(() => ask(token), 403)).lasted).toBeLessThan(1_000);
  });

  test('a token of another deployment, whose clients have the same ids', async () => {
    const elsewhere = await startServer();
    const theirs = await controlOf(elsewhere);
    const made = await newClient(theirs);
    const { body } = await grant(elsewhere, made);
    await expectRefused(body.access_token, /no trusted issuer/);
    await elsewhere.close();
  });
});

test('without a client and an issuer no JWT is accepted', async () => {
  const bare = await startServer();
  for (const token of [own, await sign(pair, claims()), await sign(pair, claims({ iss: new URL(bare.url).origin }))]) {
    expect((await new TestClient({ url: bare.url, token }).get('/Users')).status).toBe(401);
  }
  expect(bare.observations.filter(({ kind }) => kind === 'jobFailed')).toEqual([]);
  await bare.close();
});

test('no line of the log has a token', async () => {
  await ask(own);
  const [header, payload, signature = ''] = own.split('.');
  const first = signature.startsWith('A') ? 'B' : 'A';
  await expectRefused(`${header}.${payload}.${first}${signature.slice(1)}`, /signature/);
  const log = JSON.stringify(server.observations.map((observation) => ({ ...observation })));
  for (const text of [...own.split('.'), client.secret]) expect(log).not.toContain(text);
});
