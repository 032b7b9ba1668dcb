// An overlay: one YAML text with what a document has on top of openapi/: `schemas` by file name, `resources` by name.
import { existsSync, readFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import type { Json, JsonObject } from '../../src/spec/json.js';
import { isObject } from '../../src/spec/json.js';
import type { Edit } from './temporary-document.js';
import { temporaryDocument } from './temporary-document.js';

export interface Overlay {
  readonly schemas?: JsonObject;
  readonly resources?: JsonObject;
}

/** A copy of openapi/ with overlays laid over it, one after the other. */
export function overlaidDocument(...overlays: readonly Overlay[]): ReturnType<typeof temporaryDocument> {
  const edit = (file: string, parts: readonly (Json | undefined)[]): Edit[] => {
    const given = parts.filter((part) => part !== undefined);
    const base = existsSync(`openapi/${file}`) ? (parse(readFileSync(`openapi/${file}`, 'utf8')) as Json) : {};
    return given.length === 0 ? [] : [[file, '', stringify(given.reduce(merge, base))]];
  };
  const names = new Set(overlays.flatMap(({ schemas = {} }) => Object.keys(schemas)));
  const schemas = [...names].flatMap((name) =>
    edit(
      `schemas/${name}.yaml`,
      overlays.map((overlay) => overlay.schemas?.[name]),
    ),
  );
  const resources = edit(
    'resources.yaml',
    overlays.map((overlay) => overlay.resources),
  );
  return temporaryDocument([...schemas, ...resources]);
}

/** @throws Error where the file is no YAML */
export function readOverlay(file: string): Overlay {
  return parse(readFileSync(file, 'utf8')) as Overlay;
}

/** Mappings merge, lists take what they haven't got, null takes away, anything else is put in place. */
function merge(base: Json | undefined, over: Json): Json {
  if (Array.isArray(base) && Array.isArray(over)) {
    const has = new Set(base.map((item) => JSON.stringify(item)));
    return [...base, ...over.filter((item) => !has.has(JSON.stringify(item)))];
  }
  if (!isObject(over)) return over;
  const result = isObject(base) ? { ...base } : {};
  for (const [key, value] of Object.entries(over)) {
    if (value === null) delete result[key];
    else result[key] = merge(result[key], value);
  }
  return result;
}
