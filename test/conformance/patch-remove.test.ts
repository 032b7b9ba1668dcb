// PATCH remove, by every form of path (RFC 7644 3.5.2.2).
import { describe, expect, test } from '@jest/globals';
import { ENTERPRISE, USER, expectError, serverUnderTest } from './subject.js';

const subject = serverUnderTest();

const work = { value: 'babs@example.com', type: 'work', display: 'Work' };
const home = { value: 'babs@jensen.org', type: 'home' };
const other = { value: 'babs@example.org', type: 'other' };
const extension = { department: 'Tours', costCenter: '4130' };

interface Case {
  readonly what: string;
  readonly before: object;
  readonly path: string;
  /** Attributes of the resource afterwards; undefined: it has none. */
  readonly after: object;
}

const cases: readonly Case[] = [
  { what: 'a single-valued attribute', before: { title: 'Guide' }, path: 'title', after: { title: undefined } },
  {
    what: 'a complex attribute',
    before: { name: { familyName: 'Jensen', givenName: 'Barbara' } },
    path: 'name',
    after: { name: undefined },
  },
  {
    what: 'a sub-attribute',
    before: { name: { familyName: 'Jensen', givenName: 'Barbara' } },
    path: 'name.givenName',
    after: { name: { familyName: 'Jensen' } },
  },
  {
    what: 'the last sub-attribute, and its parent is unassigned',
    before: { name: { familyName: 'Jensen' } },
    path: 'name.familyName',
    after: { name: undefined },
  },
  { what: 'all values', before: { emails: [work, home] }, path: 'emails', after: { emails: undefined } },
  {
    what: 'the values that a filter matches',
    before: { emails: [work, home] },
    path: 'emails[type eq "work" and value ew "example.com"]',
    after: { emails: [home] },
  },
  {
    what: 'every value that a filter matches',
    before: { emails: [work, home, other] },
    path: 'emails[type eq "work" or (value co "example" and not (type eq "home"))]',
    after: { emails: [home] },
  },
  {
    what: 'the last value, and the attribute is unassigned',
    before: { emails: [work] },
    path: 'emails[value eq "babs@example.com"]',
    after: { emails: undefined },
  },
  {
    what: 'a sub-attribute of the values that a filter matches',
    before: { emails: [work, home] },
    path: 'emails[type eq "work"].display',
    after: { emails: [{ value: 'babs@example.com', type: 'work' }, home] },
  },
  {
    what: 'an attribute of an extension',
    before: { schemas: [USER, ENTERPRISE], [ENTERPRISE]: extension },
    path: `${ENTERPRISE}:department`,
    after: { [ENTERPRISE]: { costCenter: '4130' } },
  },
  {
    what: 'a path in any letter case',
    before: { emails: [work, home] },
    path: 'EMAILS[Type EQ "WORK"]',
    after: { emails: [home] },
  },
];

describe('RFC 7644 3.5.2.2: remove', () => {
  test.each(cases)('$what', async ({ before, path, after }) => {
    const user = await subject.createUser(before);
    const reply = await subject.client.patch(`/Users/${user.id}`, [{ op: 'remove', path }]);
    expect(reply.status).toBe(200);
    expect(reply.body).toEqual({ ...user, ...after, meta: reply.body.meta });
    expect(reply.body.meta.version).not.toBe(user.meta.version);
    expect((await subject.client.get(`/Users/${user.id}`)).body).toEqual(reply.body);
  });

  test('a whole extension leaves schemas as well', async () => {
    const user = await subject.createUser({ schemas: [USER, ENTERPRISE], [ENTERPRISE]: extension });
    const reply = await subject.client.patch(`/Users/${user.id}`, [{ op: 'remove', path: ENTERPRISE }]);
    expect(reply.status).toBe(200);
    expect(reply.body).not.toHaveProperty([ENTERPRISE]);
    expect(reply.body.schemas).toEqual([USER]);
  });

  test.each(['title', 'name.givenName', 'emails', 'emails[type eq "home"]', `${ENTERPRISE}:department`])(
    'what is not there (%s) succeeds and changes nothing',
    async (path) => {
      const user = await subject.createUser({ emails: [work] });
      const emptied = path === 'emails' ? await subject.createUser() : user;
      const reply = await subject.client.patch(`/Users/${emptied.id}`, [{ op: 'remove', path }]);
      expect(reply.status).toBe(200);
      expect(reply.body).toEqual(emptied);
    },
  );

  test('without a path is 400 noTarget', async () => {
    const user = await subject.createUser();
    expectError(await subject.client.patch(`/Users/${user.id}`, [{ op: 'remove' }]), 400, 'noTarget');
  });

  test.each(['userName', 'id', 'meta', 'groups', 'schemas'])(
    'of a required or read-only attribute (%s) is 400 mutability',
    async (path) => {
      const user = await subject.createUser();
      expectError(await subject.client.patch(`/Users/${user.id}`, [{ op: 'remove', path }]), 400, 'mutability');
      expect((await subject.client.get(`/Users/${user.id}`)).body).toEqual(user);
    },
  );
});

describe('RFC 7644 3.5.2.2: remove members', () => {
  const values = (members: readonly { value: string }[] = []): string[] => members.map(({ value }) => value);

  test.each([
    ['one by a filter', (id: string) => ({ path: `members[value eq "${id}"]` }), 1],
    ['one by a list of values (Entra ID)', (id: string) => ({ path: 'members', value: [{ value: id }] }), 1],
    ['all without a filter', () => ({ path: 'members' }), 0],
  ])('%s', async (_what, operation, left) => {
    const [gone, stays] = [await subject.createUser(), await subject.createUser()];
    const group = await subject.createGroup({ members: [{ value: gone.id }, { value: stays.id }] });
    const reply = await subject.client.patch(`/Groups/${group.id}`, [{ op: 'remove', ...operation(gone.id) }]);
    expect(reply.status).toBe(200);
    expect(values(reply.body.members)).toEqual([stays.id].slice(0, left));
    expect((await subject.client.get(`/Groups/${group.id}`)).body).toEqual(reply.body);
    expect((await subject.client.get(`/Users/${gone.id}`)).body).not.toHaveProperty('groups');
  });

  test('one that is no member succeeds and changes nothing', async () => {
    const [member, stranger] = [await subject.createUser(), await subject.createUser()];
    const group = await subject.createGroup({ members: [{ value: member.id }] });
    const path = `members[value eq "${stranger.id}"]`;
    const reply = await subject.client.patch(`/Groups/${group.id}`, [{ op: 'remove', path }]);
    expect(reply.status).toBe(200);
    expect(reply.body).toEqual(group);
  });
});
