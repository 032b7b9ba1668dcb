// Failures that are the database's, not the request's: each is `unavailable`, which is 503 with Retry-After.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { MongoNetworkError, MongoServerError, MongoTopologyClosedError } from 'mongodb';
import { buildModel } from '../../src/schema/build.js';
import { readSource } from '../../src/spec/source.js';
import type { Connection } from '../../src/storage/mongo/client.js';
import { connect } from '../../src/storage/mongo/client.js';
import { createEdgeStore } from '../../src/storage/mongo/edge-store.js';
import { guarded } from '../../src/storage/mongo/guarded.js';
import { databaseUri } from '../support/server.js';

const model = buildModel(readSource('openapi'));
const [edge] = model.edges;
const UNAVAILABLE = { key: 'unavailable', message: expect.stringMatching(/^the database is not available/) };
let connection: Connection;

beforeAll(async () => {
  const uri = new URL(databaseUri());
  uri.searchParams.set('maxPoolSize', '1');
  uri.searchParams.set('waitQueueTimeoutMS', '1000');
  connection = await connect(uri.href);
});
afterAll(async () => {
  await connection.db.dropDatabase();
  await connection.close();
});

test('a wait for a connection of the pool ends, and the next request that gets one is answered', async () => {
  if (edge === undefined) throw new Error('the document has no edges');
  const { db } = connection;
  const store = createEdgeStore(db, model);
  await db.collection('slow').insertOne({});
  const holding = db.collection('slow').find({ $where: 'sleep(1500) || true' }).toArray();
  await expect(store.from(edge, ['any'])).rejects.toMatchObject(UNAVAILABLE);
  expect(await holding).toHaveLength(1);
  expect(await store.from(edge, ['any'])).toEqual([]);
});

const server = (code: number) => new MongoServerError({ message: 'refused', code });

test.each<[string, Error]>([
  ['the primary stepped down', server(189)],
  ['the node is no primary', server(10107)],
  ['the node is shutting down', server(91)],
  ['interrupted at shutdown', server(11600)],
  ['out of time', server(50)],
  ['the time limit of a lock', server(262)],
  ['a cursor that a restart ended', server(43)],
  ['an index that was dropped under a read', server(175)],
  ['a full cache', server(365)],
  ['more than a node takes on', new MongoServerError({ message: 'refused', errorLabels: ['SystemOverloadedError'] })],
  ['the client is closed', new MongoTopologyClosedError()],
  ['the connection is lost', new MongoNetworkError('lost')],
])('%s: unavailable', async (_name, failure) => {
  const store = guarded({ ask: () => Promise.reject(failure) });
  await expect(store.ask()).rejects.toMatchObject({ ...UNAVAILABLE, cause: failure });
});

test.each<[string, Error]>([
  ['a command that is wrong', server(2)],
  ['a fault of our own', new Error('ours')],
])('%s is not', async (_name, failure) => {
  const store = guarded({ ask: () => Promise.reject(failure) });
  await expect(store.ask()).rejects.toBe(failure);
});

test('so is what is under way when the client is closed, and what comes then', async () => {
  const closing = await connect(databaseUri());
  const slow = closing.db.collection('slow');
  await slow.insertOne({});
  const where = { $where: 'sleep(1500) || true' };
  const store = guarded({
    read: () => slow.find(where).toArray(),
    write: () => slow.bulkWrite([{ updateMany: { filter: where, update: { $set: { a: 1 } } } }]),
  });
  const underWay = Promise.allSettled([store.read(), store.write()]);
  await closing.db.command({ ping: 1 });
  await closing.close();
  const failed = { status: 'rejected', reason: UNAVAILABLE };
  expect(await underWay).toMatchObject([failed, failed]);
  await expect(store.read()).rejects.toMatchObject(UNAVAILABLE);
  await connection.db.client.db(closing.db.databaseName).dropDatabase();
});
