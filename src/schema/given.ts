// The attributes that a value has, at any depth: what a client gave.
import type { Json } from '../spec/json.js';
import { isObject } from '../spec/json.js';
import type { Attribute } from './model.js';
import { findAttribute } from './model.js';

/** @param attribute that of the value; the root of its type where it is a resource */
export function givenAttributes(attribute: Attribute, value: Json | undefined): Attribute[] {
  // The parts of an edge are the server's to show, and there may be very many.
  if (attribute.type !== 'complex' || attribute.edge !== undefined) return [];
  if (Array.isArray(value)) return value.flatMap((item) => givenAttributes(attribute, item));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, member]) => {
    const part = findAttribute(attribute, name);
    return part === undefined ? [] : [part, ...givenAttributes(part, member)];
  });
}
