// The shape of a filter: what it asks, without the values that it asks for, which are people's data.
import type { Filter } from './ast.js';
import { and, comparison, not, or, valuePath } from './ast.js';
import type { Pass } from './pass.js';
import { visit } from './pass.js';

const SHAPE: Pass<Filter, undefined, Filter> = {
  comparison: ({ path, operator, value }) => comparison(path, operator, value === null ? null : typeof value),
  presence: (node) => node,
  and: ({ operands }) => and(operands.map(shapeOfFilter)),
  or: ({ operands }) => or(operands.map(shapeOfFilter)),
  not: ({ operand }) => not(shapeOfFilter(operand)),
  valuePath: ({ path, filter }) => valuePath(path, shapeOfFilter(filter)),
};

/** The same filter, with the name of its type in place of each value. */
export function shapeOfFilter(filter: Filter): Filter {
  return visit(SHAPE, filter, undefined);
}
