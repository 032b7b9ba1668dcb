// Operations through a value path, `roles[type eq "work"]` with or without a sub-attribute behind it: they change the
// values that the filter selects (RFC 7644 section 3.5.2).
import { ScimError, show } from '../errors/scim-error.js';
import type { BoundFilter } from '../filter/bound.js';
import { evaluate } from '../filter/evaluate.js';
import { withDefaults } from '../schema/defaults.js';
import type { Attribute } from '../schema/model.js';
import { elementOf, isComputed } from '../schema/model.js';
import { printPath } from '../schema/path.js';
import { searchForm } from '../schema/search-form.js';
import type { Json, JsonObject } from '../spec/json.js';
import { copyJson, isObject } from '../spec/json.js';
import type { PatchOperation } from './operation.js';
import { WRITE, asList, merge } from './write.js';

/**
 * Changes the values of `holder[path.leaf]` that the operation's filter selects.
 * @returns the values that it wrote to
 * @throws ScimError noTarget, invalidValue, mutability
 */
export function changeSelected(holder: JsonObject, operation: PatchOperation): JsonObject[] {
  const { kind, target, value } = operation;
  const { filter } = target;
  if (filter === undefined || (kind === 'add' && value === undefined)) return [];
  const attribute = target.path.leaf;
  const values = asList(holder[attribute.name]);
  const element = elementOf(attribute);
  const selected = values.filter((item) => {
    const parts = element === attribute ? item : { value: item };
    return isObject(parts) && evaluate(filter, searchForm(element, parts));
  });
  const created = selected.length === 0 ? create(values, operation) : undefined;
  const changed = created === undefined ? change(values, new Set(selected), operation) : [...values, created];
  if (changed.length > 0) holder[attribute.name] = attribute.multiValued ? changed : (changed[0] ?? null);
  else if (values.length > 0) WRITE.remove(holder, attribute, undefined);
  return created === undefined ? selected.filter(isObject) : [created];
}

function change(values: Json[], selected: ReadonlySet<Json>, { kind, target, value }: PatchOperation): Json[] {
  const attribute = target.path.leaf;
  if (target.sub !== undefined) {
    for (const item of selected) if (isObject(item)) WRITE[kind](item, target.sub, value);
    return values;
  }
  if (kind === 'remove' || value === undefined) return values.filter((item) => !selected.has(item));
  if (attribute.type !== 'complex') {
    return kind === 'replace' ? values.map((item) => (selected.has(item) ? value : item)) : values;
  }
  const whole = wholeValue(attribute, value);
  if (kind === 'replace') {
    return values.map((item) => (selected.has(item) ? copyJson(withDefaults(attribute, whole)) : item));
  }
  for (const item of selected) if (isObject(item)) merge(kind, item, attribute, whole);
  return values;
}

/** Nothing is selected: a remove has nothing to do, an add makes the value that the filter describes. */
function create(
  values: readonly Json[],
  { kind, target, value, text, creates }: PatchOperation,
): JsonObject | undefined {
  if (kind === 'remove' || value === undefined) return undefined;
  const { path, filter, sub } = target;
  // A single value that is not the one that was meant is not thrown away for it.
  const isFree = path.leaf.multiValued || values.length === 0;
  const makes = filter !== undefined && path.leaf.type === 'complex' && isFree;
  const described = makes && creates() ? describe(filter) : undefined;
  if (described === undefined) {
    throw new ScimError('noTarget', `${printPath(path)} has no value that ${show(text)} selects`);
  }
  if (sub === undefined) merge('replace', described, path.leaf, wholeValue(path.leaf, value));
  else WRITE[kind](described, sub, value);
  return withDefaults(path.leaf, described);
}

/**
 * The value that a filter of nothing but equalities describes: `type eq "work" and primary eq true`. What only the
 * server may write is described by none.
 */
function describe(filter: BoundFilter): JsonObject | undefined {
  if (filter.kind === 'comparison' && filter.operator === 'eq') {
    if (filter.path.chain.some(isComputed)) return undefined;
    const names = filter.path.chain.map(({ name }) => name);
    return names.reduceRight<Json>((inner, name) => ({ [name]: inner }), filter.literal) as JsonObject;
  }
  if (filter.kind !== 'and') return undefined;
  const described: JsonObject = {};
  for (const operand of filter.operands) {
    const part = describe(operand);
    if (part === undefined) return undefined;
    Object.assign(described, part);
  }
  return described;
}

function wholeValue(attribute: Attribute, value: Json): JsonObject {
  const [only, ...more] = asList(value);
  if (isObject(only) && more.length === 0) return only;
  throw new ScimError('invalidValue', `a value of ${attribute.name} must be one object, not ${show(value)}`);
}
