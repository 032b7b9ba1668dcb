// Failures of the database that are not the request's: away, too busy, not a primary, out of disk. They are answered
// 503, and the client tries again.
import {
  MongoBulkWriteError,
  MongoClientClosedError,
  MongoError,
  MongoNetworkError,
  MongoNotConnectedError,
  MongoOperationTimeoutError,
  MongoServerError,
  MongoServerSelectionError,
  MongoTopologyClosedError,
  MongoWriteConcernError,
} from 'mongodb';
import { ScimError } from '../../errors/scim-error.js';
import { breakOf } from './batch.js';

/**
 * Of the driver. A pool that was cleared is a network error; that the client is closed is said in three ways; the last
 * is a write that no majority confirmed.
 */
const ERRORS = [
  MongoNetworkError,
  MongoServerSelectionError,
  MongoOperationTimeoutError,
  MongoTopologyClosedError,
  MongoClientClosedError,
  MongoNotConnectedError,
  MongoWriteConcernError,
];

/** Errors of the pool that the driver has no export for: no connection in time, none ever again. */
const UNEXPORTED = new Set(['MongoWaitQueueTimeoutError', 'MongoPoolClosedError']);

/** Of the server. */
const CODES = new Set<unknown>([
  // No node that can answer: HostUnreachable, HostNotFound, NetworkTimeout, FailedToSatisfyReadPreference,
  // ReadConcernMajorityNotAvailableYet, SocketException. Mongos says these of its shards.
  ...[6, 7, 89, 133, 134, 9001],
  // Out of time: MaxTimeMSExpired, ExceededTimeLimit.
  ...[50, 262],
  // ShutdownInProgress, PrimarySteppedDown, LegacyNotPrimary, NotWritablePrimary, InterruptedAtShutdown,
  // InterruptedDueToReplStateChange, NotPrimaryNoSecondaryOk, NotPrimaryOrSecondary.
  ...[91, 189, 10058, 10107, 11600, 11602, 13435, 13436],
  // A read that was cut short, since a node was started anew or an index was dropped: CursorNotFound, QueryPlanKilled.
  ...[43, 175],
  // A cache that is full of what is being written: TemporarilyUnavailable.
  365,
  // Out of disk space.
  14031,
]);

/**
 * A write that could be repeated and was; locks that others hold for long; a commit that nobody confirmed; a node that
 * refuses what is too much for it, as MongoDB may from 8.3 on.
 */
const LABELS = [
  'RetryableWriteError',
  'TransientTransactionError',
  'UnknownTransactionCommitResult',
  'SystemOverloadedError',
];

type Method = (...args: never[]) => Promise<unknown>;

/** The store with each of its methods throwing ScimError unavailable where the database is at fault. */
export function guarded<T extends Record<keyof T, Method>>(store: T): T {
  const methods = Object.entries<Method>(store).map(([name, method]) => [
    name,
    async (...args: never[]) => {
      try {
        return await method(...args);
      } catch (error) {
        throw isUnavailable(error)
          ? new ScimError('unavailable', 'the database is not available: try again later', { cause: error })
          : error;
      }
    },
  ]);
  return Object.fromEntries(methods) as T;
}

/** Tells that it is the database's fault, and of now: the same may go well later. */
export function isUnavailable(thrown: unknown): boolean {
  const error = breakOf(thrown) ?? thrown;
  if (ERRORS.some((kind) => error instanceof kind)) return true;
  if (error instanceof MongoBulkWriteError && error.result.getWriteConcernError() !== undefined) return true;
  if (error instanceof MongoError && LABELS.some((label) => error.hasErrorLabel(label))) return true;
  if (error instanceof MongoServerError) return CODES.has(error.code);
  // A connection that is reset while the driver writes to it throws the socket's own error.
  return error instanceof Error && ('syscall' in error || UNEXPORTED.has(error.name));
}
