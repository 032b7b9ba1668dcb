// Judges messages: what each says it is, and one that is part of another by the schemas of the document, as
// openapi-backend judges the body of a request alone.
import { Ajv } from 'ajv';
import { ScimError, show } from '../errors/scim-error.js';
import type { AttributeSchema } from '../spec/attribute-schema.js';
import type { Json, JsonObject } from '../spec/json.js';
import { isObject, mapObject } from '../spec/json.js';
import type { OpenApiDocument } from '../spec/publish.js';
import { canonicaliseMessage } from './canonicalise.js';
import { OF_DOCUMENT, validationError, withFormats } from './validator.js';

/** @throws ScimError invalidSyntax that names what is wrong */
export type MessageReader = (message: Json) => Json;

/**
 * Reads messages of one schema: names in canonical letters, then validated.
 * @param name that of the component
 */
export function createMessageReader({ components }: OpenApiDocument, name: string): MessageReader {
  const schema = resolved({ $ref: `#/components/schemas/${name}` }, components);
  const validate = withFormats(new Ajv(OF_DOCUMENT)).compile(schema as JsonObject);
  return (message) => {
    const canonical = canonicaliseMessage(schema as unknown as AttributeSchema, message);
    if (!validate(canonical)) throw validationError(validate.errors ?? [], 'invalidSyntax');
    return canonical;
  };
}

/** A schema with what it refers to in the place of references. A message refers to nothing that refers to itself. */
function resolved(node: Json, components: OpenApiDocument['components']): Json {
  if (Array.isArray(node)) return node.map((item) => resolved(item, components));
  if (!isObject(node)) return node;
  const { $ref } = node;
  if (typeof $ref !== 'string') return mapObject(node, (value) => resolved(value, components));
  const [, , kind = '', name = ''] = $ref.split('/');
  const target = components[kind]?.[name];
  if (target === undefined) throw new Error(`the document has no ${$ref}`);
  return resolved(target, components);
}

/**
 * A message is identified by the URN in its `schemas` (RFC 7644 sections 3.4.3 and 3.7).
 * @throws ScimError invalidSyntax where it is another one
 */
export function checkMessageSchemas(schemas: readonly string[], urn: string): void {
  if (!namesMessage(schemas, urn)) throw anotherMessage(schemas, urn);
}

/** In any letter case. */
export function namesMessage(schemas: readonly string[], urn: string): boolean {
  return schemas.some((named) => named.toLowerCase() === urn.toLowerCase());
}

export function anotherMessage(schemas: readonly string[], urn: string): ScimError {
  return new ScimError('invalidSyntax', `schemas must name ${urn}, not ${show(schemas.join(', '))}`);
}
