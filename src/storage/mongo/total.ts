// How many resources a collection holds, without counting them each time. MongoDB keeps a count that costs nothing, but
// after a crash it may be off; so what it is off by is measured now and then.
import type { Collection } from 'mongodb';
import type { Observe } from '../../observe/observation.js';
import { gather } from './gather.js';
import type { StoredResource } from './stored-form.js';

/** One answer is good for all who wait. */
const AT_ONCE = { size: Infinity, worth: Infinity, call: 'total' };
const MEASURED_EVERY_MS = 5 * 60_000;
/** Longer than a transaction takes. */
const MEASURED_AGAIN_MS = 15_000;

/** @param now milliseconds of a clock that never goes back */
export function createTotal(
  collection: Collection<StoredResource>,
  now: () => number,
  observe: Observe,
): () => Promise<number> {
  const estimate = gather({ ...AT_ONCE, observe }, async (askers: readonly undefined[]) => {
    const count = await collection.estimatedDocumentCount();
    return askers.map(() => () => count);
  });
  let error = 0;
  let isDoubtful = false;
  let measuredAt: number | undefined;
  let first: Promise<void> | undefined;

  const measure = async (): Promise<void> => {
    const before = await collection.estimatedDocumentCount();
    const exact = await collection.countDocuments();
    // Where others write meanwhile, the difference says nothing.
    if ((await collection.estimatedDocumentCount()) !== before) return;
    // MongoDB's own count has what a transaction has written before others see it: then the difference is gone with it.
    isDoubtful = exact - before !== error;
    error = exact - before;
  };
  const isDue = () => {
    const every = isDoubtful ? MEASURED_AGAIN_MS : MEASURED_EVERY_MS;
    return measuredAt === undefined || now() - measuredAt > every;
  };
  return async () => {
    if (isDue()) {
      measuredAt = now();
      const measured = measure();
      // Where it fails, the next request measures again.
      measured.catch(() => {
        measuredAt = undefined;
        first = undefined;
      });
      first ??= measured;
    }
    // Before it was measured once, nobody knows by how much the estimate is off.
    await first;
    return (await estimate(undefined)) + error;
  };
}
