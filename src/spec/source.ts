// The authored document: the YAML files below openapi/. A file is a component by its folder and its name.
import type { AttributeSchema, ResourceEntry, ResourceSchema } from './attribute-schema.js';
import type { JsonObject } from './json.js';
import { isObject } from './json.js';
import type { MountedLayer } from './layers.js';
import { readDeclared, readDocument } from './layers.js';
import type { Path } from './yaml-file.js';

/** What resources there are. */
export interface Declarations {
  readonly resources: Readonly<Record<string, ResourceEntry>>;
  /** The attributes that every resource has. */
  readonly common: AttributeSchema;
  readonly schemas: Readonly<Record<string, ResourceSchema>>;
}

export interface Source extends Declarations {
  /** openapi.yaml, its paths read in. */
  readonly root: JsonObject & { paths: Record<string, JsonObject> };
  /** paths/_resource.yaml: the operations of a resource type, with placeholders. */
  readonly template: JsonObject;
  /** paths/_me.yaml: the same for /Me. */
  readonly subjectTemplate: JsonObject;
  readonly components: Readonly<Record<string, Record<string, JsonObject>>>;
}

/**
 * Reads openapi/ without checking it against the rules. What runs comes from loadSource.
 * @param directory the folder of openapi.yaml
 * @throws Error that names the file and the line where YAML is broken
 */
export function readSource(directory: string): Source {
  return assemble(wellFormed(readDocument(directory)));
}

/**
 * Reads what a model is built from, and no more.
 * @throws Error that names the file and the line where YAML is broken
 */
export function readDeclarations(directory: string): Declarations {
  return assemble(wellFormed(readDeclared(directory)));
}

function wellFormed(layers: readonly MountedLayer[]): readonly MountedLayer[] {
  for (const { yaml } of layers) {
    const [problem] = yaml.problems;
    if (problem !== undefined) throw new Error(`${yaml.file}:${problem.line}:${problem.column} ${problem.message}`);
  }
  return layers;
}

/** Puts the files of openapi/ together. */
export function assemble(layers: readonly MountedLayer[]): Source {
  const tree: JsonObject = {};
  for (const { yaml, mount } of layers) put(tree, mount, yaml.content);
  return { schemas: {}, components: {}, ...tree } as unknown as Source;
}

/**
 * A schema of the source by the name of its file.
 * @throws Error where there is no such file
 */
export function schemaNamed(source: Pick<Declarations, 'schemas'>, key: string): ResourceSchema {
  const schema = source.schemas[key];
  if (schema === undefined) throw new Error(`resources.yaml names the schema ${key}, but schemas/ has no ${key}.yaml`);
  return schema;
}

/** Objects on the way are copied, so that the content of a file stays what it is. */
function put(tree: JsonObject, [first = '', ...rest]: Path, content: JsonObject): void {
  if (rest.length === 0) {
    tree[first] = content;
    return;
  }
  const below = tree[first];
  const copy = isObject(below) ? { ...below } : {};
  tree[first] = copy;
  put(copy, rest, content);
}
