// What PATCH refuses, with which scimType, and that it is all or nothing (RFC 7644 3.5.2, 3.12 table 9).
import { describe, expect, test } from '@jest/globals';
import { ENTERPRISE, PATCH_OP, expectError, serverUnderTest } from './subject.js';

const subject = serverUnderTest();

interface Case {
  readonly what: string;
  readonly operation: object;
  readonly scimType: string;
}

const refused: readonly Case[] = [
  { what: 'an unknown attribute', operation: { op: 'add', path: 'shoeSize', value: 1 }, scimType: 'invalidPath' },
  { what: 'an unknown sub-attribute', operation: { op: 'add', path: 'name.x', value: 'x' }, scimType: 'invalidPath' },
  { what: 'an unknown URN', operation: { op: 'add', path: 'urn:x:y:title', value: 'x' }, scimType: 'invalidPath' },
  { what: 'half a path', operation: { op: 'add', path: 'emails[', value: 'x' }, scimType: 'invalidPath' },
  { what: 'an array index', operation: { op: 'add', path: 'emails[0]', value: 'x' }, scimType: 'invalidPath' },
  { what: 'an empty path', operation: { op: 'add', path: '', value: 'x' }, scimType: 'invalidPath' },
  {
    what: 'an unknown attribute in the filter of a path',
    operation: { op: 'replace', path: 'emails[size eq 1].value', value: 'x' },
    scimType: 'invalidFilter',
  },
  {
    what: 'a filter on an attribute with one value',
    operation: { op: 'replace', path: 'title[value eq "x"]', value: 'x' },
    scimType: 'invalidFilter',
  },
  { what: 'a remove without a path', operation: { op: 'remove' }, scimType: 'noTarget' },
  {
    what: 'a replace of values that nothing matches',
    operation: { op: 'replace', path: 'emails[type eq "fax"].value', value: 'x' },
    scimType: 'noTarget',
  },
  {
    what: 'a value that is described by what only the server may write',
    operation: { op: 'add', path: `${ENTERPRISE}:manager[displayName eq "Boss"].value`, value: 'x' },
    scimType: 'noTarget',
  },
  { what: 'another id', operation: { op: 'replace', path: 'id', value: 'mine' }, scimType: 'mutability' },
  { what: 'meta', operation: { op: 'replace', path: 'meta.version', value: 'W/"9"' }, scimType: 'mutability' },
  { what: 'groups', operation: { op: 'add', path: 'groups', value: [{ value: 'x' }] }, scimType: 'mutability' },
  { what: 'the removal of what is required', operation: { op: 'remove', path: 'userName' }, scimType: 'mutability' },
  { what: 'a number for a string', operation: { op: 'add', path: 'title', value: 7 }, scimType: 'invalidValue' },
  { what: 'a list for one value', operation: { op: 'add', path: 'title', value: ['a'] }, scimType: 'invalidValue' },
  { what: 'a word for a boolean', operation: { op: 'add', path: 'active', value: 'often' }, scimType: 'invalidValue' },
  { what: 'a string for a complex one', operation: { op: 'add', path: 'name', value: 'x' }, scimType: 'invalidValue' },
  { what: 'an add without a value', operation: { op: 'add', path: 'title' }, scimType: 'invalidValue' },
  { what: 'a path-less value that is no object', operation: { op: 'add', value: 'x' }, scimType: 'invalidValue' },
  { what: 'a null userName', operation: { op: 'replace', path: 'userName', value: null }, scimType: 'mutability' },
  {
    what: 'two primary values',
    operation: {
      op: 'add',
      path: 'ims',
      value: [
        { value: 'a', primary: true },
        { value: 'b', primary: true },
      ],
    },
    scimType: 'invalidValue',
  },
  { what: 'an unknown schema', operation: { op: 'add', path: 'schemas', value: ['urn:x'] }, scimType: 'invalidValue' },
  {
    what: 'schemas without the one of the resource type',
    operation: { op: 'replace', path: 'schemas', value: ['urn:x'] },
    scimType: 'invalidValue',
  },
  { what: 'an unknown op', operation: { op: 'move', path: 'title', value: 'x' }, scimType: 'invalidSyntax' },
  {
    what: 'op in two letter cases',
    operation: { op: 'add', OP: 'remove', path: 'title', value: 'x' },
    scimType: 'invalidSyntax',
  },
  { what: 'no op', operation: { path: 'title', value: 'x' }, scimType: 'invalidSyntax' },
  { what: 'a path that is a number', operation: { op: 'add', path: 7, value: 'x' }, scimType: 'invalidSyntax' },
];

describe('RFC 7644 3.5.2: a refused operation changes nothing', () => {
  test.each(refused)('$what is 400 $scimType, with the operation before it', async ({ operation, scimType }) => {
    const user = await subject.createUser({ title: 'Guide', emails: [{ value: 'babs@example.com', type: 'work' }] });
    const before = { op: 'add', path: 'nickName', value: 'Babs' };
    expectError(await subject.client.patch(`/Users/${user.id}`, [before, operation]), 400, scimType);
    expect((await subject.client.get(`/Users/${user.id}`)).body).toEqual(user);
  });

  test.each([
    ['no Operations', { schemas: [PATCH_OP] }],
    ['empty Operations', { schemas: [PATCH_OP], Operations: [] }],
    ['Operations that are no list', { schemas: [PATCH_OP], Operations: { op: 'add' } }],
    ['an operation that is no object', { schemas: [PATCH_OP], Operations: ['add'] }],
    ['the schema of something else', { schemas: ['urn:x'], Operations: [{ op: 'add', path: 'title', value: 'x' }] }],
    ['a list instead of a request', [{ op: 'add', path: 'title', value: 'x' }]],
  ])('%s is 400 invalidSyntax', async (_what, body) => {
    const user = await subject.createUser();
    const reply = await subject.client.request('PATCH', `/Users/${user.id}`, { body });
    expectError(reply, 400, 'invalidSyntax');
    expect((await subject.client.get(`/Users/${user.id}`)).body).toEqual(user);
  });

  test('409 uniqueness for the userName of another', async () => {
    const [user, other] = [await subject.createUser(), await subject.createUser()];
    const reply = await subject.client.patch(`/Users/${user.id}`, [
      { op: 'add', path: 'title', value: 'x' },
      { op: 'replace', path: 'userName', value: other.userName.toUpperCase() },
    ]);
    expectError(reply, 409, 'uniqueness');
    expect((await subject.client.get(`/Users/${user.id}`)).body).toEqual(user);
  });

  test('an unknown member is 400 invalidValue that names it, and the known one beside it does not join', async () => {
    const user = await subject.createUser();
    const group = await subject.createGroup();
    const reply = await subject.client.patch(`/Groups/${group.id}`, [
      { op: 'add', path: 'members', value: [{ value: user.id }, { value: 'no-such-member' }] },
    ]);
    expectError(reply, 400, 'invalidValue');
    expect(reply.body.detail).toContain('no-such-member');
    expect((await subject.client.get(`/Groups/${group.id}`)).body).toEqual(group);
    expect((await subject.client.get(`/Users/${user.id}`)).body).toEqual(user);
  });

  test('members are not changed by a request that fails after them', async () => {
    const [member, newcomer] = [await subject.createUser(), await subject.createUser()];
    const group = await subject.createGroup({ members: [{ value: member.id }] });
    const reply = await subject.client.patch(`/Groups/${group.id}`, [
      { op: 'remove', path: 'members' },
      { op: 'add', path: 'members', value: [{ value: newcomer.id }] },
      { op: 'replace', path: 'id', value: 'another' },
    ]);
    expectError(reply, 400, 'mutability');
    expect((await subject.client.get(`/Groups/${group.id}`)).body).toEqual(group);
  });
});

describe('what PATCH lets pass', () => {
  test('the same id in a path-less value', async () => {
    const user = await subject.createUser();
    const value = { id: user.id, title: 'Guide' };
    const reply = await subject.client.patch(`/Users/${user.id}`, [{ op: 'replace', value }]);
    expect([reply.status, reply.body.title]).toEqual([200, 'Guide']);
  });

  test('read-only attributes in a path-less value, ignored', async () => {
    const user = await subject.createUser();
    const value = { title: 'Guide', groups: [{ value: 'x' }], meta: { resourceType: 'Robot' } };
    const reply = await subject.client.patch(`/Users/${user.id}`, [{ op: 'replace', value }]);
    expect(reply.status).toBe(200);
    expect(reply.body).toEqual({ ...user, title: 'Guide', meta: expect.objectContaining({ resourceType: 'User' }) });
  });
});
