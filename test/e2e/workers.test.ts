// Several processes on one address (WORKERS).
import { once } from 'node:events';
import { copyFile, mkdtemp, rename, rm } from 'node:fs/promises';
import { get, request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { MongoClient } from 'mongodb';
import { SERVER } from '../support/programs.js';
import { databaseUri } from '../support/server.js';
import { until } from '../support/until.js';
import type { Child } from './child.js';
import { spawnServer, stop, untilReady } from './child.js';

const TOKEN = 'a-token-of-the-test-0123456789';

/** The status of one request on a connection of its own, which any worker may get; undefined where it breaks. */
async function list(child: Child): Promise<number | undefined> {
  try {
    // What was handed to a worker in the moment of its death is never answered.
    const signal = AbortSignal.timeout(2_000);
    const headers = { authorization: `Bearer ${TOKEN}` };
    const sent = get(`${child.origin}/scim/v2/Users`, { agent: false, headers, signal });
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    response.resume();
    await once(response, 'end');
    return response.statusCode;
  } catch {
    return undefined;
  }
}

/** The processes that answered, by their logs. */
const pids = (child: Child) =>
  new Set([...child.output().stdout.matchAll(/"pid":(\d+).*"request"/g)].map(([, pid]) => pid));

test('all workers answer, one that dies is replaced, and SIGTERM ends them with 0', async () => {
  const uri = databaseUri();
  const child = await spawnServer({ MONGODB_URI: uri, SCIM_BEARER_TOKEN: TOKEN, WORKERS: '2' });
  await untilReady(child);
  while (pids(child).size < 2) expect(await list(child)).toBe(200);

  const [victim = ''] = pids(child);
  process.kill(Number(victim), 'SIGKILL');
  while (!child.output().stdout.includes('a worker ended')) await list(child);
  while (pids(child).size < 3) await list(child);
  expect(await list(child)).toBe(200);

  expect(await stop(child)).toBe(0);
  expect(child.output().stderr).toBe('');
  const client = await MongoClient.connect(uri);
  await client.db().dropDatabase();
  await client.close();
});

test('a worker that can not be started is tried again, and the others answer', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'scim-node-'));
  const [node, away] = [join(folder, 'node'), join(folder, 'away')];
  await copyFile(process.execPath, node);
  const uri = databaseUri();
  const settings = { MONGODB_URI: uri, SCIM_BEARER_TOKEN: TOKEN, WORKERS: '2' };
  const child = await spawnServer(settings, [node, ...SERVER.slice(1)]);
  await untilReady(child);
  while (pids(child).size < 2) expect(await list(child)).toBe(200);

  await rename(node, away);
  const [victim = ''] = pids(child);
  process.kill(Number(victim), 'SIGKILL');
  const lost = () => child.output().stdout.split('a worker ended').length - 1;
  while (lost() < 3) await list(child);
  await rename(away, node);
  while (pids(child).size < 3) await list(child);
  expect(await list(child)).toBe(200);

  expect(await stop(child)).toBe(0);
  await rm(folder, { recursive: true });
  const client = await MongoClient.connect(uri);
  await client.db().dropDatabase();
  await client.close();
});

test('workers that can not live: the reason in one line, and exit code 1', async () => {
  const child = await spawnServer({ MONGODB_URI: 'mongodb://127.0.0.1:9/?serverSelectionTimeoutMS=500', WORKERS: '2' });
  expect(await child.ended()).toBe(1);
  expect(child.output().stderr).toMatch(/^MONGODB_URI: no replica set answers/);
});

test('where the first process dies, its workers answer what is under way before they end', async () => {
  const child = await spawnServer({ MONGODB_URI: databaseUri(), SCIM_BEARER_TOKEN: TOKEN, WORKERS: '2' });
  await untilReady(child);
  while (pids(child).size < 2) expect(await list(child)).toBe(200);
  const headers = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/scim+json', expect: '100-continue' };
  const sent = request(`${child.origin}/scim/v2/Users`, { method: 'POST', headers });
  sent.flushHeaders();
  await once(sent, 'continue');
  child.process.kill('SIGKILL');
  const answered = once(sent, 'response') as Promise<[IncomingMessage]>;
  await Promise.race([answered, until(async () => child.output().stdout.includes('"why":"disconnect"'))]);
  sent.end(JSON.stringify({ schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'], userName: 'late' }));
  expect((await answered)[0].statusCode).toBe(201);
  await child.ended();
  expect(child.output().stderr).toBe('');
});
