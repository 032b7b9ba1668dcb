// Which attributes an answer has: attributes and excludedAttributes (RFC 7644 3.9), and returned (RFC 7643 7).
import { beforeAll, describe, expect, test } from '@jest/globals';
import { ENTERPRISE, USER, expectError, filtered, newUser, serverUnderTest, unique } from './subject.js';

const subject = serverUnderTest();
const userName = unique('babs');
let id = '';

const name = { familyName: 'Jensen', givenName: 'Barbara' };
const emails = [{ value: 'babs@example.com', type: 'work', primary: true }];
const extension = { department: 'Tours', costCenter: '4130' };
const schemas = [USER, ENTERPRISE];
const attributes = { schemas, userName, name, title: 'Guide', active: true, emails, [ENTERPRISE]: extension };

beforeAll(async () => {
  ({ id } = await subject.createUser(attributes));
});

describe('RFC 7644 3.9: attributes', () => {
  const shown: [query: string, rest: object][] = [
    ['title', { title: 'Guide' }],
    ['userName,title', { userName, title: 'Guide' }],
    ['USERNAME,Title', { userName, title: 'Guide' }],
    ['name', { name }],
    ['name.familyName', { name: { familyName: 'Jensen' } }],
    ['emails.value', { emails: [{ value: 'babs@example.com' }] }],
    [`${USER}:title`, { title: 'Guide' }],
    [`${USER}:name.givenName`, { name: { givenName: 'Barbara' } }],
    [`${ENTERPRISE}:department`, { [ENTERPRISE]: { department: 'Tours' } }],
    [ENTERPRISE, { [ENTERPRISE]: extension }],
    ['id', {}],
    ['shoeSize', {}],
    ['nickName', {}],
    ['password', {}],
    ['meta.resourceType', { meta: { resourceType: 'User' } }],
  ];

  test.each(shown)('%s', async (query, rest) => {
    const reply = await subject.client.get(`/Users/${id}?${new URLSearchParams({ attributes: query }).toString()}`);
    expect(reply.status).toBe(200);
    expect(reply.body).toEqual({ id, schemas, ...rest });
  });

  test('in several parameters, in whatever letters, is one list', async () => {
    const reply = await subject.client.get(`/Users/${id}?attributes=title&Attributes=userName&ATTRIBUTES=name`);
    expect(reply.body).toEqual({ id, schemas, title: 'Guide', userName, name });
  });

  test.each(shown)('%s, of a list', async (query, rest) => {
    const ofList = { filter: `userName sw "${userName}"`, sortBy: 'emails', attributes: query };
    const reply = await subject.client.get(`/Users?${new URLSearchParams(ofList).toString()}`);
    expect(reply.status).toBe(200);
    expect(reply.body.Resources).toEqual([{ id, schemas, ...rest }]);
  });
});

describe('RFC 7644 3.9: excludedAttributes', () => {
  test.each<[query: string, changed: object]>([
    ['title', { title: undefined }],
    ['TITLE,emails', { title: undefined, emails: undefined }],
    ['name.familyName', { name: { givenName: 'Barbara' } }],
    ['emails.type', { emails: [{ value: 'babs@example.com', primary: true }] }],
    [`${ENTERPRISE}:department`, { [ENTERPRISE]: { costCenter: '4130' } }],
    [ENTERPRISE, { [ENTERPRISE]: undefined }],
    ['meta', { meta: undefined }],
    ['shoeSize', {}],
    ['id', {}],
  ])('%s', async (query, changed) => {
    const whole = (await subject.client.get(`/Users/${id}`)).body;
    const search = new URLSearchParams({ excludedAttributes: query });
    const reply = await subject.client.get(`/Users/${id}?${search.toString()}`);
    expect(reply.status).toBe(200);
    expect({ ...reply.body, schemas }).toEqual({ ...whole, ...changed });
  });

  test('members: a group without them', async () => {
    const group = await subject.createGroup({ members: [{ value: id }] });
    const { members, ...rest } = group;
    expect(members).toHaveLength(1);
    expect((await subject.client.get(`/Groups/${group.id}?excludedAttributes=members`)).body).toEqual(rest);
    const filter = `displayName eq "${group.displayName}"`;
    const listed = await subject.client.get(filtered('/Groups', filter, { excludedAttributes: 'members' }));
    expect(listed.body.Resources).toEqual([rest]);
  });
});

test('RFC 7644 3.9: both at once is 400', async () => {
  const reply = await subject.client.get(`/Users/${id}?attributes=title&excludedAttributes=emails`);
  expectError(reply, 400, 'invalidValue');
});

test('RFC 7644 3.9: lists', async () => {
  const filter = `userName eq "${userName}"`;
  const reply = await subject.client.get(filtered('/Users', filter, { attributes: 'title' }));
  expect(reply.body.Resources).toEqual([{ id, schemas, title: 'Guide' }]);
});

test('RFC 7644 3.9: POST and PUT', async () => {
  const created = await subject.client.post('/Users?attributes=userName', newUser({ title: 'Guide' }));
  expect(created.status).toBe(201);
  expect(created.body).toEqual({ id: created.body.id, schemas: [USER], userName: created.body.userName });
  expect(created.headers.get('location')).toBe(`${subject.url}/Users/${created.body.id}`);
  const replacement = newUser({ userName: created.body.userName, title: 'Chief', nickName: 'Babs' });
  const replaced = await subject.client.put(`/Users/${created.body.id}?excludedAttributes=nickName`, replacement);
  expect(replaced.status).toBe(200);
  expect(replaced.body.title).toBe('Chief');
  expect(replaced.body).not.toHaveProperty('nickName');
});
