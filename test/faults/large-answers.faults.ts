// A database that fails in the middle of an answer that streams: the head is out, so the connection is cut. Nobody
// takes a part for the whole. What it gets over by itself the client doesn't see.
import { once } from 'node:events';
import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { MongoClient } from 'mongodb';
import { fillGroup } from '../support/large-group.js';
import type { Node, ReplicaSet } from './replica-set.js';
import { startReplicaSet } from './replica-set.js';
import type { ServerProcess } from './server-process.js';
import { startServerProcess } from './server-process.js';
import { until } from '../support/until.js';

const GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group';
const SIZE = 20_000;

let set: ReplicaSet;
let server: ServerProcess;
let primary: Node;
let client: MongoClient;
let id: string;
beforeAll(async () => {
  set = await startReplicaSet();
  server = await startServerProcess(set.uri('large'));
  primary = await set.primary();
  client = await MongoClient.connect(set.uri('large'));
  const created = await fetch(`${server.url}/Groups`, {
    method: 'POST',
    headers: { authorization: `Bearer ${server.token}`, 'content-type': 'application/scim+json' },
    body: JSON.stringify({ schemas: [GROUP], displayName: 'everybody' }),
  });
  ({ id } = (await created.json()) as { id: string });
  await fillGroup(client.db(), id, SIZE);
});
afterAll(async () => {
  await client.close();
  await server.stop();
  await set.stop();
});

/** Reads the group; `isWhole` is false where the connection broke before the end of the answer. */
async function read(coding: string) {
  const headers = { authorization: `Bearer ${server.token}`, 'accept-encoding': coding };
  const sent = request(`${server.url}/Groups/${id}`, { headers }).end();
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  const isWhole = await (async () => {
    for await (const chunk of response) chunks.push(chunk as Buffer);
    return true;
  })().catch(() => false);
  return { status: response.statusCode, isWhole, text: Buffer.concat(chunks).toString() };
}

/** Reads it while the reads of edges fail: from the 20th on, or just the 20th. */
async function readWith(coding: string, data: object, mode: object) {
  const all = { failCommands: ['find'], namespace: 'large.Group.members', ...data };
  await primary.command({ configureFailPoint: 'failCommand', mode, data: all });
  try {
    return await read(coding);
  } finally {
    await primary.command({ configureFailPoint: 'failCommand', mode: 'off' });
  }
}

test.each([
  ['identity', 'an error', { errorCode: 8 }],
  ['identity', 'a connection that breaks again and again', { closeConnection: true }],
  ['gzip', 'an error', { errorCode: 8 }],
  ['br', 'an error', { errorCode: 8 }],
])('%s: %s in the middle breaks the connection, and is logged', async (coding, _name, failure) => {
  const logged = server.log().length;
  const { status, isWhole, text } = await readWith(coding, failure, { skip: 20 });
  expect([status, isWhole]).toEqual([200, false]);
  if (coding === 'identity') expect(() => JSON.parse(text) as unknown).toThrow();
  await until(async () => server.log().slice(logged).includes('request failed'));
  expect(
    server
      .log()
      .slice(logged)
      .match(/request failed/g),
  ).toHaveLength(1);
  expect((await read(coding)).isWhole).toBe(true);
});

test('a failure before anything is sent is an error as any other', async () => {
  const { status, isWhole, text } = await readWith('identity', { errorCode: 91 }, { times: 100 });
  expect([status, isWhole]).toEqual([503, true]);
  expect(JSON.parse(text)).toMatchObject({ status: '503' });
});

test('a primary that steps down in the middle is no matter: the section is read from the next one', async () => {
  const headers = { authorization: `Bearer ${server.token}`, 'accept-encoding': 'identity' };
  await fillGroupMore();
  const sent = request(`${server.url}/Groups/${id}`, { headers }).end();
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  await once(response, 'readable');
  await primary.command({ replSetStepDown: 20, force: true }).catch(() => undefined);
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  const { members } = JSON.parse(Buffer.concat(chunks).toString()) as { members: object[] };
  expect(members).toHaveLength(SIZE * 5);
  primary = await set.primary();
});

/** More than sockets hold: a client that waits makes the server wait. */
async function fillGroupMore(): Promise<void> {
  await client.db().collection('Group.members').deleteMany({});
  await fillGroup(client.db(), id, SIZE * 5);
}
