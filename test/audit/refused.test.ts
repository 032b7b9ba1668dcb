// A change that can't be recorded is not made: 503, and everything is as it was. What is made before the server knows
// that its log can't be written keeps its event, which is in the log once it can.
import { beforeAll, expect, test } from '@jest/globals';
import { until } from '../support/until.js';
import { expectError, filtered, newGroup, newUser, serverUnderTest, unique } from '../conformance/subject.js';
import { carriedBy, delivered, eventsOf, settledEvents } from './events.js';

const subject = serverUnderTest();
const BULK = 'urn:ietf:params:scim:api:messages:2.0:BulkRequest';
let user: any;
let group: any;
let last: any;

beforeAll(async () => {
  user = await subject.createUser({ title: 'Dr' });
  group = await subject.createGroup({ members: [{ value: user.id }] });
  await delivered(subject.db);
  await subject.db.command({ collMod: 'audit', validator: { never: true } });
  last = await subject.createUser();
  await until(async () => (await subject.client.post('/Users', newUser())).status === 503);
});

/** All resources and edges, as they are stored. */
async function everything(): Promise<unknown[]> {
  const names = ['User', 'Group', 'Group.members'];
  return Promise.all(names.map((name) => subject.db.collection(name).find().sort({ _id: 1 }).toArray()));
}

const patchOf = (...Operations: object[]) => ({
  schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
  Operations,
});

test.each<[string, () => [method: string, path: string, body?: object]]>([
  ['POST', () => ['POST', '/Users', newUser()]],
  ['POST of edges', () => ['POST', '/Groups', newGroup({ members: [{ value: user.id }] })]],
  ['PUT', () => ['PUT', `/Users/${user.id}`, newUser({ userName: user.userName })]],
  ['PATCH', () => ['PATCH', `/Users/${user.id}`, patchOf({ op: 'remove', path: 'title' })]],
  ['PATCH of edges', () => ['PATCH', `/Groups/${group.id}`, patchOf({ op: 'remove', path: 'members' })]],
  [
    'PATCH of one edge',
    () => ['PATCH', `/Groups/${group.id}`, patchOf({ op: 'remove', path: `members[value eq "${user.id}"]` })],
  ],
  ['DELETE', () => ['DELETE', `/Users/${user.id}`]],
])('%s', async (_name, request) => {
  const [method, path, body] = request();
  const before = await everything();
  const reply = await subject.client.request(method, path, body === undefined ? {} : { body });
  expectError(reply, 503);
  expect(reply.headers.get('retry-after')).toBe('5');
  expect(reply.body.detail).toBe("the audit log can't record the change, so it is not made: try again later");
  expect(await everything()).toEqual(before);
});

test('an operation of a bulk request', async () => {
  const before = await everything();
  const operation = { method: 'POST', path: '/Users', bulkId: 'u', data: newUser({ userName: unique('u') }) };
  const reply = await subject.client.post('/Bulk', { schemas: [BULK], Operations: [operation] });
  expect(reply.status).toBe(200);
  expect(reply.body.Operations).toMatchObject([{ method: 'POST', status: '503' }]);
  expect(await everything()).toEqual(before);
});

test('reading goes on', async () => {
  expect((await subject.client.get(`/Users/${user.id}`)).status).toBe(200);
});

test('what was changed just before carries its event, which nobody sees', async () => {
  expect(await eventsOf(subject.db, last.id)).toEqual([]);
  const [event] = await carriedBy(subject.db, last.id);
  expect([event.action, event.outcome]).toEqual(['create', { result: 'success' }]);
  const replies = await Promise.all(
    [`/Users/${last.id}`, '/Users?sortBy=id', filtered('/Users', `userName eq "${last.userName}"`)].map((path) =>
      subject.client.get(path),
    ),
  );
  for (const { status, text } of replies) {
    expect([status, text.includes(last.id), text.includes(event.id)]).toEqual([200, true, false]);
  }
});

test('once the log can be written, changes are made again, and nothing is missing in it', async () => {
  await subject.db.command({ collMod: 'audit', validator: {} });
  const made = await until(async () => {
    const { status, body } = await subject.client.post('/Users', newUser());
    return status === 201 && body;
  });
  for (const { id } of [last, made]) {
    expect(await settledEvents(subject.db, id, 1)).toMatchObject([{ outcome: { result: 'success' } }]);
  }
  await delivered(subject.db);
  const { body } = await subject.client.get(`/Users/${last.id}`);
  expect(body).toEqual(last);
});
