// Two APIs, two ports, two kinds of token: neither is reached with what the other one takes.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newToken } from '../../src/auth/token-form.js';
import { readConfig } from '../../src/config/config.js';
import type { OpenApiDocument } from '../../src/spec/publish.js';
import { startServer } from '../support/server.js';
import type { AdminServer } from './admin-server.js';
import { ADMIN_DOCUMENT, startAdminServer } from './admin-server.js';

const SCIM_DOCUMENT = JSON.parse(readFileSync('openapi/dist/openapi.json', 'utf8')) as OpenApiDocument;

let at: AdminServer;
let expired: string;
let revoked: string;
let readOnly: string;
beforeAll(async () => {
  at = await startAdminServer({ AUTH_FAILURES: 'off' });
  const make = (more: object) => at.acts.adminTokens.create({ name: 'x', tenant: 'default', ...more });
  readOnly = (await make({ scopes: ['read'] })).token;
  const [ending, ended] = [await make({}), await make({})];
  [expired, revoked] = [ending.token, ended.token];
  await at.server.db
    .collection<{ _id: string }>('adminTokens')
    .updateOne({ _id: ending.info.id }, { $set: { expires: new Date(0) } });
  await at.acts.adminTokens.revoke(ended.info.id);
});
afterAll(() => at.close());

interface Route {
  readonly method: string;
  readonly path: string;
  readonly isPublic: boolean;
}

function routesOf({ paths }: OpenApiDocument): Route[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => method !== 'parameters')
      .map(([method, { security }]) => ({
        method: method.toUpperCase(),
        path: path.replace(/\{\w+\}/g, 'some'),
        isPublic: Array.isArray(security) && security.length === 0,
      })),
  );
}

async function statusOf(base: string, { method, path }: Route, token?: string): Promise<number> {
  const headers = {
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    'content-type': 'application/scim+json',
  };
  const body = method === 'GET' || method === 'DELETE' ? {} : { body: '{}' };
  const response = await fetch(`${base}${path}`, { method, headers, ...body });
  await response.arrayBuffer();
  return response.status;
}

describe.each(routesOf(ADMIN_DOCUMENT))('$method $path of the admin API', (route) => {
  test('is 401 without a token, with one of SCIM, and with a wrong, expired or revoked one of its own', async () => {
    const { token: scimToken } = await at.acts.tokens.create({ name: 'x', tenant: 'default' });
    const body = at.adminToken.slice(0, -6);
    const tokens = [
      undefined,
      at.server.token,
      scimToken,
      scimToken.replace('scim_', 'scimadmin_'),
      newToken('scimadmin').token,
      `${body}000000`,
      expired,
      revoked,
    ];
    for (const token of tokens) expect([token, await statusOf(at.url, route, token)]).toEqual([token, 401]);
  });

  test('with one that may read only, is refused where it changes something', async () => {
    const status = await statusOf(at.url, route, readOnly);
    if (route.method === 'GET') expect([200, 404]).toContain(status);
    else expect(status).toBe(403);
  });
});

test.each(routesOf(SCIM_DOCUMENT).filter(({ isPublic }) => !isPublic))(
  '$method $path of SCIM is 401 with a token of the admin API',
  async (route) => {
    expect(await statusOf(at.server.url, route, at.adminToken)).toBe(401);
    expect(await statusOf(at.server.url, route, at.adminToken.replace('scimadmin_', 'scim_'))).toBe(401);
  },
);

test('neither port has anything of the other one', async () => {
  const headers = { authorization: `Bearer ${at.adminToken}` };
  const ask = async (url: string | URL) => {
    const { status, headers: given } = await fetch(url, { headers });
    return [status, given.get('content-type')];
  };
  const json = 'application/scim+json; charset=utf-8';
  expect(await ask(new URL('/admin/v1/Tokens', at.server.url))).toEqual([404, json]);
  expect(await ask(new URL('/scim/v2/Users', at.url))).toEqual([404, json]);
  expect(await ask(`${at.url}/Users`)).toEqual([404, json]);
  const paths = async (base: string) => {
    const document = (await (await fetch(new URL('/openapi.json', base))).json()) as any;
    return Object.keys(document.paths).join(' ');
  };
  expect(await paths(at.url)).toContain('/Tenants');
  expect(await paths(at.url)).not.toContain('/Users');
  expect(await paths(at.server.url)).not.toContain('/Tenants');
});

test('health, the document and methods that there are not are answered as by SCIM', async () => {
  for (const path of ['/healthz', '/readyz', '/openapi.json', '/openapi.yaml', '/docs']) {
    expect([path, (await fetch(new URL(path, at.url))).status]).toEqual([path, 200]);
  }
  const wrong = await at.admin.request('PUT', '/Tokens', { body: {} });
  expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'GET, POST, HEAD, OPTIONS']);
  expect(wrong.headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/);
  const large = await at.admin.post('/Tokens', { name: 'x'.repeat(2 * 1024 * 1024), scopes: ['read', 'write'] });
  expect(large.status).toBe(413);
  const text = await at.admin.post(
    '/Tokens',
    { name: 'x', scopes: ['read', 'write'] },
    { 'content-type': 'text/plain' },
  );
  expect(text.status).toBe(415);
});

describe('where it listens', () => {
  test('nowhere, unless ADMIN_PORT is set', async () => {
    expect(readConfig({}).admin).toBeUndefined();
    const server = await startServer();
    expect(server.observations.filter(({ kind }) => kind === 'listening')).toHaveLength(1);
    await server.close();
  });

  test('on loopback, unless ADMIN_HOST says so and TLS is there', () => {
    expect(readConfig({ ADMIN_PORT: '3001' }).admin).toEqual({
      host: '127.0.0.1',
      port: 3001,
      baseUrl: 'http://127.0.0.1:3001/admin/v1',
      basePath: '/admin/v1',
    });
    expect(() => readConfig({ ADMIN_PORT: '3001', ADMIN_HOST: '0.0.0.0' })).toThrow(
      /^ADMIN_HOST: "0\.0\.0\.0" is not loopback/,
    );
    const behind = {
      ADMIN_PORT: '3001',
      ADMIN_HOST: '0.0.0.0',
      TLS_TERMINATED_UPSTREAM: 'true',
      PUBLIC_URL: 'https://scim.example.com',
      ADMIN_PUBLIC_URL: 'https://admin.example.com',
    };
    expect(readConfig(behind).admin?.baseUrl).toBe('https://admin.example.com/admin/v1');
  });

  test.each([
    [{ ADMIN_PORT: '3000' }, /^ADMIN_PORT: 3000 is the SCIM port/],
    [{ ADMIN_PORT: '0' }, /^ADMIN_PORT: takes a whole number, 1 to 65535/],
    [{ SCIM_BEARER_TOKEN: newToken('scimadmin').token }, /^SCIM_BEARER_TOKEN: takes no token of the admin API/],
  ])('%j is no setting', (settings, message) => {
    expect(() => readConfig(settings)).toThrow(message);
  });
});

test('too many wrong tokens: 429, which the document has', async () => {
  const strict = await startAdminServer({ AUTH_FAILURES: '3', AUTH_FAILURES_WINDOW: '86400' });
  const stranger = strict.clientOf('wrong');
  const statuses: number[] = [];
  for (let turn = 0; turn < 6; turn += 1) statuses.push((await stranger.get('/Tokens')).status);
  expect(statuses).toEqual([401, 401, 401, 429, 429, 429]);
  await strict.close();
});
