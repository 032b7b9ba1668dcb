// The server is killed between a record and its change: the record stays, and says that nobody knows.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { MongoClient } from 'mongodb';
import type { Db } from 'mongodb';
import { newUser } from '../conformance/subject.js';
import type { ServerProcess } from '../faults/server-process.js';
import { startServerProcess } from '../faults/server-process.js';
import { until } from '../faults/until.js';
import { TestClient } from '../support/client.js';
import { databaseUri } from '../support/server.js';
import { eventsOf, settledEvents } from './events.js';

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
  const match = { appName: name, ns: namespace, op: { $in: ['update', 'command'] } };
  const found = await mongo
    .db('admin')
    .aggregate([{ $currentOp: {} }, { $match: match }])
    .toArray();
  return found.map(({ opid }) => opid as number);
}

test('kill -9', async () => {
  const client = new TestClient(server);
  const { id } = (await client.post('/Users', newUser({ title: 'Dr' }))).body;
  await settledEvents(db, id, 1);
  const users = db.collection<{ _id: string }>('User');
  const before = await users.findOne({ _id: id });

  // Whoever writes what a transaction has written waits for its end.
  const session = mongo.startSession();
  session.startTransaction();
  await users.updateOne({ _id: id }, { $set: { held: true } }, { session });
  const lost = client.patch(`/Users/${id}`, [{ op: 'replace', path: 'title', value: 'Prof' }]).catch(() => 'lost');
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
  expect(event).toMatchObject({ action: 'patch', changes: [{ path: 'title', before: 'Dr', after: 'Prof' }] });
  expect([event.outcome, event.versions]).toEqual([{ result: 'unknown' }, { before: 1, after: 2 }]);
  expect(await users.findOne({ _id: id })).toEqual(before);

  // The log goes on.
  await client.patch(`/Users/${id}`, [{ op: 'remove', path: 'title' }]);
  await until(async () => (await eventsOf(db, id)).at(-1).outcome.result === 'success');
});

test('what was answered before the server stopped in order is complete', async () => {
  const client = new TestClient(server);
  const { id } = (await client.post('/Users', newUser())).body;
  expect(await server.stop()).toBe(0);
  expect(await eventsOf(db, id)).toMatchObject([{ outcome: { result: 'success' } }]);
  await server.start();
});
