// Looks for what others left, by a clock that the test moves.
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { createSweep } from '../../../src/storage/mongo/sweep.js';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;
const fail = (error: unknown) => {
  throw error;
};

/** The seconds at which it looks. */
function looking(finds: (second: number) => boolean = () => false) {
  const looks: number[] = [];
  const start = Date.now();
  const look = async () => {
    const second = Math.round((Date.now() - start) / SECOND);
    looks.push(second);
    return finds(second);
  };
  const sweep = createSweep(look, fail);
  sweep.start();
  return { looks, sweep };
}

test('where there is nothing it looks ever less often, at least once in ten minutes', async () => {
  const { looks } = looking();
  await jest.advanceTimersByTimeAsync(HOUR);
  expect(looks).toEqual([0, 5, 15, 35, 75, 155, 315, 635, 1235, 1835, 2435, 3035]);
});

test('what is written makes the next look a soon one', async () => {
  const { looks, sweep } = looking();
  await jest.advanceTimersByTimeAsync(HOUR);
  sweep.hasten();
  await jest.advanceTimersByTimeAsync(20 * SECOND);
  expect(looks.slice(-2)).toEqual([3605, 3615]);
});

test('it looks every five seconds while it is written, and while something is found', async () => {
  const { looks, sweep } = looking((second) => second >= 3_600);
  for (let second = 0; second < 60; second += 1) {
    sweep.hasten();
    await jest.advanceTimersByTimeAsync(SECOND);
  }
  const pauses = looks.slice(1).map((second, index) => second - (looks[index] ?? 0));
  expect(Math.max(...pauses)).toBeLessThanOrEqual(6);
  expect(looks.length).toBeLessThanOrEqual(13);
  await jest.advanceTimersByTimeAsync(2 * HOUR);
  const [before = 0, last] = looks.slice(-2);
  expect(last).toBe(before + 5);
});

test('closed, it looks no more and has no timer', async () => {
  const { looks, sweep } = looking();
  await jest.advanceTimersByTimeAsync(10 * SECOND);
  await sweep.close();
  sweep.hasten();
  expect(jest.getTimerCount()).toBe(0);
  await jest.advanceTimersByTimeAsync(HOUR);
  expect(looks).toEqual([0, 5]);
});

test('its end waits for the look that is under way', async () => {
  const steps: string[] = [];
  let find = (_isFound: boolean): void => undefined;
  const look = () => new Promise<boolean>((resolve) => (find = (isFound) => resolve(isFound)));
  const sweep = createSweep(async () => {
    const isFound = await look();
    steps.push('looked');
    return isFound;
  }, fail);
  sweep.start();
  const closed = sweep.close().then(() => steps.push('closed'));
  await jest.advanceTimersByTimeAsync(SECOND);
  find(true);
  await closed;
  expect(steps).toEqual(['looked', 'closed']);
  expect(jest.getTimerCount()).toBe(0);
});
