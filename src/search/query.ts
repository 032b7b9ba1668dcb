// A query as clients write it (RFC 7644 sections 3.4.2 and 3.4.3, RFC 9865), bound to the resource types that it is
// asked of: one at an endpoint, all at the root.
import { ScimError, show } from '../errors/scim-error.js';
import type { Filter } from '../filter/ast.js';
import { bindFilter, bindFilterOfSome } from '../filter/bind.js';
import type { BoundFilter } from '../filter/bound.js';
import type { Parser } from '../filter/parse.js';
import type { Attribute, ResourceType } from '../schema/model.js';
import { findAttribute, isHidden } from '../schema/model.js';
import type { AttributePath } from '../schema/path.js';
import { printPath, resolvePath, splitPath } from '../schema/path.js';
import type { Sort } from './order.js';

export interface Query {
  readonly filter?: string | undefined;
  readonly sortBy?: string | undefined;
  readonly sortOrder?: string | undefined;
  readonly startIndex?: number | undefined;
  readonly count?: number | undefined;
  /** Empty for the first page by cursor; undefined for a page by index. */
  readonly cursor?: string | undefined;
}

export interface BoundQuery {
  readonly types: readonly ResourceType[];
  /** By the name of the type; empty where there is no filter. */
  readonly filters: ReadonlyMap<string, BoundFilter>;
  readonly sort: Sort | undefined;
  /** All that a cursor is bound to. */
  readonly text: string;
}

/** @throws ScimError invalidFilter, invalidValue */
export function bindQuery(parser: Parser, types: readonly ResourceType[], query: Query): BoundQuery {
  const { filter, sortBy, sortOrder } = query;
  const ast = filter === undefined ? undefined : parser.parseFilter(filter);
  return {
    types,
    filters: ast === undefined ? new Map() : bindFilters(ast, types),
    sort: sortBy === undefined || sortBy === '' ? undefined : bindSort(types, sortBy, sortOrder),
    text: JSON.stringify([types.map(({ name }) => name), filter, sortBy, sortOrder]),
  };
}

/**
 * At the root, a resource has no value of an attribute that its type lacks (RFC 7644 section 3.4.2.1); an attribute
 * that no type has is an error.
 */
function bindFilters(ast: Filter, types: readonly ResourceType[]): ReadonlyMap<string, BoundFilter> {
  const [only] = types;
  if (only !== undefined && types.length === 1) return new Map([[only.name, bindFilter(ast, only)]]);
  return new Map(types.map((type) => [type.name, bindFilterOfSome(ast, type, types)]));
}

function bindSort(types: readonly ResourceType[], sortBy: string, sortOrder: string | undefined): Sort {
  const order = sortOrder?.toLowerCase() ?? 'ascending';
  if (order !== 'ascending' && order !== 'descending') {
    throw new ScimError('invalidValue', `sortOrder is ${show(sortOrder)}; it must be ascending or descending`);
  }
  const paths = types.flatMap((type): [string, AttributePath][] => {
    const path = resolvePath(type, splitPath(sortBy));
    return path === undefined ? [] : [[type.name, sortable(path)]];
  });
  if (paths.length === 0) {
    const names = types.map(({ name }) => name).join(' or ');
    throw new ScimError('invalidValue', `sortBy: ${names} has no attribute ${show(sortBy)}`);
  }
  return { paths: new Map(paths), descending: order === 'descending' };
}

/** Of a complex attribute its `value` sorts. */
function sortable(path: AttributePath): AttributePath {
  const value = findAttribute(path.leaf, 'value');
  const chain: readonly Attribute[] = value === undefined ? path.chain : [...path.chain, value];
  const leaf = value ?? path.leaf;
  const hidden = chain.find(isHidden);
  if (hidden !== undefined)
    throw new ScimError('invalidValue', `sortBy: ${hidden.name} is never returned, so it cannot be sorted by`);
  if (leaf.type === 'complex' || chain.some(({ edge, inverse }) => edge !== undefined || inverse !== undefined)) {
    throw new ScimError('invalidValue', `sortBy: ${printPath(path)} has no single value to sort by`);
  }
  return { chain, leaf };
}
