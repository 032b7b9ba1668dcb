// PATCH add, by every form of path (RFC 7644 3.5.2.1).
import { describe, expect, test } from '@jest/globals';
import { ENTERPRISE, USER, serverUnderTest } from './subject.js';

const subject = serverUnderTest();

const work = { value: 'babs@example.com', type: 'work', primary: true };
const home = { value: 'babs@jensen.org', type: 'home' };

interface Case {
  readonly what: string;
  readonly before?: object;
  readonly operation: object;
  /** Attributes of the resource afterwards; undefined: it has none. */
  readonly after: object;
}

const cases: readonly Case[] = [
  {
    what: 'without a path adds a set of attributes',
    before: { emails: [work] },
    operation: { value: { emails: [home], nickname: 'Babs' } },
    after: { emails: [work, home], nickName: 'Babs' },
  },
  {
    what: 'without a path merges into a complex attribute',
    before: { name: { givenName: 'Barbara' } },
    operation: { value: { name: { familyName: 'Jensen' } } },
    after: { name: { givenName: 'Barbara', familyName: 'Jensen' } },
  },
  {
    what: 'without a path takes an extension below its URN',
    operation: { value: { [ENTERPRISE]: { department: 'Tours' } } },
    after: { schemas: [USER, ENTERPRISE], [ENTERPRISE]: { department: 'Tours' } },
  },
  {
    what: 'of an attribute that has no value gives it one',
    operation: { path: 'title', value: 'Guide' },
    after: { title: 'Guide' },
  },
  {
    what: 'of a single-valued attribute replaces its value',
    before: { title: 'Guide' },
    operation: { path: 'title', value: 'Chief' },
    after: { title: 'Chief' },
  },
  {
    what: 'of a complex attribute keeps the sub-attributes that are not given',
    before: { name: { givenName: 'Barbara', familyName: 'Old' } },
    operation: { path: 'name', value: { familyName: 'Jensen' } },
    after: { name: { givenName: 'Barbara', familyName: 'Jensen' } },
  },
  {
    what: 'of a sub-attribute makes its parent',
    operation: { path: 'name.familyName', value: 'Jensen' },
    after: { name: { familyName: 'Jensen' } },
  },
  {
    what: 'of a type and value that are there means them (RFC 7643 2.4)',
    before: { emails: [work, home] },
    operation: { path: 'emails', value: [{ ...home, primary: true }] },
    after: {
      emails: [
        { ...work, primary: false },
        { ...home, primary: true },
      ],
    },
  },
  {
    what: 'of a multi-valued attribute appends a list',
    before: { emails: [work] },
    operation: { path: 'emails', value: [home] },
    after: { emails: [work, home] },
  },
  {
    what: 'of a multi-valued attribute appends one object',
    before: { emails: [work] },
    operation: { path: 'emails', value: home },
    after: { emails: [work, home] },
  },
  {
    what: 'of a value that is there already adds it no second time',
    before: { emails: [work, home] },
    operation: { path: 'emails', value: [home] },
    after: { emails: [work, home] },
  },
  {
    what: 'of a new primary value unsets the former one (3.5.2)',
    before: { emails: [work] },
    operation: { path: 'emails', value: [{ ...home, primary: true }] },
    after: {
      emails: [
        { ...work, primary: false },
        { ...home, primary: true },
      ],
    },
  },
  {
    what: 'through a value path sets a sub-attribute of the values that match',
    before: { emails: [work, home] },
    operation: { path: 'emails[type eq "home"].display', value: 'Home' },
    after: { emails: [work, { ...home, display: 'Home' }] },
  },
  {
    what: 'of a path in any letter case',
    operation: { path: 'NAME.FamilyName', value: 'Jensen' },
    after: { name: { familyName: 'Jensen' } },
  },
  {
    what: 'of a path with the URN of the core schema',
    operation: { path: `${USER}:name.familyName`, value: 'Jensen' },
    after: { name: { familyName: 'Jensen' } },
  },
  {
    what: 'of a path with the URN of an extension adds it to schemas (3.5.2)',
    operation: { path: `${ENTERPRISE}:employeeNumber`, value: '701984' },
    after: { schemas: [USER, ENTERPRISE], [ENTERPRISE]: { employeeNumber: '701984' } },
  },
  {
    what: 'of an extension by its URN alone',
    before: { schemas: [USER, ENTERPRISE], [ENTERPRISE]: { department: 'Tours' } },
    operation: { path: ENTERPRISE, value: { costCenter: '4130' } },
    after: { [ENTERPRISE]: { department: 'Tours', costCenter: '4130' } },
  },
];

describe('RFC 7644 3.5.2.1: add', () => {
  test.each(cases)('$what', async ({ before = {}, operation, after }) => {
    const user = await subject.createUser(before);
    const reply = await subject.client.patch(`/Users/${user.id}`, [{ op: 'add', ...operation }]);
    expect(reply.status).toBe(200);
    expect(reply.body).toEqual({ ...user, ...after, meta: reply.body.meta });
    expect(reply.headers.get('etag')).toBe(reply.body.meta.version);
    expect((await subject.client.get(`/Users/${user.id}`)).body).toEqual(reply.body);
  });

  test('of what is there already changes neither version nor lastModified', async () => {
    const user = await subject.createUser({ title: 'Guide', emails: [work] });
    const reply = await subject.client.patch(`/Users/${user.id}`, [
      { op: 'add', path: 'title', value: 'Guide' },
      { op: 'add', path: 'emails', value: [work] },
    ]);
    expect(reply.status).toBe(200);
    expect(reply.body).toEqual(user);
  });

  test('of a member that is one already changes nothing, and succeeds', async () => {
    const user = await subject.createUser();
    const group = await subject.createGroup({ members: [{ value: user.id }] });
    const reply = await subject.client.patch(`/Groups/${group.id}`, [
      { op: 'add', path: 'members', value: [{ value: user.id }] },
    ]);
    expect(reply.status).toBe(200);
    expect(reply.body).toEqual(group);
  });

  test('operations are applied in their order, each to what the one before made', async () => {
    const user = await subject.createUser();
    const reply = await subject.client.patch(`/Users/${user.id}`, [
      { op: 'add', path: 'emails', value: [home] },
      { op: 'replace', path: 'emails[type eq "home"].value', value: 'new@jensen.org' },
      { op: 'add', path: 'title', value: 'Guide' },
      { op: 'remove', path: 'title' },
    ]);
    expect(reply.status).toBe(200);
    expect(reply.body.emails).toEqual([{ ...home, value: 'new@jensen.org' }]);
    expect(reply.body).not.toHaveProperty('title');
  });

  test('RFC 7644 3.9: answers only the attributes that are asked for', async () => {
    const user = await subject.createUser({ nickName: 'Babs' });
    const operations = [{ op: 'add', path: 'title', value: 'Guide' }];
    const reply = await subject.client.patch(`/Users/${user.id}?attributes=title`, operations);
    expect(reply.status).toBe(200);
    expect(reply.body).toMatchObject({ id: user.id, title: 'Guide' });
    expect(reply.body).not.toHaveProperty('nickName');
  });
});
