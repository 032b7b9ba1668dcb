// A database that refuses writes, or loses them half-way: 503 with Retry-After, never a 2xx. `failCommand` makes a real
// mongod answer as it would with a full disk; a majority that is lost is lost for real.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Node, ReplicaSet } from './replica-set.js';
import { startReplicaSet } from './replica-set.js';
import { patchOf } from './send.js';
import type { ServerProcess } from './server-process.js';
import { startServerProcess } from './server-process.js';
import { until } from '../support/until.js';

const SCHEMA = 'urn:ietf:params:scim:schemas:core:2.0';
const WRITES = ['insert', 'update', 'delete', 'findAndModify', 'commitTransaction'];

let set: ReplicaSet;
let server: ServerProcess;
let primary: Node;
let user: string;
let group: string;
beforeAll(async () => {
  set = await startReplicaSet();
  server = await startServerProcess(set.uri('refusals'));
  primary = await set.primary();
  user = (await create('Users', { userName: 'there' })).body.id;
  group = (await create('Groups', { displayName: 'there', members: [] })).body.id;
});
afterAll(async () => {
  await server.stop();
  await set.stop();
});

async function send(method: string, path: string, body?: object) {
  const response = await fetch(`${server.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${server.token}`, 'content-type': 'application/scim+json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const answer: any = text === '' ? undefined : JSON.parse(text);
  return { status: response.status, retryAfter: response.headers.get('retry-after'), body: answer };
}

const create = (endpoint: 'Users' | 'Groups', attributes: object) =>
  send('POST', `/${endpoint}`, { schemas: [`${SCHEMA}:${endpoint.slice(0, -1)}`], ...attributes });
const replaceTitle = (title: string) =>
  send('PATCH', `/Users/${user}`, patchOf({ op: 'replace', path: 'title', value: title }));
const addMember = () =>
  send('PATCH', `/Groups/${group}`, patchOf({ op: 'add', path: 'members', value: [{ value: user }] }));

async function failing<T>(mode: 'alwaysOn' | { times: number }, data: object, work: () => Promise<T>): Promise<T> {
  await primary.command({ configureFailPoint: 'failCommand', mode, data: { failCommands: WRITES, ...data } });
  try {
    return await work();
  } finally {
    await primary.command({ configureFailPoint: 'failCommand', mode: 'off' });
  }
}

const UNAVAILABLE = {
  status: 503,
  retryAfter: expect.stringMatching(/^\d+$/),
  body: { schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'], status: '503', detail: expect.any(String) },
};

test.each([
  ['the disk is full', { errorCode: 14031 }],
  ['the node is read-only', { errorCode: 10107 }],
  ['the connection breaks', { closeConnection: true }],
])('%s: each write is 503, reads are answered', async (_name, failure) => {
  await failing('alwaysOn', failure, async () => {
    expect(await create('Users', { userName: 'refused' })).toEqual(UNAVAILABLE);
    expect(await replaceTitle('refused')).toEqual(UNAVAILABLE);
    expect(await addMember()).toEqual(UNAVAILABLE);
    expect(await send('DELETE', `/Users/${user}`)).toEqual(UNAVAILABLE);
    expect((await send('GET', `/Users/${user}`)).status).toBe(200);
  });
  const { body } = await send('GET', `/Users/${user}`);
  expect([body.title, body.groups]).toEqual([undefined, undefined]);
  expect((await send('GET', '/Users?filter=userName%20eq%20%22refused%22')).body.totalResults).toBe(0);
});

test('a connection that breaks once is no matter: the write is repeated, and takes effect once', async () => {
  const once = <T>(work: () => Promise<T>) => failing({ times: 1 }, { closeConnection: true }, work);
  const before = await send('GET', `/Users/${user}`);
  expect((await once(() => create('Users', { userName: 'repeated' }))).status).toBe(201);
  expect((await once(() => replaceTitle('repeated'))).status).toBe(200);
  expect((await send('GET', '/Users?filter=userName%20eq%20%22repeated%22')).body.totalResults).toBe(1);
  const after = await send('GET', `/Users/${user}`);
  const number = (reply: typeof after) => Number(/\d+/.exec(reply.body.meta.version)?.[0]);
  expect(number(after)).toBe(number(before) + 1);
});

test('without a majority nothing is acknowledged; when it is back, writes go through by themselves', async () => {
  const others = set.nodes.filter((node) => node !== primary);
  for (const node of others) await node.kill();
  expect(await create('Users', { userName: 'alone' })).toEqual(UNAVAILABLE);
  expect(await server.isReady()).toBe(false);
  for (const node of others) await node.start();
  await until(() => server.isReady());
  expect((await create('Users', { userName: 'together' })).status).toBe(201);
});

test('a POST whose outcome nobody knows is whole, should the resource have been written', async () => {
  // Written on the primary, and then no majority confirms it: the driver tells of an error.
  const concern = { writeConcernError: { code: 64, errmsg: 'waiting for replication timed out' } };
  const data = { failCommands: ['insert'], namespace: 'refusals.Group', ...concern };
  const attributes = { displayName: 'unknown', members: [{ value: user }] };
  const reply = await failing({ times: 1 }, data, () => create('Groups', attributes));
  expect(reply).toEqual(UNAVAILABLE);
  const { body } = await send('GET', '/Groups?filter=displayName%20eq%20%22unknown%22');
  expect(body.Resources).toEqual([expect.objectContaining({ members: [expect.objectContaining({ value: user })] })]);
});
