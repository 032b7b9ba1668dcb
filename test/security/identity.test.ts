// Rows of the register of what went wrong elsewhere (docs/security.md): who a request is about, and who may tell.
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Reply } from '../support/client.js';
import {
  PATCH_OP,
  USER,
  expectError,
  filtered,
  newUser,
  serverUnderTest,
  stored,
  unique,
} from '../conformance/subject.js';

const subject = serverUnderTest();
const BULK = 'urn:ietf:params:scim:api:messages:2.0:BulkRequest';
let victim: Reply['body'];

beforeAll(async () => {
  victim = await subject.createUser({ title: 'Victim' });
});

const read = async (id: string) => (await subject.client.get(`/Users/${id}`)).body;

test.each(['1', '0', '-1', 'admin', '507f1f77bcf86cd799439011', '00000000-0000-0000-0000-000000000000'])(
  'A1-1 externalId %s is a label: it leads to nobody, and the id is the server’s own',
  async (externalId) => {
    const { id } = await subject.createUser({ externalId });
    expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[\da-f]{4}-[\da-f]{12}$/);
    expectError(await subject.client.get(`/Users/${externalId}`), 404);
    expectError(await subject.client.delete(`/Users/${externalId}`), 404);
  },
);

test('A1-1 another user’s id as externalId leads to the other user alone', async () => {
  const { id } = await subject.createUser({ externalId: victim.id });
  expect((await read(victim.id)).title).toBe('Victim');
  expect(id).not.toBe(victim.id);
});

test('A1-3 A1-22 A1-36 a create with the name and address of somebody adopts nobody: 409, nothing changed', async () => {
  const emails = [{ value: 'victim@example.com', primary: true }];
  const owner = await subject.createUser({ emails });
  const reply = await subject.client.post('/Users', newUser({ userName: owner.userName, emails, title: 'Taken' }));
  expectError(reply, 409, 'uniqueness');
  expect(reply.text).not.toContain(owner.id);
  const other = await subject.createUser({ emails });
  expect(other.id).not.toBe(owner.id);
  expect(await read(owner.id)).toEqual(owner);
});

test('A1-14 a name that is taken is refused by PUT, PATCH and bulk too', async () => {
  const { id, userName } = await subject.createUser();
  const taken = victim.userName.toUpperCase();
  const patch = { schemas: [PATCH_OP], Operations: [{ op: 'replace', value: { userName: taken } }] };
  expectError(await subject.client.put(`/Users/${id}`, newUser({ userName: taken })), 409, 'uniqueness');
  expectError(await subject.client.request('PATCH', `/Users/${id}`, { body: patch }), 409, 'uniqueness');
  const Operations = [{ method: 'PATCH', path: `/Users/${id}`, data: patch }];
  const { body } = await subject.client.post('/Bulk', { schemas: [BULK], Operations });
  expect(body.Operations[0]).toMatchObject({ status: '409', response: { scimType: 'uniqueness' } });
  expect((await read(id)).userName).toBe(userName);
});

describe('A1-8 A1-9 the id in a body names nobody', () => {
  const aboutVictim = () => ({ id: victim.id, meta: { location: victim.meta.location, resourceType: 'User' } });

  test('PUT changes the resource of the path', async () => {
    const { id, userName } = await subject.createUser();
    const reply = await subject.client.put(`/Users/${id}?id=${victim.id}`, {
      ...newUser({ userName, title: 'Mine' }),
      ...aboutVictim(),
    });
    expect([reply.status, reply.body.id, reply.body.title]).toEqual([200, id, 'Mine']);
    expect(reply.headers.get('location')).toBe(`${subject.url}/Users/${id}`);
    expect(await read(victim.id)).toEqual(victim);
  });

  test('POST makes an id of its own', async () => {
    const reply = await subject.client.post('/Users', { ...newUser(), ...aboutVictim() });
    expect(reply.status).toBe(201);
    expect(reply.body.id).not.toBe(victim.id);
    expect(await read(victim.id)).toEqual(victim);
  });

  test('bulk changes the resource of the path of its operation', async () => {
    const { id, userName } = await subject.createUser();
    const data = { ...newUser({ userName, title: 'Mine' }), ...aboutVictim() };
    const Operations = [{ method: 'PUT', path: `/Users/${id}`, bulkId: victim.id, data }];
    const { body } = await subject.client.post('/Bulk', { schemas: [BULK], Operations });
    expect(body.Operations[0]).toMatchObject({ status: '200', location: `${subject.url}/Users/${id}` });
    expect(await read(victim.id)).toEqual(victim);
  });

  test('PATCH of id or meta is refused, or has no effect', async () => {
    const { id } = await subject.createUser();
    const replies = [
      await subject.client.patch(`/Users/${id}`, [{ op: 'replace', path: 'id', value: victim.id }]),
      await subject.client.patch(`/Users/${id}`, [
        { op: 'replace', path: 'meta.location', value: victim.meta.location },
      ]),
    ];
    for (const reply of replies) expectError(reply, 400, 'mutability');
    const ignored = await subject.client.patch(`/Users/${id}`, [
      { op: 'replace', value: { id: victim.id, title: 'Mine' } },
    ]);
    expect([ignored.status, ignored.body.id]).toEqual([200, id]);
    expect(await read(victim.id)).toEqual(victim);
  });
});

test('A1-10 memberships are written at the group alone: groups of a user is readOnly by PUT, PATCH and bulk', async () => {
  const group = await subject.createGroup();
  const { id, userName } = await subject.createUser();
  const groups = [{ value: group.id }];
  expectError(
    await subject.client.patch(`/Users/${id}`, [{ op: 'add', path: 'groups', value: groups }]),
    400,
    'mutability',
  );
  await subject.client.patch(`/Users/${id}`, [{ op: 'add', value: { groups } }]);
  await subject.client.put(`/Users/${id}`, newUser({ userName, groups }));
  const Operations = [{ method: 'PUT', path: `/Users/${id}`, data: newUser({ userName, groups }) }];
  await subject.client.post('/Bulk', { schemas: [BULK], Operations });
  expect(await read(id)).not.toHaveProperty('groups');
  expect((await subject.client.get(`/Groups/${group.id}`)).body).not.toHaveProperty('members');
});

test('A1-13 an id that is unknown, of another type, or of somebody who is gone is the same 404', async () => {
  const group = await subject.createGroup();
  const gone = await subject.createUser();
  await subject.client.delete(`/Users/${gone.id}`);
  const told = async (id: string) => {
    const { status, text, headers } = await subject.client.get(`/Users/${id}`);
    return {
      status,
      text: text.replaceAll(id, 'ID'),
      headers: [...headers].filter(([name]) => !['x-request-id', 'date'].includes(name)),
    };
  };
  const unknown = await told('01a21b52-24eb-7141-8811-29f066908c26');
  expect(unknown.status).toBe(404);
  expect(await told(group.id)).toEqual(unknown);
  expect(await told(gone.id)).toEqual(unknown);
});

test('A1-19 of 50 creates of one name at once one is 201, 49 are 409', async () => {
  const userName = unique('race');
  const replies = await Promise.all(
    Array.from({ length: 50 }, () => subject.client.post('/Users', newUser({ userName }))),
  );
  expect(replies.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(49).fill(409)]);
  expect((await subject.client.get(filtered('/Users', `userName eq "${userName}"`))).body.totalResults).toBe(1);
});

test('A1-21 a password makes no login: accepted, neither stored nor shown', async () => {
  const password = unique('Pw');
  const reply = await subject.client.post('/Users', newUser({ password }));
  expect([reply.status, reply.text.includes(password)]).toEqual([201, false]);
  expect(await stored(subject.db)).not.toContain(password);
});

test.each([
  { host: 'evil.example' },
  { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https', 'x-forwarded-prefix': '/evil' },
  { forwarded: 'host=evil.example;proto=https' },
  { 'x-original-url': '/evil', 'x-rewrite-url': '/evil' },
  { origin: 'https://evil.example', referer: 'https://evil.example' },
])('A1-28 no URL of an answer comes from %j', async (headers) => {
  for (const path of [`/Users/${victim.id}`, '/Users?count=1', '/Schemas', '/ServiceProviderConfig', '/none']) {
    const { text, headers: answered } = await subject.client.get(path, headers);
    expect(text + JSON.stringify([...answered])).not.toContain('evil');
    expect(answered.get('access-control-allow-origin')).toBeNull();
  }
  const created = await subject.client.post('/Users', newUser(), headers);
  expect(created.headers.get('location')).toBe(`${subject.url}/Users/${created.body.id}`);
  const document = await (await fetch(new URL('/openapi.json', subject.url), { headers })).text();
  expect(document).not.toContain('evil');
});

test('A1-29 A2 store injection: no operator of MongoDB is reached by a path, a filter, a header or a body', async () => {
  const before = await read(victim.id);
  const operators = ['{"$gt":""}', '$where', '{"$where":"sleep(9000)"}', "';return true;//", '$ne'];
  for (const operator of operators) {
    const encoded = encodeURIComponent(operator);
    expectError(await subject.client.get(`/Users/${encoded}`), 404);
    expectError(await subject.client.delete(`/Users/${encoded}`), 404);
    expectError(await subject.client.get(`/Users?sortBy=${encoded}`), 400, 'invalidValue');
    expectError(await subject.client.get(`/Users?cursor=${encoded}&count=1`), 400, 'invalidCursor');
    expectError(await subject.client.get(`/Users?filter=${encoded}`), 400, 'invalidFilter');
    expect(
      (await subject.client.get(filtered('/Users', `userName eq ${JSON.stringify(operator)}`))).body.totalResults,
    ).toBe(0);
    expectError(await subject.client.delete(`/Users/${victim.id}`, { 'if-match': operator }), 412);
    expectError(
      await subject.client.patch(`/Users/${victim.id}`, [{ op: 'add', path: operator, value: 'x' }]),
      400,
      'invalidPath',
    );
  }
  for (const attribute of ['userName', 'title', 'externalId', 'active', 'profileUrl', 'name', 'emails']) {
    const body = { schemas: [USER], userName: unique('u'), [attribute]: { $gt: '' } };
    const reply = await subject.client.post('/Users', body);
    // An object of unknown parts only is no value of a complex attribute.
    if (['name', 'emails'].includes(attribute)) expect([reply.status, reply.body[attribute]]).toEqual([201, undefined]);
    else expectError(reply, 400, 'invalidValue');
  }
  expect(await read(victim.id)).toEqual(before);
});

test.each(['__proto__', 'constructor', 'constructor.prototype', 'toString', `${USER}:__proto__`, '__proto__.polluted'])(
  'A1-26 A2 prototype pollution: %s is no attribute, anywhere',
  async (name) => {
    const path = encodeURIComponent(name);
    expectError(await subject.client.get(`/Users?filter=${path}%20pr`), 400, 'invalidFilter');
    expectError(await subject.client.get(`/Users?sortBy=${path}`), 400, 'invalidValue');
    for (const parameter of ['attributes', 'excludedAttributes']) {
      expect((await subject.client.get(`/Users?count=1&${parameter}=${path}`)).status).toBe(200);
    }
    expectError(await subject.client.get(`/Schemas/${path}`), 404);
    expectError(await subject.client.get(`/ResourceTypes/${path}`), 404);
    for (const op of ['add', 'replace', 'remove']) {
      const operation = { op, path: name, ...(op === 'remove' ? {} : { value: { polluted: 'x' } }) };
      expectError(await subject.client.patch(`/Users/${victim.id}`, [operation]), 400, 'invalidPath');
    }
    expectError(await subject.client.post('/Users', newUser({ schemas: [USER, name] })), 400, 'invalidValue');
    expect({}).not.toHaveProperty('polluted');
    expect(await read(victim.id)).toEqual(victim);
  },
);

test('A1-26 A2 prototype pollution: a member __proto__ is refused at any depth', async () => {
  const texts = [
    `{"schemas":["${USER}"],"userName":"x","name":{"__proto__":{"polluted":1}}}`,
    `{"schemas":["${USER}"],"userName":"x","emails":[{"value":"x","__proto__":{"polluted":1}}]}`,
    `{"__proto__":{"userName":"x"},"schemas":["${USER}"]}`,
  ];
  for (const body of texts) expectError(await subject.client.request('POST', '/Users', { body }), 400, 'invalidSyntax');
  const operation = '{"op":"add","value":{"name":{"__proto__":{"polluted":1}}}}';
  const body = `{"schemas":["${PATCH_OP}"],"Operations":[${operation}]}`;
  expectError(await subject.client.request('PATCH', `/Users/${victim.id}`, { body }), 400, 'invalidSyntax');
  expect({}).not.toHaveProperty('polluted');
});
