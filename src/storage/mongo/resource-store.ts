// Resources in MongoDB: one collection for each resource type.
import type { Collection, Db, Filter } from 'mongodb';
import { ScimError } from '../../errors/scim-error.js';
import type { Observe } from '../../observe/observation.js';
import type { Attribute, Model, ResourceType } from '../../schema/model.js';
import type { AttributePath } from '../../schema/path.js';
import { printPath } from '../../schema/path.js';
import type { Position } from '../../search/order.js';
import { typeNamed } from '../../service/context.js';
import type { Named, ResourceRecord, ResourceStore } from '../../service/ports.js';
import type { BoundFilter } from '../../filter/bound.js';
import type { QueryCompiler } from './compile.js';
import { edgeName } from './edge-form.js';
import type { Finds } from './finds.js';
import { createFinds } from './finds.js';
import type { Inverse } from './owners.js';
import { createOwners, ownersBeside } from './owners.js';
import { isPoint } from './point.js';
import type { Points } from './points.js';
import { openPoints } from './points.js';
import { guarded } from './guarded.js';
import type { Section } from './page.js';
import { readSection } from './page.js';
import type { QueryBounds } from './query-bounds.js';
import { countInTime, UNBOUNDED } from './query-bounds.js';
import { resourcesToScan, resourcesToSort } from './scan.js';
import type { StoredResource } from './stored-form.js';
import { fromStored, toStored } from './stored-form.js';
import { createTurns } from './turns.js';
import { createReader } from './undecoded.js';

/**
 * Queries of one tenant by filters that are no point reads, at once. Each may hold one of the connections, which all
 * tenants share, for as long as a query may take.
 */
const MOST_SEARCHES = 16;

/** @param maxScan how many resources a filter without an index may look at, and a sort without one may sort */
export function createResourceStore(
  db: Db,
  model: Model,
  compiler: QueryCompiler,
  maxScan: number,
  observe: Observe = () => undefined,
  bounds: QueryBounds = UNBOUNDED,
): ResourceStore {
  const of = (type: ResourceType): Collection<StoredResource> => db.collection<StoredResource>(type.collection);
  const points = new Map(model.resourceTypes.map((type) => [type.name, openPoints(of(type), type, observe)]));
  const readers = new Map(model.resourceTypes.map((type) => [type.name, createReader(type)]));
  const owners = new Map(
    model.edges.map((edge) => [edgeName(edge), createOwners(db, edge, typeNamed(model, edge.ownerType), observe)]),
  );
  const inversesOf = (attributes: readonly Attribute[]): Inverse[] =>
    attributes.flatMap(({ name, inverse }) => {
      const found = inverse && owners.get(edgeName(inverse));
      return found === undefined ? [] : [{ name, owners: found }];
    });
  // One for each set of inverse attributes that reads bring along.
  const finds = new Map<string, Finds>();
  const findsOf = (type: ResourceType, attributes: readonly Attribute[]): Finds => {
    const key = [type.name, ...attributes.map(({ name }) => name)].join(' ');
    const known = finds.get(key) ?? createFinds(of(type), type, ofType(readers, type), inversesOf(attributes), observe);
    finds.set(key, known);
    return known;
  };
  const at = (type: ResourceType): Points => ofType(points, type);

  /** @throws ScimError tooMany */
  const queryOf = async (type: ResourceType, filter: BoundFilter | undefined): Promise<Filter<StoredResource>> => {
    if (filter === undefined) return {};
    if (((await resourcesToScan(of(type), filter)) ?? 0) > maxScan) {
      const why = `no index answers it, and there are more than ${maxScan} resources of the type ${type.name}`;
      throw new ScimError('tooMany', `the filter is refused: ${why}; compare an indexed attribute with eq or sw`);
    }
    return compiler.compile(type, filter);
  };

  /** @throws ScimError tooMany */
  const boundSort = async (
    type: ResourceType,
    sortPath: AttributePath | undefined,
    query: Filter<StoredResource> | undefined,
  ): Promise<void> => {
    if (sortPath === undefined) return;
    if (((await resourcesToSort(of(type), type, sortPath, query, maxScan, bounds)) ?? 0) <= maxScan) return;
    const why = `no index has its order, and more than ${maxScan} resources of the type ${type.name} would be sorted`;
    const mend = 'sort by an indexed attribute, or let a filter leave fewer';
    throw new ScimError('tooMany', `sortBy ${printPath(sortPath)} is refused: ${why}; ${mend}`);
  };

  const searches = createTurns(MOST_SEARCHES);
  const inTurn = <T>(filter: BoundFilter | undefined, search: () => Promise<T>): Promise<T> =>
    filter === undefined || isPoint(filter) ? search() : searches(search);

  const readPage: ResourceStore['page'] = async (type, { filter, inverses = [], ...section }) => {
    const query = await queryOf(type, filter);
    if (filter !== undefined && isStart(section) && isPoint(filter)) {
      const few = await findsOf(type, inverses).byFilter({ filter, query });
      if (few !== undefined)
        return few.slice(0, section.limit).map((record) => ({ record, position: placeOf(record) }));
    }
    await boundSort(type, section.sortPath, filter && query);
    const placed = await readSection(of(type), type, query, section, bounds);
    const ids = placed.map(({ position }) => position.id);
    const beside = await ownersBeside(inversesOf(inverses).map(({ name, owners }) => [name, owners.lookUp(ids)]));
    const read = ofType(readers, type);
    return placed.map(({ document, position }) => ({ record: read(document, beside(position.id)), position }));
  };

  return guarded<ResourceStore>({
    async insert(type, record) {
      await at(type).insert(toStored(type, record));
    },

    find: (type, id, inverses = []) => findsOf(type, inverses).byId(id),

    update: (type, record, expected) => at(type).swap({ document: toStored(type, record), expected }),

    async touch(type, id, now, edges) {
      const stored = await at(type).touch({ id, now, edges });
      return stored && fromStored(type, stored);
    },

    async remove(type, id, expected) {
      const version = expected === undefined ? {} : { version: expected };
      const { deletedCount } = await of(type).deleteOne({ _id: id, ...version, events: { $exists: false } });
      return deletedCount === 1;
    },

    page: (type, query) => inTurn(query.filter, () => readPage(type, query)),

    count: (type, filter) =>
      filter === undefined
        ? at(type).total()
        : inTurn(filter, async () => countInTime(of(type), await queryOf(type, filter), bounds)),

    async names(type, ids) {
      const found = new Map<string, Named>();
      for (const [index, named] of (await at(type).names(ids)).entries()) {
        const id = ids[index];
        if (id !== undefined && named !== undefined) found.set(id, named);
      }
      return found;
    },
  });
}

function ofType<T>(known: ReadonlyMap<string, T>, { name }: ResourceType): T {
  const found = known.get(name);
  if (found === undefined) throw new Error(`the document has no resource type ${name}`);
  return found;
}

/** Tells the section that an unsorted list begins with. */
function isStart({ sortPath, descending, after, skip }: Section): boolean {
  return sortPath === undefined && !descending && after === undefined && skip === 0;
}

function placeOf({ id }: ResourceRecord): Position {
  return { id, key: undefined };
}
