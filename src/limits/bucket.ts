// Token buckets, one a key: of each only the time is kept at which it is full again (the generic cell rate algorithm),
// so one that nobody uses costs nothing. A key has one rate.
import { createLatest } from './latest.js';

export interface Rate {
  /** So many come back in a second. */
  readonly perSecond: number;
  /** So many are in a full bucket. */
  readonly burst: number;
}

export interface Buckets {
  /** How many there are; less than none where some are owed. */
  left(key: string, rate: Rate): number;
  /** Takes so many, also more than there are: the rest is owed. */
  take(key: string, rate: Rate, amount: number): void;
  /** Milliseconds until there is one; 0 where there is. */
  wait(key: string, rate: Rate): number;
}

/** Times are fractions: what lacks so little of a whole one is one. */
const NEARLY = 1e-6;

/**
 * @param clock milliseconds that only rise
 * @param most keys that are remembered: of more, those of longest ago are forgotten, which makes their buckets full
 */
export function createBuckets(clock: () => number, most: number): Buckets {
  const fullAt = createLatest<number>(most);
  const left: Buckets['left'] = (key, { perSecond, burst }) => {
    const missing = Math.max(0, (fullAt.get(key) ?? 0) - clock()) / 1000;
    return burst - missing * perSecond + NEARLY;
  };
  return {
    left,
    take(key, { perSecond }, amount) {
      const from = Math.max(fullAt.get(key) ?? 0, clock());
      fullAt.set(key, from + (amount * 1000) / perSecond);
    },
    wait(key, rate) {
      const lacking = 1 - left(key, rate);
      return lacking <= 0 ? 0 : (lacking * 1000) / rate.perSecond;
    },
  };
}
