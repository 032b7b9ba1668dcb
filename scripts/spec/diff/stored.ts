// What an edit costs a given database: indexes to build, and stored resources that would no longer be valid. One
// aggregation a collection counts all of them; only reads.
import type { Db, Document } from 'mongodb';
import type { IndexPlan } from '../../../src/storage/mongo/indexes.js';
import type { Change, StoredCheck } from './change.js';

export interface IndexCost {
  readonly collection: string;
  readonly name: string;
  /** Documents that MongoDB reads to build it, and their size. */
  readonly documents: number;
  readonly bytes: number;
}

export interface StoredCount {
  readonly collection: string;
  readonly where: string;
  readonly says: string;
  readonly resources: number;
  /** Ids of a few of them. */
  readonly examples: readonly string[];
}

const EXAMPLES = 5;

export async function costOfIndexes(db: Db, plans: readonly IndexPlan[]): Promise<IndexCost[]> {
  const existing = await namesOf(db);
  return Promise.all(
    plans.map(async ({ collection, options: { name } }) => {
      if (!existing.has(collection)) return { collection, name, documents: 0, bytes: 0 };
      const stats = db.collection(collection).aggregate([{ $collStats: { storageStats: {} } }]);
      const [found] = await stats.toArray();
      const { count, size } = found?.['storageStats'] as { count: number; size: number };
      return { collection, name, documents: count, bytes: size };
    }),
  );
}

/** Counts the resources that each change makes invalid; those of which there are none are left out. */
export async function countStored(db: Db, changes: readonly Change[]): Promise<StoredCount[]> {
  const existing = await namesOf(db);
  const checks = changes.flatMap(({ where, stored }) =>
    stored === undefined ? [] : stored.collections.map((collection) => ({ collection, where, stored })),
  );
  const collections = new Set(checks.map(({ collection }) => collection).filter((name) => existing.has(name)));
  const counts = [...collections].map(async (collection) => {
    const here = checks.filter((check) => check.collection === collection);
    const facets = Object.fromEntries(here.map(({ stored }, index) => [`f${index}`, stagesOf(stored)]));
    const [found = {}] = await db
      .collection(collection)
      .aggregate([{ $facet: facets }], { allowDiskUse: true })
      .toArray();
    return here.flatMap(({ where, stored: { says } }, index): StoredCount[] => {
      const [count] = found[`f${index}`] as { resources: number; examples: string[] }[];
      return count === undefined ? [] : [{ collection, where, says, ...count }];
    });
  });
  return (await Promise.all(counts)).flat();
}

function stagesOf({ find }: StoredCheck): Document[] {
  const counted = {
    $group: { _id: null, resources: { $sum: 1 }, examples: { $firstN: { input: '$_id', n: EXAMPLES } } },
  };
  const end = [counted, { $project: { _id: 0 } }];
  if ('match' in find) return [{ $match: find.match }, ...end];
  const { duplicatesOf: field, foldsCase } = find;
  return [
    { $match: { [field]: { $exists: true } } },
    { $project: { value: foldsCase ? { $toLower: `$${field}` } : `$${field}` } },
    { $group: { _id: '$value', ids: { $push: '$_id' } } },
    { $match: { 'ids.1': { $exists: true } } },
    { $unwind: '$ids' },
    { $project: { _id: '$ids' } },
    ...end,
  ];
}

async function namesOf(db: Db): Promise<Set<string>> {
  return new Set((await db.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name));
}
