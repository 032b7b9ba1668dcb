// A second, deliberately simple PATCH, for the property tests to compare with: steps are data, not text; it knows the
// attributes below by name, and nothing of the model, the parser or the code it is compared with.
import { isDeepStrictEqual } from 'node:util';
import type { Json, JsonObject } from '../../../src/spec/json.js';
import { copyJson } from '../../../src/spec/json.js';

export type Target =
  | { readonly kind: 'none' }
  | { readonly kind: 'attribute'; readonly names: readonly string[] }
  /** The emails of a type, or one sub-attribute of them. */
  | { readonly kind: 'emails'; readonly type: string; readonly sub?: string };

export interface Step {
  readonly op: 'add' | 'replace' | 'remove';
  readonly target: Target;
  readonly value?: Json;
}

const LISTS = ['emails', 'tags'];
/** Stands for a `primary` that the step itself sets. */
const NEW = 'new';

class Refused extends Error {}

/** The resource after the steps; undefined where one of them is refused. */
export function patchSimply(resource: JsonObject, steps: readonly Step[]): JsonObject | undefined {
  try {
    return steps.reduce(one, resource);
  } catch (error) {
    if (error instanceof Refused) return undefined;
    throw error;
  }
}

function one(resource: JsonObject, step: Step): JsonObject {
  const next = copyJson(resource);
  const setsPrimary =
    (step.target.kind === 'emails' && step.target.sub === 'primary') || isPath(step, 'emails', 'primary');
  const value = setsPrimary && step.value === true ? NEW : mark(step.value ?? null);
  if (step.target.kind === 'none') {
    for (const [name, member] of Object.entries(value as JsonObject)) writeAt(next, [name], step.op, member);
  } else if (step.target.kind === 'attribute') {
    writeAt(next, step.target.names, step.op, value);
  } else {
    writeEmails(next, step.op, step.target.type, step.target.sub, value);
  }
  settle(next);
  return clean(next) as JsonObject;
}

function isPath({ target }: Step, ...names: string[]): boolean {
  return target.kind === 'attribute' && isDeepStrictEqual(target.names, names);
}

function writeAt(object: JsonObject, [name = '', ...rest]: readonly string[], op: Step['op'], value: Json): void {
  if (rest.length === 0) return write(object, name, op, value);
  if (object[name] === undefined && (op === 'remove' || value === null)) return;
  const child = (object[name] ??= LISTS.includes(name) ? [{}] : {});
  for (const item of Array.isArray(child) ? child : [child]) writeAt(item as JsonObject, rest, op, value);
}

function write(object: JsonObject, name: string, op: Step['op'], value: Json): void {
  const current = object[name];
  if (op === 'remove' || value === null) {
    if (op === 'add') return;
    if (name === 'userName') throw new Refused();
    delete object[name];
  } else if (LISTS.includes(name)) {
    const list = op === 'add' && Array.isArray(current) ? [...current] : [];
    // What was there when the step began: a value that the step has merged into may look otherwise by now.
    const before = list.map((item) => copyJson(unmark(item)));
    const items = Array.isArray(value) ? value : [value];
    const firstOf = (item: Json) => items.findIndex((other) => isDeepStrictEqual(other, item));
    // A value that a step has twice is one, but for a simple one that replaces.
    const mayRepeat = (item: Json) => op === 'replace' && !isRecord(item);
    const distinct = items.filter((item, index) => mayRepeat(item) || firstOf(item) === index);
    for (const item of distinct) {
      const same =
        list[before.findIndex((other) => isDeepStrictEqual(other, unmark(item)))] ??
        list.find((other) => op === 'add' && isOne(other, item));
      if (same === undefined || mayRepeat(item)) list.push(copyJson(item));
      else if (isRecord(same) && isRecord(item)) Object.assign(same, item);
    }
    object[name] = list;
  } else if (isRecord(value) && isRecord(current)) {
    for (const [key, member] of Object.entries(value)) write(current, key, op, member);
  } else {
    object[name] = value;
  }
}

function writeEmails(resource: JsonObject, op: Step['op'], type: string, sub: string | undefined, value: Json): void {
  const emails = (resource['emails'] ?? []) as JsonObject[];
  const selected = emails.filter((email) => String(email['type']).toLowerCase() === type.toLowerCase());
  const removes = op === 'remove' || (op === 'replace' && value === null);
  if (selected.length === 0) {
    if (removes || value === null) return;
    if (op === 'replace') throw new Refused();
    const made: JsonObject = { type, ...(sub === undefined ? (value as JsonObject) : { [sub]: value }) };
    resource['emails'] = [...emails, made];
  } else if (sub !== undefined) {
    for (const email of selected) write(email, sub, op, value);
  } else if (removes) {
    resource['emails'] = emails.filter((email) => !selected.includes(email));
  } else if (op === 'replace') {
    resource['emails'] = emails.map((email) => (selected.includes(email) ? copyJson(value) : email));
  } else if (value !== null) {
    for (const email of selected) Object.assign(email, value);
  }
}

/** The one email that the step made primary takes it from the others. */
function settle(resource: JsonObject): void {
  const emails = (resource['emails'] ?? []) as JsonObject[];
  const chosen = emails.filter(({ primary }) => primary === NEW);
  if (chosen.length > 1) throw new Refused();
  if (chosen.length === 0) return;
  for (const email of emails) if (email['primary'] === true) email['primary'] = false;
  for (const email of chosen) email['primary'] = true;
}

/** Tells whether two values have one type and one `value`, in any letter case. */
function isOne(one: Json, other: Json): boolean {
  if (!isRecord(one) || !isRecord(other) || one['value'] === undefined) return false;
  return ['type', 'value'].every((part) => textOf(one[part]) === textOf(other[part]));
}

function textOf(value: Json | undefined): string | undefined {
  return value === undefined ? undefined : String(value).toLowerCase();
}

function mark(value: Json): Json {
  if (Array.isArray(value)) return value.map(mark);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, key === 'primary' && member === true ? NEW : mark(member)]),
  );
}

function unmark(value: Json): Json {
  return isRecord(value) && value['primary'] === NEW ? { ...value, primary: true } : value;
}

/** Without empty objects and lists. */
function clean(value: Json): Json {
  const isEmpty = (json: Json) => typeof json === 'object' && json !== null && Object.keys(json).length === 0;
  if (Array.isArray(value)) return value.map(clean).filter((item) => !isEmpty(item));
  if (!isRecord(value)) return value;
  const entries = Object.entries(value).map(([key, member]) => [key, clean(member)] as const);
  return Object.fromEntries(entries.filter(([, member]) => !isEmpty(member)));
}

function isRecord(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
