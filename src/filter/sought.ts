// How much a bound filter seeks: what it costs to ask it of each place of a text.
import type { BoundFilter } from './bound.js';
import type { Pass } from './pass.js';
import { visit } from './pass.js';

const SOUGHT: Pass<BoundFilter, undefined, number> = {
  comparison: ({ operator, value }) => (operator === 'co' ? String(value).length : 0),
  presence: () => 0,
  and: ({ operands }) => sum(operands),
  or: ({ operands }) => sum(operands),
  not: ({ operand }) => countSought(operand),
  valuePath: ({ filter }) => countSought(filter),
};

/** The characters that the comparisons of a filter by co seek, together. */
export function countSought(filter: BoundFilter): number {
  return visit(SOUGHT, filter, undefined);
}

function sum(operands: readonly BoundFilter[]): number {
  return operands.reduce((count, operand) => count + countSought(operand), 0);
}
