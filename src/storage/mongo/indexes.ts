// The indexes that the document asks for: unique ones from `uniqueness`, plain ones from `index`, those of edges. They
// answer filters, and have the order of lists that page.ts reads. The name of an index says all that it is, so one
// whose name the document no longer asks for is dropped.
import type { CreateIndexesOptions, Db } from 'mongodb';
import { MongoServerError } from 'mongodb';
import type { Attribute, Model, ResourceType } from '../../schema/model.js';
import { DUPLICATE_KEY } from './batch.js';
import { findClashes, refuseClashes } from './clashes.js';
import { edgeName } from './edge-form.js';
import { isIndexed } from './scan.js';
import { computedField, isUniqueKey, searchField, sortField } from './stored-form.js';

export interface IndexPlan {
  readonly collection: string;
  readonly key: Readonly<Record<string, 1>>;
  readonly options: CreateIndexesOptions & { readonly name: string };
}

const PREFIX = 'scim:';

/** What sets an index apart from a plain one. */
const KINDS = {
  plain: { suffix: '', options: () => ({}) },
  // Of a unique attribute, absent values don't clash.
  unique: {
    suffix: ':unique',
    options: (field: string) => ({ unique: true, partialFilterExpression: { [field]: { $exists: true } } }),
  },
  /** Of the resources that a unique index leaves out. */
  absent: { suffix: ':absent', options: (field: string) => ({ partialFilterExpression: { [field]: null } }) },
} as const;

/** The field of a unique index by the name of it. */
export function uniqueField(name: string): string {
  return name === '_id_' ? '_id' : name.slice(PREFIX.length).replace(new RegExp(`${KINDS.unique.suffix}$`), '');
}

/** The indexes of a model. */
export function planIndexes(model: Pick<Model, 'resourceTypes' | 'edges'>): IndexPlan[] {
  return [
    ...model.resourceTypes.flatMap((type) => chains(type.root, []).flatMap((chain) => planAttribute(type, chain))),
    ...model.edges.flatMap((edge) => ['o', 't'].map((field) => plan(edgeName(edge), [field]))),
  ];
}

/**
 * Those of a model, and what finds the events that resources carry.
 * @param isAudited whether they do
 */
export function planDatabase(model: Model, isAudited: boolean): IndexPlan[] {
  const options = { name: `${PREFIX}events.time`, sparse: true };
  const carrying = model.resourceTypes.map(
    ({ collection }) => ({ collection, key: { 'events.time': 1 }, options }) as const,
  );
  return [...planIndexes(model), ...(isAudited ? carrying : [])];
}

/** Tells an index that the document once asked for and no longer does; what is no work of ours is left alone. */
export function isObsolete(name: string, wanted: readonly IndexPlan[]): boolean {
  return name.startsWith(PREFIX) && !wanted.some(({ options }) => options.name === name);
}

/**
 * Says in lines which stored resources share a value that is to be unique. Changes nothing; reads what has no unique
 * index yet.
 */
export async function clashesUnder(db: Db, model: Model): Promise<readonly string[]> {
  return findClashes(db, (await compare(db, planIndexes(model))).missing);
}

/**
 * Makes those of the indexes that are missing, all or none.
 * @returns the names of those that were there, by collection
 * @throws Error as setIndexes
 */
export async function makeIndexes(
  db: Db,
  plans: readonly IndexPlan[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { existing, missing } = await compare(db, plans);
  await refuseClashes(db, missing);
  await makeAll(db, missing);
  return existing;
}

/**
 * Makes the indexes of a model, as setIndexes does.
 * @throws Error as setIndexes
 */
export function buildIndexes(db: Db, model: Model, isAudited = false): Promise<void> {
  return setIndexes(db, planDatabase(model, isAudited));
}

/**
 * Makes the indexes that are missing, and drops those that the document no longer asks for; MongoDB builds them without
 * blocking reads and writes. Nothing is changed before it is sure that stored resources allow all of them, and nothing
 * is dropped before all are there: a server that runs with another document goes on as it was where this one fails.
 * @throws Error that says which stored resources share a value that is to be unique, and how to mend it
 */
export async function setIndexes(db: Db, plans: readonly IndexPlan[]): Promise<void> {
  const existing = await makeIndexes(db, plans);
  for (const [collection, names] of existing) {
    const wanted = plans.filter((each) => each.collection === collection);
    for (const name of names) if (isObsolete(name, wanted)) await drop(db, collection, name);
  }
}

async function compare(db: Db, plans: readonly IndexPlan[]) {
  const existing = await indexNames(db, new Set(plans.map(({ collection }) => collection)));
  const isThere = ({ collection, options }: IndexPlan) => existing.get(collection)?.includes(options.name) === true;
  return { existing, missing: plans.filter((each) => !isThere(each)) };
}

async function indexNames(db: Db, collections: ReadonlySet<string>): Promise<ReadonlyMap<string, string[]>> {
  const existing = await db.listCollections({}, { nameOnly: true }).toArray();
  const ours = existing.filter(({ name }) => collections.has(name));
  return new Map(
    await Promise.all(
      ours.map(async ({ name }) => {
        const indexes = await db.collection(name).indexes();
        return [name, indexes.flatMap((index) => index.name ?? [])] as const;
      }),
    ),
  );
}

/** Makes all, or leaves none: a resource may have been written since its values were looked at. */
async function makeAll(db: Db, plans: readonly IndexPlan[]): Promise<void> {
  const made: IndexPlan[] = [];
  for (const plan of plans) {
    const { collection, key, options } = plan;
    try {
      await db.collection(collection).createIndex(key, options, {});
    } catch (error) {
      for (const { collection: of, options: its } of made) await drop(db, of, its.name);
      if (!(error instanceof MongoServerError)) throw error;
      if (error.code === DUPLICATE_KEY) await refuseClashes(db, [plan]);
      throw new Error(`the index ${options.name} of ${collection} can't be built: ${error.message}`, { cause: error });
    }
    made.push(plan);
  }
}

const INDEX_NOT_FOUND = 27;

/** Of several processes that start at once, the first drops it. */
async function drop(db: Db, collection: string, name: string): Promise<void> {
  try {
    await db.collection(collection).dropIndex(name);
  } catch (error) {
    if (!(error instanceof MongoServerError && error.code === INDEX_NOT_FOUND)) throw error;
  }
}

/** What a filter on an attribute is answered by, and what has the order of a list that is sorted by it. */
function planAttribute(type: ResourceType, chain: readonly Attribute[]): IndexPlan[] {
  if (!isIndexed(chain)) return [];
  const { collection } = type;
  const sorted = sortField(type, { chain });
  // MongoDB has an index of its own.
  if (sorted === '_id') return [];
  const field = computedField(chain) ?? searchField(type, chain);
  const inOrder = [sorted, '_id'];
  if (isUniqueKey({ chain })) return [plan(collection, [field], 'unique'), plan(collection, inOrder, 'absent')];
  if (sorted === field) return [plan(collection, inOrder)];
  // A multi-valued attribute, never a unique one: filters look at each value, and one of them sorts.
  return [plan(collection, [field]), plan(collection, inOrder)];
}

function plan(collection: string, fields: readonly string[], kind: keyof typeof KINDS = 'plain'): IndexPlan {
  const [first = ''] = fields;
  const { suffix, options } = KINDS[kind];
  const key = Object.fromEntries(fields.map((field) => [field, 1] as const));
  return { collection, key, options: { name: `${PREFIX}${fields.join()}${suffix}`, ...options(first) } };
}

function chains(parent: Attribute, above: readonly Attribute[]): (readonly Attribute[])[] {
  return parent.subAttributes.flatMap((attribute) => {
    const chain = [...above, attribute];
    return [chain, ...chains(attribute, chain)];
  });
}
