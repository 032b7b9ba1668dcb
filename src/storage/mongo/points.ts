// The point reads and writes of one collection of resources; those that wait at the same time go together, each with
// its own outcome.
import type { AnyBulkWriteOperation, Collection, UpdateFilter, WriteError } from 'mongodb';
import { MongoServerError } from 'mongodb';
import type { Observe } from '../../observe/observation.js';
import type { ResourceType } from '../../schema/model.js';
import { displayOf } from '../../service/display.js';
import type { Named } from '../../service/ports.js';
import { failuresOf } from './batch.js';
import { gather, gatherLists } from './gather.js';
import type { StoredResource } from './stored-form.js';
import { createTotal } from './total.js';
import { uniquenessError } from './uniqueness.js';

/** A resource without the forms that only queries need. */
export type Read = Omit<StoredResource, 's' | 'k'>;

interface Touch {
  readonly id: string;
  readonly now: Date;
  readonly edges: number;
}

interface CompareAndSwap {
  readonly document: StoredResource;
  readonly expected: number;
}

export interface Points {
  /** The name of each resource, if it is there. */
  names(ids: readonly string[]): Promise<readonly (Named | undefined)[]>;
  /** @throws ScimError uniqueness */
  insert(document: StoredResource): Promise<undefined>;
  /** Tells whether there was a resource of the expected version. @throws ScimError uniqueness */
  swap(change: CompareAndSwap): Promise<boolean>;
  touch(change: Touch): Promise<Read | undefined>;
  total(): Promise<number>;
}

const NAMES = { call: 'name', size: 1_000, worth: 100 };
const WRITES = { size: 200, worth: 32 };
const READ = { s: 0, k: 0, events: 0 };

export function openPoints(
  collection: Collection<StoredResource>,
  type: ResourceType,
  observe: Observe = () => undefined,
): Points {
  const shown = Object.fromEntries(type.display.map(({ name }) => [`r.${name}`, 1]));
  return {
    total: createTotal(collection, () => performance.now(), observe),

    names: gatherLists({ ...NAMES, observe }, async (ids) => {
      // One more than there can be, so that MongoDB tells at once that there are no more.
      const options = { projection: { version: 1, ...shown }, batchSize: ids.length + 1 };
      const found = await collection.find<Read>({ _id: { $in: [...new Set(ids)] } }, options).toArray();
      const names = new Map(found.map(({ _id, version, r }) => [_id, { display: displayOf(type, r), version }]));
      return ids.map((id) => () => names.get(id));
    }),

    insert: gather({ ...WRITES, call: 'insert', observe }, async (documents) => {
      const failures = await failuresOf(collection.insertMany([...documents], { ordered: false }));
      return documents.map((document, index) => () => {
        const failure = failures.get(index);
        if (failure !== undefined) throw refusal(type, failure, document);
        return undefined;
      });
    }),

    swap: gather({ ...WRITES, call: 'swap', observe }, (changes) => swapAll(collection, type, changes)),

    touch: gather({ ...WRITES, call: 'touch', observe }, (touches) => touchAll(collection, touches)),
  };
}

/** Touches of one resource that go together are one write; each gets the resource as it is after all of them. */
async function touchAll(
  collection: Collection<StoredResource>,
  touches: readonly Touch[],
): Promise<(() => Read | undefined)[]> {
  const byId = new Map<string, Touch[]>();
  for (const touch of touches) byId.set(touch.id, [...(byId.get(touch.id) ?? []), touch]);
  const changes = [...byId].map(([id, ofOne]) => ({ id, update: sumOf(ofOne) }));
  const [only, ...others] = changes;
  const found = new Map<string, Read>();
  if (only !== undefined && others.length === 0) {
    const options = { returnDocument: 'after', projection: READ } as const;
    const after = await collection.findOneAndUpdate({ _id: only.id }, only.update, options);
    if (after !== null) found.set(only.id, after);
  } else {
    const updates = changes.map(({ id, update }) => ({ updateOne: { filter: { _id: id }, update } }));
    await collection.bulkWrite(updates, { ordered: false });
    const after = await collection.find<Read>({ _id: { $in: [...byId.keys()] } }, { projection: READ }).toArray();
    for (const document of after) found.set(document._id, document);
  }
  return touches.map(
    ({ id }) =>
      () =>
        found.get(id),
  );
}

function sumOf(touches: readonly Touch[]): UpdateFilter<StoredResource> {
  const edges = touches.reduce((sum, touch) => sum + touch.edges, 0);
  const now = new Date(Math.max(...touches.map((touch) => touch.now.getTime())));
  return { $inc: { version: touches.length, edges }, $max: { lastModified: now } };
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
  type: ResourceType,
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
    throw refusal(type, failure, document);
  });
}

/** The error of one write of a batch. */
function refusal(type: ResourceType, failure: WriteError, document: StoredResource): Error {
  return uniquenessError(type, failure, document) ?? new MongoServerError(failure.err);
}
