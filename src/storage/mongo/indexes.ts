// The indexes that the document asks for: unique ones from `uniqueness`, plain ones from `index`, those of edges. The
// name of an index says all that it is, so one whose name the document no longer asks for is dropped.
import type { CreateIndexesOptions, Db } from 'mongodb';
import { MongoServerError } from 'mongodb';
import type { Attribute, Model, ResourceType } from '../../schema/model.js';
import { edgeName } from './edge-form.js';
import { computedField, searchField } from './stored-form.js';

export interface IndexPlan {
  readonly collection: string;
  readonly key: Readonly<Record<string, 1>>;
  readonly options: CreateIndexesOptions & { readonly name: string };
}

const PREFIX = 'scim:';
const UNIQUE = ':unique';

/** The field of an index by the name of it. */
export function indexedField(name: string): string {
  return name === '_id_' ? '_id' : name.slice(PREFIX.length).replace(new RegExp(`${UNIQUE}$`), '');
}

/** The indexes of a model. */
export function planIndexes(model: Model): IndexPlan[] {
  return [
    ...model.resourceTypes.flatMap((type) => chains(type.root, []).flatMap((chain) => planAttribute(type, chain))),
    ...model.edges.flatMap((edge) => ['o', 't'].map((field) => plan(edgeName(edge), field))),
  ];
}

/** Tells an index that the document once asked for and no longer does; what is no work of ours is left alone. */
export function isObsolete(name: string, wanted: readonly IndexPlan[]): boolean {
  return name.startsWith(PREFIX) && !wanted.some(({ options }) => options.name === name);
}

/**
 * Drops the indexes that the document no longer asks for and makes those that are missing; MongoDB builds them without
 * blocking reads and writes.
 * @throws Error in one line where stored resources share a value that is to be unique
 */
export async function buildIndexes(db: Db, model: Model): Promise<void> {
  const plans = planIndexes(model);
  for (const collection of new Set(plans.map((each) => each.collection))) {
    await dropObsolete(
      db,
      collection,
      plans.filter((each) => each.collection === collection),
    );
  }
  await makeIndexes(db, plans);
}

/** Makes those of the indexes that are missing. @throws Error as buildIndexes */
export async function makeIndexes(db: Db, plans: readonly IndexPlan[]): Promise<void> {
  for (const { collection, key, options } of plans) {
    try {
      await db.collection(collection).createIndex(key, options, {});
    } catch (error) {
      if (!(error instanceof MongoServerError)) throw error;
      throw new Error(`the index ${options.name} of ${collection} can't be built: ${error.message}`, { cause: error });
    }
  }
}

async function dropObsolete(db: Db, collection: string, wanted: readonly IndexPlan[]): Promise<void> {
  const [exists] = await db.listCollections({ name: collection }).toArray();
  if (exists === undefined) return;
  for (const { name } of await db.collection(collection).indexes()) {
    if (name !== undefined && isObsolete(name, wanted)) await db.collection(collection).dropIndex(name);
  }
}

function planAttribute(type: ResourceType, chain: readonly Attribute[]): IndexPlan[] {
  const attribute = chain.at(-1);
  if (attribute === undefined) return [];
  const computed = computedField(chain);
  const field = computed ?? searchField(type, chain);
  if (attribute.uniqueness !== 'none' && computed === undefined) return [plan(type.name, field, true)];
  return attribute.index ? [plan(type.name, field)] : [];
}

function plan(collection: string, field: string, isUnique = false): IndexPlan {
  const name = `${PREFIX}${field}${isUnique ? UNIQUE : ''}`;
  // Of a unique attribute, absent values don't clash.
  const unique = isUnique ? { unique: true, partialFilterExpression: { [field]: { $exists: true } } } : {};
  return { collection, key: { [field]: 1 }, options: { name, ...unique } };
}

function chains(parent: Attribute, above: readonly Attribute[]): (readonly Attribute[])[] {
  return parent.subAttributes.flatMap((attribute) => {
    const chain = [...above, attribute];
    return [chain, ...chains(attribute, chain)];
  });
}
