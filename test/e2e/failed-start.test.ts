// A start that fails closes what it had opened: startServer is called by programs that go on.
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { MongoClient } from 'mongodb';
import { readConfig } from '../../src/config/config.js';
import type { Observation } from '../../src/observe/observation.js';
import { startServer } from '../../src/server.js';
import { databaseUri, freePort } from '../support/server.js';
import { until } from '../support/until.js';

const uri = databaseUri();
const APP = 'a-start-that-fails';
let mongo: MongoClient;
let taken: Server;

beforeAll(async () => {
  mongo = await MongoClient.connect(uri);
  taken = await listening(0);
});
afterAll(async () => {
  taken.close();
  await mongo.db().dropDatabase();
  await mongo.close();
});

async function listening(port: number): Promise<Server> {
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

const portOf = (server: Server) => (server.address() as AddressInfo).port;

/** The connections that the server has to MongoDB. */
async function connections(): Promise<number> {
  const found = await mongo
    .db('admin')
    .aggregate([{ $currentOp: { idleConnections: true, allUsers: true } }, { $match: { appName: APP } }])
    .toArray();
  return found.length;
}

test('where the port of SCIM is taken, neither the admin API nor a connection to MongoDB stays open', async () => {
  const adminPort = await freePort();
  const observations: Observation[] = [];
  const config = readConfig({
    PORT: String(portOf(taken)),
    ADMIN_PORT: String(adminPort),
    MONGODB_URI: `${uri}&appName=${APP}`,
  });
  const observe = (observation: Observation) => observations.push(observation);
  const starting = startServer({ config, observe, announceToken: () => undefined });
  await expect(starting).rejects.toThrow(`HOST, PORT: can't listen on 127.0.0.1:${portOf(taken)}`);
  expect(observations).toContainEqual({ kind: 'listening', url: `http://127.0.0.1:${adminPort}/admin/v1` });
  // It is free again.
  (await listening(adminPort)).close();
  await until(async () => (await connections()) === 0, { patience: 30_000, otherwise: () => 'connections stay open' });
  expect(observations.filter(({ kind }) => kind === 'jobFailed')).toEqual([]);
});
