// Buckets and the leases of several processes: what is let in never passes a bucket, and what is there is let in.
import { describe, expect, test } from '@jest/globals';
import { createBuckets } from '../../../src/limits/bucket.js';
import type { Lease, LeaseRequest, Limiter } from '../../../src/limits/limiter.js';
import { createLeasingLimiter, createLimiter, grantLease } from '../../../src/limits/limiter.js';

const RATE = { perSecond: 25, burst: 100 };

/** A clock that tests set. */
function time() {
  let now = 5_000;
  return { clock: () => now, pass: (milliseconds: number) => (now += milliseconds) };
}

/** One that has the buckets itself. */
function alone() {
  const { clock, pass } = time();
  return { limiters: [createLimiter(createBuckets(clock, 10))], pass };
}

/** Several that lease from one. */
function together(processes: number) {
  const { clock, pass } = time();
  const buckets = createBuckets(clock, 10);
  let asked = 0;
  const ask = async (request: LeaseRequest): Promise<Lease> => {
    asked += 1;
    return grantLease(buckets, request);
  };
  const limiters = Array.from({ length: processes }, () => createLeasingLimiter(ask, clock, 10));
  return { limiters, pass, asked: () => asked };
}

/** How many of so many at once are let in, by turns. */
async function letIn(limiters: readonly Limiter[], count: number, key = 'a', rate = RATE): Promise<number> {
  const taken = Array.from({ length: count }, async (_, n) => limiters[n % limiters.length]?.take(key, rate));
  return (await Promise.all(taken)).filter((wait) => wait === 0).length;
}

describe.each([
  ['one process', alone],
  ['a process that leases', () => together(1)],
  ['four processes that lease', () => together(4)],
])('%s', (_what, make) => {
  test('lets a full bucket in at once, then what comes back', async () => {
    const { limiters, pass } = make();
    expect(await letIn(limiters, 500)).toBe(100);
    expect(await letIn(limiters, 10)).toBe(0);
    pass(1_000);
    expect(await letIn(limiters, 500)).toBe(25);
    pass(3_600_000);
    expect(await letIn(limiters, 500)).toBe(100);
  });

  test('lets a steady 25 a second in, for ever', async () => {
    const { limiters, pass } = make();
    await letIn(limiters, 500);
    pass(1_000);
    for (let second = 0; second < 60; second += 1) {
      expect(await letIn(limiters, 25)).toBe(25);
      pass(1_000);
    }
  });

  test('tells how long it takes until there is one', async () => {
    const { limiters, pass } = make();
    await letIn(limiters, 500);
    const wait = (await limiters[0]?.take('a', RATE)) ?? 0;
    expect(wait).toBeGreaterThan(39);
    expect(wait).toBeLessThanOrEqual(40);
    pass(40);
    expect(await limiters[0]?.take('a', RATE)).toBe(0);
  });

  test('keys have buckets of their own', async () => {
    const { limiters } = make();
    expect(await letIn(limiters, 200, 'a')).toBe(100);
    expect(await letIn(limiters, 200, 'b')).toBe(100);
  });

  test('what is owed is waited for', async () => {
    const { limiters, pass } = make();
    expect(await limiters[0]?.take('a', RATE)).toBe(0);
    limiters[0]?.owe('a', RATE, 149);
    await Promise.resolve();
    pass(2_000);
    // Leases that others hold are no more than so many.
    expect(await letIn(limiters, 100)).toBeLessThanOrEqual(limiters.length);
    pass(1_000);
    const after = await letIn(limiters, 100);
    expect(after).toBeGreaterThanOrEqual(25 - limiters.length);
    expect(after).toBeLessThanOrEqual(25);
  });
});

test('a lease of a busy key is many requests: few are asked for', async () => {
  const { limiters, pass, asked } = together(2);
  for (let tenth = 0; tenth < 50; tenth += 1) {
    await letIn(limiters, 100, 'a', { perSecond: 1_000, burst: 10_000 });
    pass(100);
  }
  expect(asked()).toBeLessThan(5_000 / 20);
});

test('a million keys: the youngest are remembered, within the bound', () => {
  const { clock } = time();
  const buckets = createBuckets(clock, 1_000);
  for (let n = 0; n < 1_000_000; n += 1) buckets.take(`key ${n}`, RATE, 100);
  expect(buckets.wait('key 999999', RATE)).toBeGreaterThan(0);
  expect(buckets.wait('key 999000', RATE)).toBeGreaterThan(0);
  expect(buckets.wait('key 998999', RATE)).toBe(0);
});
