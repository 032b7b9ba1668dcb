// The context of what is done for several requests, or for none: what is observed in it belongs to no request.
import { AsyncResource } from 'node:async_hooks';

const DETACHED = new AsyncResource('detached');

/** Begins what goes on by itself, so that it is no part of the request that happens to begin it. */
export function detached<T>(begin: () => T): T {
  return DETACHED.runInAsyncScope(begin);
}
