// Who asks more than a rate allows is told when to come again. One process has the buckets; with several the first one
// has them, and the others take leases: a small share at a time, so that a request costs no message, and what all of
// them let in is never more than a bucket and those shares.
import type { Buckets, Rate } from './bucket.js';
import { createLatest } from './latest.js';

export interface Limiter {
  /** Takes one. @returns milliseconds until there is one again; 0 where it was taken */
  take(key: string, rate: Rate): number | Promise<number>;
  /** Takes more for what was let in already: what is not there is owed, and the next ones wait for it. */
  owe(key: string, rate: Rate, amount: number): void;
}

export function createLimiter(buckets: Buckets): Limiter {
  return {
    take(key, rate) {
      const wait = buckets.wait(key, rate);
      if (wait === 0) buckets.take(key, rate, 1);
      return wait;
    },
    owe(key, rate, amount) {
      buckets.take(key, rate, amount);
    },
  };
}

/** What a process asks of the one that has the buckets. */
export interface LeaseRequest {
  readonly key: string;
  readonly rate: Rate;
  /** Taken already, beyond what it was granted. */
  readonly owed: number;
  readonly wanted: number;
}

export interface Lease {
  readonly granted: number;
  /** Milliseconds until there is something again, where nothing was granted. */
  readonly wait: number;
}

export type AskForLease = (request: LeaseRequest) => Promise<Lease>;

export function grantLease(buckets: Buckets, { key, rate, owed, wanted }: LeaseRequest): Lease {
  if (owed > 0) buckets.take(key, rate, owed);
  const granted = Math.max(0, Math.min(wanted, Math.floor(buckets.left(key, rate))));
  if (granted > 0) buckets.take(key, rate, granted);
  return { granted, wait: granted > 0 ? 0 : buckets.wait(key, rate) };
}

/** A lease covers what a busy key uses in this time. */
const LEASE_SECONDS = 0.05;
/** A lease is never more than this share of a bucket: the processes together must not empty it by asking. */
const LEASE_SHARE = 0.1;

interface Held {
  /** Less than none where some are owed. */
  left: number;
  /** Before that there is nothing to ask for. */
  emptyUntil: number;
  asking?: Promise<void>;
}

/** @param most keys that are remembered */
export function createLeasingLimiter(ask: AskForLease, clock: () => number, most: number): Limiter {
  const all = createLatest<Held>(most);
  const heldOf = (key: string): Held => {
    const held = all.get(key) ?? { left: 0, emptyUntil: 0 };
    all.set(key, held);
    return held;
  };
  const askFor = async (held: Held, key: string, rate: Rate): Promise<void> => {
    const owed = Math.max(0, -held.left);
    held.left += owed;
    const { granted, wait } = await ask({ key, rate, owed, wanted: leaseOf(rate) });
    held.left += granted;
    held.emptyUntil = granted > 0 ? 0 : clock() + wait;
  };
  const refill = (held: Held, key: string, rate: Rate): Promise<void> => {
    held.asking ??= askFor(held, key, rate).finally(() => delete held.asking);
    return held.asking;
  };
  const takeLater = async (held: Held, key: string, rate: Rate): Promise<number> => {
    while (held.left < 1) {
      const wait = held.emptyUntil - clock();
      if (wait > 0) return wait;
      await refill(held, key, rate);
    }
    held.left -= 1;
    return 0;
  };
  return {
    take(key, rate) {
      const held = heldOf(key);
      if (held.left < 1) return takeLater(held, key, rate);
      held.left -= 1;
      // Before the last one is gone, so that nobody waits for the answer.
      if (held.left < leaseOf(rate) / 2 && held.emptyUntil <= clock()) void refill(held, key, rate);
      return 0;
    },
    owe(key, rate, amount) {
      const held = heldOf(key);
      held.left -= amount;
      if (held.left < 0) void refill(held, key, rate);
    },
  };
}

function leaseOf({ perSecond, burst }: Rate): number {
  return Math.max(1, Math.floor(Math.min(perSecond * LEASE_SECONDS, burst * LEASE_SHARE)));
}
