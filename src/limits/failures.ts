// Failures are counted when they have happened, and whoever had too many waits. One process has the buckets; with
// several the first one has them: a failure is a message to it, and its answer says how long to wait. So all of them
// together let pass what one would, and one more each.
import type { Buckets, Rate } from './bucket.js';
import { createLatest } from './latest.js';
import type { AskForLease } from './limiter.js';

export interface Failures {
  /** Milliseconds until somebody may try again; 0 where they may now. */
  wait(key: string): number;
  count(key: string): Promise<void>;
}

export function createFailures(buckets: Buckets, rate: Rate): Failures {
  return {
    wait: (key) => buckets.wait(key, rate),
    async count(key) {
      buckets.take(key, rate, 1);
    },
  };
}

/** @param most keys that are remembered, the latest */
export function createSharedFailures(ask: AskForLease, clock: () => number, rate: Rate, most: number): Failures {
  const waiting = createLatest<number>(most);
  return {
    wait: (key) => Math.max(0, (waiting.get(key) ?? 0) - clock()),
    async count(key) {
      const { wait } = await ask({ key, rate, owed: 1, wanted: 0 });
      if (wait > 0) waiting.set(key, clock() + wait);
      else waiting.delete(key);
    },
  };
}
