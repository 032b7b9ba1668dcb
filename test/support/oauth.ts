// OAuth as its clients see it: the token endpoint of a test server, and an issuer of JWTs that the test rules.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { CryptoKey, JWK, JWTPayload } from 'jose';
import type { Acts } from '../../src/control/kinds.js';
import type { TokenRequest } from '../../src/auth/tokens.js';
import { atEnd } from './at-end.js';

export interface ClientCredentials {
  readonly id: string;
  readonly secret: string;
  /** Of the secret. */
  readonly secretId: string;
}

/** A new client of the default tenant. */
export async function newClient(control: Acts, request: Partial<TokenRequest> = {}): Promise<ClientCredentials> {
  const { token, info } = await control.tokens.create({ kind: 'client', name: 'test', tenant: 'default', ...request });
  return { id: info.client ?? '', secret: token, secretId: info.id };
}

export interface GrantReply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: any;
}

/** POSTs a form to the token endpoint. */
export async function postForm(
  server: { readonly url: string },
  form: Readonly<Record<string, string>> | string,
  headers: Readonly<Record<string, string>> = {},
): Promise<GrantReply> {
  const response = await fetch(new URL('/oauth/token', server.url), {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams(form).toString(),
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

/** Asks for an access token, by client_secret_post. */
export function grant(
  server: { readonly url: string },
  { id, secret }: Pick<ClientCredentials, 'id' | 'secret'>,
  more: Readonly<Record<string, string>> = {},
): Promise<GrantReply> {
  return postForm(server, { grant_type: 'client_credentials', client_id: id, client_secret: secret, ...more });
}

export function basic(id: string, secret: string): string {
  return `Basic ${Buffer.from(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`).toString('base64')}`;
}

export interface KeyPair {
  readonly kid: string;
  readonly alg: string;
  readonly publicJwk: JWK;
  readonly publicKey: CryptoKey;
  readonly privateKey: CryptoKey;
}

export async function newKeyPair(alg = 'RS256'): Promise<KeyPair> {
  const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true });
  const jwk = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint(jwk);
  return { kid, alg, publicJwk: { ...jwk, kid, alg, use: 'sig' }, publicKey, privateKey };
}

/** A JWT of these claims; `exp` is in five minutes where it is not given, and left out where it is undefined. */
export function sign(
  { privateKey, kid, alg }: KeyPair,
  claims: JWTPayload,
  header: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const exp = Math.floor(Date.now() / 1000) + 300;
  return new SignJWT({ exp, ...claims }).setProtectedHeader({ alg, kid, typ: 'at+jwt', ...header }).sign(privateKey);
}

export interface TestIssuer {
  readonly url: string;
  readonly jwksUri: string;
  /** How often its keys were asked for. */
  fetches(): number;
  /** Publishes these keys from now on. */
  publish(...keys: readonly JWK[]): void;
  /** Answers 500 from now on, or as before. */
  setAway(isAway: boolean): void;
  close(): Promise<void>;
}

/** An issuer on loopback, that publishes its keys by real HTTP. */
export async function startIssuer(...keys: readonly JWK[]): Promise<TestIssuer> {
  let published = keys;
  let fetches = 0;
  let away = false;
  const server = createServer((request, response) => {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const pages: Readonly<Record<string, object>> = {
      '/jwks': { keys: published },
      '/.well-known/openid-configuration': { issuer: url, jwks_uri: `${url}/jwks` },
    };
    if (request.url === '/jwks') fetches += 1;
    if (request.url === '/redirect') return void response.writeHead(302, { location: '/jwks' }).end();
    const page = pages[request.url ?? ''];
    response.writeHead(away ? 500 : page === undefined ? 404 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(away ? {} : (page ?? {})));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  atEnd(close);
  return {
    url,
    jwksUri: `${url}/jwks`,
    fetches: () => fetches,
    publish: (...next) => void (published = next),
    setAway: (isAway) => void (away = isAway),
    close,
  };
}
