// Tells the filters that MongoDB can only answer by looking at every resource, and the orders that it can only have by
// sorting. Past a number of resources they are refused, not left to run.
import type { Collection, Filter } from 'mongodb';
import type { CompareOp } from '../../filter/ast.js';
import type { BoundFilter } from '../../filter/bound.js';
import type { Pass } from '../../filter/pass.js';
import { visit } from '../../filter/pass.js';
import type { Attribute, ResourceType } from '../../schema/model.js';
import type { AttributePath } from '../../schema/path.js';
import type { QueryBounds } from './query-bounds.js';
import { countInTime, UNBOUNDED } from './query-bounds.js';
import type { StoredResource } from './stored-form.js';
import { sortField } from './stored-form.js';

/** What an index finds without reading all of it. */
const BY_INDEX: ReadonlySet<CompareOp> = new Set(['eq', 'sw', 'gt', 'ge', 'lt', 'le']);

/** Tells whether a filter has no index to begin with. */
function isScan(filter: BoundFilter): boolean {
  return !visit(HAS_INDEX, filter, []);
}

/** How many resources a filter would look at, where no index answers it. */
export async function resourcesToScan(
  collection: Collection<StoredResource>,
  filter: BoundFilter | undefined,
): Promise<number | undefined> {
  return filter !== undefined && isScan(filter) ? collection.estimatedDocumentCount() : undefined;
}

/**
 * How many resources a list would sort, where no index has its order: those that the filter leaves, at most.
 * @param query of the filter; undefined where there is none
 * @param most past that nothing more is counted
 */
export async function resourcesToSort(
  collection: Collection<StoredResource>,
  type: ResourceType,
  sortPath: AttributePath | undefined,
  query: Filter<StoredResource> | undefined,
  most: number,
  bounds: QueryBounds = UNBOUNDED,
): Promise<number | undefined> {
  if (sortPath === undefined || sortField(type, sortPath) === '_id' || isIndexed(sortPath.chain)) return undefined;
  const all = await collection.estimatedDocumentCount();
  return query === undefined || all <= most ? all : countInTime(collection, query, bounds, most + 1);
}

/** The context is the way to the complex attribute that a value path's filter stands in. */
const HAS_INDEX: Pass<BoundFilter, readonly Attribute[], boolean> = {
  comparison: ({ path, operator }, within) =>
    isEdge([...within, ...path.chain]) || (BY_INDEX.has(operator) && isIndexed([...within, ...path.chain])),
  presence: ({ path }) => isEdge(path.chain),
  // One part that an index answers leaves few resources for the others.
  and: ({ operands }, within) => operands.length === 0 || operands.some((operand) => visit(HAS_INDEX, operand, within)),
  or: ({ operands }, within) => operands.every((operand) => visit(HAS_INDEX, operand, within)),
  not: () => false,
  valuePath: ({ path, filter }, within) => isEdge(path.chain) || visit(HAS_INDEX, filter, [...within, ...path.chain]),
};

/** Edges are looked up first, and leave ids. */
function isEdge([first]: readonly Attribute[]): boolean {
  return first?.edge !== undefined || first?.inverse !== undefined;
}

/** Tells whether the document asks for an index on what a chain of attributes leads to. */
export function isIndexed(chain: readonly Attribute[]): boolean {
  const leaf = chain.at(-1);
  return leaf !== undefined && (leaf.index || leaf.uniqueness !== 'none');
}
