// What `npm run spec:new` writes: for each kind, the files of openapi/ that are new or have more than before.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from '../../../src/spec/json.js';
import { readSource } from '../../../src/spec/source.js';
import type { AttributeAnswers } from './attribute.js';
import { attributeYaml } from './attribute.js';
import { addEntry, addEntryBefore, addItem, blockText, isThere } from './yaml-text.js';

/** The new text of each file, by its path below the folder. */
export type Edits = Readonly<Record<string, string>>;

export interface SchemaAnswers {
  readonly urn: string;
  readonly description: string;
  /** The name of its first attribute. */
  readonly attribute: string;
}

export interface ResourceAnswers extends SchemaAnswers {
  readonly endpoint: string;
}

export interface ExtensionAnswers extends SchemaAnswers {
  /** The resource type that it extends. */
  readonly on: string;
  readonly required: boolean;
}

const NAME = /^[A-Z][A-Za-z0-9]*$/;
const ATTRIBUTE_NAME = /^[A-Za-z][A-Za-z0-9_-]*$/;

/** A resource type of its own, with one required attribute that names its resources. @throws Error in one line */
export function newResource(directory: string, name: string, answers: ResourceAnswers): Edits {
  checkName(name);
  const first: AttributeAnswers = { type: 'string', multiValued: false, description: `The name of the ${name}.` };
  const { endpoint, description, attribute } = answers;
  const entry = { description, endpoint, schema: name, extensions: [], display: [attribute] };
  return {
    ...schemaFile(directory, name, answers, first, true),
    'resources.yaml': addEntry(read(directory, 'resources.yaml'), [], name, entry),
  };
}

/** A schema extension of a resource type. @throws Error in one line */
export function newExtension(directory: string, name: string, answers: ExtensionAnswers): Edits {
  checkName(name);
  const { on, required } = answers;
  const resources = read(directory, 'resources.yaml');
  if (!isThere(resources, [on])) throw new Error(`resources.yaml has no ${on}: ${typesOf(directory).join(', ')}`);
  const first: AttributeAnswers = { type: 'string', multiValued: false, description: `The label of the ${name}.` };
  return {
    ...schemaFile(directory, name, answers, first, required),
    'resources.yaml': addItem(resources, [on, 'extensions'], { schema: name, required }),
  };
}

/**
 * An attribute of a schema, or a sub-attribute of a complex one.
 * @param place the schema and the name, with those of the attributes above it: `User.name.nickname`
 * @throws Error in one line
 */
export function newAttribute(directory: string, place: string, required: boolean, answers: AttributeAnswers): Edits {
  const [schema = '', ...names] = place.split('.');
  const name = names.at(-1);
  const file = `schemas/${schema}.yaml`;
  if (name === undefined) throw new Error(`${place} must name a schema and an attribute: User.nickname`);
  if (!existsSync(join(directory, file))) {
    throw new Error(`there is no ${file}: ${Object.keys(readSource(directory).schemas).join(', ')}`);
  }
  if (!ATTRIBUTE_NAME.test(name)) {
    throw new Error(`${name} is not an attribute name: a letter, then letters, digits, - and _ (RFC 7643 section 2.1)`);
  }
  const text = read(directory, file);
  const parent = parentPath(text, names.slice(0, -1), place);
  const { schemas, common } = readSource(directory);
  checkIsNew(common, names, place);
  checkIsNew(schemas[schema], names, place);
  const added = addEntry(text, [...parent, 'properties'], name, attributeYaml(answers));
  if (!required) return { [file]: added };
  const withRequired = isThere(text, [...parent, 'required'])
    ? addItem(added, [...parent, 'required'], name)
    : addEntryBefore(added, parent, 'properties', 'required', [name]);
  return { [file]: withRequired };
}

/** The way to the schema or to the complex attribute that gets an attribute more. */
function parentPath(text: string, above: readonly string[], place: string): string[] {
  return above.reduce<string[]>((path, name) => {
    const attribute = [...path, 'properties', name];
    const values = isThere(text, [...attribute, 'items']) ? [...attribute, 'items'] : attribute;
    if (!isThere(text, [...values, 'properties'])) throw new Error(`${place}: ${name} is not a complex attribute`);
    return values;
  }, []);
}

/** Names compare in any letter case (RFC 7643 section 2.1). */
function checkIsNew(schema: unknown, names: readonly string[], place: string): void {
  let node = schema as JsonObject | undefined;
  for (const [index, name] of names.entries()) {
    const properties = ((node?.['items'] as JsonObject | undefined) ?? node)?.['properties'] as JsonObject | undefined;
    const found = Object.keys(properties ?? {}).find((key) => key.toLowerCase() === name.toLowerCase());
    if (index === names.length - 1 && found !== undefined) throw new Error(`${place} is there already, as ${found}`);
    node = properties?.[name] as JsonObject | undefined;
  }
}

function schemaFile(
  directory: string,
  name: string,
  { urn, description, attribute }: SchemaAnswers,
  first: AttributeAnswers,
  required: boolean,
): Edits {
  const file = `schemas/${name}.yaml`;
  if (existsSync(join(directory, file))) throw new Error(`${file} is there already`);
  if (!ATTRIBUTE_NAME.test(attribute)) {
    throw new Error(`${attribute} is not an attribute name: a letter, then letters, digits, - and _`);
  }
  const taken = Object.entries(readSource(directory).schemas).find(
    ([, schema]) => schema['x-scim-schema'].id.toLowerCase() === urn.toLowerCase(),
  );
  if (taken !== undefined) throw new Error(`${urn} is the URN of schemas/${taken[0]}.yaml already`);
  const schema = {
    type: 'object',
    description,
    'x-scim-schema': { id: urn, name },
    ...(required ? { required: [attribute] } : {}),
    properties: { [attribute]: attributeYaml(first) },
  };
  return { [file]: `# ${description}\n${blockText(schema)}` };
}

function checkName(name: string): void {
  if (!NAME.test(name))
    throw new Error(`${name} is not the name of a schema: a capital letter, then letters and digits`);
}

function typesOf(directory: string): string[] {
  return Object.keys(readSource(directory).resources);
}

function read(directory: string, file: string): string {
  return readFileSync(join(directory, file), 'utf8');
}
