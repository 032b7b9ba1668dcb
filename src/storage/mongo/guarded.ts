// Failures of the database that are not the request's: away, not a primary, out of disk. They are answered 503, and the
// client tries again.
import {
  MongoBulkWriteError,
  MongoError,
  MongoNetworkError,
  MongoServerError,
  MongoServerSelectionError,
  MongoWriteConcernError,
} from 'mongodb';
import { ScimError } from '../../errors/scim-error.js';
import { breakOf } from './batch.js';

/** NotWritablePrimary and its like, interrupted at shutdown, out of disk space, a node that is read-only. */
const CODES = new Set<unknown>([91, 189, 10107, 11600, 11602, 13435, 13436, 14031]);

/** A write that could be repeated and was; locks that others hold for long; a commit that nobody confirmed. */
const LABELS = ['RetryableWriteError', 'TransientTransactionError', 'UnknownTransactionCommitResult'];

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

function isUnavailable(thrown: unknown): boolean {
  const error = breakOf(thrown) ?? thrown;
  if (error instanceof MongoNetworkError || error instanceof MongoServerSelectionError) return true;
  // Written, and not confirmed by a majority.
  if (error instanceof MongoWriteConcernError) return true;
  if (error instanceof MongoBulkWriteError && error.result.getWriteConcernError() !== undefined) return true;
  if (error instanceof MongoError && LABELS.some((label) => error.hasErrorLabel(label))) return true;
  if (error instanceof MongoServerError) return CODES.has(error.code);
  // A connection that is reset while the driver writes to it throws the socket's own error.
  return error instanceof Error && 'syscall' in error;
}
