// The alias of the resource that the token is bound to (RFC 7644 section 3.11).
import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import type { Reply } from '../support/client.js';
import { expectError, newUser, serverUnderTest } from './subject.js';

const id = randomUUID();
const bound = serverUnderTest({ SCIM_TOKEN_SUBJECT: id });
const free = serverUnderTest();

describe('a token that is bound to a user', () => {
  const location = () => `${bound.url}/Users/${id}`;
  const seen = ({ status, headers }: Reply) => [status, headers.get('location')];

  test('POST creates the user under the id of the token; every other method is that of the user', async () => {
    const { client } = bound;
    const missing = await client.get('/Me');
    expectError(missing, 404);
    expect(seen(missing)).toEqual([404, location()]);

    const created = await client.post('/Me', newUser({ displayName: 'Anna' }));
    expect(seen(created)).toEqual([201, location()]);
    expect(created.body).toMatchObject({ id, displayName: 'Anna', meta: { location: location() } });
    const again = await client.post('/Me', newUser());
    expectError(again, 409);
    expect(again.body.detail).toBe(`there is a User "${id}" already`);

    const read = await client.get('/Me?attributes=displayName');
    expect(seen(read)).toEqual([200, location()]);
    expect([read, missing].map(({ headers }) => headers.get('content-location'))).toEqual([location(), null]);
    expect(read.body).toMatchObject({ id, displayName: 'Anna' });
    expect(read.body).not.toHaveProperty('userName');
    expect((await client.get(`/Users/${id}`)).body.displayName).toBe('Anna');

    const patched = await client.patch('/Me', [{ op: 'replace', path: 'title', value: 'Guide' }]);
    expect(seen(patched)).toEqual([200, location()]);
    const tag = patched.headers.get('etag') ?? '';
    expect(seen(await client.get('/Me', { 'if-none-match': tag }))).toEqual([304, location()]);
    const stale = await client.put('/Me', newUser(), { 'if-match': 'W/"1"' });
    expect(seen(stale)).toEqual([412, location()]);
    const replaced = await client.put('/Me', newUser({ displayName: 'Bert' }), { 'if-match': tag });
    expect(seen(replaced)).toEqual([200, location()]);
    const invalid = await client.put('/Me', newUser({ active: 'maybe' }));
    expectError(invalid, 400, 'invalidValue');
    expect(seen(invalid)).toEqual([400, location()]);

    expect(seen(await client.delete('/Me'))).toEqual([204, location()]);
    expectError(await client.get('/Me'), 404);
  });
});

test.each(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])('%s by a token that is bound to nothing: 403', async (method) => {
  const hasBody = ['POST', 'PUT', 'PATCH'].includes(method);
  const reply = await free.client.request(method, '/Me', hasBody ? { body: newUser() } : {});
  expectError(reply, 403);
  expect(reply.body.detail).toBe('the token is bound to no resource, so there is no /Me for it');
  expect(reply.headers.get('location')).toBeNull();
});

test('without a token: 401', async () => {
  expectError(await free.client.get('/Me', { authorization: '' }), 401);
});
