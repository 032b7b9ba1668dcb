// A bound filter as a MongoDB query. What each node means stands in filter/bound.ts; the agreement test holds this
// and filter/evaluate.ts to it. A negation is never pushed down: `not` is $nor.
import type { Document } from 'mongodb';
import type { CompareOp } from '../../filter/ast.js';
import type { BoundFilter, BoundValue } from '../../filter/bound.js';
import type { Pass } from '../../filter/pass.js';
import { visit } from '../../filter/pass.js';
import type { Attribute } from '../../schema/model.js';

export const EVERYTHING: Document = {};
export const NOTHING: Document = { _id: { $exists: false } };

type Field = (chain: readonly Attribute[]) => string;
/** Gives the query of a node that is not about the search form. */
type Special = (node: BoundFilter) => Document | undefined;
interface Scope {
  readonly field: Field;
  readonly special: Special;
}

/** Compiles a filter whose attributes lead to fields as `field` says. */
export function compileNode(node: BoundFilter, field: Field, special: Special = () => undefined): Document {
  return compileIn(node, { field, special });
}

function compileIn(node: BoundFilter, scope: Scope): Document {
  return scope.special(node) ?? visit(COMPILE, node, scope);
}

/** $nin of null is false of a missing field too. */
const PRESENT: Document = { $nin: [null, '', [], {}] };

const COMPILE: Pass<BoundFilter, Scope, Document> = {
  and: ({ operands }, scope) =>
    operands.length === 0 ? EVERYTHING : { $and: operands.map((operand) => compileIn(operand, scope)) },
  or: ({ operands }, scope) =>
    operands.length === 0 ? NOTHING : { $or: operands.map((operand) => compileIn(operand, scope)) },
  not: ({ operand }, scope) => ({ $nor: [compileIn(operand, scope)] }),
  valuePath: ({ path, filter }, { field }) => compileValuePath(path.chain, filter, field),
  presence: ({ path }, { field }) => some(path.chain, PRESENT, field),
  comparison: ({ path, operator, value }, { field }) =>
    operator === 'ne' ? some(path.chain, { $ne: value }, field) : { [field(path.chain)]: CONDITIONS[operator](value) },
};

type Condition = (value: BoundValue) => Document;

const CONDITIONS: Readonly<Record<Exclude<CompareOp, 'ne'>, Condition>> = {
  eq: (value) => ({ $eq: value }),
  co: (value) => ({ $regex: escape(value) }),
  sw: (value) => ({ $regex: `^${escape(value)}` }),
  // `$` would match before a line break at the end too. By a look back, as the text would else be tried at each place.
  ew: (value) => ({ $regex: `\\z(?<=${escape(value)})` }),
  gt: (value) => ({ $gt: value }),
  ge: (value) => ({ $gte: value }),
  lt: (value) => ({ $lt: value }),
  le: (value) => ({ $lte: value }),
};

function escape(value: BoundValue): string {
  return String(value).replace(/[\\^$.*+?()[\]{}|#\s-]/g, (character) =>
    /\s/.test(character) ? `\\x{${character.charCodeAt(0).toString(16)}}` : `\\${character}`,
  );
}

/**
 * A condition that some value must satisfy, where a plain dotted field would ask it of none or of all:
 * `$ne` and `$nin` on a list mean that no element is equal.
 */
function some(chain: readonly Attribute[], condition: Document, field: Field): Document {
  const at = chain.findIndex(({ multiValued }) => multiValued);
  if (at < 0) return { [field(chain)]: condition };
  const rest = chain.slice(at + 1);
  const inner = rest.length === 0 ? condition : some(rest, condition, relative);
  return { [field(chain.slice(0, at + 1))]: { $elemMatch: inner } };
}

function relative(chain: readonly Attribute[]): string {
  return chain.map(({ name }) => name).join('.');
}

function compileValuePath(chain: readonly Attribute[], filter: BoundFilter, field: Field): Document {
  const isList = chain.some(({ multiValued }) => multiValued);
  if (isList) return { [field(chain)]: { $elemMatch: compileNode(filter, relative) } };
  const prefix = field(chain);
  return { $and: [{ [prefix]: { $exists: true } }, compileNode(filter, (inner) => `${prefix}.${relative(inner)}`)] };
}
