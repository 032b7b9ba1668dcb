// The writes of a request that show together or not at all: who reads never sees half a request, and a server that
// is killed leaves none.
import type { ServiceContext } from './context.js';
import type { Writes } from './ports.js';

/**
 * More writes than this would hold up others for long, and could outlive the time that MongoDB gives a transaction.
 * They go in batches, in an order in which a repetition completes what a crash has cut short.
 */
const MOST = 10_000;

/** @param count how many documents the work writes: one is a transaction by itself */
export function together<T>(context: ServiceContext, count: number, work: (writes: Writes) => Promise<T>): Promise<T> {
  return count > 1 && count <= MOST ? context.transaction(work) : work(context);
}
