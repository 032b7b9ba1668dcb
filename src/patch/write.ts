// How add, replace and remove change one attribute of the object that holds it (RFC 7644 sections 3.5.2.1 to 3.5.2.3).
import { isDeepStrictEqual } from 'node:util';
import { ScimError, show } from '../errors/scim-error.js';
import type { Attribute } from '../schema/model.js';
import { findAttribute } from '../schema/model.js';
import { searchValue } from '../schema/search-form.js';
import type { Json, JsonObject } from '../spec/json.js';
import { isObject } from '../spec/json.js';

/** Changes `holder[attribute]`; a value of undefined is what RFC 7643 section 2.5 calls unassigned. */
export type Write = (holder: JsonObject, attribute: Attribute, value: Json | undefined) => void;

const add: Write = (holder, attribute, value) => {
  if (value === undefined) return;
  if (!attribute.multiValued) return set('add', holder, attribute, value);
  const current = asList(holder[attribute.name]);
  const isNew = (item: Json, index: number, items: readonly Json[]) =>
    ![...current, ...items.slice(0, index)].some((other) => isDeepStrictEqual(other, item));
  holder[attribute.name] = [...current, ...asList(value).filter(isNew)];
};

const replace: Write = (holder, attribute, value) => {
  if (value === undefined) remove(holder, attribute, undefined);
  else if (attribute.multiValued) holder[attribute.name] = asList(value);
  else set('replace', holder, attribute, value);
};

const remove: Write = (holder, attribute, value) => {
  const current = holder[attribute.name];
  if (current === undefined) return;
  if (attribute.required || attribute.mutability === 'immutable') {
    const why = attribute.required ? 'required' : 'immutable';
    throw new ScimError('mutability', `${attribute.name} is ${why} and can't be removed`);
  }
  if (value !== undefined && Array.isArray(current)) {
    const unwanted = asList(value);
    holder[attribute.name] = current.filter((item) => !unwanted.some((other) => isSameValue(attribute, item, other)));
  } else {
    delete holder[attribute.name];
  }
};

export const WRITE = { add, replace, remove } as const satisfies Record<string, Write>;

/** Sets a single value; of a complex one only the sub-attributes that are given. */
function set(kind: 'add' | 'replace', holder: JsonObject, attribute: Attribute, value: Json): void {
  const current = holder[attribute.name];
  if (attribute.type === 'complex' && isObject(value) && isObject(current)) {
    return merge(kind, current, attribute, value);
  }
  if (attribute.mutability === 'immutable' && current !== undefined && !isDeepStrictEqual(current, value)) {
    throw new ScimError('mutability', `${attribute.name} is immutable and has the value ${show(current)}`);
  }
  holder[attribute.name] = value;
}

/** Writes each member of a complex value into another. */
export function merge(kind: 'add' | 'replace', target: JsonObject, attribute: Attribute, value: JsonObject): void {
  for (const [name, member] of Object.entries(value)) {
    const sub = findAttribute(attribute, name);
    if (sub !== undefined) WRITE[kind](target, sub, member);
  }
}

/** Two values of a multi-valued attribute are the same when their `value` is, or all of them where there is none. */
function isSameValue(attribute: Attribute, item: Json, other: Json): boolean {
  const main = findAttribute(attribute, 'value');
  const key = (json: Json) => {
    const found = isObject(json) && main !== undefined ? json[main.name] : undefined;
    return found === undefined ? searchValue(attribute, json) : searchValue(main ?? attribute, found);
  };
  return isDeepStrictEqual(key(item), key(other));
}

export function asList(value: Json | undefined): Json[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}
