// The life of a user: create, read, replace, delete (RFC 7644 3.3, 3.4.1, 3.5.1, 3.6).
import { describe, expect, test } from '@jest/globals';
import { ENTERPRISE, USER, expectError, filtered, newUser, serverUnderTest, unique } from './subject.js';

const subject = serverUnderTest();

describe('RFC 7644 3.3: POST /Users', () => {
  test('answers 201 with the whole resource, Location and ETag', async () => {
    const userName = unique('babs');
    const name = { familyName: 'Jensen', givenName: 'Barbara' };
    const reply = await subject.client.post('/Users', newUser({ userName, externalId: 'ext-1', name, active: true }));
    expect(reply.status).toBe(201);
    expect(reply.body).toEqual({
      schemas: [USER],
      id: expect.stringMatching(/\S/),
      externalId: 'ext-1',
      userName,
      name,
      active: true,
      meta: {
        resourceType: 'User',
        created: expect.any(String),
        lastModified: reply.body.meta.created,
        location: `${subject.url}/Users/${reply.body.id}`,
        version: reply.headers.get('etag'),
      },
    });
    expect(reply.headers.get('location')).toBe(reply.body.meta.location);
    expect(reply.headers.get('etag')).toMatch(/^W\/".+"$/);
  });

  test('ignores id, meta and groups of the client: they are read-only', async () => {
    const given = { id: 'mine', meta: { resourceType: 'Robot', version: 'W/"9"' }, groups: [{ value: 'x' }] };
    const user = await subject.createUser(given);
    expect(user.id).not.toBe('mine');
    expect(user.meta).toMatchObject({ resourceType: 'User' });
    expect(user.meta.version).not.toBe('W/"9"');
    expect(user).not.toHaveProperty('groups');
  });

  test('ignores attributes that the schema does not have', async () => {
    expect(await subject.createUser({ shoeSize: 42 })).not.toHaveProperty('shoeSize');
  });

  test('RFC 7643 2.5: null and [] are the same as not being there', async () => {
    const user = await subject.createUser({ title: null, emails: [], nickName: 'Babs' });
    expect(user.nickName).toBe('Babs');
    expect(user).not.toHaveProperty('title');
    expect(user).not.toHaveProperty('emails');
  });

  test('RFC 7643 2.1: attribute names are read in any letter case and answered in the one of the schema', async () => {
    const userName = unique('case');
    const body = { SCHEMAS: [USER], USERNAME: userName, Name: { FAMILYNAME: 'J' } };
    const reply = await subject.client.post('/Users', body);
    expect(reply.status).toBe(201);
    expect(reply.body).toMatchObject({ schemas: [USER], userName, name: { familyName: 'J' } });
  });

  test('RFC 7643 3.3: an extension is kept below its URN, which stands in schemas', async () => {
    const extension = { employeeNumber: '701984', department: 'Tours' };
    const user = await subject.createUser({ schemas: [USER, ENTERPRISE], [ENTERPRISE]: extension });
    expect(user.schemas).toEqual(expect.arrayContaining([USER, ENTERPRISE]));
    expect(user[ENTERPRISE]).toEqual(extension);
  });

  test.each([
    ['no userName', { userName: undefined }],
    ['an empty userName', { userName: '' }],
    ['a userName that is a number', { userName: 7 }],
    ['active that is a word', { active: 'sometimes' }],
    ['emails that is a list of numbers', { emails: [1, 2] }],
    [
      'two primary emails',
      {
        emails: [
          { value: 'a@x.org', primary: true },
          { value: 'b@x.org', primary: true },
        ],
      },
    ],
    ['an unknown schema', { schemas: [USER, 'urn:example:nothing'] }],
    ["another resource type's schema alone", { schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'] }],
    ['no schema in schemas', { schemas: [] }],
  ])('RFC 7644 3.12: 400 for %s', async (_what, attributes) => {
    const externalId = unique('refused');
    const reply = await subject.client.post('/Users', newUser({ externalId, ...attributes }));
    expect(reply.status).toBe(400);
    expectError(reply, 400, reply.body.scimType);
    expect(['invalidValue', 'invalidSyntax']).toContain(reply.body.scimType);
    const found = await subject.client.get(filtered('/Users', `externalId eq "${externalId}"`));
    expect(found.body.totalResults).toBe(0);
  });

  test('RFC 7644 3.3: 409 uniqueness for a userName that is taken, in any letter case', async () => {
    const { userName } = await subject.createUser({ userName: unique('Taken') });
    expectError(await subject.client.post('/Users', newUser({ userName: userName.toUpperCase() })), 409, 'uniqueness');
  });
});

describe('RFC 7644 3.4.1: GET /Users/{id}', () => {
  test('answers what POST answered', async () => {
    const user = await subject.createUser({ title: 'Tour Guide' });
    const reply = await subject.client.get(`/Users/${user.id}`);
    expect(reply.status).toBe(200);
    expect(reply.body).toEqual(user);
    expect(reply.headers.get('etag')).toBe(user.meta.version);
  });

  test('404 for an id that nobody has', async () => {
    expectError(await subject.client.get('/Users/00919288221112222'), 404);
  });

  test('404 for the id of another type', async () => {
    const group = await subject.createGroup();
    expectError(await subject.client.get(`/Users/${group.id}`), 404);
  });
});

describe('RFC 7644 3.5.1: PUT /Users/{id}', () => {
  test('replaces: what is not given is gone, id and created stay, version changes', async () => {
    const user = await subject.createUser({ title: 'Guide', nickName: 'Babs' });
    const reply = await subject.client.put(`/Users/${user.id}`, newUser({ userName: user.userName, title: 'Chief' }));
    expect(reply.status).toBe(200);
    expect(reply.body).toMatchObject({ id: user.id, title: 'Chief', meta: { created: user.meta.created } });
    expect(reply.body).not.toHaveProperty('nickName');
    expect(reply.body.meta.version).not.toBe(user.meta.version);
    expect(reply.headers.get('etag')).toBe(reply.body.meta.version);
    expect((await subject.client.get(`/Users/${user.id}`)).body).toEqual(reply.body);
  });

  test('takes back what was just read, with id and meta', async () => {
    const user = await subject.createUser({ name: { givenName: 'Barbara' } });
    const reply = await subject.client.put(`/Users/${user.id}`, user);
    expect(reply.status).toBe(200);
    expect({ ...reply.body, meta: undefined }).toEqual({ ...user, meta: undefined });
  });

  test('keeps the userName that it has, in another letter case', async () => {
    const user = await subject.createUser();
    const userName = user.userName.toUpperCase();
    const reply = await subject.client.put(`/Users/${user.id}`, newUser({ userName }));
    expect(reply.status).toBe(200);
    expect(reply.body.userName).toBe(userName);
  });

  test('409 uniqueness for the userName of another, and nothing changes', async () => {
    const [user, other] = [await subject.createUser(), await subject.createUser()];
    const reply = await subject.client.put(`/Users/${user.id}`, newUser({ userName: other.userName, title: 'x' }));
    expectError(reply, 409, 'uniqueness');
    expect((await subject.client.get(`/Users/${user.id}`)).body).toEqual(user);
  });

  test('400 without a required attribute, and nothing changes', async () => {
    const user = await subject.createUser();
    expectError(await subject.client.put(`/Users/${user.id}`, { schemas: [USER], title: 'x' }), 400, 'invalidValue');
    expect((await subject.client.get(`/Users/${user.id}`)).body).toEqual(user);
  });

  test('404 for an id that nobody has: PUT creates nothing', async () => {
    expectError(await subject.client.put('/Users/nobody', newUser()), 404);
  });
});

describe('RFC 7644 3.6: DELETE /Users/{id}', () => {
  test('answers 204 without a body, then every request of it is 404', async () => {
    const user = await subject.createUser();
    const path = `/Users/${user.id}`;
    const reply = await subject.client.delete(path);
    expect([reply.status, reply.text]).toEqual([204, '']);
    expectError(await subject.client.get(path), 404);
    expectError(await subject.client.put(path, newUser()), 404);
    expectError(await subject.client.patch(path, [{ op: 'add', path: 'title', value: 'x' }]), 404);
    expectError(await subject.client.delete(path), 404);
    const found = await subject.client.get(filtered('/Users', `userName eq "${user.userName}"`));
    expect(found.body.totalResults).toBe(0);
  });

  test('frees the userName', async () => {
    const { id, userName } = await subject.createUser();
    await subject.client.delete(`/Users/${id}`);
    expect((await subject.createUser({ userName })).userName).toBe(userName);
  });
});

test('RFC 7643 4.1.1: a user with active false stays readable and findable', async () => {
  const user = await subject.createUser({ active: true });
  const reply = await subject.client.patch(`/Users/${user.id}`, [{ op: 'replace', value: { active: false } }]);
  expect([reply.status, reply.body.active]).toEqual([200, false]);
  expect((await subject.client.get(`/Users/${user.id}`)).body.active).toBe(false);
  const found = await subject.client.get(filtered('/Users', `userName eq "${user.userName}" and active eq false`));
  expect(found.body.totalResults).toBe(1);
});

describe('RFC 7643 2.3.7: $ref is a URI, whatever the id that it leads to', () => {
  test.each([
    ['m 1/ä?b#c%zz', 'm%201%2F%C3%A4%3Fb%23c%25zz'],
    ['01a21f02-3a4f-75ab-94eb-5279f08dc716', '01a21f02-3a4f-75ab-94eb-5279f08dc716'],
  ])('%s', async (value, encoded) => {
    const manager = { value, $ref: `${subject.url}/Users/${encoded}` };
    const user = await subject.createUser({ [ENTERPRISE]: { manager: { value } } });
    expect(user[ENTERPRISE]).toEqual({ manager });
    const path = `/Users/${user.id}`;
    expect((await subject.client.get(path)).body).toEqual(user);
    expect((await subject.client.put(path, user)).body).toEqual(user);
  });

  test('there is none without an id', async () => {
    const user = await subject.createUser({ [ENTERPRISE]: { manager: { value: '' } } });
    expect(user[ENTERPRISE]).toEqual({ manager: { value: '' } });
    expect((await subject.client.get(`/Users/${user.id}`)).body).toEqual(user);
  });
});
