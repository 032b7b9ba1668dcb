// Versions: ETag, If-Match and If-None-Match (RFC 7644 3.14).
import { describe, expect, test } from '@jest/globals';
import type { Reply } from '../support/client.js';
import { expectError, newGroup, newUser, serverUnderTest } from './subject.js';

const subject = serverUnderTest();

const STALE = 'W/"stale"';

interface Kind {
  readonly path: string;
  readonly create: () => Promise<Reply['body']>;
  readonly changed: (resource: Reply['body']) => object;
  readonly operation: object;
}

const kinds: readonly Kind[] = [
  {
    path: '/Users',
    create: () => subject.createUser(),
    changed: ({ userName }) => newUser({ userName, title: 'Chief' }),
    operation: { op: 'add', path: 'title', value: 'Guide' },
  },
  {
    path: '/Groups',
    create: () => subject.createGroup(),
    changed: ({ displayName }) => newGroup({ displayName, externalId: 'changed' }),
    operation: { op: 'add', path: 'externalId', value: 'patched' },
  },
];

describe.each(kinds)('RFC 7644 3.14: $path', ({ path, create, changed, operation }) => {
  test('the ETag is weak, stands in meta.version too, and changes with the resource alone', async () => {
    const created = await create();
    const at = `${path}/${created.id}`;
    expect(created.meta.version).toMatch(/^W\/"[^"]+"$/);
    expect((await subject.client.get(at)).headers.get('etag')).toBe(created.meta.version);
    const patched = await subject.client.patch(at, [operation]);
    expect(patched.headers.get('etag')).toBe(patched.body.meta.version);
    expect(patched.body.meta.version).not.toBe(created.meta.version);
    const again = await subject.client.patch(at, [operation]);
    expect(again.body.meta).toEqual(patched.body.meta);
  });

  test('If-None-Match: 304 without a body while the version is that one, 200 afterwards', async () => {
    const created = await create();
    const at = `${path}/${created.id}`;
    const headers = { 'if-none-match': created.meta.version };
    const reply = await subject.client.get(at, headers);
    expect([reply.status, reply.text, reply.headers.get('etag')]).toEqual([304, '', created.meta.version]);
    expect((await subject.client.get(at, { 'if-none-match': `${STALE}, ${created.meta.version}` })).status).toBe(304);
    expect((await subject.client.get(at, { 'if-none-match': '*' })).status).toBe(304);
    await subject.client.patch(at, [operation]);
    expect((await subject.client.get(at, headers)).status).toBe(200);
  });

  test('If-Match of another version: 412 on PUT, PATCH and DELETE, and nothing changes', async () => {
    const created = await create();
    const at = `${path}/${created.id}`;
    const headers = { 'if-match': STALE };
    expectError(await subject.client.put(at, changed(created), headers), 412);
    expectError(await subject.client.patch(at, [operation], headers), 412);
    expectError(await subject.client.delete(at, headers), 412);
    expect((await subject.client.get(at)).body).toEqual(created);
  });

  test.each([
    ['this version', (version: string) => version],
    ['a list with it', (version: string) => `${STALE}, ${version}`],
    ['*', () => '*'],
  ])('If-Match of %s: PUT, PATCH and DELETE succeed', async (_what, ifMatch) => {
    const created = await create();
    const at = `${path}/${created.id}`;
    const put = await subject.client.put(at, changed(created), { 'if-match': ifMatch(created.meta.version) });
    expect(put.status).toBe(200);
    const patch = await subject.client.patch(at, [operation], { 'if-match': ifMatch(put.body.meta.version) });
    expect(patch.status).toBe(200);
    const deletion = await subject.client.delete(at, { 'if-match': ifMatch(patch.body.meta.version) });
    expect(deletion.status).toBe(204);
  });

  test('RFC 9110 13.1.1: If-Match: * of what does not exist is 404, and creates nothing', async () => {
    const body = changed({ userName: 'x', displayName: 'x' });
    const reply = await subject.client.put(`${path}/nothing`, body, { 'if-match': '*' });
    expectError(reply, 404);
  });
});

test("RFC 7644 3.14: a change of members is a change of the group's version", async () => {
  const [user, group] = [await subject.createUser(), await subject.createGroup()];
  const operation = { op: 'add', path: 'members', value: [{ value: user.id }] };
  const reply = await subject.client.patch(`/Groups/${group.id}`, [operation]);
  expect(reply.body.meta.version).not.toBe(group.meta.version);
  expectError(await subject.client.delete(`/Groups/${group.id}`, { 'if-match': group.meta.version }), 412);
});
