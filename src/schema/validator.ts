// Judges a whole resource by the write schema of the document. A request body is judged on the way in by
// openapi-backend, from the same schemas; what a PATCH makes of a resource is judged here.
import { Ajv } from 'ajv';
import type { ErrorObject, ValidateFunction } from 'ajv';
import addFormatsModule from 'ajv-formats';
import { ScimError, show } from '../errors/scim-error.js';
import type { ErrorKey } from '../errors/table.js';
import type { JsonObject } from '../spec/json.js';
import type { OpenApiDocument } from '../spec/publish.js';
import { isDateTime } from './date-time.js';
import type { Model, ResourceType } from './model.js';

export interface ResourceValidator {
  /** @throws ScimError invalidValue that names the attribute, what came and what was expected */
  check(type: ResourceType, resource: JsonObject): void;
}

/** Adds the formats of the document to an Ajv; shared by every Ajv that reads it. */
export function withFormats(ajv: Ajv): Ajv {
  addFormatsModule.default(ajv);
  return ajv.addFormat('date-time', isDateTime);
}

/** Compiles the write schema of each resource type. */
export function createValidator(document: OpenApiDocument, model: Model): ResourceValidator {
  const ajv = withFormats(new Ajv({ strict: false, verbose: true }));
  ajv.addSchema({ $id: 'document', components: document.components });
  const compiled = new Map<string, ValidateFunction>(
    model.resourceTypes.map(({ name, schema }) => [
      name,
      ajv.compile({ $ref: `document#/components/schemas/${schema.key}Write` }),
    ]),
  );
  return {
    check(type, resource) {
      const validate = compiled.get(type.name);
      if (validate === undefined) throw new Error(`no schema for ${type.name}`);
      if (!validate({ schemas: [type.schema.id], ...resource })) throw validationError(validate.errors ?? []);
    },
  };
}

/** What an Ajv error says, by its keyword; the rest is said by Ajv itself. */
const EXPECTED: Readonly<Record<string, (error: ErrorObject) => string>> = {
  type: ({ params, data }) => `must be ${article(String(params['type']))}, not ${show(data)}`,
  format: ({ params, data }) => `must have the format ${String(params['format'])}, not ${show(data)}`,
  required: ({ params }) => `needs ${String(params['missingProperty'])}`,
  minLength: () => 'must not be empty',
  minItems: () => 'must not be empty',
  additionalProperties: ({ params }) => `has no ${String(params['additionalProperty'])}`,
};

const KEYS: Readonly<Record<string, ErrorKey>> = { minItems: 'invalidSyntax' };

/** The SCIM error for what Ajv found; its first error speaks. */
export function validationError(errors: readonly ErrorObject[]): ScimError {
  const [error] = errors;
  if (error === undefined) return new ScimError('invalidSyntax', 'the request is not valid');
  const path = error.instancePath
    .replace(/^\/(requestBody|query|path|headers)/, '')
    .split('/')
    .slice(1);
  const where = path.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~')).join('.') || 'the request';
  const what = EXPECTED[error.keyword]?.(error) ?? error.message ?? 'is not valid';
  return new ScimError(KEYS[error.keyword] ?? 'invalidValue', `${where} ${what}`);
}

function article(type: string): string {
  return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;
}
