// Groups: members as references that the server completes, nested groups, and the inverse on users
// (RFC 7643 4.1.2, 4.2).
import { describe, expect, test } from '@jest/globals';
import { GROUP, expectError, filtered, newGroup, serverUnderTest, unique } from './subject.js';

const subject = serverUnderTest();

const groupsOf = async (id: string): Promise<unknown> => (await subject.client.get(`/Users/${id}`)).body.groups;
const membersOf = async (id: string): Promise<unknown> => (await subject.client.get(`/Groups/${id}`)).body.members;

describe('RFC 7643 4.2: members', () => {
  test('a member is answered with type, $ref and display, whatever the client said of them', async () => {
    const user = await subject.createUser({ displayName: 'Babs Jensen' });
    const given = [{ value: user.id, display: 'Somebody', type: 'Group', $ref: 'https://example.com/x' }];
    const group = await subject.createGroup({ members: given });
    const members = [{ value: user.id, type: 'User', $ref: user.meta.location, display: 'Babs Jensen' }];
    expect(group.members).toEqual(members);
    expect(await membersOf(group.id)).toEqual(members);
  });

  test('a group without members has no members', async () => {
    const group = await subject.createGroup({ members: [] });
    expect(group).toEqual({ schemas: [GROUP], id: group.id, displayName: group.displayName, meta: expect.any(Object) });
  });

  test('a member given twice is one', async () => {
    const user = await subject.createUser();
    const group = await subject.createGroup({ members: [{ value: user.id }, { value: user.id }] });
    expect(group.members).toHaveLength(1);
  });

  test('a member that does not exist is 400 invalidValue that names it, and no group is made', async () => {
    const user = await subject.createUser();
    const displayName = unique('ghosts');
    const members = [{ value: user.id }, { value: 'no-such-member' }];
    const reply = await subject.client.post('/Groups', newGroup({ displayName, members }));
    expectError(reply, 400, 'invalidValue');
    expect(reply.body.detail).toContain('no-such-member');
    const found = await subject.client.get(filtered('/Groups', `displayName eq "${displayName}"`));
    expect(found.body.totalResults).toBe(0);
    expect(await groupsOf(user.id)).toBeUndefined();
  });

  test('a group is no member of itself: 400 invalidValue', async () => {
    const group = await subject.createGroup();
    const operation = { op: 'add', path: 'members', value: [{ value: group.id }] };
    expectError(await subject.client.patch(`/Groups/${group.id}`, [operation]), 400, 'invalidValue');
  });

  test('PUT replaces the members', async () => {
    const [one, two] = [await subject.createUser(), await subject.createUser()];
    const group = await subject.createGroup({ members: [{ value: one.id }] });
    const body = newGroup({ displayName: group.displayName, members: [{ value: two.id }] });
    const reply = await subject.client.put(`/Groups/${group.id}`, body);
    expect(reply.status).toBe(200);
    expect(reply.body.members).toMatchObject([{ value: two.id }]);
    expect(reply.body.members).toHaveLength(1);
    expect(await groupsOf(one.id)).toBeUndefined();
  });

  test('PUT without members empties the group', async () => {
    const user = await subject.createUser();
    const group = await subject.createGroup({ members: [{ value: user.id }] });
    await subject.client.put(`/Groups/${group.id}`, newGroup({ displayName: group.displayName }));
    expect(await membersOf(group.id)).toBeUndefined();
    expect(await groupsOf(user.id)).toBeUndefined();
  });

  test('members.value finds the groups of a member', async () => {
    const user = await subject.createUser();
    const group = await subject.createGroup({ members: [{ value: user.id }] });
    await subject.createGroup();
    const value = `"${user.id}"`;
    for (const filter of [`members.value eq ${value}`, `members[value eq ${value}]`, `members eq ${value}`]) {
      const reply = await subject.client.get(filtered('/Groups', filter));
      expect(reply.body.Resources).toMatchObject([{ id: group.id }]);
      expect(reply.body.totalResults).toBe(1);
    }
  });
});

describe('RFC 7643 4.1.2: groups of a user', () => {
  test('is the inverse of members, direct', async () => {
    const user = await subject.createUser();
    const group = await subject.createGroup({ members: [{ value: user.id }] });
    expect(await groupsOf(user.id)).toEqual([
      { value: group.id, $ref: group.meta.location, display: group.displayName, type: 'direct' },
    ]);
  });

  test('names the group as it is called now', async () => {
    const user = await subject.createUser();
    const group = await subject.createGroup({ members: [{ value: user.id }] });
    const displayName = unique('renamed');
    await subject.client.patch(`/Groups/${group.id}`, [{ op: 'replace', path: 'displayName', value: displayName }]);
    expect(await groupsOf(user.id)).toMatchObject([{ value: group.id, display: displayName }]);
  });

  test('lists the groups of its groups as indirect', async () => {
    const user = await subject.createUser();
    const inner = await subject.createGroup({ members: [{ value: user.id }] });
    const middle = await subject.createGroup({ members: [{ value: inner.id }] });
    const outer = await subject.createGroup({ members: [{ value: middle.id }] });
    expect(middle.members).toEqual([
      { value: inner.id, type: 'Group', $ref: inner.meta.location, display: inner.displayName },
    ]);
    const groups = (await groupsOf(user.id)) as { value: string; type: string }[];
    expect(groups.map(({ value, type }) => [value, type]).sort()).toEqual(
      [
        [inner.id, 'direct'],
        [middle.id, 'indirect'],
        [outer.id, 'indirect'],
      ].sort(),
    );
  });

  test('a direct membership is direct, though there is an indirect way as well', async () => {
    const user = await subject.createUser();
    const inner = await subject.createGroup({ members: [{ value: user.id }] });
    const outer = await subject.createGroup({ members: [{ value: inner.id }, { value: user.id }] });
    const groups = (await groupsOf(user.id)) as { value: string; type: string }[];
    expect(groups).toHaveLength(2);
    expect(groups.find(({ value }) => value === outer.id)?.type).toBe('direct');
  });

  test('groups that hold each other are walked once', async () => {
    const user = await subject.createUser();
    const one = await subject.createGroup({ members: [{ value: user.id }] });
    const two = await subject.createGroup({ members: [{ value: one.id }] });
    const reply = await subject.client.patch(`/Groups/${one.id}`, [
      { op: 'add', path: 'members', value: [{ value: two.id }] },
    ]);
    expect(reply.status).toBe(200);
    const groups = (await groupsOf(user.id)) as { value: string; type: string }[];
    expect(groups.map(({ value }) => value).sort()).toEqual([one.id, two.id].sort());
  });

  test('is read-only: a path to it is 400 mutability', async () => {
    const [user, group] = [await subject.createUser(), await subject.createGroup()];
    const operation = { op: 'add', path: 'groups', value: [{ value: group.id }] };
    expectError(await subject.client.patch(`/Users/${user.id}`, [operation]), 400, 'mutability');
    expect(await membersOf(group.id)).toBeUndefined();
  });

  test('groups.value finds the members of a group', async () => {
    const user = await subject.createUser();
    const group = await subject.createGroup({ members: [{ value: user.id }] });
    const reply = await subject.client.get(filtered('/Users', `groups.value eq "${group.id}"`));
    expect(reply.body.Resources).toMatchObject([{ id: user.id }]);
    expect(reply.body.totalResults).toBe(1);
  });
});

describe('RFC 7644 3.6: deleting', () => {
  test('a user leaves the groups that held it', async () => {
    const [gone, stays] = [await subject.createUser(), await subject.createUser()];
    const group = await subject.createGroup({ members: [{ value: gone.id }, { value: stays.id }] });
    expect((await subject.client.delete(`/Users/${gone.id}`)).status).toBe(204);
    expect(await membersOf(group.id)).toEqual([expect.objectContaining({ value: stays.id })]);
  });

  test('a group leaves its users and the groups that held it', async () => {
    const user = await subject.createUser();
    const inner = await subject.createGroup({ members: [{ value: user.id }] });
    const outer = await subject.createGroup({ members: [{ value: inner.id }] });
    expect((await subject.client.delete(`/Groups/${inner.id}`)).status).toBe(204);
    expectError(await subject.client.get(`/Groups/${inner.id}`), 404);
    expect(await groupsOf(user.id)).toBeUndefined();
    expect(await membersOf(outer.id)).toBeUndefined();
  });

  test('at the endpoint of another type is 404, and no group loses the member', async () => {
    const user = await subject.createUser();
    const group = await subject.createGroup({ members: [{ value: user.id }] });
    expectError(await subject.client.delete(`/Groups/${user.id}`), 404);
    expect((await subject.client.get(`/Groups/${group.id}`)).body).toEqual(group);
  });
});

describe('displayName of a group', () => {
  test('is required: 400 invalidValue without', async () => {
    expectError(await subject.client.post('/Groups', { schemas: [GROUP] }), 400, 'invalidValue');
  });

  test('is unique: 409 uniqueness, on create, replace and rename', async () => {
    const [one, two] = [await subject.createGroup(), await subject.createGroup()];
    const taken = newGroup({ displayName: one.displayName });
    expectError(await subject.client.post('/Groups', taken), 409, 'uniqueness');
    expectError(await subject.client.put(`/Groups/${two.id}`, taken), 409, 'uniqueness');
    const rename = { op: 'replace', path: 'displayName', value: one.displayName };
    expectError(await subject.client.patch(`/Groups/${two.id}`, [rename]), 409, 'uniqueness');
  });
});
