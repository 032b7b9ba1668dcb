// Puts what differs from run to run into a fixed form: ids, times, cursors, the URL of the server.
import type { Examples } from '../../src/spec/examples.js';
import type { Json } from '../../src/spec/json.js';
import { isObject } from '../../src/spec/json.js';

const BASE_URL = 'https://scim.example.com/scim/v2';
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const CURSORS = new Set(['nextCursor', 'previousCursor']);
/** A resource that was changed was so later than it was created. */
const CREATED = '2026-01-05T09:00:00.000Z';
const MODIFIED = '2026-02-09T16:30:00.000Z';

/** The same examples for every run. An id becomes the number of its first appearance. @param url of the server */
export function fixed(examples: Examples, url: string): Examples {
  const ids = new Map<string, string>();
  const idOf = (id: string) => {
    const known = ids.get(id) ?? `01900000-0000-7000-8000-${String(ids.size + 1).padStart(12, '0')}`;
    ids.set(id, known);
    return known;
  };
  const text = (value: string) => value.replaceAll(url, BASE_URL).replace(UUID, idOf);
  const walk = (node: Json): Json => {
    if (typeof node === 'string') return text(node);
    if (Array.isArray(node)) return node.map(walk);
    if (!isObject(node)) return node;
    const { created, lastModified } = node;
    const isMeta = typeof created === 'string' && typeof lastModified === 'string';
    const times = isMeta ? { created: CREATED, lastModified: lastModified === created ? CREATED : MODIFIED } : {};
    return Object.fromEntries(
      Object.entries({ ...node, ...times })
        // Tools take a `$ref` with a string for a reference to a part of the document, also in an example.
        .filter(([key, value]) => key !== '$ref' || typeof value !== 'string')
        .map(([key, value]) => [key, CURSORS.has(key) ? 'opaque-cursor' : walk(value as Json)]),
    );
  };
  return walk(examples as unknown as Json) as unknown as Examples;
}
