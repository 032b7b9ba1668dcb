// Every change of a resource leaves a record: who, what, with the values before and after, and what became of it.
import { describe, expect, test } from '@jest/globals';
import { expectError, newGroup, newUser, serverUnderTest, unique } from '../conformance/subject.js';
import { eventsOf, settledEvents } from './events.js';

const subject = serverUnderTest();
const BULK = 'urn:ietf:params:scim:api:messages:2.0:BulkRequest';
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

/** The last record of a resource, of which there are so many. */
async function lastOf(id: string, count: number): Promise<any> {
  const events = await settledEvents(subject.db, id, count);
  expect(events).toHaveLength(count);
  return events.at(-1);
}

describe('a record', () => {
  test('of a create has the whole resource, and who asked by which request', async () => {
    const headers = {
      'user-agent': 'Okta SCIM Client 1.0.0',
      traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
    };
    const user = { userName: unique('bob'), displayName: 'Bob', externalId: 'e-1', active: true };
    const created = await subject.client.post('/Users', newUser(user), headers);
    expect(created.status).toBe(201);
    const event = await lastOf(created.body.id, 1);
    expect(event).toEqual({
      id: expect.stringMatching(/^[\da-f]{8}-[\da-f]{4}-7/),
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      tenant: 'default',
      actor: { token: 'configured', address: '127.0.0.1', userAgent: headers['user-agent'] },
      request: {
        id: created.headers.get('x-request-id'),
        operation: 'createUser',
        traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
      },
      action: 'create',
      target: { type: 'User', id: created.body.id, externalId: 'e-1', display: 'Bob' },
      changes: [{ op: 'add', after: expect.any(String) }],
      versions: { after: 1 },
      outcome: { result: 'success' },
    });
    expect(JSON.parse(event.changes[0].after)).toEqual(user);
    expect(JSON.stringify(event)).not.toContain(subject.token);
  });

  test('of a PUT has each attribute that differs, before and after', async () => {
    const user = await subject.createUser({ title: 'Dr', name: { givenName: 'Bob', familyName: 'Ng' } });
    const body = { userName: user.userName, name: { givenName: 'Rob', familyName: 'Ng' }, nickName: 'R' };
    await subject.client.put(`/Users/${user.id}`, newUser({ ...body, [ENTERPRISE]: { department: 'Sales' } }));
    const { action, changes, versions, request } = await lastOf(user.id, 2);
    expect([action, versions, request.operation]).toEqual(['replace', { before: 1, after: 2 }, 'replaceUser']);
    expect(changes).toEqual([
      { path: 'name.givenName', op: 'replace', before: 'Bob', after: 'Rob' },
      { path: 'nickName', op: 'add', after: 'R' },
      { path: 'title', op: 'remove', before: 'Dr' },
      { path: ENTERPRISE, op: 'add', after: '{"department":"Sales"}' },
    ]);
  });

  test('of a PATCH has the values of a list that went and that came, and the deviations that were tolerated', async () => {
    const [a, b, c] = ['a', 'b', 'c'].map((name) => ({ value: `${name}@example.com` }));
    const user = await subject.createUser({ emails: [a, b], [ENTERPRISE]: { department: 'Sales' } });
    await subject.client.patch(`/Users/${user.id}`, [
      { op: 'replace', path: 'emails', value: [b, c] },
      { op: 'replace', path: 'active', value: 'False' },
      { op: 'replace', path: `${ENTERPRISE}:department`, value: 'IT' },
    ]);
    const { action, changes, deviations } = await lastOf(user.id, 2);
    expect([action, deviations]).toEqual(['patch', ['booleanAsString']]);
    expect(changes).toEqual([
      { path: 'active', op: 'replace', before: 'true', after: 'false' },
      { path: 'emails', op: 'replace', before: JSON.stringify([a]), after: JSON.stringify([c]) },
      { path: `${ENTERPRISE}:department`, op: 'replace', before: 'Sales', after: 'IT' },
    ]);
  });

  test('of a change of edges has the ids that went and that came', async () => {
    const [a, b, c] = [await subject.createUser(), await subject.createUser(), await subject.createUser()];
    const group = await subject.createGroup({ members: [{ value: a.id }, { value: b.id }] });
    const path = `/Groups/${group.id}`;
    const values = (...users: any[]) => users.map(({ id }) => ({ value: id }));
    await subject.client.patch(path, [{ op: 'add', path: 'members', value: values(c) }]);
    await subject.client.put(path, newGroup({ displayName: group.displayName, members: values(c) }));
    const [created, added, replaced] = await settledEvents(subject.db, group.id, 3);
    const change = (op: string, ...users: any[]) => {
      return { path: 'members', op, count: users.length, targets: users.map(({ id }) => id) };
    };
    expect(created.changes.slice(1)).toEqual([change('add', a, b)]);
    expect(added).toMatchObject({ action: 'patch', changes: [change('add', c)], versions: { after: 2 } });
    expect(added.target).toEqual({ type: 'Group', id: group.id, display: group.displayName });
    expect(replaced).toMatchObject({ action: 'replace', changes: [change('remove', a, b)] });
  });

  test('of a thousand edges has all, of more a thousand and their number', async () => {
    const bulk = Array.from({ length: 1_000 }, (_, n) => ({
      method: 'POST',
      path: '/Users',
      bulkId: `u${n}`,
      data: newUser(),
    }));
    const { body } = await subject.client.post('/Bulk', { schemas: [BULK], Operations: bulk });
    const ids = body.Operations.map(({ location }: { location: string }) => location.split('/').at(-1));
    const one = await subject.createUser();
    const members = [...ids, one.id].map((value) => ({ value }));
    const { id } = await subject.createGroup({ members });
    const { changes } = await lastOf(id, 1);
    expect([changes[1].count, changes[1].targets.length]).toEqual([1_001, 1_000]);
    await subject.client.delete(`/Groups/${id}`);
    const { changes: gone } = await lastOf(id, 2);
    expect([gone[1].count, gone[1].targets.length]).toEqual([1_001, 1_000]);
  });

  test.each([
    ['without If-Match', {}],
    ['with it', { 'if-match': '*' }],
  ])('of a DELETE %s has all that went: the resource, its edges and those to it', async (_how, headers) => {
    const user = await subject.createUser({ displayName: 'Bob' });
    const group = await subject.createGroup({ members: [{ value: user.id }] });
    const outer = await subject.createGroup({ members: [{ value: group.id }] });
    await subject.client.delete(`/Groups/${group.id}`, headers);
    const { action, target, changes, versions } = await lastOf(group.id, 2);
    expect([action, versions]).toEqual(['delete', { before: 1 }]);
    expect(target.display).toBe(group.displayName);
    expect(changes[0].op).toBe('remove');
    expect(JSON.parse(changes[0].before)).toEqual({ displayName: group.displayName });
    expect(changes[1]).toEqual({ path: 'members', op: 'remove', count: 1, targets: [user.id] });
    expect((await settledEvents(subject.db, outer.id, 1)).at(-1).changes[1].targets).toEqual([group.id]);

    await subject.createGroup({ members: [{ value: user.id }] }).then(async ({ id }) => {
      await subject.client.delete(`/Users/${user.id}`, headers);
      const last = await lastOf(user.id, 2);
      expect(last.changes[1]).toEqual({ path: 'groups', op: 'remove', count: 1, targets: [id] });
    });
  });

  test('is one for each operation of a bulk request', async () => {
    const { id } = await subject.createUser();
    const group = newGroup({ members: [{ value: 'bulkId:u' }] });
    const reply = await subject.client.post('/Bulk', {
      schemas: [BULK],
      Operations: [
        { method: 'POST', path: '/Users', bulkId: 'u', data: newUser() },
        { method: 'POST', path: '/Groups', bulkId: 'g', data: group },
        { method: 'PATCH', path: `/Users/${id}`, data: { Operations: [{ op: 'add', path: 'title', value: 'Dr' }] } },
        { method: 'DELETE', path: `/Users/${id}` },
      ],
    });
    const [user, made] = reply.body.Operations.map(({ location }: any) => location.split('/').at(-1));
    const request = { id: reply.headers.get('x-request-id'), operation: 'processBulk' };
    expect(await settledEvents(subject.db, user, 1)).toMatchObject([{ action: 'create', request }]);
    expect(await settledEvents(subject.db, made, 1)).toMatchObject([
      { action: 'create', request, changes: [{}, { path: 'members', targets: [user] }] },
    ]);
    expect(await settledEvents(subject.db, id, 3)).toMatchObject([
      { action: 'create' },
      { action: 'patch', request, changes: [{ path: 'title', op: 'add', after: 'Dr' }] },
      { action: 'delete', request },
    ]);
  });

  test('of a change that was refused when it was made tells why', async () => {
    const taken = await subject.createUser();
    const user = await subject.createUser();
    const value = taken.userName;
    const reply = await subject.client.patch(`/Users/${user.id}`, [{ op: 'replace', path: 'userName', value }]);
    expectError(reply, 409, 'uniqueness');
    const { outcome, versions } = await lastOf(user.id, 2);
    expect(outcome).toEqual({ result: 'failure', status: 409, scimType: 'uniqueness' });
    expect(versions).toEqual({ before: 1 });
  });

  test('of edges that turned out to be there already tells that nothing changed', async () => {
    const user = await subject.createUser();
    const group = await subject.createGroup({ members: [{ value: user.id }] });
    await subject.client.patch(`/Groups/${group.id}`, [{ op: 'add', path: 'members', value: [{ value: user.id }] }]);
    expect((await lastOf(group.id, 2)).outcome).toEqual({ result: 'noChange' });
  });

  test('of a value that is very long has its beginning', async () => {
    const { id } = await subject.createUser({ title: 'x'.repeat(100_000) });
    const { changes } = await lastOf(id, 1);
    expect(changes[0].after).toMatch(/^\{.*xxx… \(100\d\d\d letters\)$/);
    expect(changes[0].after.length).toBeLessThan(33_000);
  });
});

test('what reads, changes nothing, or is refused before it is begun has no record', async () => {
  const user = await subject.createUser({ title: 'Dr' });
  const path = `/Users/${user.id}`;
  await subject.client.get(path);
  await subject.client.patch(path, [{ op: 'replace', path: 'title', value: 'Dr' }]);
  expectError(await subject.client.patch(path, [{ op: 'replace', path: 'active', value: 3 }]), 400, 'invalidValue');
  expectError(await subject.client.put(path, newUser(), { 'if-match': 'W/"9"' }), 412);
  expectError(await subject.client.delete('/Users/nobody'), 404);
  await subject.client.delete(path, { authorization: '' });
  await lastOf(user.id, 1);
  expect(await eventsOf(subject.db, 'nobody')).toEqual([]);
});
