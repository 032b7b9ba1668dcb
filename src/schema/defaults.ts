// The values that attributes with a `default` get where a value that could hold them is given without them.
import type { Json, JsonObject } from '../spec/json.js';
import { isObject } from '../spec/json.js';
import type { Attribute } from './model.js';

/**
 * A complex value, or a whole resource, with the defaults of what it leaves out, at any depth. A complex value that
 * isn't there is not made for them: the default is that of a part.
 */
export function withDefaults(parent: Attribute, object: JsonObject): JsonObject {
  const result = { ...object };
  for (const attribute of parent.subAttributes) {
    const value = object[attribute.name] ?? attribute.default;
    if (value !== undefined) result[attribute.name] = defaulted(attribute, value);
  }
  return result;
}

/** The value or the values of an attribute, each with its defaults. */
export function defaulted(attribute: Attribute, value: Json): Json {
  if (Array.isArray(value)) return value.map((item) => defaulted(attribute, item));
  return isObject(value) ? withDefaults(attribute, value) : value;
}
