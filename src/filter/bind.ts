// Binds a syntax tree to the model: names become attributes, literals get the attribute's type, and what the schema
// can't answer is refused.
import { ScimError, show } from '../errors/scim-error.js';
import type { Attribute, ResourceType } from '../schema/model.js';
import { elementOf, findAttribute, isHidden } from '../schema/model.js';
import type { AttributePath, PathText } from '../schema/path.js';
import { printPath, resolvePath, resolveSub } from '../schema/path.js';
import type { Comparison, Filter, PatchPath } from './ast.js';
import type { BoundFilter, BoundPath } from './bound.js';
import { bindLiteral } from './literal.js';
import type { Pass } from './pass.js';
import { visit } from './pass.js';
import { printPathText } from './print.js';

/** Where the names of a filter are looked up: in a resource type, or inside a complex attribute. */
interface Scope {
  resolve(text: PathText): AttributePath | undefined;
  /** A name that is not there, but elsewhere: it is as if it had no value. */
  isElsewhere?(text: PathText): boolean;
  /** What an error says when there is no such attribute. */
  readonly lacks: string;
  /** A path as errors call it. */
  nameOf(path: AttributePath): string;
}

/**
 * Binds a filter over resources.
 * @throws ScimError invalidFilter
 */
export function bindFilter(filter: Filter, type: ResourceType): BoundFilter {
  return visit(BIND, filter, {
    resolve: (text) => resolvePath(type, text),
    lacks: `${type.name} has no attribute`,
    nameOf: printPath,
  });
}

/**
 * Binds a filter that is asked of several types to one of them: an attribute that this one lacks has no value in it
 * (RFC 7644 section 3.4.2.1).
 * @throws ScimError invalidFilter, for an attribute that none of the types has too
 */
export function bindFilterOfSome(filter: Filter, type: ResourceType, types: readonly ResourceType[]): BoundFilter {
  return visit(BIND, filter, {
    resolve: (text) => resolvePath(type, text),
    isElsewhere: (text) => types.some((other) => resolvePath(other, text) !== undefined),
    lacks: `${types.map(({ name }) => name).join(' or ')} has no attribute`,
    nameOf: printPath,
  });
}

/**
 * Binds a filter over the values of a complex attribute: what stands in the brackets of a value path.
 * @throws ScimError invalidFilter
 */
export function bindSubFilter(filter: Filter, attribute: Attribute): BoundFilter {
  if (attribute.type !== 'complex') {
    throw new ScimError('invalidFilter', `${attribute.name} is not complex, so it takes no filter in brackets`);
  }
  return visit(BIND, filter, {
    resolve: (text) => resolveSub(attribute, text),
    lacks: `${attribute.name} has no sub-attribute`,
    nameOf: (path) => `${attribute.name}.${printPath(path)}`,
  });
}

/**
 * Binds the path of a PATCH operation.
 * @throws ScimError invalidPath; invalidFilter for what is wrong inside its brackets (RFC 7644 section 3.12, table 9)
 */
export function bindPath({ path: text, filter, sub: subName }: PatchPath, type: ResourceType): BoundPath {
  const path = resolvePath(type, text);
  if (path === undefined) {
    throw new ScimError('invalidPath', `${type.name} has no attribute ${show(printPathText(text))}`);
  }
  if (filter === undefined) return { path };
  // What the filter selects would tell of a value that is never returned, wherever it stands in it.
  checkVisible(path, printPath);
  const bound = bindSubFilter(filter, elementOf(path.leaf));
  if (subName === undefined) return { path, filter: bound };
  const sub = findAttribute(path.leaf, subName);
  if (sub === undefined) throw new ScimError('invalidPath', `${printPath(path)} has no sub-attribute ${show(subName)}`);
  return { path, filter: bound, sub };
}

const TRUE: BoundFilter = { kind: 'and', operands: [] };
const FALSE: BoundFilter = { kind: 'or', operands: [] };

const BIND: Pass<Filter, Scope, BoundFilter> = {
  comparison: (node, scope) => {
    if (!hasNoValue(node.path, scope)) return bindComparison(node, scope);
    const isTrue = node.value === null ? node.operator === 'eq' : node.operator === 'ne';
    return isTrue ? TRUE : FALSE;
  },
  presence: ({ path }, scope) => (hasNoValue(path, scope) ? FALSE : { kind: 'presence', path: resolve(path, scope) }),
  and: ({ operands }, scope) => ({ kind: 'and', operands: operands.map((operand) => visit(BIND, operand, scope)) }),
  or: ({ operands }, scope) => ({ kind: 'or', operands: operands.map((operand) => visit(BIND, operand, scope)) }),
  not: ({ operand }, scope) => ({ kind: 'not', operand: visit(BIND, operand, scope) }),
  valuePath: ({ path: text, filter }, scope) => {
    if (hasNoValue(text, scope)) return FALSE;
    const path = resolve(text, scope);
    return { kind: 'valuePath', path, filter: bindSubFilter(filter, path.leaf) };
  },
};

function hasNoValue(text: PathText, { resolve, isElsewhere }: Scope): boolean {
  return resolve(text) === undefined && isElsewhere?.(text) === true;
}

function bindComparison({ path: text, operator, value }: Comparison, scope: Scope): BoundFilter {
  const path = resolve(text, scope);
  if (value === null && (operator === 'eq' || operator === 'ne')) {
    // RFC 7643 section 2.5: null and unassigned are the same.
    const presence = { kind: 'presence', path } as const;
    return operator === 'ne' ? presence : { kind: 'not', operand: presence };
  }
  const compared = toValue(path, scope);
  return {
    kind: 'comparison',
    path: compared,
    operator,
    ...bindLiteral(compared.leaf, scope.nameOf(compared), operator, value),
  };
}

/** Comparing a complex attribute compares its `value`, as figure 2 of RFC 7644 does. */
function toValue(path: AttributePath, scope: Scope): AttributePath {
  const value = findAttribute(path.leaf, 'value');
  return value === undefined ? path : visible({ chain: [...path.chain, value], leaf: value }, scope);
}

function resolve(text: PathText, scope: Scope): AttributePath {
  const path = scope.resolve(text);
  if (path === undefined) throw new ScimError('invalidFilter', `${scope.lacks} ${show(printPathText(text))}`);
  return visible(path, scope);
}

function visible(path: AttributePath, scope: Scope): AttributePath {
  checkVisible(path, scope.nameOf);
  return path;
}

/** @throws ScimError invalidFilter */
function checkVisible(path: AttributePath, nameOf: Scope['nameOf']): void {
  if (!path.chain.some(isHidden)) return;
  throw new ScimError('invalidFilter', `${nameOf(path)} is never returned, so no filter may ask for it`);
}
