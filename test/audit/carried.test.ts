// The event of a change that is one write goes with that write, and from there into the log.
import { expect, test } from '@jest/globals';
import { newUser, serverUnderTest, unique } from '../conformance/subject.js';
import { startServer } from '../support/server.js';
import { TestClient } from '../support/client.js';
import { carriedBy, delivered, eventsOf, settledEvents } from './events.js';

const subject = serverUnderTest();
const INDEX = 'scim:events.time';
const indexesOf = async (db: typeof subject.db) => (await db.collection('User').indexes()).map(({ name }) => name);

test('of what is changed again before: each event is there, in order, and the resource is as it was answered', async () => {
  const { id } = await subject.createUser({ title: 't0' });
  const last = await [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14].reduce(
    async (before, n) => {
      await before;
      return subject.client.patch(`/Users/${id}`, [{ op: 'replace', path: 'title', value: `t${n}` }]);
    },
    Promise.resolve<unknown>(undefined) as ReturnType<TestClient['patch']>,
  );
  const events = await settledEvents(subject.db, id, 15);
  expect(events.map(({ versions }) => versions.after)).toEqual(events.map((_event, index) => index + 1));
  expect(events.slice(1).map(({ changes }) => changes[0].before)).toEqual(
    events.slice(1).map((_event, index) => `t${index}`),
  );
  await delivered(subject.db);
  expect(await carriedBy(subject.db, id)).toEqual([]);
  const { body, headers } = await subject.client.get(`/Users/${id}`);
  expect([body, headers.get('etag')]).toEqual([last.body, last.headers.get('etag')]);
});

test.each([
  ['without If-Match', {}],
  ['with it', { 'if-match': '*' }],
])('of what is deleted right behind it, %s, it is in the log before what deletes it', async (_how, headers) => {
  const { id } = await subject.createUser({ title: 'Dr' });
  await subject.createGroup({ members: [{ value: id }] });
  const { id: alone } = await subject.createUser({ title: 'Dr' });
  for (const one of [id, alone]) {
    await subject.client.patch(`/Users/${one}`, [{ op: 'remove', path: 'title' }]);
    expect((await subject.client.delete(`/Users/${one}`, headers)).status).toBe(204);
    const events = await eventsOf(subject.db, one);
    expect(events.map(({ action }) => action)).toEqual(['create', 'patch', 'delete']);
    expect(events[1].outcome).toEqual({ result: 'success' });
  }
});

test('of what is changed while it is deleted: an event for each change that was answered, and no other', async () => {
  const users = await Promise.all(Array.from({ length: 10 }, () => subject.createUser()));
  const outcomes = users.map(async ({ id }) => {
    const patch = (value: string) => subject.client.patch(`/Users/${id}`, [{ op: 'replace', path: 'title', value }]);
    const [a, gone, b] = await Promise.all([patch('a'), subject.client.delete(`/Users/${id}`), patch('b')]);
    expect(gone.status).toBe(204);
    const made = [a, b].filter(({ status }) => status === 200).map(({ body }) => body.title as string);
    const events = await settledEvents(subject.db, id, 2 + made.length);
    const patched = events.filter(({ action, outcome }) => action === 'patch' && outcome.result === 'success');
    expect(patched.map(({ changes }) => changes[0].after).sort()).toEqual(made.sort());
    expect(events.filter(({ action }) => action === 'delete')).toHaveLength(1);
  });
  await Promise.all(outcomes);
});

test('of a bulk request whose resources refer to each other', async () => {
  const data = (to: string) => ({
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'],
    displayName: unique('circle'),
    members: [{ value: `bulkId:${to}` }],
  });
  const reply = await subject.client.post('/Bulk', {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:BulkRequest'],
    Operations: [
      { method: 'POST', path: '/Groups', bulkId: 'a', data: data('b') },
      { method: 'POST', path: '/Groups', bulkId: 'b', data: data('a') },
    ],
  });
  for (const { location } of reply.body.Operations) {
    const [event] = await settledEvents(subject.db, location.split('/').at(-1), 1);
    expect([event.action, event.outcome]).toEqual(['create', { result: 'success' }]);
  }
});

test('the index by which carried events are found is there where there is a log', async () => {
  expect(await indexesOf(subject.db)).toContain(INDEX);
  const off = await startServer({ AUDIT: 'off' });
  const client = new TestClient(off);
  const { id } = (await client.post('/Users', newUser())).body;
  expect(await indexesOf(off.db)).not.toContain(INDEX);
  expect(await off.db.collection<{ _id: string }>('User').findOne({ _id: id })).not.toHaveProperty('events');
  expect((await client.delete(`/Users/${id}`)).status).toBe(204);
  await off.close();
});
