// What a bound filter costs, as a sum over its comparisons and presence tests.
import type { BoundFilter } from './bound.js';
import type { Pass } from './pass.js';
import { visit } from './pass.js';

type Clause = Extract<BoundFilter, { kind: 'comparison' | 'presence' }>;
type CostOf = (clause: Clause) => number;

const COST: Pass<BoundFilter, CostOf, number> = {
  comparison: (clause, costOf) => costOf(clause),
  presence: (clause, costOf) => costOf(clause),
  and: ({ operands }, costOf) => sum(operands, costOf),
  or: ({ operands }, costOf) => sum(operands, costOf),
  not: ({ operand }, costOf) => visit(COST, operand, costOf),
  valuePath: ({ filter }, costOf) => visit(COST, filter, costOf),
};

/** The comparisons and presence tests of a filter: what it costs to ask it of one value. */
export function countClauses(filter: BoundFilter): number {
  return visit(COST, filter, () => 1);
}

/** The characters that its comparisons by co seek, together: what it costs to ask it of each place of a text. */
export function countSought(filter: BoundFilter): number {
  return visit(COST, filter, (clause) =>
    clause.kind === 'comparison' && clause.operator === 'co' ? String(clause.value).length : 0,
  );
}

function sum(operands: readonly BoundFilter[], costOf: CostOf): number {
  return operands.reduce((total, operand) => total + visit(COST, operand, costOf), 0);
}
