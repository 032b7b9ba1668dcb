// Tells the filters that an index answers with few resources, and that can be evaluated over a search form in memory:
// such queries go together with others of their kind.
import type { BoundFilter } from '../../filter/bound.js';
import type { Pass } from '../../filter/pass.js';
import { visit } from '../../filter/pass.js';
import type { Attribute, ResourceType } from '../../schema/model.js';
import { isIndexed } from './scan.js';
import { isInSearchForm, searchField } from './stored-form.js';

type Chain = readonly Attribute[];

/** Tells whether every resource that matches has a value that an index knows: `eq` on what the document indexes. */
export function isPoint(filter: BoundFilter): boolean {
  return visit(NARROW, filter, []) && pathsOf(filter).every(isInSearchForm);
}

/** The fields of the search form that a filter looks at. */
export function firstFieldsOf(type: ResourceType, filter: BoundFilter): string[] {
  return pathsOf(filter).map((chain) => searchField(type, chain.slice(0, 1)));
}

/** The context is the way to the complex attribute that a value path's filter stands in. */
const NARROW: Pass<BoundFilter, Chain, boolean> = {
  comparison: ({ path, operator }, within) => operator === 'eq' && isIndexed([...within, ...path.chain]),
  presence: () => false,
  and: ({ operands }, within) => operands.some((operand) => visit(NARROW, operand, within)),
  or: ({ operands }, within) => operands.length > 0 && operands.every((operand) => visit(NARROW, operand, within)),
  not: () => false,
  valuePath: ({ path, filter }, within) => visit(NARROW, filter, [...within, ...path.chain]),
};

const PATHS: Pass<BoundFilter, undefined, Chain[]> = {
  comparison: ({ path }) => [path.chain],
  presence: ({ path }) => [path.chain],
  and: ({ operands }) => operands.flatMap(pathsOf),
  or: ({ operands }) => operands.flatMap(pathsOf),
  not: ({ operand }) => pathsOf(operand),
  // What is inside starts at the path.
  valuePath: ({ path }) => [path.chain],
};

function pathsOf(filter: BoundFilter): Chain[] {
  return visit(PATHS, filter, undefined);
}
