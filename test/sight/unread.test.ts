// A log that nobody reads: requests are answered as if it were read.
import { once } from 'node:events';
import { existsSync, openSync } from 'node:fs';
import type { Writable } from 'node:stream';
import { PassThrough } from 'node:stream';
import { beforeAll, afterAll, describe, expect, test } from '@jest/globals';
import { createOutput } from '../../src/logging/output.js';
import type { Child } from '../e2e/child.js';
import { spawnServer, stop, untilReady } from '../e2e/child.js';
import { SERVER } from '../support/programs.js';
import { databaseUri, freePort } from '../support/server.js';

const TOKEN = 'a-token-of-the-test-0123456789';
const REQUESTS = 3_000;
const AT_A_TIME = 50;

/** Asks for what isn't there, which is a line each; how many were answered. */
async function askOften(child: Child): Promise<number> {
  let sent = 0;
  let answered = 0;
  const ask = async () => {
    while (sent < REQUESTS) {
      sent += 1;
      const { status } = await fetch(`${child.origin}/nothing/${sent}`);
      if (status === 404) answered += 1;
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, ask));
  return answered;
}

/** How many of these requests the log has that was read so far. */
const askedIn = (child: Child) => child.output().stdout.split('/nothing/').length - 1;

describe('a server whose standard output', () => {
  let child: Child;
  beforeAll(async () => {
    child = await spawnServer({ SCIM_BEARER_TOKEN: TOKEN, MONGODB_URI: databaseUri() });
    await untilReady(child);
  });
  afterAll(async () => {
    if (child.process.exitCode === null) await stop(child);
  });

  test('nobody reads answers thousands of requests; whoever reads again gets a line for each', async () => {
    child.process.stdout?.pause();
    expect(await askOften(child)).toBe(REQUESTS);
    expect(askedIn(child)).toBeLessThan(REQUESTS - AT_A_TIME);
    child.process.stdout?.resume();
    const isWhole = () => askedIn(child) === REQUESTS && child.output().stdout.endsWith('\n');
    while (!isWhole()) await new Promise(setImmediate);
    const lines = child
      .output()
      .stdout.split('\n')
      .filter((line) => line.includes('/nothing/'));
    for (const line of lines) expect(JSON.parse(line)).toMatchObject({ msg: 'request', status: 404 });
  }, 60_000);

  test('is closed goes on, and ends in order', async () => {
    child.process.stdout?.destroy();
    expect(await askOften(child)).toBe(REQUESTS);
    expect(await stop(child)).toBe(0);
  }, 60_000);
});

test('a server whose log is stuck ends all the same', async () => {
  const child = await spawnServer({ SCIM_BEARER_TOKEN: TOKEN, MONGODB_URI: databaseUri() });
  await untilReady(child);
  child.process.stdout?.pause();
  expect(await askOften(child)).toBe(REQUESTS);
  child.process.kill('SIGTERM');
  await once(child.process, 'exit');
  expect(child.process.exitCode).toBe(0);
  child.process.stdout?.destroy();
}, 60_000);

test('past a bound lines are dropped, counted, and told of when somebody reads', async () => {
  const stream = new PassThrough({ highWaterMark: 1 });
  let dropped = 0;
  const told: number[] = [];
  const output = createOutput({
    stream,
    most: 10,
    dropped: () => (dropped += 1),
    recovered: (lines) => told.push(lines),
  });
  output.write('first\n');
  await new Promise(setImmediate);
  // It is with the stream, which is full; these wait, as far as there is room.
  output.write('second\n');
  output.write('third\n');
  output.write('fourth\n');
  expect([dropped, told]).toEqual([2, []]);
  let text = '';
  stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  await output.close();
  expect([text, told]).toEqual(['first\nsecond\n', [2]]);
});

test('what a full disk refuses is counted, and told of on a line of its own once there is room', async () => {
  let room = 3;
  let text = '';
  // As standard output does: what failed once is tried again.
  const stream = Object.assign(new PassThrough(), {
    write(given: string, done?: (error?: Error) => void) {
      const taken = given.slice(0, room);
      room -= taken.length;
      text += taken;
      if (taken === given) process.nextTick(() => done?.());
      else process.nextTick(() => done?.(new Error('ENOSPC')));
      return true;
    },
  }) as Writable;
  let dropped = 0;
  const output = createOutput({
    stream,
    most: 1_000,
    dropped: () => (dropped += 1),
    recovered: (lines) => output.write(`${lines} lost\n`),
  });
  for (const line of ['first', 'second', 'third']) {
    output.write(`${line}\n`);
    await new Promise(setImmediate);
    await new Promise(setImmediate);
  }
  expect([text, dropped]).toEqual(['fir', 3]);
  room = 1_000;
  output.write('fourth\n');
  await new Promise(setImmediate);
  await output.close();
  expect(text).toBe('fir\nfourth\n3 lost\n');
});

// A disk that is always full; Linux has it, macOS has not.
const FULL = '/dev/full';
(existsSync(FULL) ? test : test.skip)(
  'a server whose log is on a full disk answers, counts, and ends in order',
  async () => {
    const port = await freePort();
    const settings = { SCIM_BEARER_TOKEN: TOKEN, MONGODB_URI: databaseUri(), METRICS_PORT: String(port) };
    const child = await spawnServer(settings, SERVER, ['ignore', openSync(FULL, 'w'), 'pipe']);
    await untilReady(child);
    expect(await askOften(child)).toBe(REQUESTS);
    const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    const [, lost] = /^scim_log_lines_dropped_total (\d+)$/m.exec(metrics) ?? [];
    expect(Number(lost)).toBeGreaterThanOrEqual(REQUESTS);
    expect(await stop(child)).toBe(0);
  },
  60_000,
);
