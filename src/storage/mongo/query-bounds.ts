// What one query of a list may cost the database and the process: time, and bytes that are in memory at once. What is
// beyond is refused; the client asks for less.
import type { Collection, Filter, FindCursor } from 'mongodb';
import { MongoServerError } from 'mongodb';
import { ScimError } from '../../errors/scim-error.js';
import type { StoredResource } from './stored-form.js';
import type { Undecoded } from './undecoded.js';

export interface QueryBounds {
  /** Seconds that the database works on a query. */
  readonly queryTimeout: number;
  /** Bytes of the resources that a page has read. */
  readonly maxPageSize: number;
}

/** Of what nobody asks a list by. */
export const UNBOUNDED: QueryBounds = { queryTimeout: 0, maxPageSize: Infinity };

/** MaxTimeMSExpired. */
const OUT_OF_TIME = 50;

/** The option of a query. MongoDB takes 0 as no bound. */
export function timed({ queryTimeout }: QueryBounds) {
  return { maxTimeMS: queryTimeout * 1000 };
}

/**
 * Runs queries that are timed.
 * @throws ScimError tooMany
 */
export async function inTime<T>(
  { queryTimeout }: Pick<QueryBounds, 'queryTimeout'>,
  query: () => Promise<T>,
): Promise<T> {
  try {
    return await query();
  } catch (error) {
    if (!(error instanceof MongoServerError) || error.code !== OUT_OF_TIME || queryTimeout === 0) throw error;
    const why = `the database would work on it for longer than ${queryTimeout} s`;
    throw new ScimError('tooMany', `the query is refused: ${why}; compare an indexed attribute with eq or sw`);
  }
}

/** How many a query finds, in time. */
export function countInTime(
  collection: Collection<StoredResource>,
  query: Filter<StoredResource>,
  bounds: QueryBounds,
  limit?: number,
): Promise<number> {
  return inTime(bounds, () =>
    collection.countDocuments(query, { ...timed(bounds), ...(limit === undefined ? {} : { limit }) }),
  );
}

export interface Batch {
  readonly documents: readonly Undecoded[];
  readonly isCut: boolean;
}

/**
 * All that a cursor has; where it is to end with `mostBytes`, what MongoDB has sent by then, which is 16 MiB at a time.
 * One resource is always read, whatever its size.
 * @throws ScimError tooMany
 */
export async function readAll(
  cursor: FindCursor<Undecoded>,
  { maxPageSize }: Pick<QueryBounds, 'maxPageSize'>,
  mostBytes = Infinity,
): Promise<Batch> {
  const found: Undecoded[] = [];
  let bytes = 0;
  try {
    while (await cursor.hasNext()) {
      const batch = cursor.readBufferedDocuments();
      for (const { r } of batch) bytes += r[0].length;
      found.push(...batch);
      if (bytes > mostBytes) return { documents: found, isCut: true };
      if (bytes > maxPageSize && found.length > 1) {
        const why = `its resources have more than ${maxPageSize} bytes`;
        throw new ScimError('tooMany', `the page is refused: ${why}; ask for fewer by count, or name the attributes`);
      }
    }
  } finally {
    await cursor.close();
  }
  return { documents: found, isCut: false };
}
