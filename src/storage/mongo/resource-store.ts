// Resources in MongoDB: one collection for each resource type.
import type { Collection, Db, Filter } from 'mongodb';
import { ScimError } from '../../errors/scim-error.js';
import type { Named, ResourceStore } from '../../service/ports.js';
import type { Model, ResourceType } from '../../schema/model.js';
import type { BoundFilter } from '../../filter/bound.js';
import type { QueryCompiler } from './compile.js';
import type { Points } from './points.js';
import { openPoints } from './points.js';
import { guarded } from './guarded.js';
import { readSection } from './page.js';
import { resourcesToScan } from './scan.js';
import type { StoredResource } from './stored-form.js';
import { fromStored, toStored } from './stored-form.js';

/** @param maxScan how many resources a filter without an index may look at */
export function createResourceStore(db: Db, model: Model, compiler: QueryCompiler, maxScan: number): ResourceStore {
  const of = (type: ResourceType): Collection<StoredResource> => db.collection<StoredResource>(type.name);
  const points = new Map(model.resourceTypes.map((type) => [type.name, openPoints(of(type), type)]));
  const at = (type: ResourceType): Points => {
    const found = points.get(type.name);
    if (found === undefined) throw new Error(`the document has no resource type ${type.name}`);
    return found;
  };

  /** @throws ScimError tooMany */
  const queryOf = async (type: ResourceType, filter: BoundFilter | undefined): Promise<Filter<StoredResource>> => {
    if (filter === undefined) return {};
    if (((await resourcesToScan(of(type), filter)) ?? 0) > maxScan) {
      const why = `no index answers it, and there are more than ${maxScan} resources of the type ${type.name}`;
      throw new ScimError('tooMany', `the filter is refused: ${why}; compare an indexed attribute with eq or sw`);
    }
    return compiler.compile(type, filter);
  };

  return guarded<ResourceStore>({
    async insert(type, record) {
      await at(type).insert(toStored(type, record));
    },

    async find(type, id) {
      const stored = await at(type).find(id);
      return stored && fromStored(type, stored);
    },

    update: (type, record, expected) => at(type).swap({ document: toStored(type, record), expected }),

    async touch(type, id, now, edges) {
      const stored = await at(type).touch({ id, now, edges });
      return stored && fromStored(type, stored);
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
      return filter === undefined ? at(type).total() : of(type).countDocuments(await queryOf(type, filter));
    },

    async names(type, ids) {
      const named = await Promise.all(ids.map(async (id) => [id, await at(type).name(id)] as const));
      return new Map(named.filter((entry): entry is [string, Named] => entry[1] !== undefined));
    },
  });
}
