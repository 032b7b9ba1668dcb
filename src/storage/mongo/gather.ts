// Gathers calls that wait at the same time into one call of the database. A call costs the client some 200 µs of CPU
// whether it brings one document or fifty, so at high concurrency this decides the throughput; alone, a call goes out
// at once. Each caller gets its own outcome, or its own error.

import type { Observe } from '../../observe/observation.js';

export interface Gathering {
  /** The most items in one call. */
  readonly size: number;
  /** What comes while a call is under way waits for its end, and goes together: unless so many wait already. */
  readonly worth: number;
  /** What it is, and who hears of the size of each call. */
  readonly call: string;
  readonly observe: Observe;
}

interface Waiting<T, R> {
  readonly item: T;
  readonly resolve: (result: R) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * @param run does the work for several items; gives for each, in their order, what to return or to throw. Where it
 * rejects, every caller gets its error
 */
export function gather<T, R>(
  { size, worth, call, observe }: Gathering,
  run: (items: readonly T[]) => Promise<readonly (() => R)[]>,
): (item: T) => Promise<R> {
  const queue: Waiting<T, R>[] = [];
  let underWay = 0;
  let isScheduled = false;

  const schedule = () => {
    const waits = queue.length === 0 || (underWay > 0 && queue.length < worth);
    if (isScheduled || waits) return;
    isScheduled = true;
    // Behind the callbacks of this turn of the event loop, which may bring more.
    setImmediate(() => {
      isScheduled = false;
      const batch = queue.splice(0, size);
      underWay += 1;
      observe({ kind: 'databaseBatch', call, size: batch.length });
      void settle(batch).finally(() => {
        underWay -= 1;
        schedule();
      });
      schedule();
    });
  };
  const settle = async (batch: readonly Waiting<T, R>[]) => {
    try {
      const results = await run(batch.map(({ item }) => item));
      for (const [index, { resolve, reject }] of batch.entries()) settleOne(results[index], resolve, reject);
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  };
  return (item) =>
    new Promise((resolve, reject) => {
      queue.push({ item, resolve, reject });
      schedule();
    });
}

function settleOne<R>(result: (() => R) | undefined, resolve: (result: R) => void, reject: (error: unknown) => void) {
  try {
    if (result === undefined) throw new Error('a gathered call left an item without an outcome');
    resolve(result());
  } catch (error) {
    reject(error);
  }
}
