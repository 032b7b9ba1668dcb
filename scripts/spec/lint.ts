// The house rules of openapi/, each a check with a message that says what is wrong and how to mend it. What OpenAPI
// itself asks for is Redocly's part (redocly.yaml).
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import type { ValidateFunction } from 'ajv';
import type { Json, JsonObject } from '../../src/spec/json.js';
import { isObject } from '../../src/spec/json.js';
import { publish } from '../../src/spec/publish.js';
import { readSource } from '../../src/spec/source.js';
import type { Source } from '../../src/spec/source.js';

/** The faults of the document below a folder, one line each: `where: what is wrong and how to mend it`. */
export function lint(directory: string): string[] {
  const source = readSource(directory);
  const faults = checkVocabulary(directory, source);
  // What the vocabulary refuses can't be published.
  return faults.length > 0 ? faults : [...checkAttributes(source), ...checkDocument(publish(source))];
}

/** Every file of schemas/ and resources.yaml is held by its JSON Schema. */
function checkVocabulary(directory: string, source: Source): string[] {
  const ajv = new Ajv({ allErrors: true });
  const compile = (name: string): ValidateFunction =>
    ajv.compile(JSON.parse(readFileSync(join(directory, 'vocabulary', name), 'utf8')) as JsonObject);
  const attribute = compile('attribute.json');
  const schema = compile('schema.json');
  const resources = compile('resources.json');
  const files: [string, ValidateFunction, unknown][] = [
    ['resources.yaml', resources, source.resources],
    ['schemas/Common.yaml', attribute, source.common],
    ...Object.entries(source.schemas).map(([name, content]): [string, ValidateFunction, unknown] => [
      `schemas/${name}.yaml`,
      schema,
      content,
    ]),
  ];
  return files.flatMap(([file, validate, content]) => {
    if (validate(content)) return [];
    return (validate.errors ?? []).map(({ instancePath, message, params }) => {
      const key = params['additionalProperty'] === undefined ? '' : ` (${String(params['additionalProperty'])})`;
      return `${directory}/${file}: ${instancePath || '/'} ${message ?? ''}${key}: see openapi/vocabulary/`;
    });
  });
}

const NAME = /^(\$ref|[A-Za-z][A-Za-z0-9_-]*)$/;

/** Every attribute has a name that SCIM allows, a description, and says of text whether its case counts. */
function checkAttributes(source: Source): string[] {
  const visit = (file: string, path: string, properties: unknown): string[] =>
    Object.entries((properties ?? {}) as Record<string, JsonObject>).flatMap(([name, attribute]) => {
      const where = `${file}: ${path}${name}`;
      const items = isObject(attribute['items']) ? attribute['items'] : attribute;
      const scim = isObject(attribute['x-scim']) ? attribute['x-scim'] : {};
      const isText = items['type'] === 'string' && items['format'] !== 'date-time' && items['format'] !== 'byte';
      return [
        ...(NAME.test(name) ? [] : [`${where} is no attribute name: letters, digits, - and _ (RFC 7643 section 2.1)`]),
        ...(attribute['description'] === undefined ? [`${where} needs a description: /Schemas and SDKs show it`] : []),
        ...(isText && scim['caseExact'] === undefined
          ? [`${where} needs x-scim.caseExact: does its letter case count in filters?`]
          : []),
        ...visit(file, `${path}${name}.`, items['properties']),
      ];
    });
  return [
    ...visit('schemas/Common.yaml', '', source.common.properties),
    ...Object.entries(source.schemas).flatMap(([name, schema]) => visit(`schemas/${name}.yaml`, '', schema.properties)),
  ];
}

const OPERATION_ID = /^(list|create|get|replace|patch|delete|search|process)[A-Z][A-Za-z0-9]*$/;

/** Names of components that break an SDK, and what it has by that name. */
const TAKEN: Readonly<Record<string, string>> = { Schema: 'an annotation in Java' };

/** Rules of the bundled document, most of them for the generators of SDKs. */
function checkDocument(document: JsonObject): string[] {
  const faults: string[] = [];
  const operationIds: string[] = [];
  const walk = (node: Json, path: string): void => {
    if (Array.isArray(node)) return node.forEach((item, index) => walk(item, `${path}/${index}`));
    if (!isObject(node)) return;
    const id = node['operationId'];
    if (typeof id === 'string') {
      operationIds.push(id);
      if (!OPERATION_ID.test(id)) faults.push(`${path}: operationId ${id} must be a verb and a noun: listUsers`);
      if (node['x-scim-action'] === undefined) faults.push(`${path}: ${id} needs x-scim-action: it names the handler`);
    }
    for (const key of ['example', 'examples', 'default']) {
      const value = node[key];
      if (value !== undefined && hasReference(value)) {
        faults.push(`${path}/${key} has a key $ref: tools take it for a reference; write the example as a string`);
      }
    }
    for (const [key, value] of Object.entries(node)) walk(value, `${path}/${key}`);
  };
  walk(document, '#');
  const schemas = Object.keys((document['components'] as Record<string, JsonObject>)['schemas'] ?? {});
  for (const name of schemas) {
    const clash = operationIds.find((id) => `${id}Response`.toLowerCase() === name.toLowerCase());
    if (clash !== undefined) faults.push(`#/components/schemas/${name} clashes with the operation ${clash} in Go SDKs`);
    if (name in TAKEN) faults.push(`#/components/schemas/${name} is ${TAKEN[name] ?? ''}: give it another name`);
    if (!/^[A-Za-z0-9._-]+$/.test(name)) faults.push(`#/components/schemas/${name} is no component name`);
  }
  return faults;
}

function hasReference(node: Json): boolean {
  if (Array.isArray(node)) return node.some(hasReference);
  return isObject(node) && (typeof node['$ref'] === 'string' || Object.values(node).some(hasReference));
}
