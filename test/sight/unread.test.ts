// A log that nobody reads: requests are answered as if it were read.
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { beforeAll, afterAll, describe, expect, test } from '@jest/globals';
import { createOutput } from '../../src/logging/output.js';
import type { Child } from '../e2e/child.js';
import { spawnServer, stop, untilReady } from '../e2e/child.js';
import { databaseUri } from '../support/server.js';

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
