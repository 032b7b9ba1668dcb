// An overlay: the additions of one deployment to the document, in the words of openapi/. It has `schemas` and
// `resources`, and nothing else: what it means follows from the document that it is laid over.
import { isDeepStrictEqual } from 'node:util';
import type { AttributeSchema, ResourceEntry, ResourceSchema } from './attribute-schema.js';
import type { Json, JsonObject } from './json.js';
import { isObject } from './json.js';
import { COMMON } from './layers.js';
import type { Source } from './source.js';

/** Parts of files of openapi/: `schemas` by the name of their file, `resources` as in resources.yaml. */
export interface Overlay {
  readonly schemas?: JsonObject;
  readonly resources?: JsonObject;
}

/**
 * The source with an overlay over it; neither is touched. Members of a mapping are laid over those of the same name,
 * items of a list are appended where it doesn't have them, `null` takes away, anything else replaces what was there. A
 * list that begins with `null` loses what it had first.
 */
export function applyOverlay(source: Source, overlay: Overlay): Source {
  const { [COMMON]: common = {}, ...schemas } = overlay.schemas ?? {};
  return {
    ...source,
    common: merge(source.common as unknown as Json, common) as unknown as AttributeSchema,
    schemas: merge(source.schemas as unknown as Json, schemas) as unknown as Record<string, ResourceSchema>,
    resources: merge(source.resources as unknown as Json, overlay.resources ?? {}) as unknown as Record<
      string,
      ResourceEntry
    >,
  };
}

/** One tree over another, as applyOverlay says. */
export function merge(below: Json | undefined, above: Json): Json {
  if (Array.isArray(above)) return append(Array.isArray(below) ? below : [], above);
  if (!isObject(above)) return above;
  const result: JsonObject = isObject(below) ? { ...below } : {};
  for (const [key, value] of Object.entries(above)) {
    if (value === null) delete result[key];
    else result[key] = merge(result[key], value);
  }
  return result;
}

function append(below: readonly Json[], above: readonly Json[]): Json[] {
  const [first, ...rest] = above;
  if (first === null) return append([], rest);
  const isNew = (item: Json) => !below.some((had) => isDeepStrictEqual(had, item));
  return [...below, ...above.filter(isNew)];
}
