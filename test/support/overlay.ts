// An overlay: one YAML text with what a document has on top of openapi/: `schemas` by file name, `resources` by name.
import { existsSync, readFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import type { Json } from '../../src/spec/json.js';
import { merge } from '../../src/spec/overlay.js';
import type { Overlay } from '../../src/spec/overlay.js';
import type { Edit } from './temporary-document.js';
import { RESOURCES, temporaryDocument } from './temporary-document.js';

/** A document with overlays laid over it, one after the other. */
export function overlaidDocument(...overlays: readonly Overlay[]): ReturnType<typeof temporaryDocument> {
  const edit = (file: string, parts: readonly (Json | undefined)[]): Edit[] => {
    const given = parts.filter((part) => part !== undefined);
    const base = existsSync(`${RESOURCES}/${file}`)
      ? (parse(readFileSync(`${RESOURCES}/${file}`, 'utf8')) as Json)
      : {};
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
