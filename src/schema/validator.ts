// Judges a whole resource by the write schema of the document. A request body is judged on the way in by
// openapi-backend, from the same schemas; what a PATCH makes of a resource is judged here.
import { Ajv } from 'ajv';
import type { ErrorObject, ValidateFunction } from 'ajv';
import addFormatsModule from 'ajv-formats';
import { ScimError, show } from '../errors/scim-error.js';
import type { ErrorKey } from '../errors/table.js';
import type { AttributeSchema } from '../spec/attribute-schema.js';
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
  ajv.addFormat('date-time', isDateTime);
  return ajv;
}

/** Compiles the write schema of each resource type. */
export function createValidator(document: OpenApiDocument, model: Model): ResourceValidator {
  const ajv = withFormats(new Ajv({ strict: false, verbose: true }));
  ajv.addSchema({ $id: 'document', components: document.components });
  const compiled = new Map<string, ValidateFunction>(
    model.resourceTypes.map(({ name }) => [name, ajv.compile({ $ref: `document#/components/schemas/${name}Write` })]),
  );
  return {
    check(type, resource) {
      const validate = compiled.get(type.name);
      if (validate === undefined) throw new Error(`no schema for ${type.name}`);
      if (!validate(resource)) throw validationError(validate.errors ?? [], 'invalidValue');
    },
  };
}

/** What an Ajv error says, by its keyword; the rest is said by Ajv itself. */
const EXPECTED: Readonly<Record<string, (error: ErrorObject) => string>> = {
  type: (error) => `must be ${article(String(error.params['type']))}, not ${came(error)}`,
  format: (error) => `must have the format ${String(error.params['format'])}, not ${came(error)}`,
  required: ({ params }) => `needs ${String(params['missingProperty'])}`,
  minLength: (error) =>
    error.params['limit'] === 1
      ? 'must not be empty'
      : `must have ${String(error.params['limit'])} characters or more, not ${came(error)}`,
  maxLength: (error) => `must have ${String(error.params['limit'])} characters or fewer, not ${came(error)}`,
  pattern: (error) => `must match ${String(error.params['pattern'])}, not ${came(error)}`,
  minItems: () => 'must not be empty',
  additionalProperties: ({ params }) => `has no ${String(params['additionalProperty'])}`,
};

/**
 * The SCIM error for what Ajv found; its first error speaks.
 * @param key that of an error in the request's body; one in a parameter is always an invalidValue
 */
export function validationError(errors: readonly ErrorObject[], key: ErrorKey): ScimError {
  const [error] = errors;
  if (error === undefined) return new ScimError('invalidSyntax', 'the request is not valid');
  const isParameter = /^\/(query|path|headers)/.test(error.instancePath);
  const path = error.instancePath
    .replace(/^\/(requestBody|query|path|headers)/, '')
    .split('/')
    .slice(1);
  const where = path.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~')).join('.') || 'the request';
  const what = EXPECTED[error.keyword]?.(error) ?? error.message ?? 'is not valid';
  return new ScimError(isParameter ? 'invalidValue' : key, `${where} ${what}`);
}

/** The value that came, unless it is a secret: errors end up in logs. */
function came({ data, parentSchema }: ErrorObject): string {
  const { secret } = ((parentSchema ?? {}) as AttributeSchema)['x-scim'] ?? {};
  return secret === undefined ? show(data) : 'what came';
}

function article(type: string): string {
  return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;
}
