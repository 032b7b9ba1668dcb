// What may be read without a token, and that nothing else may; the document says which is which.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { TestClient } from '../support/client.js';
import { expectError, serverUnderTest } from './subject.js';

const subject = serverUnderTest({ AUTH_FAILURES: 'off' });
const { paths } = JSON.parse(readFileSync('openapi/dist/openapi.json', 'utf8'));
const METHODS = ['get', 'put', 'post', 'patch', 'delete'];

const operations = Object.entries<Record<string, { security?: unknown[] }>>(paths).flatMap(([path, item]) =>
  Object.entries(item)
    .filter(([method]) => METHODS.includes(method))
    .map(([method, { security }]) => ({
      method: method.toUpperCase(),
      path: path.replace(/\{\w+\}/, 'x'),
      isPublic: security?.length === 0,
    })),
);
const closed = operations.filter(({ isPublic }) => !isPublic);

test('ServiceProviderConfig alone is public', () => {
  expect(operations.filter(({ isPublic }) => isPublic).map(({ path }) => path)).toEqual(['/ServiceProviderConfig']);
  expect(closed.length).toBeGreaterThan(15);
});

describe('RFC 6750 3: without a valid token', () => {
  test.each(closed)('$method $path is 401', async ({ method, path }) => {
    for (const authorization of [
      '',
      'Bearer',
      'Bearer wrong',
      'Basic eDp5',
      subject.token,
      `Bearer ${subject.token}x`,
    ]) {
      const reply = await subject.client.request(method, path, { headers: { authorization } });
      expectError(reply, 401);
      const error = /^Bearer ./.test(authorization) ? ', error="invalid_token"' : '';
      expect(reply.headers.get('www-authenticate')).toBe(`Bearer realm="scim"${error}`);
    }
  });

  test('a body is not even read', async () => {
    const stranger = new TestClient({ url: subject.url, token: 'wrong' });
    expectError(await stranger.request('POST', '/Users', { body: '{"broken' }), 401);
  });
});

test('the scheme is named in any letter case', async () => {
  const headers = { authorization: `bearer ${subject.token}` };
  expect((await subject.client.request('GET', '/Users', { headers })).status).toBe(200);
});

describe('pages without a token', () => {
  const page = async (path: string, method = 'GET') => fetch(`${new URL(subject.url).origin}${path}`, { method });

  test.each([
    ['/healthz', 'application/json; charset=utf-8', '{"status":"ok"}'],
    ['/readyz', 'application/json; charset=utf-8', '{"status":"ready"}'],
    ['/openapi.json', 'application/json; charset=utf-8', '"openapi":"3.0.3"'],
    ['/openapi.yaml', 'application/yaml', 'openapi: 3.0.3'],
    ['/docs', 'text/html; charset=utf-8', '<div id="ui">'],
    ['/docs/start.js', 'text/javascript; charset=utf-8', '/openapi.json'],
    ['/docs/swagger-ui.css', 'text/css; charset=utf-8', '.swagger-ui'],
    ['/docs/swagger-ui-bundle.js', 'text/javascript; charset=utf-8', 'SwaggerUIBundle'],
  ])('%s is %s', async (path, type, content) => {
    const reply = await page(path);
    expect([reply.status, reply.headers.get('content-type')]).toEqual([200, type]);
    expect(await reply.text()).toContain(content);
  });

  test.each(['/healthz', '/readyz', '/openapi.json', '/docs', '/docs/start.js', '/oauth/jwks'])(
    '%s says by which methods it is served',
    async (path) => {
      for (const method of ['POST', 'PUT', 'DELETE']) {
        const { status, headers } = await page(path, method);
        expect([method, status, headers.get('allow')]).toEqual([method, 405, 'GET, HEAD, OPTIONS']);
      }
      const { status, headers } = await page(path, 'OPTIONS');
      expect([status, headers.get('allow')]).toEqual([204, 'GET, HEAD, OPTIONS']);
      expect((await page(`${path}/nothing`, 'POST')).status).toBe(404);
    },
  );

  test('the document that is served names the deployment', async () => {
    const document = JSON.parse(await (await page('/openapi.json')).text());
    expect(document.servers).toEqual([{ url: subject.url, description: 'This server.' }]);
  });
});
