// Operations through a value path, `roles[type eq "work"]` with or without a sub-attribute behind it: they change the
// values that the filter selects (RFC 7644 section 3.5.2).
import { ScimError, show } from '../errors/scim-error.js';
import type { BoundFilter } from '../filter/bound.js';
import { evaluate } from '../filter/evaluate.js';
import type { Attribute } from '../schema/model.js';
import { printPath } from '../schema/path.js';
import { searchForm } from '../schema/search-form.js';
import type { Json, JsonObject } from '../spec/json.js';
import { copyJson, isObject } from '../spec/json.js';
import type { PatchOperation } from './operation.js';
import { WRITE, asList, merge } from './write.js';

/** Changes the values of `holder[path.leaf]` that the operation's filter selects. */
export function changeSelected(holder: JsonObject, operation: PatchOperation): void {
  const { path, filter } = operation.target;
  if (filter === undefined) return;
  const attribute = path.leaf;
  const values = asList(holder[attribute.name]);
  const selected = values.filter((value) => isObject(value) && evaluate(filter, searchForm(attribute, value)));
  const kept = selected.length > 0 ? change(values, selected, operation) : create(values, operation);
  if (kept.length === 0) WRITE.remove(holder, attribute, undefined);
  else holder[attribute.name] = attribute.multiValued ? kept : (kept[0] ?? null);
}

function change(values: Json[], selected: readonly Json[], operation: PatchOperation): Json[] {
  const { kind, target, value } = operation;
  const attribute = target.path.leaf;
  if (target.sub !== undefined) {
    for (const item of selected.filter(isObject)) WRITE[kind](item, target.sub, value);
    return values;
  }
  if (kind === 'remove' || value === undefined) return values.filter((item) => !selected.includes(item));
  const whole = wholeValue(attribute, value);
  if (kind === 'replace') return values.map((item) => (selected.includes(item) ? copyJson(whole) : item));
  for (const item of selected.filter(isObject)) merge(kind, item, attribute, whole);
  return values;
}

/** Nothing is selected: a remove has nothing to do, an add makes the value that the filter describes. */
function create(values: Json[], operation: PatchOperation): Json[] {
  const { kind, target, value, creates } = operation;
  if (kind === 'remove' || value === undefined) return values;
  const described = target.filter && creates ? describe(target.filter) : undefined;
  if (described === undefined) {
    throw new ScimError('noTarget', `${printPath(target.path)} has no value that the filter of the path selects`);
  }
  if (target.sub === undefined) merge('replace', described, target.path.leaf, wholeValue(target.path.leaf, value));
  else WRITE[kind](described, target.sub, value);
  return target.path.leaf.multiValued ? [...values, described] : [described];
}

/** The value that a filter of nothing but equalities describes: `type eq "work" and primary eq true`. */
function describe(filter: BoundFilter): JsonObject | undefined {
  if (filter.kind === 'comparison' && filter.operator === 'eq') return { [filter.path.leaf.name]: filter.literal };
  if (filter.kind !== 'and') return undefined;
  const parts = filter.operands.map(describe);
  return parts.every((part) => part !== undefined) ? Object.assign({}, ...parts) : undefined;
}

function wholeValue(attribute: Attribute, value: Json): JsonObject {
  const [only, ...more] = asList(value);
  if (isObject(only) && more.length === 0) return only;
  throw new ScimError('invalidValue', `a value of ${attribute.name} must be one object, not ${show(value)}`);
}
