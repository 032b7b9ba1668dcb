// How add, replace and remove change one attribute of the object that holds it (RFC 7644 sections 3.5.2.1 to 3.5.2.3).
import { ScimError } from '../errors/scim-error.js';
import { defaulted, withDefaults } from '../schema/defaults.js';
import type { Attribute } from '../schema/model.js';
import { findAttribute, isHidden } from '../schema/model.js';
import { checkOnePrimary } from '../schema/rules.js';
import { searchValue } from '../schema/search-form.js';
import type { Json, JsonObject } from '../spec/json.js';
import { canonicalText, isObject } from '../spec/json.js';

/** Changes `holder[attribute]`; a value of undefined is what RFC 7643 section 2.5 calls unassigned. */
type Write = (holder: JsonObject, attribute: Attribute, value: Json | undefined) => void;

const add: Write = (holder, attribute, value) => {
  if (value === undefined) return;
  if (!attribute.multiValued) return set('add', holder, attribute, value);
  const list = [...asList(holder[attribute.name])];
  // Maps, not a comparison of each with each: lists may be long. Turned round, as the last of a Map wins and the first
  // of a list is meant.
  const reversed = [...list].reverse();
  const known = new Map(reversed.map((item) => [canonicalText(item), item]));
  const combinations = new Map(reversed.map((item) => [combinationOf(attribute, item), item]));
  const primaries = new Set<Json>();
  for (const item of asList(value)) {
    const whole = defaulted(attribute, item);
    const combination = combinationOf(attribute, whole);
    const same = known.get(canonicalText(whole)) ?? combinations.get(combination);
    if (same === undefined) {
      combinations.set(combination, whole);
      list.push(whole);
    } else if (isObject(same) && isObject(item)) {
      merge('add', same, attribute, item);
    }
    if (isObject(whole) && whole['primary'] === true) primaries.add(same ?? whole);
  }
  checkOnePrimary(attribute, [...primaries]);
  holder[attribute.name] = list;
};

const replace: Write = (holder, attribute, value) => {
  if (value === undefined) remove(holder, attribute, undefined);
  else if (attribute.multiValued) holder[attribute.name] = asList(defaulted(attribute, value));
  else set('replace', holder, attribute, value);
};

const remove: Write = (holder, attribute, value) => {
  if (attribute.required) throw new ScimError('mutability', `${attribute.name} is required and can't be removed`);
  const current = holder[attribute.name];
  if (current === undefined) return;
  if (value !== undefined && Array.isArray(current)) {
    const unwanted = new Set(asList(value).map((item) => identityOf(attribute, item)));
    holder[attribute.name] = current.filter((item) => !unwanted.has(identityOf(attribute, item)));
  } else {
    delete holder[attribute.name];
  }
};

export const WRITE = { add, replace, remove } as const satisfies Record<string, Write>;

/** Sets a single value; of a complex one only the sub-attributes that are given. */
function set(kind: 'add' | 'replace', holder: JsonObject, attribute: Attribute, value: Json): void {
  if (attribute.type !== 'complex' || !isObject(value)) {
    holder[attribute.name] = value;
    return;
  }
  const current = holder[attribute.name];
  const target = isObject(current) ? current : {};
  merge(kind, target, attribute, value);
  const isNew = !isObject(current) && Object.keys(target).length > 0;
  holder[attribute.name] = isNew ? withDefaults(attribute, target) : target;
}

/** Writes each member of a complex value into another. */
export function merge(kind: 'add' | 'replace', target: JsonObject, attribute: Attribute, value: JsonObject): void {
  for (const [name, member] of Object.entries(value)) {
    const sub = findAttribute(attribute, name);
    if (sub !== undefined) WRITE[kind](target, sub, member ?? undefined);
  }
}

/**
 * A (type, value) combination is not to be there twice (RFC 7643 section 2.4): who adds it again means the value that
 * is there. Values without one, or whose parts nobody may compare, are the same where they are so in every part.
 */
function combinationOf(attribute: Attribute, item: Json): string {
  const parts = ['type', 'value'].flatMap((name) => findAttribute(attribute, name) ?? []);
  if (!isObject(item) || item['value'] === undefined || parts.length < 2 || [attribute, ...parts].some(isHidden)) {
    return canonicalText(item);
  }
  return JSON.stringify(parts.map((part) => searchValue(part, item[part.name] ?? null)));
}

/** What makes two values of a multi-valued attribute the same: their `value`, or all of them where there is none. */
function identityOf(attribute: Attribute, item: Json): string {
  const main = findAttribute(attribute, 'value');
  if (isHidden(attribute) || (main !== undefined && isHidden(main))) {
    // What is gone afterwards would tell the value.
    throw new ScimError(
      'invalidValue',
      `values of ${attribute.name} are never returned, so none can be removed by its value`,
    );
  }
  const value = isObject(item) && main !== undefined ? item[main.name] : undefined;
  const form = value === undefined ? searchValue(attribute, item) : searchValue(main ?? attribute, value);
  // By way of JSON, as the search form has Dates.
  return canonicalText(JSON.parse(JSON.stringify(form)) as Json);
}

export function asList(value: Json | undefined): Json[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}
