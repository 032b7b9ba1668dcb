// PATCH replace, by every form of path (RFC 7644 3.5.2.3).
import { describe, expect, test } from '@jest/globals';
import { ENTERPRISE, USER, expectError, serverUnderTest } from './subject.js';

const subject = serverUnderTest();

const work = { value: 'babs@example.com', type: 'work', primary: true };
const home = { value: 'babs@jensen.org', type: 'home' };
const office = { type: 'work', streetAddress: '100 Universal City Plaza', locality: 'Hollywood' };
const flat = { type: 'home', streetAddress: '456 Hollywood Blvd', locality: 'Hollywood' };

interface Case {
  readonly what: string;
  readonly before: object;
  readonly operation: object;
  /** Attributes of the resource afterwards; undefined: it has none. */
  readonly after: object;
}

const cases: readonly Case[] = [
  {
    what: 'without a path replaces the attributes that are given, and no others',
    before: { title: 'Guide', nickName: 'Babs', emails: [work, home] },
    operation: { value: { title: 'Chief', emails: [home] } },
    after: { title: 'Chief', emails: [home] },
  },
  {
    what: 'of a single-valued attribute replaces its value',
    before: { title: 'Guide' },
    operation: { path: 'title', value: 'Chief' },
    after: { title: 'Chief' },
  },
  {
    what: 'of an attribute that has no value is an add',
    before: {},
    operation: { path: 'title', value: 'Chief' },
    after: { title: 'Chief' },
  },
  {
    what: 'with null leaves the attribute unassigned (RFC 7643 2.5)',
    before: { title: 'Guide' },
    operation: { path: 'title', value: null },
    after: { title: undefined },
  },
  {
    what: 'with [] leaves the attribute unassigned (RFC 7643 2.5)',
    before: { emails: [work] },
    operation: { path: 'emails', value: [] },
    after: { emails: undefined },
  },
  {
    what: 'of a multi-valued attribute replaces all values',
    before: { emails: [work] },
    operation: { path: 'emails', value: [home] },
    after: { emails: [home] },
  },
  {
    what: 'of a complex attribute keeps the sub-attributes that are not given',
    before: { name: { familyName: 'Old', givenName: 'Barbara' } },
    operation: { path: 'name', value: { familyName: 'Jensen' } },
    after: { name: { familyName: 'Jensen', givenName: 'Barbara' } },
  },
  {
    what: 'of a sub-attribute',
    before: { name: { familyName: 'Old', givenName: 'Barbara' } },
    operation: { path: 'name.familyName', value: 'Jensen' },
    after: { name: { familyName: 'Jensen', givenName: 'Barbara' } },
  },
  {
    what: 'of a value path replaces the values that match',
    before: { addresses: [office, flat] },
    operation: { path: 'addresses[type eq "work"]', value: { type: 'work', streetAddress: '911 Plaza', region: 'CA' } },
    after: { addresses: [expect.objectContaining({ type: 'work', streetAddress: '911 Plaza', region: 'CA' }), flat] },
  },
  {
    what: 'of a value path with a sub-attribute replaces that one in all values that match',
    before: { addresses: [office, flat] },
    operation: { path: 'addresses[locality eq "hollywood"].streetAddress', value: '1010 Broadway Ave' },
    after: {
      addresses: [
        { ...office, streetAddress: '1010 Broadway Ave' },
        { ...flat, streetAddress: '1010 Broadway Ave' },
      ],
    },
  },
  {
    what: 'of primary through a value path unsets the former one (3.5.2)',
    before: { emails: [work, home] },
    operation: { path: 'emails[type eq "home"].primary', value: true },
    after: {
      emails: [
        { ...work, primary: false },
        { ...home, primary: true },
      ],
    },
  },
  {
    what: 'of an attribute of an extension',
    before: { schemas: [USER, ENTERPRISE], [ENTERPRISE]: { department: 'Tours', costCenter: '4130' } },
    operation: { path: `${ENTERPRISE}:department`, value: 'Parks' },
    after: { [ENTERPRISE]: { department: 'Parks', costCenter: '4130' } },
  },
  {
    what: 'of a sub-attribute in an extension',
    before: { schemas: [USER, ENTERPRISE], [ENTERPRISE]: { manager: { value: 'someone' } } },
    operation: { path: `${ENTERPRISE}:manager.value`, value: 'another' },
    after: { [ENTERPRISE]: { manager: expect.objectContaining({ value: 'another' }) } },
  },
];

describe('RFC 7644 3.5.2.3: replace', () => {
  test.each(cases)('$what', async ({ before, operation, after }) => {
    const user = await subject.createUser(before);
    const reply = await subject.client.patch(`/Users/${user.id}`, [{ op: 'replace', ...operation }]);
    expect(reply.status).toBe(200);
    expect(reply.body).toEqual({ ...user, ...after, meta: reply.body.meta });
    expect(reply.body.meta.version).not.toBe(user.meta.version);
    expect((await subject.client.get(`/Users/${user.id}`)).body).toEqual(reply.body);
  });

  test.each(['emails[type eq "home"]', 'emails[type eq "home"].value', 'emails[value eq "nobody@example.com"].type'])(
    'of a value path that matches nothing (%s) is 400 noTarget',
    async (path) => {
      const user = await subject.createUser({ emails: [work] });
      const value = path.endsWith(']') ? home : 'x';
      const reply = await subject.client.patch(`/Users/${user.id}`, [{ op: 'replace', path, value }]);
      expectError(reply, 400, 'noTarget');
      expect((await subject.client.get(`/Users/${user.id}`)).body).toEqual(user);
    },
  );

  test('by what is there already changes neither version nor lastModified', async () => {
    const user = await subject.createUser({ title: 'Guide', emails: [work], name: { familyName: 'Jensen' } });
    const reply = await subject.client.patch(`/Users/${user.id}`, [
      { op: 'replace', value: { title: 'Guide', name: { familyName: 'Jensen' } } },
      { op: 'replace', path: 'emails', value: [work] },
    ]);
    expect(reply.status).toBe(200);
    expect(reply.body).toEqual(user);
  });

  test('of members replaces all of them', async () => {
    const users = [await subject.createUser(), await subject.createUser(), await subject.createUser()];
    const [one, two, three] = users.map(({ id }) => ({ value: id }));
    const group = await subject.createGroup({ members: [one, two] });
    const operation = { op: 'replace', path: 'members', value: [two, three] };
    const reply = await subject.client.patch(`/Groups/${group.id}`, [operation]);
    expect(reply.status).toBe(200);
    expect(reply.body.members).toHaveLength(2);
    expect(reply.body.members).toEqual(
      expect.arrayContaining([expect.objectContaining(two ?? {}), expect.objectContaining(three ?? {})]),
    );
  });

  test('without a path keeps the members that it does not name (Okta)', async () => {
    const user = await subject.createUser();
    const group = await subject.createGroup({ members: [{ value: user.id }] });
    const displayName = `${group.displayName}-renamed`;
    const reply = await subject.client.patch(`/Groups/${group.id}`, [
      { op: 'replace', value: { id: group.id, displayName } },
    ]);
    expect(reply.status).toBe(200);
    expect(reply.body).toMatchObject({ displayName, members: group.members });
  });
});
