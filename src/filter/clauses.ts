// How many clauses a bound filter has: what it costs to ask it of one value.
import type { BoundFilter } from './bound.js';
import type { Pass } from './pass.js';
import { visit } from './pass.js';

const COUNT: Pass<BoundFilter, undefined, number> = {
  comparison: () => 1,
  presence: () => 1,
  and: ({ operands }) => sum(operands),
  or: ({ operands }) => sum(operands),
  not: ({ operand }) => countClauses(operand),
  valuePath: ({ filter }) => countClauses(filter),
};

/** The comparisons and presence tests of a filter. */
export function countClauses(filter: BoundFilter): number {
  return visit(COUNT, filter, undefined);
}

function sum(operands: readonly BoundFilter[]): number {
  return operands.reduce((count, operand) => count + countClauses(operand), 0);
}
