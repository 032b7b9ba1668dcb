// Resources in MongoDB: one collection for each resource type.
import type { Collection, Db, Filter } from 'mongodb';
import { MongoServerError } from 'mongodb';
import { ScimError, show } from '../../errors/scim-error.js';
import type { Named, ResourceStore } from '../../service/ports.js';
import { displayOf } from '../../service/display.js';
import type { ResourceType } from '../../schema/model.js';
import type { BoundFilter } from '../../filter/bound.js';
import type { QueryCompiler } from './compile.js';
import { guarded } from './guarded.js';
import { readSection } from './page.js';
import { isScan } from './scan.js';
import type { StoredResource } from './stored-form.js';
import { fromStored, toStored } from './stored-form.js';

const DUPLICATE_KEY = 11000;
type Read = Omit<StoredResource, 's' | 'k'>;

/** @param maxScan how many resources a filter without an index may look at */
export function createResourceStore(db: Db, compiler: QueryCompiler, maxScan: number): ResourceStore {
  const of = (type: ResourceType): Collection<StoredResource> => db.collection<StoredResource>(type.name);

  /** @throws ScimError tooMany */
  const queryOf = async (type: ResourceType, filter: BoundFilter | undefined): Promise<Filter<StoredResource>> => {
    if (filter === undefined) return {};
    if (isScan(filter) && (await of(type).estimatedDocumentCount()) > maxScan) {
      const why = `no index answers it, and there are more than ${maxScan} resources of the type ${type.name}`;
      throw new ScimError('tooMany', `the filter is refused: ${why}; compare an indexed attribute with eq or sw`);
    }
    return compiler.compile(type, filter);
  };

  return guarded<ResourceStore>({
    async insert(type, record) {
      await unlessTaken(of(type).insertOne(toStored(type, record)));
    },

    async find(type, id) {
      const stored = await of(type).findOne<Read>({ _id: id }, { projection: { s: 0, k: 0 } });
      return stored === null ? undefined : fromStored(type, stored);
    },

    async update(type, record, expected) {
      const { _id, version, lastModified, edges, r, s, k } = toStored(type, record);
      const change = { $set: { version, lastModified, edges, r, s, k } };
      const { matchedCount } = await unlessTaken(of(type).updateOne({ _id, version: expected }, change));
      return matchedCount === 1;
    },

    async touch(type, ids, now, edges) {
      const change = { $inc: { version: 1, edges }, $max: { lastModified: now } };
      await of(type).updateMany({ _id: { $in: [...ids] } }, change);
    },

    async remove(type, id, expected) {
      const version = expected === undefined ? {} : { version: expected };
      const { deletedCount } = await of(type).deleteOne({ _id: id, ...version });
      return deletedCount === 1;
    },

    async page(type, { filter, ...section }) {
      const placed = await readSection(of(type), type, await queryOf(type, filter), section);
      return placed.map(({ stored, position }) => ({ record: fromStored(type, stored), position }));
    },

    async count(type, filter) {
      return of(type).countDocuments(await queryOf(type, filter));
    },

    async names(type, ids) {
      const shown = Object.fromEntries(type.display.map(({ name }) => [`r.${name}`, 1]));
      const stored = of(type).find<Pick<StoredResource, '_id' | 'version' | 'r'>>(
        { _id: { $in: [...ids] } },
        { projection: { version: 1, ...shown } },
      );
      const names = new Map<string, Named>();
      for await (const { _id, version, r } of stored) names.set(_id, { display: displayOf(type, r), version });
      return names;
    },
  });
}

/** @throws ScimError uniqueness in place of MongoDB's duplicate key error */
async function unlessTaken<T>(write: Promise<T>): Promise<T> {
  try {
    return await write;
  } catch (error) {
    if (!(error instanceof MongoServerError) || error.code !== DUPLICATE_KEY) throw error;
    const [field = '', value] = Object.entries((error['keyValue'] ?? {}) as Record<string, unknown>)[0] ?? [];
    const attribute = field.replace(/^s\./, '');
    throw new ScimError('uniqueness', `${attribute} must be unique, and ${show(value)} is taken by another resource`, {
      cause: error,
    });
  }
}
