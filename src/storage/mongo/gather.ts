// Gathers calls that wait at the same time into one call of the database. A call costs the client some 200 µs of CPU
// whether it brings one document or fifty, so at high concurrency this decides the throughput; alone, a call goes out
// at once. Each caller gets its own outcome, or its own error.
import { detached } from '../../observe/detached.js';
import type { Observe } from '../../observe/observation.js';
import { chunks } from '../../service/chunks.js';

interface Gathering {
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
    detached(() => setImmediate(begin));
  };
  const begin = () => {
    isScheduled = false;
    const batch = queue.splice(0, size);
    underWay += 1;
    observe({ kind: 'databaseBatch', call, size: batch.length });
    void settle(batch).finally(() => {
      underWay -= 1;
      schedule();
    });
    schedule();
  };
  const settle = async (batch: readonly Waiting<T, R>[]) => {
    try {
      const results = await run(batch.map(({ item }) => item));
      for (const [index, { resolve, reject }] of batch.entries()) settleOne(results[index], resolve, reject);
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  };
  return async (item) => {
    const start = performance.now();
    try {
      return await new Promise((resolve, reject) => {
        queue.push({ item, resolve, reject });
        schedule();
      });
    } finally {
      observe({ kind: 'databaseCall', call, milliseconds: performance.now() - start });
    }
  };
}

/**
 * The same for lists of items, with a result for each. What is worth a call by itself doesn't wait, and is one call
 * after the other: of a large request no more is under way than one call takes.
 */
export function gatherLists<T, R>(
  gathering: Gathering,
  run: (items: readonly T[]) => Promise<readonly (() => R)[]>,
): (items: readonly T[]) => Promise<R[]> {
  const { size, worth, call, observe } = gathering;
  const gathered = gather(gathering, run);
  return async (items) => {
    if (items.length < worth) return Promise.all(items.map(gathered));
    const results: R[] = [];
    for (const chunk of chunks(items, size)) {
      observe({ kind: 'databaseBatch', call, size: chunk.length });
      for (const result of await run(chunk)) results.push(result());
    }
    return results;
  };
}

function settleOne<R>(result: (() => R) | undefined, resolve: (result: R) => void, reject: (error: unknown) => void) {
  try {
    if (result === undefined) throw new Error('a gathered call left an item without an outcome');
    resolve(result());
  } catch (error) {
    reject(error);
  }
}
