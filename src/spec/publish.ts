// Makes the published document out of the source: resource types expanded by the path template, schemas derived,
// components that nothing refers to left out. The same function serves the server at start and `npm run spec`.
import type { ResourceEntry } from './attribute-schema.js';
import { isDataKeyword } from './data.js';
import { deriveSchemas } from './derive.js';
import type { Json, JsonObject } from './json.js';
import { isObject, mapObject } from './json.js';
import type { NameClash } from './name-schemas.js';
import { nameSchemas } from './name-schemas.js';
import type { Source } from './source.js';
import { schemaNamed } from './source.js';
import type { Path } from './yaml-file.js';

export interface Operation extends JsonObject {
  operationId: string;
  'x-scim-action': string;
}

export interface OpenApiDocument extends JsonObject {
  paths: Record<string, Record<string, Operation>>;
  components: Record<string, Record<string, JsonObject>>;
}

/**
 * The published document of a source.
 * @throws Error where a reference leads nowhere, several resource types want to be /Me, or two schemas have one name
 */
export function publish(source: Source): OpenApiDocument {
  const types = Object.entries(source.resources);
  const expanded = types.map(([type, entry]) => expand(source, source.template, type, entry));
  const subjects = types.filter(([, { subject }]) => subject === true);
  if (subjects.length > 1) {
    throw new Error(
      `resources.yaml: /Me is one resource type, but ${subjects.map(([type]) => type).join(' and ')} say subject`,
    );
  }
  const me = subjects.map(([type, entry]) => expand(source, source.subjectTemplate, type, entry));
  const { tags, paths, ...root } = source.root;
  const document = {
    ...root,
    tags: [...expanded.map(({ tag }) => tag), ...((tags as Json[] | undefined) ?? [])],
    paths: together([
      ...[...expanded, ...me].map((part) => part['paths'] as OpenApiDocument['paths']),
      paths as OpenApiDocument['paths'],
    ]),
  };
  const components = { ...source.components, schemas: schemasOf(source, refuse) };
  return { ...document, components: reachable(document as unknown as JsonObject, components) } as OpenApiDocument;
}

/** The complex attributes whose schemas would have one name with another. */
export function nameClashes(source: Source): NameClash[] {
  const clashes: NameClash[] = [];
  schemasOf(source, (clash) => clashes.push(clash));
  return clashes;
}

/** The schemas that are published. */
function schemasOf(source: Source, clash: (found: NameClash) => void): Record<string, JsonObject> {
  const common = new Set(Object.keys(source.common.properties ?? {}));
  return nameSchemas({ ...deriveSchemas(source), ...source.components['schemas'] }, common, clash);
}

function refuse({ names }: NameClash): never {
  throw new Error(`two schemas would be named ${names.join(' or ')}: rename the attribute or the schema`);
}

/** Of a path that several have, the operations of all: one that a resource type alone has stands in openapi.yaml. */
function together(all: readonly OpenApiDocument['paths'][]): OpenApiDocument['paths'] {
  const items = all.flatMap((paths) => Object.entries(paths));
  const merged: OpenApiDocument['paths'] = {};
  for (const [path, item] of items) merged[path] = { ...merged[path], ...item };
  return merged;
}

/** Marks what only a resource type with edges has. */
const ONLY_WITH_EDGES = 'x-scim-edges';

/** Fills the placeholders of the path template, in keys and values, for one resource type and the operations it has. */
function expand(source: Source, template: JsonObject, type: string, entry: ResourceEntry): JsonObject {
  const { properties } = schemaNamed(source, entry.schema);
  const hasEdges = Object.values(properties).some((attribute) => attribute['x-scim']?.edge !== undefined);
  const values: Record<string, string> = {
    Type: type,
    Schema: type,
    Types: entry.endpoint.replace(/^\//, ''),
    endpoint: entry.endpoint,
    description: entry.description,
  };
  const fill = (text: string) => text.replace(/\$\{(\w+)\}/g, (_match, name: string) => values[name] ?? '');
  const walk = (node: Json): Json => {
    if (typeof node === 'string') return fill(node);
    if (Array.isArray(node)) return node.map(walk);
    if (!isObject(node)) return node;
    const kept = Object.entries(node).filter(
      ([key, value]) => key !== ONLY_WITH_EDGES && (hasEdges || !isObject(value) || value[ONLY_WITH_EDGES] !== true),
    );
    return Object.fromEntries(kept.map(([key, value]) => [fill(key), walk(value)]));
  };
  return offered(walk(template) as JsonObject, entry);
}

/** Leaves out the operations that a resource type hasn't, and paths without any. */
function offered(expanded: JsonObject, { actions }: ResourceEntry): JsonObject {
  if (actions === undefined) return expanded;
  const isLacking = (part: Json) =>
    isObject(part) && 'x-scim-action' in part && !actions.includes(String(part['x-scim-action']));
  const paths = mapObject(expanded['paths'] as Record<string, JsonObject>, (item) => {
    const kept = mapObject(item, (part) => (isLacking(part) ? undefined : part));
    return Object.keys(kept).some((key) => key !== 'parameters') ? kept : undefined;
  });
  return { ...expanded, paths };
}

/** The components that the document reaches by `$ref`, security schemes always. */
function reachable(document: JsonObject, components: OpenApiDocument['components']): OpenApiDocument['components'] {
  const reached = new Set<string>();
  const visit = (node: Json, path: Path): void => {
    if (Array.isArray(node)) node.forEach((item, index) => visit(item, [...path, index]));
    else if (isObject(node)) Object.entries(node).forEach(([key, value]) => follow(key, value, [...path, key]));
  };
  const follow = (key: string, value: Json, path: Path): void => {
    // A $ref in data is none.
    if (isDataKeyword(path)) return;
    // A *property* named $ref has an object for its value; only a string is a reference.
    if (key !== '$ref' || typeof value !== 'string') return visit(value, path);
    if (reached.has(value)) return;
    reached.add(value);
    const [, , kind = '', name = ''] = value.split('/');
    const target = components[kind]?.[name];
    if (target === undefined) throw new Error(`the document refers to ${value}, which does not exist`);
    visit(target, ['components', kind, name]);
  };
  visit(document, []);
  return mapObject(components, (ofKind, kind) => {
    const kept = mapObject(ofKind, (component, name) =>
      kind === 'securitySchemes' || reached.has(`#/components/${kind}/${name}`) ? component : undefined,
    );
    return Object.keys(kept).length > 0 ? kept : undefined;
  });
}
