// Bulk operations (RFC 7644 section 3.7).
import { describe, expect, test } from '@jest/globals';
import type { Reply } from '../support/client.js';
import { ENTERPRISE, expectError, filtered, newGroup, newUser, PATCH_OP, serverUnderTest, unique } from './subject.js';

const BULK = 'urn:ietf:params:scim:api:messages:2.0:BulkRequest';
const subject = serverUnderTest({ BULK_MAX_OPERATIONS: '50' });

const bulk = (operations: readonly object[], more: object = {}) =>
  subject.client.post('/Bulk', { schemas: [BULK], ...more, Operations: operations });
const post = (path: string, bulkId: string, data: unknown) => ({ method: 'POST', path, bulkId, data });
const statuses = ({ body }: Reply) => body.Operations.map(({ status }: { status: string }) => status);
const at = async ({ body }: Reply, index: number) => {
  const { location } = body.Operations[index];
  return (await subject.client.get(location.replace(subject.url, ''))).body;
};
const details = ({ body }: Reply) =>
  body.Operations.map(({ response }: { response?: { detail: string } }) => response?.detail);

describe('RFC 7644 3.7: operations', () => {
  test('every method is answered as a request of its own would be', async () => {
    const [put, patched, gone] = [await subject.createUser(), await subject.createUser(), await subject.createUser()];
    const reply = await bulk([
      post('/Users', 'qwerty', newUser({ displayName: 'Alice' })),
      { method: 'PUT', path: `/Users/${put.id}`, version: put.meta.version, data: newUser({ displayName: 'Bob' }) },
      {
        method: 'PATCH',
        path: `/Users/${patched.id}`,
        data: { schemas: [PATCH_OP], Operations: [{ op: 'replace', path: 'active', value: false }] },
      },
      { method: 'DELETE', path: `/Users/${gone.id}`, version: gone.meta.version },
    ]);
    expect(reply.status).toBe(200);
    const location = (id: string) => `${subject.url}/Users/${id}`;
    expect(reply.body).toEqual({
      schemas: ['urn:ietf:params:scim:api:messages:2.0:BulkResponse'],
      Operations: [
        {
          method: 'POST',
          bulkId: 'qwerty',
          version: 'W/"1"',
          location: expect.stringContaining(location('')),
          status: '201',
        },
        { method: 'PUT', version: 'W/"2"', location: location(put.id), status: '200' },
        { method: 'PATCH', version: 'W/"2"', location: location(patched.id), status: '200' },
        { method: 'DELETE', location: location(gone.id), status: '204' },
      ],
    });
    expect(await at(reply, 0)).toMatchObject({ displayName: 'Alice', meta: { version: 'W/"1"' } });
    expect(await at(reply, 1)).toMatchObject({ displayName: 'Bob' });
    expect(await at(reply, 2)).toMatchObject({ active: false });
    expectError(await subject.client.get(`/Users/${gone.id}`), 404);
  });

  test('each failure is its own: its status, a SCIM error, and the location unless it is a POST', async () => {
    const taken = await subject.createUser();
    const there = await subject.createUser();
    const missing = `/Users/${unique('none')}`;
    const reply = await bulk([
      post('/Users', 'a', newUser({ userName: taken.userName.toUpperCase() })),
      post('/Users', 'b', newUser({ active: 'maybe' })),
      { method: 'PUT', path: `/Users/${there.id}`, version: 'W/"7"', data: newUser() },
      { method: 'PATCH', path: missing, data: { Operations: [{ op: 'remove', path: 'title' }] } },
      { method: 'DELETE', path: missing },
      post('/Users', 'c', newUser({ displayName: 'Carol' })),
    ]);
    expect(statuses(reply)).toEqual(['409', '400', '412', '404', '404', '201']);
    const [conflict, , precondition] = reply.body.Operations;
    expect(conflict).toEqual({
      method: 'POST',
      bulkId: 'a',
      status: '409',
      response: {
        schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
        scimType: 'uniqueness',
        status: '409',
        detail: expect.stringContaining('userName must be unique'),
      },
    });
    expect(precondition.location).toBe(there.meta.location);
    expect(await at(reply, 5)).toMatchObject({ displayName: 'Carol' });
  });

  test.each([
    [{ method: 'GET', path: '/Users/1' }, '405', /method is "GET"; it must be POST, PUT, PATCH, DELETE/],
    [{ method: 'POST', path: '/Users', data: {} }, '400', /bulkId is missing/],
    [post('/Users/1', 'x', newUser()), '405', /POST takes \/Users/],
    [post('/Things', 'x', {}), '404', /path is "\/Things"/],
    [post('/Bulk', 'x', {}), '404', /path is "\/Bulk"/],
    [{ method: 'DELETE', path: '/Users' }, '405', /DELETE takes \/Users\/\{id\}/],
    [{ method: 'DELETE', path: '/Users/1/2' }, '404', /path is/],
    [{ method: 'DELETE', path: '/Users/%' }, '404', /% that is not a valid escape/],
    [{ method: 'PUT', path: '/Users/1' }, '400', /data is nothing; PUT takes an object/],
    [post('/Users', 'x', 'text'), '400', /data is a text; POST takes an object/],
    [{ method: 'PATCH', path: '/Users/1', data: {} }, '400', /needs Operations/],
    [{ method: 'DELETE', path: '/Users/bulkId:nobody' }, '400', /"bulkId:nobody" refers to no POST/],
    [post('/Groups', 'x', newGroup({ members: [{ value: 'bulkId:nobody' }] })), '400', /refers to no POST/],
    [post('/Groups', 'x', newGroup({ members: [{ value: 'bulkId:x' }] })), '400', /can't be a value of itself/],
  ])('%j is %s %s', async (operation, status, detail) => {
    const reply = await bulk([operation]);
    expect([reply.status, statuses(reply)]).toEqual([200, [status]]);
    expect(details(reply)[0]).toMatch(detail);
  });

  test('letters, a whole URL and a slash at the end are tolerated; a PATCH may be its list alone', async () => {
    const user = await subject.createUser({ title: 'Guide' });
    const reply = await bulk([
      { Method: 'patch', Path: user.meta.location, Data: [{ op: 'Remove', path: 'title' }] },
      { method: 'delete', path: `Users/${user.id}/` },
    ]);
    expect(statuses(reply)).toEqual(['200', '204']);
  });

  test('of many creates at once, each clash is its own', async () => {
    const taken = await subject.createUser();
    const names = Array.from({ length: 40 }, () => unique('many'));
    const clashes = [...names, taken.userName, names[3], names[39]];
    const reply = await bulk(clashes.map((userName, index) => post('/Users', String(index), newUser({ userName }))));
    expect(statuses(reply)).toEqual([...names.map(() => '201'), '409', '409', '409']);
    expect(details(reply)[41]).toBe(`userName must be unique, and "${names[3]}" is taken by another resource`);
    const locations = reply.body.Operations.slice(0, 40).map(({ location }: { location: string }) => location);
    expect([...locations].sort()).toEqual(locations);
  });

  test('secrets are no part of the answer', async () => {
    const reply = await bulk([post('/Users', 'a', newUser({ password: 'correct horse' }))]);
    expect(statuses(reply)).toEqual(['201']);
    expect(reply.text).not.toContain('horse');
  });
});

describe('RFC 7644 3.7.2: bulkId', () => {
  test.each(['backward', 'forward'])('a %s reference in a member becomes the id', async (direction) => {
    const operations = [
      post('/Users', 'qwerty', newUser({ displayName: 'Alice' })),
      post('/Groups', 'ytrewq', newGroup({ members: [{ type: 'User', value: 'bulkId:qwerty' }] })),
    ];
    const isForward = direction === 'forward';
    const reply = await bulk(isForward ? operations.reverse() : operations);
    expect(statuses(reply)).toEqual(['201', '201']);
    const [alice, group] = [await at(reply, isForward ? 1 : 0), await at(reply, isForward ? 0 : 1)];
    expect(group.members).toEqual([{ value: alice.id, type: 'User', display: 'Alice', $ref: alice.meta.location }]);
    expect(group.meta.version).toBe('W/"1"');
  });

  test('in an extension, in a $ref, in a path and in the filter of a PATCH path', async () => {
    const [one, two] = [unique('one'), unique('two')];
    const reply = await bulk([
      post('/Users', two, newUser({ [ENTERPRISE]: { manager: { value: `bulkId:${one}` } } })),
      post('/Users', one, newUser({ displayName: 'One' })),
      post('/Groups', 'g', newGroup({ members: [{ $ref: `../Users/bulkId:${one}` }, { value: `bulkId:${two}` }] })),
      { method: 'PATCH', path: `/Users/bulkId:${one}`, data: [{ op: 'add', path: 'title', value: 'Boss' }] },
      {
        method: 'PATCH',
        path: '/Groups/bulkId:g',
        data: [{ op: 'remove', path: `members[value eq "bulkId:${two}"]` }],
      },
    ]);
    expect(statuses(reply)).toEqual(['201', '201', '201', '200', '200']);
    const [user, boss, group] = [await at(reply, 0), await at(reply, 1), await at(reply, 2)];
    expect(user[ENTERPRISE].manager).toMatchObject({ value: boss.id, $ref: boss.meta.location });
    expect(boss.title).toBe('Boss');
    expect(group.members.map(({ value }: { value: string }) => value)).toEqual([boss.id]);
  });

  test('two operations of one bulkId: 400, and nothing is done', async () => {
    const user = newUser() as { userName: string };
    const reply = await bulk([post('/Users', 'same', user), post('/Users', 'same', newUser())]);
    expectError(reply, 400, 'invalidValue');
    const { body } = await subject.client.get(filtered('/Users', `userName eq "${user.userName}"`));
    expect(body.totalResults).toBe(0);
  });

  test('what refers to a failed create is a conflict, and so is what refers to that', async () => {
    const taken = await subject.createGroup();
    const group = newGroup({ members: [{ value: 'bulkId:a' }] }) as { displayName: string };
    const reply = await bulk([
      post('/Groups', 'c', newGroup({ members: [{ value: 'bulkId:b' }] })),
      post('/Groups', 'b', group),
      post('/Groups', 'a', newGroup({ displayName: taken.displayName })),
      { method: 'PATCH', path: '/Groups/bulkId:b', data: [{ op: 'remove', path: 'members' }] },
      post('/Groups', 'd', newGroup()),
    ]);
    expect(statuses(reply)).toEqual(['409', '409', '409', '409', '201']);
    expect(details(reply)[0]).toBe('"bulkId:b", to which it refers, could not be created');
    const { body } = await subject.client.get(filtered('/Groups', `displayName eq "${group.displayName}"`));
    expect(body.totalResults).toBe(0);
  });
});

describe('RFC 7644 3.7.1: circles', () => {
  const circle = (more: object = {}) => [
    post('/Groups', 'qwerty', newGroup({ members: [{ type: 'Group', value: 'bulkId:ytrewq' }] })),
    post('/Groups', 'ytrewq', newGroup({ members: [{ type: 'Group', value: 'bulkId:qwerty' }], ...more })),
  ];

  test('groups that are members of each other are created, each with the name of the other', async () => {
    const reply = await bulk(circle());
    expect(statuses(reply)).toEqual(['201', '201']);
    const [a, b] = [await at(reply, 0), await at(reply, 1)];
    const member = ({ id, displayName, meta }: Reply['body']) => ({
      value: id,
      type: 'Group',
      display: displayName,
      $ref: meta.location,
    });
    expect(a.members).toEqual([member(b)]);
    expect(b.members).toEqual([member(a)]);
    const [first] = reply.body.Operations;
    expect(first.version).toBe(a.meta.version);
  });

  test('people who manage each other', async () => {
    const managedBy = (bulkId: string) => newUser({ [ENTERPRISE]: { manager: { value: `bulkId:${bulkId}` } } });
    const reply = await bulk([post('/Users', 'a', managedBy('b')), post('/Users', 'b', managedBy('a'))]);
    expect(statuses(reply)).toEqual(['201', '201']);
    expect((await at(reply, 0))[ENTERPRISE].manager.value).toBe((await at(reply, 1)).id);
  });

  test.each([
    ['clashes', async () => ({ displayName: (await subject.createGroup()).displayName }), '409'],
    ['is not valid', async () => ({ displayName: 7 }), '400'],
    ['has an unknown member', async () => ({ members: [{ value: 'bulkId:qwerty' }, { value: unique('x') }] }), '400'],
  ])('one of the circle %s: none is created, and nothing is left of the others', async (_what, fault, status) => {
    const operations = circle(await fault());
    const reply = await bulk([
      ...operations,
      post('/Groups', 'z', newGroup({ members: [{ value: 'bulkId:qwerty' }] })),
    ]);
    expect(statuses(reply)).toEqual(['409', status, '409']);
    const { displayName } = operations[0]?.data as { displayName: string };
    const { body } = await subject.client.get(filtered('/Groups', `displayName eq "${displayName}"`));
    expect(body.totalResults).toBe(0);
    expect(await subject.db.collection('Group.members').countDocuments({ o: { $nin: await groupIds() } })).toBe(0);
  });

  const groupIds = async () =>
    (await subject.db.collection<{ _id: string }>('Group').find().toArray()).map((g) => g._id);
});

describe('RFC 7644 3.7.3: failOnErrors', () => {
  const good = () => post('/Users', unique('good'), newUser());
  const bad = () => post('/Users', unique('bad'), newUser({ userName: '' }));

  test.each([
    [undefined, [bad(), good(), bad(), good()], ['400', '201', '400', '201']],
    [1, [bad(), good(), good()], ['400']],
    [1, [good(), bad(), good()], ['201', '400']],
    [2, [bad(), good(), bad(), good(), bad()], ['400', '201', '400']],
    [3, [bad(), good(), bad(), good()], ['400', '201', '400', '201']],
    [0, [bad(), good()], ['400']],
  ])('%j (case %#): what the response does not tell of was not done', async (failOnErrors, operations, expected) => {
    const count = async () => (await subject.client.get('/Users?count=0')).body.totalResults;
    const before = await count();
    const reply = await bulk(operations, failOnErrors === undefined ? {} : { failOnErrors });
    expect(statuses(reply)).toEqual(expected);
    expect((await count()) - before).toBe(expected.filter((status) => status === '201').length);
  });
});

describe('RFC 7644 3.7.4: limits, and requests that are none', () => {
  test('more than maxOperations: 413 that names the limit, and nothing is done', async () => {
    const operations = Array.from({ length: 51 }, (_one, index) => post('/Users', String(index), newUser()));
    const before = (await subject.client.get('/Users?count=0')).body.totalResults;
    const reply = await bulk(operations);
    expectError(reply, 413);
    expect(reply.body.detail).toMatch(/51 operations; at most 50 are allowed \(maxOperations\)/);
    expect((await subject.client.get('/Users?count=0')).body.totalResults).toBe(before);
    const { body } = await subject.client.get('/ServiceProviderConfig');
    expect(body.bulk).toEqual({ supported: true, maxOperations: 50, maxPayloadSize: 1024 * 1024 });
  });

  test('more than maxPayloadSize: 413', async () => {
    expectError(await bulk([post('/Users', 'a', newUser({ displayName: 'x'.repeat(1024 * 1024) }))]), 413);
  });

  test.each([
    [{}, /needs schemas|needs Operations/],
    [{ schemas: [PATCH_OP], Operations: [] }, /schemas must name urn:\S+:BulkRequest, not "urn:\S+:PatchOp"/],
    [{ schemas: [BULK], Operations: {} }, /Operations must be an array/],
    [{ schemas: [BULK], Operations: [{ path: '/Users' }] }, /needs method/],
    [{ schemas: [BULK], Operations: [{ method: 'DELETE' }] }, /needs path/],
    [{ schemas: [BULK], failOnErrors: 'one', Operations: [] }, /failOnErrors must be an integer/],
  ])('%j is 400 invalidSyntax', async (body, detail) => {
    const reply = await subject.client.post('/Bulk', body);
    expectError(reply, 400, 'invalidSyntax');
    expect(reply.body.detail).toMatch(detail);
  });

  test('no operations: an empty response', async () => {
    expect((await bulk([])).body.Operations).toEqual([]);
  });
});
