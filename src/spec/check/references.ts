// What the authored files refer to by `$ref`, with the placeholders of a path template filled for each resource type.
import { isDataKeyword } from '../data.js';
import type { Json } from '../json.js';
import { isObject } from '../json.js';
import type { Source } from '../source.js';
import type { Path } from '../yaml-file.js';

interface Reference {
  readonly text: string;
  /** `schemas` and `Error` of `#/components/schemas/Error`. */
  readonly kind: string;
  readonly name: string;
  readonly at: Path;
}

/** The parts of a source that are plain OpenAPI. */
export const PLAIN = ['root', 'template', 'subjectTemplate', 'components'] as const;

/** Every reference of the parts that are plain OpenAPI. */
export function references(source: Source): Reference[] {
  const schemas = Object.values(source.resources)
    .map(({ schema }) => schema)
    .filter((key) => Object.hasOwn(source.schemas, key));
  return PLAIN.flatMap((part) => [...walk(source[part] as Json, [part])]).flatMap(({ node, path }): Reference[] => {
    // A *property* named $ref has an object for its value; only a string is a reference.
    if (!isObject(node) || typeof node['$ref'] !== 'string' || isInData(path)) return [];
    const { $ref } = node;
    const texts = $ref.includes('${Schema}') ? schemas.map((schema) => $ref.replaceAll('${Schema}', schema)) : [$ref];
    return texts.map((text) => {
      const [, , kind = '', name = ''] = text.split('/');
      return { text, kind, name, at: [...path, '$ref'] };
    });
  });
}

/** Tells whether a path leads into an example or a default: a $ref there is none. */
function isInData(path: Path): boolean {
  return path.some((_key, index) => isDataKeyword(path.slice(0, index + 1)));
}

/** Every part of a tree, with its path. */
export function* walk(node: Json, path: Path): Generator<{ node: Json; path: Path }> {
  yield { node, path };
  const parts = Array.isArray(node) ? node.entries() : isObject(node) ? Object.entries(node) : [];
  for (const [key, part] of parts) yield* walk(part, [...path, key]);
}
