// Every path of the document that a server publishes, by every method, with every kind of credential that is not good
// enough: 401, 403 or 404 where it should be, and nothing is changed or shown.
import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newToken } from '../../src/auth/token-form.js';
import type { Control } from '../../src/control.js';
import type { Acts } from '../../src/control/kinds.js';
import { newUser, stored } from '../conformance/subject.js';
import { TestClient } from '../support/client.js';
import { clientOf, controlOf } from '../support/control.js';
import type { TestServer } from '../support/server.js';
import { startServer } from '../support/server.js';

const BULK = 'urn:ietf:params:scim:api:messages:2.0:BulkRequest';
/** Those of SCIM, those of others, and what Node lets pass besides. */
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'MKCOL', 'LOCK'];
const READS = new Set(['list', 'search', 'get']);
const SECRET = 'nobody-may-see-this';

interface Operation {
  readonly security?: readonly unknown[];
  readonly 'x-scim-action'?: string;
  readonly 'x-scim-resource-type'?: string;
}

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

interface Attempt {
  readonly path: string;
  readonly method: string;
  /** Undefined where the path has no such method. */
  readonly operation: Operation | undefined;
}

let server: TestServer;
let control: Control & Acts;
let attempts: Attempt[];
let readOnly: string;
beforeAll(async () => {
  server = await startServer({ AUTH_FAILURES: 'off', TENANT_RATE: 'off', TOKEN_RATE: 'off' });
  control = await controlOf(server);
  const { id } = (await new TestClient(server).post('/Users', newUser({ title: SECRET }))).body;
  readOnly = (await clientOf(server, control, { scopes: ['read'], subject: id })).token;
  const document = await (await fetch(new URL('/openapi.json', server.url))).json();
  const { paths } = document as { readonly paths: Readonly<Record<string, Record<string, Operation>>> };
  attempts = Object.entries(paths).flatMap(([path, item]) =>
    METHODS.map((method) => ({
      path: path.replace(/\{\w+\}/, id),
      method,
      operation: item[(method === 'HEAD' ? 'GET' : method).toLowerCase()],
    })),
  );
});
afterAll(async () => {
  for (const { id } of await control.tenants.list()) if (id !== 'default') await control.tenants.remove(id);
  await server.close();
});

async function ask({ method, path }: Attempt, token: string | undefined): Promise<Answer> {
  const sent = request(`${server.url}${path}`, {
    method,
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(['POST', 'PUT', 'PATCH'].includes(method) ? { 'content-type': 'application/scim+json' } : {}),
    },
  });
  sent.end(['POST', 'PUT', 'PATCH'].includes(method) ? '{}' : undefined);
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  return { status: response.statusCode, headers: response.headers, body: await text(response) };
}

/** What everybody is answered, whatever they bring. */
function openAnswer({ method, operation }: Attempt): number | undefined {
  if (method === 'OPTIONS') return 204;
  if (operation === undefined) return 405;
  return operation.security?.length === 0 ? 200 : undefined;
}

/** Asks everything with a token, and compares the statuses; nothing is shown, nothing changes. */
async function holdEach(token: string | undefined, expected: (attempt: Attempt) => number[]): Promise<void> {
  const before = await stored(server.db);
  const wrong: string[] = [];
  for (const attempt of attempts) {
    const { status = 0, headers, body } = await ask(attempt, token);
    const open = openAnswer(attempt);
    const may = open === undefined ? expected(attempt) : [open];
    if (!may.includes(status)) wrong.push(`${attempt.method} ${attempt.path} is ${status}, not ${may.join(' or ')}`);
    if (status === 401 && headers['www-authenticate']?.startsWith('Bearer realm="scim"') !== true)
      wrong.push('401 without its header');
    if (status === 405 && headers.allow === undefined) wrong.push('405 without Allow');
    if (attempt.method === 'HEAD' && body !== '') wrong.push(`HEAD ${attempt.path} has a body`);
    if (status !== 200 && body.includes(SECRET)) wrong.push(`${attempt.method} ${attempt.path} shows what is secret`);
  }
  expect(wrong).toEqual([]);
  const after = await stored(server.db);
  expect(after).toBe(before);
}

const refused = () => [401];

test('the document has paths, and methods that they have not', () => {
  expect(attempts.filter(({ operation }) => operation !== undefined).length).toBeGreaterThan(25);
  expect(attempts.filter(({ operation }) => operation === undefined).length).toBeGreaterThan(50);
});

test('without a token: 401', () => holdEach(undefined, refused));

test('with a token that is none: 401', () => holdEach('wrong', refused));

test('with one that is formed as one, and that nobody made: 401', () => holdEach(newToken().token, refused));

test('with one that has expired: 401', async () => {
  const { token, tokenId } = await clientOf(server, control);
  await control.tokenStore.expire(tokenId, { expires: new Date(0), life: Infinity });
  await holdEach(token, refused);
});

test('with one that was revoked: 401', async () => {
  const { token, tokenId } = await clientOf(server, control);
  await control.tokens.revoke(tokenId);
  await holdEach(token, refused);
});

test('with one that may only read: what reads is answered, what writes is 403', () =>
  holdEach(readOnly, ({ method, operation }) => {
    const action = operation?.['x-scim-action'] ?? '';
    if (operation?.['x-scim-resource-type'] !== undefined && !READS.has(action)) return [403];
    // The empty body of a search or of a bulk request is told so.
    return method === 'POST' ? [400] : [200, 404];
  }));

test('a bulk request of one that may only read: each operation is 403', async () => {
  const client = new TestClient({ url: server.url, token: readOnly });
  const before = await stored(server.db);
  const Operations = [
    { method: 'POST', path: '/Users', bulkId: 'a', data: newUser() },
    { method: 'DELETE', path: '/Users/nobody' },
  ];
  const { status, body } = await client.post('/Bulk', { schemas: [BULK], Operations });
  expect([status, ...body.Operations.map((one: { status: string }) => one.status)]).toEqual([200, '403', '403']);
  expect(await stored(server.db)).toBe(before);
});

test('with one of another tenant: 404 where a resource is named, and nothing of it elsewhere', async () => {
  await control.tenants.create('other');
  const { token } = await clientOf(server, control, { tenant: 'other' });
  await holdEach(token, ({ method, path, operation }) => {
    if (operation?.['x-scim-resource-type'] === undefined) return method === 'POST' ? [400] : [200, 404];
    if (path === '/Me') return [403];
    if (operation['x-scim-action'] === 'list') return [200];
    // A body that is empty is told so before anything is looked up.
    return ['POST', 'PUT', 'PATCH'].includes(method) ? [400] : [404];
  });
  for (const attempt of attempts.filter(({ method, operation }) => method === 'GET' && operation !== undefined)) {
    expect((await ask(attempt, token)).body).not.toContain(SECRET);
  }
});
