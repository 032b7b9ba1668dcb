// What a create claims for itself: its values of attributes that are unique. Of two that claim the same, the first of
// the request must get it, so they can't be performed at once.
import type { Attribute } from '../schema/model.js';
import { findAttribute } from '../schema/model.js';
import { searchValue } from '../schema/search-form.js';
import type { Json } from '../spec/json.js';
import { isObject } from '../spec/json.js';

/**
 * @param parent the root of a resource type
 * @param data a resource as it came, valid or not
 * @returns a text for each value that must be unique, equal where the values are
 */
export function claimsOf(parent: Attribute, data: unknown): string[] {
  if (!isObject(data)) return [];
  return Object.entries(data).flatMap(([name, value]) => {
    const attribute = findAttribute(parent, name);
    if (attribute === undefined) return [];
    const values = Array.isArray(value) ? value : [value];
    return values.flatMap((one: Json) => [...claimOf(attribute, one), ...claimsOf(attribute, one)]);
  });
}

function claimOf(attribute: Attribute, value: Json): string[] {
  return attribute.uniqueness === 'none' ? [] : [JSON.stringify([attribute.name, searchValue(attribute, value)])];
}
