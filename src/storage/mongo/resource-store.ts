// Resources in MongoDB: one collection for each resource type.
import type { Collection, Db, Filter } from 'mongodb';
import type { WriteError } from 'mongodb';
import { MongoBulkWriteError, MongoServerError } from 'mongodb';
import { ScimError } from '../../errors/scim-error.js';
import type { Named, ResourceStore } from '../../service/ports.js';
import { displayOf } from '../../service/display.js';
import type { ResourceType } from '../../schema/model.js';
import type { BoundFilter } from '../../filter/bound.js';
import type { QueryCompiler } from './compile.js';
import { gather } from './gather.js';
import { guarded } from './guarded.js';
import { readSection } from './page.js';
import { isScan } from './scan.js';
import type { StoredResource } from './stored-form.js';
import { fromStored, toStored } from './stored-form.js';
import { uniquenessError } from './uniqueness.js';

type Read = Omit<StoredResource, 's' | 'k'>;

/** @param maxScan how many resources a filter without an index may look at */
export function createResourceStore(db: Db, compiler: QueryCompiler, maxScan: number): ResourceStore {
  const of = (type: ResourceType): Collection<StoredResource> => db.collection<StoredResource>(type.name);
  const insertInto = perType((type) => gatherInserts(of(type)));

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
      await insertInto(type)(toStored(type, record));
    },

    async find(type, id) {
      const stored = await of(type).findOne<Read>({ _id: id }, { projection: { s: 0, k: 0 } });
      return stored === null ? undefined : fromStored(type, stored);
    },

    async update(type, record, expected) {
      const { _id, version, lastModified, edges, r, s, k } = toStored(type, record);
      const change = { $set: { version, lastModified, edges, r, s, k } };
      try {
        const { matchedCount } = await of(type).updateOne({ _id, version: expected }, change);
        return matchedCount === 1;
      } catch (error) {
        throw (error instanceof MongoServerError ? uniquenessError(error, { _id, s }) : undefined) ?? error;
      }
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

/** Made for each resource type when it is first asked for. */
function perType<T>(make: (type: ResourceType) => T): (type: ResourceType) => T {
  const made = new Map<string, T>();
  return (type) => {
    const known = made.get(type.name);
    if (known !== undefined) return known;
    const fresh = make(type);
    made.set(type.name, fresh);
    return fresh;
  };
}

/**
 * Inserts what waits at the same time by one write, unordered: a value that is taken fails its own resource alone.
 */
function gatherInserts(collection: Collection<StoredResource>) {
  return gather<StoredResource, undefined>({ size: 500, lanes: 2 }, async (documents) => {
    const failures = new Map<number, WriteError>();
    try {
      await collection.insertMany([...documents], { ordered: false });
    } catch (error) {
      // A failure of the write concern is everybody's: nothing of the batch is sure to last.
      if (!(error instanceof MongoBulkWriteError) || error.result.getWriteConcernError() !== undefined) throw error;
      for (const failure of [error.writeErrors].flat()) failures.set(failure.index, failure);
    }
    return documents.map((document, index) => () => {
      const failure = failures.get(index);
      if (failure !== undefined) throw uniquenessError(failure, document) ?? new MongoServerError(failure.err);
      return undefined;
    });
  });
}
