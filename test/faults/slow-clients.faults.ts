// Clients that send a byte a second, that never end their headers, that don't read, or that open connections and drop
// them: whoever asks beside them is answered, and half a request is not waited for without end.
import { once } from 'node:events';
import { createConnection } from 'node:net';
import type { Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { budget } from './budget.js';
import { createRandom, seedOfRun } from './random.js';
import type { ReplicaSet } from './replica-set.js';
import { startReplicaSet } from './replica-set.js';
import type { ServerProcess } from './server-process.js';
import { startServerProcess } from './server-process.js';
import { until } from '../support/until.js';

const random = createRandom(seedOfRun());
const SLOW_CLIENTS = 100;

let set: ReplicaSet;
let server: ServerProcess;
beforeAll(async () => {
  set = await startReplicaSet();
  server = await startServerProcess(set.uri('slow'));
});
afterAll(async () => {
  await server.stop();
  await set.stop();
});

const head = (...lines: string[]) =>
  [
    ...lines,
    'Host: 127.0.0.1',
    `Authorization: Bearer ${server.token}`,
    'Content-Type: application/scim+json',
    '',
  ].join('\r\n');

async function open(): Promise<Socket> {
  const socket = createConnection(server.port, '127.0.0.1');
  socket.on('error', () => socket.destroy());
  await once(socket, 'connect');
  return socket;
}

/** Sends a text, then a letter a second, until the server closes. @returns what the server answered */
async function drip(text: string): Promise<string> {
  const socket = await open();
  let answer = '';
  socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
  socket.write(text);
  const timer = setInterval(() => socket.write('a'), 1_000);
  await once(socket, 'close');
  clearInterval(timer);
  return answer;
}

/** @returns the status of what another client asks for */
async function askBeside(): Promise<number> {
  const response = await fetch(`${server.url}/Users?count=1`, { headers: { authorization: `Bearer ${server.token}` } });
  await response.text();
  return response.status;
}

async function expectOthersServed(): Promise<void> {
  expect(await askBeside()).toBe(200);
}

test('headers and bodies that never end are 408, and are closed', async () => {
  const body = head('POST /scim/v2/Users HTTP/1.1', 'Content-Length: 100000');
  const texts = [`${head('GET /scim/v2/Users HTTP/1.1')}X-Slow: `, `${body}\r\n{`];
  const drips = Array.from({ length: SLOW_CLIENTS }, (_, index) => drip(texts[index % 2] ?? ''));
  await expectOthersServed();
  const answers = await Promise.all(drips);
  for (const answer of answers) {
    expect(answer).toMatch(/^HTTP\/1.1 408 Request Timeout\r\n/);
    expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '')).toMatchObject({ status: '408' });
  }
  await expectOthersServed();
});

test('clients that ask and never read', async () => {
  const sockets = await Promise.all(Array.from({ length: SLOW_CLIENTS }, open));
  for (const socket of sockets) {
    socket.pause();
    socket.write(`${head('GET /scim/v2/Schemas HTTP/1.1')}\r\n`.repeat(100));
  }
  // Ten thousand requests at once are more than may be under way: for a moment others are told to come again.
  const statuses = new Set<number>();
  await until(async () => statuses.add(await askBeside()).has(200));
  expect([200, 503]).toEqual(expect.arrayContaining([...statuses]));
  for (const socket of sockets) socket.destroy();
  await expectOthersServed();
});

test('connections that are opened and dropped, with nothing sent, half a request, or a whole one', async () => {
  const whole = `${head('GET /scim/v2/Users HTTP/1.1')}\r\n`;
  const texts = [
    '',
    whole.slice(0, 20),
    whole,
    `${head('PUT /scim/v2/Users/x HTTP/1.1', 'Content-Length: 9')}\r\n{`,
  ] as const;
  const total = Math.min(10_000, budget(0.4));
  let dropped = 0;
  const dropMany = async () => {
    while (dropped < total) {
      dropped += 1;
      const socket = await open();
      socket.write(random.pick(texts));
      if (random.chance(0.5)) socket.resetAndDestroy();
      else socket.destroy();
    }
  };
  const dropping = Promise.all(Array.from({ length: 100 }, dropMany));
  for (let count = 0; count < 10; count += 1) await expectOthersServed();
  await dropping;
  await expectOthersServed();
  process.stderr.write(`opened and dropped: ${dropped}\n`);
});

test('half a request does not keep the server from stopping', async () => {
  const other = await startServerProcess(set.uri('slow'));
  const socket = createConnection(other.port, '127.0.0.1');
  socket.on('error', () => socket.destroy());
  await once(socket, 'connect');
  socket.write('GET /scim/v2/Users HTTP/1.1\r\nX-Slow: ');
  expect(await other.stop()).toBe(0);
  socket.destroy();
});
