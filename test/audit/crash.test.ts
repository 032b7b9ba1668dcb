// The server is killed: what was changed is in the log once, and a change of several writes that was under way is in it
// as one of which nobody knows.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { MongoClient } from 'mongodb';
import type { Db } from 'mongodb';
import { newUser } from '../conformance/subject.js';
import type { ServerProcess } from '../faults/server-process.js';
import { startServerProcess } from '../faults/server-process.js';
import { until } from '../support/until.js';
import { TestClient } from '../support/client.js';
import { databaseUri } from '../support/server.js';
import { carriedBy, eventsOf, settledEvents } from './events.js';

const name = `audit-${randomUUID()}`;
let mongo: MongoClient;
let db: Db;
let server: ServerProcess;

beforeAll(async () => {
  const uri = databaseUri();
  mongo = await MongoClient.connect(uri);
  db = mongo.db();
  server = await startServerProcess(`${uri}&appName=${name}`);
});
afterAll(async () => {
  await server.stop();
  await db.dropDatabase();
  await mongo.close();
});

/** The commands of the server that change users and are under way. */
async function underWay(): Promise<number[]> {
  const namespace = `${db.databaseName}.User`;
  const match = { appName: name, ns: namespace, op: { $in: ['update', 'remove', 'command'] } };
  const found = await mongo
    .db('admin')
    .aggregate([{ $currentOp: {} }, { $match: match }])
    .toArray();
  return found.map(({ opid }) => opid as number);
}

test('kill -9 between the record of a DELETE and the DELETE: the record stays, and says that nobody knows', async () => {
  const client = new TestClient(server);
  const { id } = (await client.post('/Users', newUser({ title: 'Dr' }))).body;
  await settledEvents(db, id, 1);
  await until(async () => (await carriedBy(db, id)).length === 0);
  const users = db.collection<{ _id: string }>('User');
  const before = await users.findOne({ _id: id });

  // Whoever writes what a transaction has written waits for its end.
  const session = mongo.startSession();
  session.startTransaction();
  await users.updateOne({ _id: id }, { $set: { held: true } }, { session });
  const lost = client.delete(`/Users/${id}`).catch(() => 'lost');
  await until(async () => (await eventsOf(db, id)).length === 2);
  await until(async () => (await underWay()).length > 0);
  await server.kill();
  expect(await lost).toBe('lost');
  // What was sent waits on, without anybody who asked for it.
  for (const op of await underWay()) await mongo.db('admin').command({ killOp: 1, op });
  await until(async () => (await underWay()).length === 0);
  await session.abortTransaction();
  await session.endSession();

  await server.start();
  const [, event] = await eventsOf(db, id);
  expect(event).toMatchObject({ action: 'delete', changes: [{ op: 'remove' }] });
  expect([event.outcome, event.versions]).toEqual([{ result: 'unknown' }, { before: 1 }]);
  expect(await users.findOne({ _id: id })).toEqual(before);

  // The log goes on.
  await client.patch(`/Users/${id}`, [{ op: 'remove', path: 'title' }]);
  await until(async () => (await eventsOf(db, id)).at(-1).outcome.result === 'success');
});

test('kill -9 behind the answers, before their events are in the log: each is there once', async () => {
  const client = new TestClient(server);
  const { id } = (await client.post('/Users', newUser())).body;
  await settledEvents(db, id, 1);
  await until(async () => (await carriedBy(db, id)).length === 0);
  await db.command({ collMod: 'audit', validator: { never: true } });
  const paths = ['title', 'nickName'];
  const replies = await Promise.all(
    paths.map((path) => client.patch(`/Users/${id}`, [{ op: 'add', path, value: 'x' }])),
  );
  expect(replies.map(({ status }) => status)).toEqual([200, 200]);
  await server.kill();
  const carried = await carriedBy(db, id);
  expect(carried.map(({ changes }) => changes[0].path).sort()).toEqual(paths.toSorted());
  expect(await eventsOf(db, id)).toHaveLength(1);
  await db.command({ collMod: 'audit', validator: {} });

  await server.start();
  const [, ...events] = await settledEvents(db, id, 3);
  const byVersion = events.toSorted((a, b) => a.versions.after - b.versions.after);
  expect(byVersion).toMatchObject([
    { action: 'patch', versions: { before: 1, after: 2 }, outcome: { result: 'success' } },
    { action: 'patch', versions: { before: 2, after: 3 }, outcome: { result: 'success' } },
  ]);
  expect(byVersion.map(({ id: event }) => event)).toEqual(carried.map(({ id: event }) => event));
  await until(async () => (await carriedBy(db, id)).length === 0);
  const { body } = await client.get(`/Users/${id}`);
  expect([body.title, body.nickName, body.meta.version]).toEqual(['x', 'x', 'W/"3"']);
});

test('what was answered before the server stopped in order is complete', async () => {
  const client = new TestClient(server);
  const { id } = (await client.post('/Users', newUser())).body;
  expect(await server.stop()).toBe(0);
  expect(await eventsOf(db, id)).toMatchObject([{ outcome: { result: 'success' } }]);
  expect(await carriedBy(db, id)).toEqual([]);
  await server.start();
});
