// The context of what is done for several requests, or for none: what is observed in it is nobody's.
import { AsyncResource } from 'node:async_hooks';

const NOBODY = new AsyncResource('nobody');

/** Begins what goes on by itself, so that it is no part of the request that happens to begin it. */
export function forNobody<T>(begin: () => T): T {
  return NOBODY.runInAsyncScope(begin);
}
