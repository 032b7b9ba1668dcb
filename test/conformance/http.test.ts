// What HTTP itself asks of the server (RFC 9110), beside SCIM.
import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import type { Reply } from '../support/client.js';
import { ERROR, USER, expectError, newUser, serverUnderTest } from './subject.js';

const subject = serverUnderTest();

test('RFC 9110 9.3.2: HEAD is a GET without its body', async () => {
  const user = await subject.createUser();
  const head = await subject.client.request('HEAD', `/Users/${user.id}`);
  const get = await subject.client.get(`/Users/${user.id}`);
  expect([head.status, head.text, head.headers.get('etag')]).toEqual([200, '', get.headers.get('etag')]);
  expect((await subject.client.request('HEAD', '/Users/none')).status).toBe(404);
});

test('RFC 9110 9.3.7: OPTIONS tells what is allowed, without a token', async () => {
  const reply = await fetch(`${subject.url}/Users/x`, { method: 'OPTIONS' });
  expect(reply.status).toBe(204);
  expect(reply.headers.get('allow')).toBe('GET, PUT, DELETE, PATCH, HEAD, OPTIONS');
});

describe('RFC 9110 12.5.1: Accept', () => {
  test.each([
    'application/scim+json',
    'application/json',
    'application/scim+json; charset=utf-8',
    'application/*',
    '*/*',
    'text/html, */*;q=0.1',
    '',
  ])('%j is answered as application/scim+json', async (accept) => {
    const reply = await subject.client.get('/Users', { accept });
    expect([reply.status, reply.headers.get('content-type')]).toEqual([200, 'application/scim+json; charset=utf-8']);
  });

  test.each(['text/html', 'application/xml, text/*', 'application/json;q=0'])('%j is 406', async (accept) => {
    expectError(await subject.client.get('/Users', { accept }), 406);
  });
});

test('a slash at the end of a path, and an encoded id, change nothing', async () => {
  const { id } = await subject.createUser();
  const encoded = `%${id.charCodeAt(0).toString(16)}${id.slice(1)}`;
  for (const path of [`/Users/${id}/`, `/Users/${encoded}`]) {
    expect((await subject.client.get(path)).body).toMatchObject({ id });
  }
});

test('meta.location comes from the settings, never from the Host header', async () => {
  const { id } = await subject.createUser();
  const sent = httpRequest(`${subject.url}/Users/${id}`, {
    headers: { ...authorization(), host: 'evil.example.com', 'x-forwarded-host': 'evil.example.com' },
  }).end();
  const [response] = await once(sent, 'response');
  let text = '';
  for await (const chunk of response) text += String(chunk);
  expect(text).not.toContain('evil');
  expect(JSON.parse(text).meta.location).toBe(`${subject.url}/Users/${id}`);
});

describe('RFC 7643 3.1: Content-Location is meta.location', () => {
  const locations = ({ headers }: Reply) => [headers.get('content-location'), headers.get('location')];

  test('of the resource that an answer has, or would have but for a 304', async () => {
    const { client } = subject;
    const created = await client.post('/Users', newUser());
    const { id, userName, meta } = created.body;
    const path = `/Users/${id}`;
    const replies = [
      created,
      await client.get(path),
      await client.get(`${path}/?attributes=userName`),
      await client.request('HEAD', path),
      await client.get(path, { 'if-none-match': '*' }),
      await client.put(path, newUser({ userName })),
      await client.patch(path, [{ op: 'add', path: 'title', value: 'Guide' }]),
    ];
    expect(replies.map(({ status }) => status)).toEqual([201, 200, 200, 200, 304, 200, 200]);
    for (const reply of replies) expect(locations(reply)).toEqual([meta.location, meta.location]);
  });

  test.each(['/ServiceProviderConfig', '/ResourceTypes/user', `/Schemas/${USER.toUpperCase()}`])('%s', async (path) => {
    const reply = await subject.client.get(path);
    expect(reply.status).toBe(200);
    expect(locations(reply)).toEqual([reply.body.meta.location, reply.body.meta.location]);
  });

  test('is not told of lists, of errors and of what is gone', async () => {
    const { id } = await subject.createUser();
    const replies = [
      await subject.client.get('/Users'),
      await subject.client.get('/Schemas'),
      await subject.client.put(`/Users/${id}`, {}),
      await subject.client.delete(`/Users/${id}`),
      await subject.client.get(`/Users/${id}`),
    ];
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 400, 204, 404]);
    for (const reply of replies) expect(locations(reply)).toEqual([null, null]);
  });
});

test('every answer has an id, is not cached and not sniffed', async () => {
  const { headers } = await subject.client.get('/Users');
  expect(headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/);
  expect([headers.get('cache-control'), headers.get('x-content-type-options')]).toEqual(['no-store', 'nosniff']);
});

describe('bodies', () => {
  const post = async (headers: object, body: Buffer) => {
    const sent = httpRequest(`${subject.url}/Users`, {
      method: 'POST',
      headers: { ...authorization(), 'content-type': 'application/scim+json', ...headers },
    });
    sent.end(body);
    const [response] = await once(sent, 'response');
    let text = '';
    for await (const chunk of response) text += String(chunk);
    return { status: response.statusCode, body: JSON.parse(text) };
  };
  const large = Buffer.from(JSON.stringify(newUser({ title: 'x'.repeat(2 * 1024 * 1024) })));

  test.each([
    ['in chunks', { 'transfer-encoding': 'chunked' }, Buffer.from(JSON.stringify(newUser())), 201],
    ['after 100 Continue', { expect: '100-continue' }, Buffer.from(JSON.stringify(newUser())), 201],
    ['compressed', { 'content-encoding': 'gzip' }, gzipSync(JSON.stringify(newUser())), 201],
    ['in chunks, over the limit', { 'transfer-encoding': 'chunked' }, large, 413],
    ['that is small, but not when it is unpacked', { 'content-encoding': 'gzip' }, gzipSync(large), 413],
    ['in an unknown coding', { 'content-encoding': 'zip' }, Buffer.from('{}'), 415],
  ])('a body %s is answered', async (_what, headers, body, status) => {
    const reply = await post(headers, body);
    expect(reply.status).toBe(status);
    if (status > 201) expect(reply.body).toMatchObject({ schemas: [ERROR], status: String(status) });
  });

  test('what no operation takes is refused before its body is read', async () => {
    expectError(await subject.client.request('PUT', '/Users', { body: 'no JSON' }), 405);
    expectError(await subject.client.request('POST', '/Nothing', { body: 'no JSON' }), 404);
  });
});

describe('requests that Node refuses', () => {
  const raw = async (head: string) => {
    const { hostname, port } = new URL(subject.url);
    const socket = connect(Number(port), hostname);
    socket.write(head);
    let text = '';
    for await (const chunk of socket) text += String(chunk);
    const [status = '', ...rest] = text.split('\r\n');
    return { status, body: JSON.parse(rest.at(-1) ?? '') };
  };

  test.each([
    ['a URL over 64 KiB', `GET /scim/v2/Users?filter=${'x'.repeat(70_000)} HTTP/1.1\r\n`, '431'],
    ['what is no HTTP', 'HELLO\r\n\r\n', '400'],
  ])('%s is a SCIM error', async (_what, head, status) => {
    const reply = await raw(head);
    expect(reply.status).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(reply.body).toMatchObject({ schemas: [ERROR], status, detail: expect.any(String) });
  });
});

function authorization(): { authorization: string } {
  return { authorization: `Bearer ${subject.token}` };
}
