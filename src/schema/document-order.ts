// The order of attributes: that of the document, whatever order a client sent them in. RFC 7643 asks for none, but who
// compares two resources, or two answers, sees what is different.
import type { Json, JsonObject } from '../spec/json.js';
import { isObject } from '../spec/json.js';
import type { Attribute } from './model.js';

/**
 * The same object in order, at every depth; what the model has no more comes last.
 * @param parent the attribute whose sub-attributes they are, or the root of a resource type
 */
export function inDocumentOrder(parent: Attribute, object: JsonObject): JsonObject {
  const result: JsonObject = {};
  for (const attribute of parent.subAttributes) {
    const value = object[attribute.name];
    if (value !== undefined) result[attribute.name] = valueInOrder(attribute, value);
  }
  for (const [name, value] of Object.entries(object)) result[name] ??= value;
  return result;
}

function valueInOrder(attribute: Attribute, value: Json): Json {
  if (attribute.type !== 'complex') return value;
  if (Array.isArray(value)) return value.map((item) => valueInOrder(attribute, item));
  return isObject(value) ? inDocumentOrder(attribute, value) : value;
}
