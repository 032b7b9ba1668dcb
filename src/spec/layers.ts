// The files that a source is made of, and where each part of it stands in them: openapi/ file by file, then overlays.
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Json, JsonObject } from './json.js';
import { isObject } from './json.js';
import type { Path, Position, YamlFile } from './yaml-file.js';
import { readYamlFile } from './yaml-file.js';

export interface Layer {
  readonly yaml: YamlFile;
  readonly isOverlay: boolean;
  /** Where a part of the source stands in the file; undefined of one that this file can't have. */
  within(path: Path): Path | undefined;
}

export interface MountedLayer extends Layer {
  /** The path in the source of all that the file has. */
  readonly mount: Path;
}

export interface Place extends Position {
  readonly file: string;
}

/** The schema whose attributes every resource has. */
export const COMMON = 'Common';

/** The folders whose files are components, and the kind of component that they are. */
const COMPONENT_FOLDERS = {
  messages: 'schemas',
  parameters: 'parameters',
  responses: 'responses',
  headers: 'headers',
  securitySchemes: 'securitySchemes',
} as const;

/**
 * The files of openapi/, with the path of each in the source.
 * @param shared the folder of another document, whose components this one may use as its own; who is let in, each
 *   document says by itself
 */
export function readDocument(directory: string, shared?: string): MountedLayer[] {
  const { read } = readerOf(directory);
  const root = read('openapi.yaml', 'root');
  const paths = Object.entries(isObject(root.yaml.content['paths']) ? root.yaml.content['paths'] : {});
  return [
    root,
    ...paths.map(([path, item]) => read(String(isObject(item) ? item['$ref'] : item), 'root', 'paths', path)),
    read('paths/_resource.yaml', 'template'),
    read('paths/_me.yaml', 'subjectTemplate'),
    ...readDeclared(directory),
    ...(shared === undefined ? [] : readComponents(shared).filter(({ mount }) => !mount.includes('securitySchemes'))),
    ...readComponents(directory),
  ];
}

function readComponents(directory: string): MountedLayer[] {
  const { folder } = readerOf(directory);
  return Object.entries(COMPONENT_FOLDERS).flatMap(([name, kind]) => folder(name, 'components', kind));
}

/** Those of them that say what resources there are. */
export function readDeclared(directory: string): MountedLayer[] {
  const { read, folder } = readerOf(directory);
  return [
    read('resources.yaml', 'resources'),
    read(`schemas/${COMMON}.yaml`, 'common'),
    ...folder('schemas', 'schemas').filter(({ mount }) => mount.at(-1) !== COMMON),
  ];
}

function readerOf(directory: string) {
  const read = (file: string, ...mount: string[]) => layer(readYamlFile(join(directory, file)), mount);
  const folder = (name: string, ...mount: string[]) =>
    yamlFilesOf(join(directory, name)).map((file) => read(`${name}/${file}`, ...mount, basename(file, '.yaml')));
  return { read, folder };
}

/** An overlay file. */
export function readOverlay(file: string): Layer {
  return overlayLayer(readYamlFile(file));
}

export function overlayLayer(yaml: YamlFile): Layer {
  const within = ([first = '', ...rest]: Path): Path | undefined => {
    if (first === 'common') return ['schemas', COMMON, ...rest];
    return first === 'schemas' || first === 'resources' ? [first, ...rest] : undefined;
  };
  return { yaml, isOverlay: true, within };
}

/**
 * Where a part of a source stands: in the last file that has it, or else what is nearest to it.
 * @param source what the layers made
 */
export function locate(layers: readonly Layer[], source: Json, path: Path): Place | undefined {
  for (let length = path.length; length >= 0; length -= 1) {
    for (const { yaml, within } of layers.toReversed()) {
      const inFile = within(path.slice(0, length));
      const found = inFile && yaml.position(asInFile(yaml.content, source, inFile, path.slice(0, length)));
      if (found !== undefined) return { file: yaml.file, ...found };
    }
  }
  return undefined;
}

/** An item of a list may have another index in the file than in the source, where lists were put together. */
function asInFile(content: JsonObject, source: Json, inFile: Path, path: Path): Path {
  const shift = inFile.length - path.length;
  let node: Json | undefined = content;
  return inFile.map((key, index) => {
    const merged = member(source, path.slice(0, index - shift + 1));
    const own =
      typeof key === 'number' && Array.isArray(node) ? node.findIndex((item) => isDeepStrictEqual(item, merged)) : key;
    node = node === undefined ? undefined : member(node, [own]);
    return own;
  });
}

/** The part of a tree at a path. */
export function member(tree: Json, path: Path): Json | undefined {
  return path.reduce<Json | undefined>((node, key) => {
    if (Array.isArray(node)) return node[Number(key)];
    return isObject(node) ? node[key] : undefined;
  }, tree);
}

function layer(yaml: YamlFile, mount: Path): MountedLayer {
  const within = (path: Path) =>
    mount.every((key, index) => path[index] === key) ? path.slice(mount.length) : undefined;
  return { yaml, mount, isOverlay: false, within };
}

function yamlFilesOf(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort();
}
