// References to resources that the same request creates: "bulkId:" and the bulkId of their POST, as a whole value, as
// the last segment of a URI, or quoted in the path of a PATCH (RFC 7644 section 3.7.2).
import { ScimError, show } from '../errors/scim-error.js';
import type { Json } from '../spec/json.js';
import { isObject, mapObject } from '../spec/json.js';

/** In a value path the reference ends with its quotation mark, in a URI with the segment. */
const REFERENCE = /(?<=^|[/"])bulkId:([^"/]+)/g;

/** The bulkIds that a text, or any text in a value, refers to. */
export function findReferences(value: unknown): string[] {
  if (typeof value === 'string') return [...value.matchAll(REFERENCE)].map(([, bulkId = '']) => bulkId);
  if (Array.isArray(value)) return value.flatMap(findReferences);
  return isObject(value) ? Object.values(value).flatMap(findReferences) : [];
}

/**
 * The value with the id of the new resource in the place of each reference.
 * @throws ScimError invalidValue where a reference leads to no POST of the request
 */
export function resolveReferences<T extends Json>(value: T, newIds: ReadonlyMap<string, { readonly id: string }>): T {
  const resolve = (node: Json): Json => {
    if (typeof node === 'string') return node.replace(REFERENCE, (_reference, bulkId: string) => idOf(bulkId));
    if (Array.isArray(node)) return node.map(resolve);
    return isObject(node) ? mapObject(node, resolve) : node;
  };
  const idOf = (bulkId: string): string => {
    const assigned = newIds.get(bulkId);
    if (assigned === undefined) {
      throw new ScimError('invalidValue', `${show(`bulkId:${bulkId}`)} refers to no POST of this request`);
    }
    return assigned.id;
  };
  return resolve(value) as T;
}
