// What a change of a resource comes to, for the audit log: attribute by attribute, with the values before and after as
// text. What the document marks as a secret, or as never to be shown, is masked: not even a digest of it is told.
import { isDeepStrictEqual } from 'node:util';
import type { Attribute, ResourceType } from '../schema/model.js';
import { findAttribute, isHidden } from '../schema/model.js';
import { printPath } from '../schema/path.js';
import type { Json, JsonObject } from '../spec/json.js';
import { canonicalText, isObject, mapObject } from '../spec/json.js';
import type { Change } from './audit-event.js';
import type { EdgePlan } from './edge-plan.js';

/** Ids of a change of edges that are told; the others are counted. */
export const MOST_TARGETS = 1_000;
/** Letters of a value. A record has to fit into a document of the database, whatever the resource holds. */
const MOST_TEXT = 32_768;
const MASK = '•••';

/** The changes between a resource as it was and as it is to be. */
export function changesBetween(type: ResourceType, before: JsonObject, after: JsonObject): Change[] {
  return changesWithin([], type.root, before, after);
}

/** A resource that is new, or that goes, as one change. */
export function wholeChange(type: ResourceType, op: 'add' | 'remove', attributes: JsonObject): Change {
  const text = textOf(type.root, attributes);
  return op === 'add' ? { op, after: text } : { op, before: text };
}

/** The changes of edges. */
export function edgeChanges(plans: readonly EdgePlan[]): Change[] {
  return plans.flatMap(({ edge: { attribute }, add, remove }) => [
    ...targetsChange(attribute, 'remove', remove),
    ...targetsChange(
      attribute,
      'add',
      add.slice(0, MOST_TARGETS).map(({ id }) => id),
      add.length,
    ),
  ]);
}

/** @param count where it is more than the ids at hand */
export function targetsChange(
  path: string,
  op: 'add' | 'remove',
  ids: readonly string[],
  count = ids.length,
): Change[] {
  return count === 0 ? [] : [{ path, op, targets: ids.slice(0, MOST_TARGETS), count }];
}

function changesWithin(
  above: readonly Attribute[],
  parent: Attribute,
  before: JsonObject,
  after: JsonObject,
): Change[] {
  return parent.subAttributes.flatMap((attribute) => {
    const [had, has] = [before[attribute.name], after[attribute.name]];
    if (isDeepStrictEqual(had, has)) return [];
    const chain = [...above, attribute];
    if (isObject(had) && isObject(has) && !isMasked(attribute)) return changesWithin(chain, attribute, had, has);
    return [valueChange(chain, attribute, had, has)];
  });
}

function valueChange(
  chain: readonly Attribute[],
  leaf: Attribute,
  had: Json | undefined,
  has: Json | undefined,
): Change {
  const path = printPath({ chain, leaf });
  const [before, after] = Array.isArray(had) && Array.isArray(has) ? withoutCommon(had, has) : [had, has];
  return {
    path,
    op: before === undefined ? 'add' : after === undefined ? 'remove' : 'replace',
    ...(before === undefined ? {} : { before: textOf(leaf, before) }),
    ...(after === undefined ? {} : { after: textOf(leaf, after) }),
  };
}

/** Of two lists the values that only one has; both as they are where they differ in their order alone. */
function withoutCommon(had: Json[], has: Json[]): [Json[] | undefined, Json[] | undefined] {
  const [were, are] = [had.map(canonicalText), has.map(canonicalText)];
  const gone = withoutThose(had, were, new Set(are));
  const come = withoutThose(has, are, new Set(were));
  if (gone.length === 0 && come.length === 0) return [had, has];
  return [gone.length === 0 ? undefined : gone, come.length === 0 ? undefined : come];
}

function withoutThose(values: readonly Json[], texts: readonly string[], others: ReadonlySet<string>): Json[] {
  return values.filter((_value, index) => !others.has(texts[index] ?? ''));
}

function textOf(attribute: Attribute, value: Json): string {
  const shown = masked(attribute, value);
  const text = typeof shown === 'string' ? shown : JSON.stringify(shown);
  return text.length > MOST_TEXT ? `${text.slice(0, MOST_TEXT).toWellFormed()}… (${text.length} letters)` : text;
}

function masked(attribute: Attribute, value: Json): Json {
  if (isMasked(attribute)) return MASK;
  if (attribute.type !== 'complex') return value;
  if (Array.isArray(value)) return value.map((item) => masked(attribute, item));
  if (!isObject(value)) return value;
  return mapObject(value, (member, name) => {
    const part = findAttribute(attribute, name);
    // What the document no longer knows can't be told from a secret.
    return part === undefined ? MASK : masked(part, member);
  });
}

function isMasked(attribute: Attribute): boolean {
  return isHidden(attribute) || attribute.mutability === 'writeOnly';
}
