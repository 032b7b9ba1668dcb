// PATCH of an attribute that is kept as edges: its values are not in the resource, so an operation becomes steps that
// the edge store carries out. An edge is added or removed, never changed (its sub-attributes are immutable).
import { ScimError } from '../errors/scim-error.js';
import type { BoundFilter } from '../filter/bound.js';
import { printPath } from '../schema/path.js';
import type { Json } from '../spec/json.js';
import { isObject } from '../spec/json.js';
import type { PatchOperation } from './operation.js';
import { asList } from './write.js';

export type EdgeStep =
  | { readonly kind: 'add'; readonly ids: readonly string[] }
  | { readonly kind: 'remove'; readonly ids: readonly string[] }
  | { readonly kind: 'clear' }
  | { readonly kind: 'removeWhere'; readonly filter: BoundFilter };

/**
 * The steps of one operation.
 * @throws ScimError mutability where it would change an edge, invalidValue where a value has no id
 */
export function edgeSteps({ kind, target, value }: PatchOperation): EdgeStep[] {
  const { path, filter, sub } = target;
  if (path.chain.length === 1 && filter === undefined) {
    const ids = targetIds(path.leaf.name, value);
    if (kind === 'add') return [{ kind: 'add', ids }];
    if (kind === 'replace') return [{ kind: 'clear' }, { kind: 'add', ids }];
    // Entra ID removes by a list of values; without one, RFC 7644 section 3.5.2.2 removes all.
    return value !== undefined ? [{ kind: 'remove', ids }] : [{ kind: 'clear' }];
  }
  if (kind === 'remove' && filter !== undefined && sub === undefined) {
    const ids = selectedIds(filter);
    return ids === undefined ? [{ kind: 'removeWhere', filter }] : [{ kind: 'remove', ids }];
  }
  throw new ScimError('mutability', `values of ${printPath(path)} can be added and removed, not changed`);
}

/**
 * The ids that the values of an edge attribute name.
 * @throws ScimError invalidValue where one names none
 */
export function targetIds(attribute: string, value: Json | undefined): string[] {
  const ids = asList(value).map((item) => {
    const id = isObject(item) ? item['value'] : undefined;
    if (typeof id !== 'string' || id === '') {
      throw new ScimError('invalidValue', `each value of ${attribute} needs a "value": the id of a resource`);
    }
    return id;
  });
  return [...new Set(ids)];
}

/** The ids that a filter of nothing but `value eq "…"`, joined by `or`, selects. */
function selectedIds(filter: BoundFilter): string[] | undefined {
  if (filter.kind === 'comparison' && filter.operator === 'eq' && filter.path.leaf.name === 'value') {
    return [String(filter.value)];
  }
  if (filter.kind !== 'or') return undefined;
  const parts = filter.operands.map(selectedIds);
  return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
}
