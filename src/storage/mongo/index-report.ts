// Holds the indexes of a database beside those that the document asks for: what is there, what a start of the server
// would make and drop, how large each is and how often it was used. Only reads.
import type { Db, Document } from 'mongodb';
import type { Model } from '../../schema/model.js';
import type { IndexState } from '../../tenants/state.js';
import type { IndexPlan } from './indexes.js';
import { isObsolete, planDatabase } from './indexes.js';

/** What `$indexStats` tells of an index. */
interface IndexStats {
  readonly name: string;
  readonly key: Document;
  readonly accesses: { readonly ops: number | bigint; readonly since: Date };
  readonly spec: { readonly unique?: boolean };
  /** There while it is being built. */
  readonly building?: boolean;
}

/** Every index of the model's collections, and every one that is missing there. */
export async function reportIndexes(db: Db, model: Model, isAudited: boolean): Promise<IndexState[]> {
  const plans = planDatabase(model, isAudited);
  const existing = new Set((await db.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name));
  const names = new Set([...model.resourceTypes, ...plans].map(({ collection }) => collection));
  const reports = [...names].map(async (name) => {
    const wanted = plans.filter(({ collection }) => collection === name);
    const stats = existing.has(name) ? await statsOf(db, name) : { indexes: [], sizes: {} };
    const isThere = ({ options }: IndexPlan) => stats.indexes.some((index) => index.name === options.name);
    return [
      ...stats.indexes.map((index) => present(name, index, stats.sizes[index.name], wanted)),
      ...wanted.filter((plan) => !isThere(plan)).map(missing),
    ].sort((a, b) => (a.name < b.name ? -1 : 1));
  });
  return (await Promise.all(reports)).flat();
}

async function statsOf(db: Db, name: string) {
  const collection = db.collection(name);
  const indexes = await collection.aggregate<IndexStats>([{ $indexStats: {} }]).toArray();
  const [storage] = await collection.aggregate([{ $collStats: { storageStats: {} } }]).toArray();
  const { indexSizes } = storage?.['storageStats'] as { indexSizes: Readonly<Record<string, number>> };
  return { indexes, sizes: indexSizes };
}

function present(
  collection: string,
  { name, key, accesses, spec, building }: IndexStats,
  bytes: number | undefined,
  wanted: readonly IndexPlan[],
): IndexState {
  const isWanted = wanted.some(({ options }) => options.name === name);
  const there = building === true ? 'building' : 'exists';
  const state = isWanted ? there : isObsolete(name, wanted) ? 'obsolete' : 'other';
  const unique = spec.unique === true || name === '_id_';
  const uses = { count: Number(accesses.ops), since: accesses.since };
  const isUnused = state === 'exists' && !unique && uses.count === 0;
  return { collection, name, keys: Object.keys(key), unique, state, bytes, uses, isUnused };
}

function missing({ collection, key, options }: IndexPlan): IndexState {
  const { name, unique = false } = options;
  const keys = Object.keys(key);
  return { collection, name, keys, unique, state: 'missing', bytes: undefined, uses: undefined, isUnused: false };
}
