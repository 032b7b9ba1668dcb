// Reads the authored document: the YAML files below openapi/. A file is a component by its folder and its name.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import type { AttributeSchema, ResourceEntry, ResourceSchema } from './attribute-schema.js';
import type { JsonObject } from './json.js';
import { isObject, mapObject } from './json.js';

/** The folders whose files are components, and the kind of component that they are. */
const COMPONENT_FOLDERS = {
  messages: 'schemas',
  parameters: 'parameters',
  responses: 'responses',
  headers: 'headers',
  securitySchemes: 'securitySchemes',
} as const;

export interface Source {
  /** openapi.yaml, its paths read in. */
  readonly root: JsonObject & { paths: Record<string, JsonObject> };
  /** paths/_resource.yaml: the operations of a resource type, with placeholders. */
  readonly template: JsonObject;
  /** paths/_me.yaml: the same for /Me. */
  readonly subjectTemplate: JsonObject;
  readonly resources: Readonly<Record<string, ResourceEntry>>;
  /** The attributes that every resource has. */
  readonly common: AttributeSchema;
  readonly schemas: Readonly<Record<string, ResourceSchema>>;
  readonly components: Readonly<Record<string, Record<string, JsonObject>>>;
}

/**
 * Reads openapi/.
 * @param directory the folder of openapi.yaml
 * @throws Error that names the file, and the line where YAML is broken
 */
export function readSource(directory: string): Source {
  const root = readYaml(join(directory, 'openapi.yaml'));
  const paths = mapObject(root['paths'] as Record<string, JsonObject>, ({ $ref }) =>
    readYaml(join(directory, String($ref))),
  );
  const { Common: common, ...schemas } = readFolder(join(directory, 'schemas'));
  if (common === undefined) throw new Error(`${directory}/schemas/Common.yaml is missing`);
  const components: Record<string, Record<string, JsonObject>> = {};
  for (const [folder, kind] of Object.entries(COMPONENT_FOLDERS)) {
    components[kind] = { ...components[kind], ...readFolder(join(directory, folder)) };
  }
  return {
    root: { ...root, paths },
    template: readYaml(join(directory, 'paths/_resource.yaml')),
    subjectTemplate: readYaml(join(directory, 'paths/_me.yaml')),
    resources: readYaml(join(directory, 'resources.yaml')) as unknown as Record<string, ResourceEntry>,
    common: common as unknown as AttributeSchema,
    schemas: schemas as unknown as Record<string, ResourceSchema>,
    components,
  };
}

/**
 * A schema of the source by the name of its file.
 * @throws Error where there is no such file
 */
export function schemaNamed(source: Source, key: string): ResourceSchema {
  const schema = source.schemas[key];
  if (schema === undefined) throw new Error(`resources.yaml names the schema ${key}, but schemas/ has no ${key}.yaml`);
  return schema;
}

function readFolder(folder: string): Record<string, JsonObject> {
  if (!existsSync(folder)) return {};
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
  return Object.fromEntries(files.sort().map((file) => [basename(file, '.yaml'), readYaml(join(folder, file))]));
}

function readYaml(file: string): JsonObject {
  try {
    const content: unknown = parse(readFileSync(file, 'utf8'));
    if (!isObject(content)) throw new Error('must be a YAML mapping');
    return content;
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
