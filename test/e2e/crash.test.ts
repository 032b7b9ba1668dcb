// An error that nobody caught ends the process: nothing new is accepted, what is under way has a moment.
import { once } from 'node:events';
import { request } from 'node:http';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { expect, test } from '@jest/globals';
import { SERVER } from '../support/programs.js';
import { databaseUri } from '../support/server.js';
import { until } from '../support/until.js';
import type { Child } from './child.js';
import { spawnServer, untilReady } from './child.js';

const TOKEN = 'a-token-of-the-test-0123456789';

/** What is under way has half a second. A body that is sent so soon is there in time. */
const IN_TIME_MS = 100;

/** A server that throws when it is told to. */
async function fragile(): Promise<Child> {
  const source = encodeURIComponent(`process.on('SIGUSR2', () => { throw new Error('nobody caught it') })`);
  const [node, ...args] = SERVER;
  const command = [node, '--import', `data:text/javascript,${source}`, ...args] as const;
  const child = await spawnServer({ SCIM_BEARER_TOKEN: TOKEN, MONGODB_URI: databaseUri() }, command);
  await untilReady(child);
  return child;
}

/** A request whose head the server has, and whose body it waits for. */
async function begin({ origin }: Child): Promise<ClientRequest> {
  const started = request(`${origin}/scim/v2/Users`, {
    method: 'POST',
    headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json', expect: '100-continue' },
  });
  started.flushHeaders();
  await once(started, 'continue');
  return started;
}

/** Tells that a new connection is refused. */
function isClosed({ origin }: Child): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(origin).port), '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(false);
    });
    socket.once('error', () => resolve(true));
  });
}

test('no connection is accepted any more, and a request under way is answered', async () => {
  for (;;) {
    const child = await fragile();
    const started = await begin(child);
    const crashed = performance.now();
    child.process.kill('SIGUSR2');
    await until(() => isClosed(child));
    const hasTime = performance.now() - crashed < IN_TIME_MS;
    const answered = once(started, 'response') as Promise<[IncomingMessage]>;
    started.end('{}');
    const status = await answered.then(
      ([answer]) => answer.resume().statusCode,
      () => undefined,
    );
    expect(await child.ended()).toBe(1);
    // Of a machine that is too busy for this once it is asked again.
    if (status === undefined && !hasTime) continue;
    expect(status).toBe(400);
    return;
  }
});

test('a request that never ends holds the process for a second at most', async () => {
  const child = await fragile();
  const started = await begin(child);
  const cut = once(started, 'error');
  const before = performance.now();
  child.process.kill('SIGUSR2');
  expect(await child.ended()).toBe(1);
  expect(performance.now() - before).toBeLessThan(5_000);
  await cut;
});
