// A bound filter as a MongoDB query on the search form. What each node means stands in filter/evaluate.ts; the
// agreement test holds both to it. A negation is never pushed down: `not` is $nor.
import type { Document } from 'mongodb';
import { ScimError } from '../../errors/scim-error.js';
import type { CompareOp } from '../../filter/ast.js';
import type { BoundFilter, BoundValue } from '../../filter/bound.js';
import type { Attribute, ResourceType } from '../../schema/model.js';
import { printPath } from '../../schema/path.js';
import { compileComputed } from './computed.js';
import type { EdgeResolver } from './edge-filter.js';
import { searchField } from './stored-form.js';

export interface QueryCompiler {
  /** @throws ScimError invalidFilter where an attribute can't be compared so */
  compile(type: ResourceType, filter: BoundFilter): Promise<Document>;
}

/** @param baseUrl the public base URL, for filters on `meta.location` */
export function createCompiler(baseUrl: string, edges: EdgeResolver): QueryCompiler {
  return {
    async compile(type, filter) {
      const resolved = await edges.resolve(type, filter);
      const field = (chain: readonly Attribute[]) => searchField(type, chain.map(({ name }) => name));
      return compileNode(filter, field, (node) => resolved.get(node) ?? compileComputed(type, baseUrl, node));
    },
  };
}

export const EVERYTHING: Document = {};
export const NOTHING: Document = { _id: { $exists: false } };

type Field = (chain: readonly Attribute[]) => string;
/** Gives the query of a node that is not about the search form. */
type Special = (node: BoundFilter) => Document | undefined;
const none: Special = () => undefined;

/** Compiles a filter whose attributes lead to fields as `field` says. */
export function compileNode(node: BoundFilter, field: Field, special: Special = none): Document {
  const found = special(node);
  if (found !== undefined) return found;
  switch (node.kind) {
    case 'and':
      return node.operands.length === 0 ? EVERYTHING : { $and: node.operands.map((operand) => compileNode(operand, field, special)) };
    case 'or':
      return node.operands.length === 0 ? NOTHING : { $or: node.operands.map((operand) => compileNode(operand, field, special)) };
    case 'not':
      return { $nor: [compileNode(node.operand, field, special)] };
    case 'valuePath':
      return compileValuePath(node.path.chain, node.filter, field);
    case 'presence':
      return some(node.path.chain, { $nin: [null, ''] }, field);
    case 'comparison':
      return node.operator === 'ne'
        ? some(node.path.chain, { $ne: node.value }, field)
        : { [field(node.path.chain)]: CONDITIONS[node.operator](node.value) };
  }
}

type Condition = (value: BoundValue) => Document;

const CONDITIONS: Readonly<Record<Exclude<CompareOp, 'ne'>, Condition>> = {
  eq: (value) => ({ $eq: value }),
  co: (value) => ({ $regex: escape(value) }),
  sw: (value) => ({ $regex: `^${escape(value)}` }),
  // `$` would match before a line break at the end too.
  ew: (value) => ({ $regex: `${escape(value)}\\z` }),
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

/** @throws always: ScimError invalidFilter */
export function cannotCompare(node: BoundFilter, how: string): never {
  const path = 'path' in node ? printPath(node.path) : 'it';
  throw new ScimError('invalidFilter', `${path} can be compared by ${how} alone`);
}
