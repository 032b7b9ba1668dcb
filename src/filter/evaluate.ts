// Evaluates a bound filter over a search form in memory. bound.ts says what each node means.
import type { Attribute } from '../schema/model.js';
import type { SearchForm, SearchValue } from '../schema/search-form.js';
import { compareText, isForm } from '../schema/search-form.js';
import type { CompareOp } from './ast.js';
import type { BoundFilter, BoundValue } from './bound.js';
import type { Pass } from './pass.js';
import { visit } from './pass.js';

/** One value of a path; undefined stands for one that is absent. */
type Value = Exclude<SearchValue, SearchValue[]> | undefined;

/**
 * Tells whether a filter matches.
 * @param form the search form of a resource, or of one value of the attribute that the filter was bound to
 */
export function evaluate(filter: BoundFilter, form: SearchForm): boolean {
  return visit(EVALUATE, filter, form);
}

const EVALUATE: Pass<BoundFilter, SearchForm, boolean> = {
  comparison: ({ path, operator, value }, form) =>
    valuesOf(form, path.chain).some((found) => COMPARE[operator](found, value)),
  presence: ({ path }, form) => valuesOf(form, path.chain).some(isPresent),
  and: ({ operands }, form) => operands.every((operand) => evaluate(operand, form)),
  or: ({ operands }, form) => operands.some((operand) => evaluate(operand, form)),
  not: ({ operand }, form) => !evaluate(operand, form),
  valuePath: ({ path, filter }, form) =>
    valuesOf(form, path.chain).some((element) => isForm(element) && evaluate(filter, element)),
};

const COMPARE: Readonly<Record<CompareOp, (found: Value, value: BoundValue) => boolean>> = {
  eq: isEqual,
  ne: (found, value) => !isEqual(found, value),
  co: ofText((found, value) => found.includes(value)),
  sw: ofText((found, value) => found.startsWith(value)),
  ew: ofText((found, value) => found.endsWith(value)),
  gt: (found, value) => order(found, value) > 0,
  ge: (found, value) => order(found, value) >= 0,
  lt: (found, value) => order(found, value) < 0,
  le: (found, value) => order(found, value) <= 0,
};

function ofText(holds: (found: string, value: string) => boolean): (found: Value, value: BoundValue) => boolean {
  return (found, value) => typeof found === 'string' && typeof value === 'string' && holds(found, value);
}

function isEqual(found: Value, value: BoundValue): boolean {
  return found instanceof Date && value instanceof Date ? found.getTime() === value.getTime() : found === value;
}

/** Negative, zero or positive; NaN, which is none of them, for values of different types. */
function order(found: Value, value: BoundValue): number {
  if (typeof found === 'string' && typeof value === 'string') return compareText(found, value);
  if (found instanceof Date && value instanceof Date) return found.getTime() - value.getTime();
  if (typeof found === 'number' && typeof value === 'number') return found - value;
  if (typeof found === 'boolean' && typeof value === 'boolean') return Number(found) - Number(value);
  return NaN;
}

function isPresent(value: Value): boolean {
  if (value === undefined || value === null || value === '') return false;
  return !isForm(value) || Object.keys(value).length > 0;
}

/** The values that a chain of attributes leads to. Absent ones count as bound.ts says of `ne`. */
function valuesOf(value: SearchValue | undefined, chain: readonly Attribute[]): Value[] {
  if (Array.isArray(value)) return value.flatMap((item) => valuesOf(item, chain));
  const [attribute, ...rest] = chain;
  if (attribute === undefined) return [value];
  const member = isForm(value) ? value[attribute.name] : undefined;
  const absent = member === undefined || member === null;
  return absent && chain.some(({ multiValued }) => multiValued) ? [] : valuesOf(member, rest);
}
