// Which values of a multi-valued complex attribute, before and after a change, are the same one.
import type { Json, JsonObject } from '../spec/json.js';
import { isObject } from '../spec/json.js';
import type { Attribute } from './model.js';
import { findAttribute } from './model.js';
import { searchValue } from './search-form.js';

/**
 * Values have no identity but their `value`, "the attribute's significant value" (RFC 7643 section 2.4). So those with
 * one `value` are the same; another `value` is another one, as where one was removed and one added. Where there is
 * none, or two have the same, nothing tells them apart, and nothing is said of them.
 * @returns by the value that is there after the change, the one that was there before
 */
export function sameValues(
  attribute: Attribute,
  before: readonly Json[],
  after: readonly Json[],
): ReadonlyMap<JsonObject, JsonObject> {
  const had = byValue(attribute, before);
  return new Map(
    [...byValue(attribute, after)].flatMap(([key, item]): [JsonObject, JsonObject][] => {
      const same = had.get(key);
      return same === undefined ? [] : [[item, same]];
    }),
  );
}

function byValue(attribute: Attribute, items: readonly Json[]): ReadonlyMap<string, JsonObject> {
  const main = findAttribute(attribute, 'value');
  const found = new Map<string, JsonObject>();
  const repeated = new Set<string>();
  for (const item of items) {
    const value = main !== undefined && isObject(item) ? item[main.name] : undefined;
    if (main === undefined || !isObject(item) || value === undefined) continue;
    const key = JSON.stringify(searchValue(main, value));
    if (found.has(key)) repeated.add(key);
    found.set(key, item);
  }
  for (const key of repeated) found.delete(key);
  return found;
}
