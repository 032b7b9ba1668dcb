// Each claim of /ServiceProviderConfig is true, of a server whose settings and document are not the usual ones.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { verify } from 'argon2';
import { TestClient } from '../support/client.js';
import type { TestServer } from '../support/server.js';
import { startServer } from '../support/server.js';
import { temporaryDocument } from '../support/temporary-document.js';
import { expectError, newUser } from './subject.js';

let server: TestServer;
let client: TestClient;
let config: any;

beforeAll(async () => {
  const document = temporaryDocument([['schemas/User.yaml', 'secret: discard', 'secret: argon2id']]);
  server = await startServer({ OPENAPI_DIR: document.directory, MAX_RESULTS: '3', CURSOR_TIMEOUT: '60' });
  document.remove();
  client = new TestClient(server);
  config = (await client.get('/ServiceProviderConfig')).body;
  for (let n = 0; n < 5; n += 1) await client.post('/Users', newUser({ userName: `user-${n}` }));
});
afterAll(() => server.close());

test('filter.maxResults: no page of a filter holds more, whatever count asks for', async () => {
  expect(config.filter).toEqual({ supported: true, maxResults: 3 });
  for (const query of ['', '&count=3', '&count=4', '&count=5000', '&startIndex=2&count=5']) {
    const { body } = await client.get(`/Users?filter=userName%20pr${query}`);
    expect([body.totalResults, body.itemsPerPage, body.Resources.length]).toEqual([5, 3, 3]);
  }
  const schemas = ['urn:ietf:params:scim:api:messages:2.0:SearchRequest'];
  for (const path of ['/Users/.search', '/.search']) {
    const { body } = await client.post(path, { schemas, filter: 'userName pr', count: 4 });
    expect([body.totalResults, body.itemsPerPage, body.Resources.length]).toEqual([5, 3, 3]);
  }
});

test('pagination: the sizes and the time of pages by cursor', async () => {
  expect(config.pagination).toEqual({
    cursor: true,
    index: true,
    defaultPaginationMethod: 'index',
    defaultPageSize: 3,
    maxPageSize: 3,
    cursorTimeout: 60,
  });
  const first = (await client.get('/Users?cursor=')).body;
  expect(first.Resources).toHaveLength(3);
  const rest = (await client.get(`/Users?cursor=${first.nextCursor}`)).body;
  expect(rest.Resources).toHaveLength(2);
  expectError(await client.get('/Users?cursor=&count=4'), 400, 'invalidCount');
  expect((await client.get('/Users?count=1')).body).not.toHaveProperty('nextCursor');
});

test('sort, patch and etag are supported', async () => {
  expect([config.sort, config.patch, config.etag]).toEqual([
    { supported: true },
    { supported: true },
    { supported: true },
  ]);
  const names = (await client.get('/Users?sortBy=userName&sortOrder=descending')).body.Resources.map(
    ({ userName }: { userName: string }) => userName,
  );
  expect(names).toEqual(['user-4', 'user-3', 'user-2']);
  const { body, headers } = await client.post('/Users', newUser());
  const operation = { op: 'add', path: 'title', value: 'Guide' };
  const patched = await client.patch(`/Users/${body.id}`, [operation], { 'if-match': headers.get('etag') ?? '' });
  expect([patched.status, patched.body.title]).toEqual([200, 'Guide']);
  expectError(await client.delete(`/Users/${body.id}`, { 'if-match': headers.get('etag') ?? '' }), 412);
  await client.delete(`/Users/${body.id}`);
});

test('changePassword: where the document keeps passwords, PUT and PATCH change one', async () => {
  expect(config.changePassword).toEqual({ supported: true });
  const hashOf = async (userName: string) => {
    const found = await server.db.collection<{ r: { password?: string } }>('User').findOne({ 's.userName': userName });
    return found?.r.password ?? '';
  };
  const user = newUser({ userName: 'keeper', password: 'first' });
  const { id } = (await client.post('/Users', user)).body;
  expect(await verify(await hashOf('keeper'), 'first')).toBe(true);
  await client.patch(`/Users/${id}`, [{ op: 'replace', path: 'password', value: 'second' }]);
  expect(await verify(await hashOf('keeper'), 'second')).toBe(true);
  await client.put(`/Users/${id}`, { ...user, password: 'third' });
  expect(await verify(await hashOf('keeper'), 'third')).toBe(true);
  await client.delete(`/Users/${id}`);
});

test('authenticationSchemes: those that are told are accepted, and no other', async () => {
  expect(config.authenticationSchemes.map(({ type }: { type: string }) => type)).toEqual([
    'oauthbearertoken',
    'oauth2',
  ]);
  expect((await client.get('/Users')).status).toBe(200);
  for (const scheme of ['Basic', 'Digest', 'Token', 'DPoP']) {
    const reply = await client.get('/Users', { authorization: `${scheme} ${server.token}` });
    expectError(reply, 401);
    expect(reply.headers.get('www-authenticate')).toMatch(/^Bearer /);
  }
  expectError(await client.get(`/Users?access_token=${server.token}`, { authorization: '' }), 401);
});
