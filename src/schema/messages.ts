// Judges a message that is part of another one: openapi-backend judges the body of a request alone. By the same schemas
// of the document.
import { Ajv } from 'ajv';
import type { AttributeSchema } from '../spec/attribute-schema.js';
import type { Json } from '../spec/json.js';
import type { OpenApiDocument } from '../spec/publish.js';
import { canonicaliseMessage } from './canonicalise.js';
import { validationError, withFormats } from './validator.js';

/** @throws ScimError invalidSyntax that names what is wrong */
export type MessageReader = (message: Json) => Json;

/**
 * Reads messages of one schema: names in canonical letters, then validated.
 * @param name that of the component
 */
export function createMessageReader({ components }: OpenApiDocument, name: string): MessageReader {
  const schema = components['schemas']?.[name];
  if (schema === undefined) throw new Error(`the document has no schema ${name}`);
  const validate = withFormats(new Ajv({ strict: false, verbose: true })).compile(schema);
  return (message) => {
    const canonical = canonicaliseMessage(schema as unknown as AttributeSchema, message);
    if (!validate(canonical)) throw validationError(validate.errors ?? [], 'invalidSyntax');
    return canonical;
  };
}
