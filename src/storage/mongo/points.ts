// The point reads and writes of one collection of resources; those that wait at the same time go together, each with
// its own outcome.
import type { AnyBulkWriteOperation, Collection, WriteError } from 'mongodb';
import { MongoServerError } from 'mongodb';
import type { ResourceType } from '../../schema/model.js';
import { displayOf } from '../../service/display.js';
import type { Named } from '../../service/ports.js';
import { failuresOf } from './batch.js';
import { gather } from './gather.js';
import type { StoredResource } from './stored-form.js';
import { createTotal } from './total.js';
import { uniquenessError } from './uniqueness.js';

/** A resource without the forms that only queries need. */
export type Read = Omit<StoredResource, 's' | 'k'>;

export interface Touch {
  readonly id: string;
  readonly now: Date;
  readonly edges: number;
}

export interface CompareAndSwap {
  readonly document: StoredResource;
  readonly expected: number;
}

export interface Points {
  /** The name of a resource, if it is there. */
  name(id: string): Promise<Named | undefined>;
  find(id: string): Promise<Read | undefined>;
  /** @throws ScimError uniqueness */
  insert(document: StoredResource): Promise<undefined>;
  /** Tells whether there was a resource of the expected version. @throws ScimError uniqueness */
  swap(change: CompareAndSwap): Promise<boolean>;
  touch(change: Touch): Promise<Read | undefined>;
  total(): Promise<number>;
}

const NAMES = { size: 1_000, lanes: 2 };
const READS = { size: 200, lanes: 2 };
const WRITES = { size: 200, lanes: 2 };
const READ = { s: 0, k: 0 };

export function openPoints(collection: Collection<StoredResource>, type: ResourceType): Points {
  const shown = Object.fromEntries(type.display.map(({ name }) => [`r.${name}`, 1]));
  const findAll = async (ids: readonly string[]): Promise<(() => Read | undefined)[]> => {
    const found = await collection.find<Read>({ _id: { $in: [...new Set(ids)] } }, { projection: READ }).toArray();
    const byId = new Map(found.map((document) => [document._id, document]));
    return ids.map((id) => () => byId.get(id));
  };
  return {
    total: createTotal(collection, () => performance.now()),

    find: gather(READS, findAll),

    name: gather(NAMES, async (ids) => {
      const projection = { version: 1, ...shown };
      const found = await collection.find<Read>({ _id: { $in: [...new Set(ids)] } }, { projection }).toArray();
      const names = new Map(found.map(({ _id, version, r }) => [_id, { display: displayOf(type, r), version }]));
      return ids.map((id) => () => names.get(id));
    }),

    insert: gather(WRITES, async (documents) => {
      const failures = await failuresOf(collection.insertMany([...documents], { ordered: false }));
      return documents.map((document, index) => () => {
        const failure = failures.get(index);
        if (failure !== undefined) throw refusal(failure, document);
        return undefined;
      });
    }),

    swap: gather(WRITES, (changes) => swapAll(collection, changes)),

    touch: gather(WRITES, async (touches) => {
      const updates = touches.map(({ id, now, edges }): AnyBulkWriteOperation<StoredResource> => {
        const update = { $inc: { version: 1, edges }, $max: { lastModified: now } };
        return { updateOne: { filter: { _id: id }, update } };
      });
      await collection.bulkWrite(updates, { ordered: false });
      return findAll(touches.map(({ id }) => id));
    }),
  };
}

/** ConversionFailure: what MongoDB answers where a number is asked of a text. */
const STALE = 241;

/**
 * Compares and swaps, each on its own. How many updates of a batch matched is all that MongoDB tells, not which; so an
 * update of another version is made to fail: an id is no number. With `upsert` a resource that is gone fails likewise,
 * since what would be inserted has no version.
 */
async function swapAll(
  collection: Collection<StoredResource>,
  changes: readonly CompareAndSwap[],
): Promise<(() => boolean)[]> {
  const updates = changes.map(({ document, expected }): AnyBulkWriteOperation<StoredResource> => {
    const isCurrent = { $eq: ['$version', expected] };
    const stale = { $toInt: { $concat: ['stale ', '$_id'] } };
    const update = [{ $replaceWith: { $cond: [isCurrent, { $literal: document }, stale] } }];
    return { updateOne: { filter: { _id: document._id }, update, upsert: true } };
  });
  const failures = await failuresOf(collection.bulkWrite(updates, { ordered: false }));
  return changes.map(({ document }, index) => () => {
    const failure = failures.get(index);
    if (failure === undefined) return true;
    if (failure.code === STALE) return false;
    throw refusal(failure, document);
  });
}

/** The error of one write of a batch. */
function refusal(failure: WriteError, document: StoredResource): Error {
  return uniquenessError(failure, document) ?? new MongoServerError(failure.err);
}
