// The running contract: start, token, stop, wrong settings, a database that goes away.
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { MongoClient } from 'mongodb';
import { startEmbedded } from '../../src/storage/mongo/embedded/start.js';
import { SCIM, SERVER } from '../support/programs.js';
import { databaseUri } from '../support/server.js';
import { until } from '../support/until.js';
import type { Child } from './child.js';
import { spawnServer, stop, untilReady } from './child.js';

const TOKEN = 'a-token-of-the-test-0123456789';
const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
const ERROR = 'urn:ietf:params:scim:api:messages:2.0:Error';
const bearer = (token: string) => ({ authorization: `Bearer ${token}`, 'content-type': 'application/scim+json' });

/** The exit code of a server that ends without a wait for connections that clients keep: that would be 25 s. */
async function endedSoon(child: Child): Promise<number | null> {
  const start = performance.now();
  const code = await child.ended();
  expect(performance.now() - start).toBeLessThan(20_000);
  return code;
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scim-e2e-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('npm start makes a token once, keeps its digest alone, and SIGTERM ends it with 0', async () => {
  const settings = { MONGODB_URI: databaseUri() };
  const first = await spawnServer(settings, ['npm', 'start']);
  await untilReady(first);
  const token = /shown only once\): (scim_\w+)\n/.exec(first.output().stdout)?.[1] ?? '';
  expect((await fetch(`${first.origin}/scim/v2/Users`, { headers: bearer(token) })).status).toBe(200);
  expect(await stop(first)).toBe(0);

  const second = await spawnServer(settings);
  await untilReady(second);
  expect((await fetch(`${second.origin}/scim/v2/Users`, { headers: bearer(token) })).status).toBe(200);
  expect(await stop(second)).toBe(0);
  expect(second.output().stdout).not.toContain('scim_');

  const client = await MongoClient.connect(settings.MONGODB_URI);
  expect(JSON.stringify(await client.db().collection('tokens').find().toArray())).not.toContain(token);
  await client.db().dropDatabase();
  await client.close();
}, 60_000);

test('what is under way when SIGTERM comes is finished', async () => {
  const child = await spawnServer({ MONGODB_URI: databaseUri(), SCIM_BEARER_TOKEN: TOKEN });
  await untilReady(child);
  const bodies = Array.from({ length: 20 }, (_, n) => JSON.stringify({ schemas: [USER], userName: `user-${n}` }));
  const requests = bodies.map((body) =>
    fetch(`${child.origin}/scim/v2/Users`, { method: 'POST', headers: bearer(TOKEN), body }),
  );
  await Promise.race(requests);
  child.process.kill('SIGTERM');
  const outcomes = await Promise.allSettled(requests);
  const statuses = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value.status] : []));
  expect(new Set(statuses)).toEqual(new Set([201]));
  expect(await endedSoon(child)).toBe(0);
});

test('an answer that is given while the server stops says that its connection closes', async () => {
  const child = await spawnServer({ MONGODB_URI: databaseUri(), SCIM_BEARER_TOKEN: TOKEN });
  await untilReady(child);
  const port = Number(new URL(child.origin).port);
  const body = JSON.stringify({ schemas: [USER], userName: 'late' });
  const socket = connect(port, '127.0.0.1');
  let answer = '';
  socket.setEncoding('utf8').on('data', (text: string) => {
    answer += text;
  });
  const head = { host: 'x', ...bearer(TOKEN), expect: '100-continue', 'content-length': String(body.length) };
  const lines = Object.entries(head).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(`POST /scim/v2/Users HTTP/1.1\r\n${lines.join('')}\r\n`);
  await until(() => answer.startsWith('HTTP/1.1 100 '));
  child.process.kill('SIGTERM');
  await until(() =>
    fetch(`${child.origin}/healthz`).then(
      () => false,
      () => true,
    ),
  );
  answer = '';
  socket.write(body);
  await once(socket, 'close');
  expect(answer).toMatch(/^HTTP\/1\.1 201 /);
  expect(answer).toMatch(/^connection: close\r$/im);
  expect(await endedSoon(child)).toBe(0);
});

test('a connection that has asked for nothing does not hold up the end', async () => {
  const child = await spawnServer({ MONGODB_URI: databaseUri(), SCIM_BEARER_TOKEN: TOKEN });
  await untilReady(child);
  const silent = connect(Number(new URL(child.origin).port), '127.0.0.1');
  await once(silent, 'connect');
  child.process.kill('SIGTERM');
  await once(silent.resume(), 'close');
  expect(await endedSoon(child)).toBe(0);
});

describe('what is ended in the middle of its start takes its mongod along', () => {
  test.each([
    ['the server by SIGTERM', SERVER, 'SIGTERM', 0],
    ['the server by SIGINT', SERVER, 'SIGINT', 0],
    ['a command by SIGINT', [...SCIM, 'tenant', 'list'], 'SIGINT', 130],
    ['a command by SIGTERM', [...SCIM, 'tenant', 'list'], 'SIGTERM', 143],
  ] as const)(
    '%s',
    async (_what, command, signal, code) => {
      const dataDir = await mkdtemp(join(folder, 'ended-'));
      const child = await spawnServer({ MONGODB_URI: '', DATA_DIR: dataDir }, command);
      const port = () => / is up on port (\d+)/.exec(Object.values(child.output()).join(''))?.[1];
      await until(async () => port() !== undefined);
      child.process.kill(signal);
      expect(await child.ended()).toBe(code);
      await until(async () => {
        const socket = connect(Number(port()), '127.0.0.1');
        return once(socket, 'connect').then(
          () => Boolean(socket.destroy()) && false,
          () => true,
        );
      });
    },
    60_000,
  );
});

describe('a wrong setting is one line and exit code 1', () => {
  const text = /^[^\n]+\n$/;
  test.each([
    [{ PORT: 'http' }, /^PORT: takes a whole number, 1 to 65535/],
    [{ PUBLIC_URL: 'scim.example.com' }, /^PUBLIC_URL: takes a URL/],
    [{ MONGODB_URI: 'postgres://x' }, /^MONGODB_URI: takes a connection string/],
    [{ SCIM_BEARER_TOKEN: 'short' }, /^SCIM_BEARER_TOKEN: takes a token/],
    [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL: /],
    [{ HOST: '0.0.0.0' }, /^HOST: 0.0.0.0 is not loopback/],
    [{ TLS_TERMINATED_UPSTREAM: 'true' }, /^PUBLIC_URL: behind a proxy/],
    [{ TLS_CERT_FILE: 'nowhere.pem' }, /^TLS_KEY_FILE: /],
    [{ TLS_CERT_FILE: 'nowhere.pem', TLS_KEY_FILE: 'nowhere.pem' }, /^TLS_CERT_FILE: .*no such file/],
    [{ MONGODB_URI: 'mongodb://127.0.0.1:9/?serverSelectionTimeoutMS=500' }, /^MONGODB_URI: no replica set answers/],
    [{ MONGODB_URI: 'mongodb://' }, /^MONGODB_URI: Protocol and host list are required/],
    [{ MONGODB_URI: 'mongodb://127.0.0.1:9/?nope=1' }, /^MONGODB_URI: option nope is not supported/],
    [{ MONGODB_URI: 'mongodb://127.0.0.1:9/%ZZ' }, /^MONGODB_URI: URI malformed/],
    [{ DATA_DIR: 'package.json' }, /^DATA_DIR: takes a folder: ENOTDIR/],
    [{ DATA_DIR: '/proc/none', MONGOD_BINARY: '/nowhere/mongod' }, /\/nowhere\/mongod/],
  ])(
    '%j',
    async (settings, line) => {
      const child = await spawnServer(settings);
      expect(await child.ended()).toBe(1);
      expect(child.output().stderr).toMatch(line);
      if (!('MONGOD_BINARY' in settings)) expect(child.output().stderr).toMatch(text);
    },
    30_000,
  );

  test('a port that is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve));
    const { port } = taken.address() as AddressInfo;
    const child = await spawnServer({ PORT: String(port), MONGODB_URI: databaseUri() });
    expect(await child.ended()).toBe(1);
    expect(child.output().stderr).toMatch(/^HOST, PORT: can't listen on 127.0.0.1:\d+: .*\n$/);
    taken.close();
  }, 30_000);
});

test('a database that goes away is 503, with the process alive', async () => {
  const mongod = await startEmbedded({ dataDir: folder, report: () => undefined });
  const child = await spawnServer({
    MONGODB_URI: `${mongod.uri}&serverSelectionTimeoutMS=500`,
    SCIM_BEARER_TOKEN: TOKEN,
  });
  await untilReady(child);
  await mongod.stop();
  for (const path of ['/readyz', '/scim/v2/Users', '/scim/v2/Users/x', '/oauth/jwks']) {
    const reply = await fetch(`${child.origin}${path}`, { headers: bearer(TOKEN) });
    expect([path, reply.status, await reply.json()]).toEqual([
      path,
      503,
      { schemas: [ERROR], status: '503', detail: expect.any(String) },
    ]);
    expect(reply.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(reply.headers.get('cache-control')).toBe('no-store');
  }
  expect((await fetch(`${child.origin}/healthz`)).status).toBe(200);
  expect(await stop(child)).toBe(0);
}, 60_000);

test('a database that says nothing any more is 503, and ready again as soon as it does', async () => {
  const mongod = await startEmbedded({ dataDir: folder, report: () => undefined });
  const MONGODB_URI = `${mongod.uri}&connectTimeoutMS=500&serverSelectionTimeoutMS=500`;
  const child = await spawnServer({ MONGODB_URI, SCIM_BEARER_TOKEN: TOKEN });
  await untilReady(child);
  process.kill(mongod.pid, 'SIGSTOP');
  // Within two seconds; what is under way when the next heartbeat is missed.
  const within = (signal: AbortSignal) => ({ headers: bearer(TOKEN), signal });
  const replies = await Promise.allSettled([
    fetch(`${child.origin}/readyz`, within(AbortSignal.timeout(8_000))),
    fetch(`${child.origin}/scim/v2/Users/x`, within(AbortSignal.timeout(30_000))),
  ]);
  process.kill(mongod.pid, 'SIGCONT');
  expect(replies).toMatchObject([{ value: { status: 503 } }, { value: { status: 503 } }]);
  await untilReady(child);
  expect(await stop(child)).toBe(0);
  await mongod.stop();
}, 60_000);
