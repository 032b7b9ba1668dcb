// Whether two parts of a document are the same to a machine.
import { isDeepStrictEqual } from 'node:util';
import type { Json } from '../../../src/spec/json.js';
import { isObject, mapObject } from '../../../src/spec/json.js';

/** What humans read, and machines don't follow. */
const TEXT = new Set(['description', 'summary', 'example', 'examples', 'tags', 'x-scim']);

export function isSame(a: Json | undefined, b: Json | undefined): boolean {
  return isDeepStrictEqual(withoutText(a ?? null), withoutText(b ?? null));
}

function withoutText(node: Json): Json {
  if (Array.isArray(node)) return node.map(withoutText);
  if (!isObject(node)) return node;
  return mapObject(node, (value, key): Json | undefined => {
    // What stands there are names of properties, not keywords.
    if (key === 'properties' && isObject(value)) return mapObject(value, withoutText);
    return TEXT.has(key) ? undefined : withoutText(value);
  });
}
