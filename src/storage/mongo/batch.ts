// What became of an unordered batch of writes.
import type { WriteError } from 'mongodb';
import { MongoBulkWriteError } from 'mongodb';

/** The code of MongoDB's error where a value that must be unique is there already. */
export const DUPLICATE_KEY = 11000;

/**
 * What failed of a batch, by place; all else was written.
 * @throws the error where it is the whole batch's: then nothing is sure to have been written
 */
export async function failuresOf(write: Promise<unknown>): Promise<ReadonlyMap<number, WriteError>> {
  try {
    await write;
    return new Map();
  } catch (error) {
    if (!(error instanceof MongoBulkWriteError)) throw error;
    const failures = [error.writeErrors].flat();
    const isOfEach =
      failures.length > 0 && error.result.getWriteConcernError() === undefined && breakOf(error) === undefined;
    if (!isOfEach) throw error;
    return new Map(failures.map((failure) => [failure.index, failure]));
  }
}

/**
 * The error by which a batch broke off. The driver puts it, a lost connection say, into an error that looks like one
 * of a batch in which nothing failed.
 */
export function breakOf(error: unknown): Error | undefined {
  if (!(error instanceof MongoBulkWriteError)) return undefined;
  const { errorResponse }: { errorResponse: unknown } = error;
  return errorResponse instanceof Error ? errorResponse : undefined;
}
