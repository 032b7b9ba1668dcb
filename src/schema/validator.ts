// Judges a whole resource by the write schema of the document. A request body is judged on the way in by
// openapi-backend, from the same schemas; what a PATCH makes of a resource is judged here.
import { Ajv } from 'ajv';
import type { ErrorObject, ValidateFunction } from 'ajv';
import addFormatsModule from 'ajv-formats';
import { article, ScimError, show, showWhole } from '../errors/scim-error.js';
import type { ErrorKey } from '../errors/table.js';
import type { JsonObject } from '../spec/json.js';
import type { OpenApiDocument } from '../spec/publish.js';
import { isBase64, isDateTime } from './data-types.js';
import type { Attribute, Model, ResourceType } from './model.js';
import { findAttribute, isHidden } from './model.js';
import { printNames } from './path.js';

export interface ResourceValidator {
  /** @throws ScimError invalidValue that names the attribute, what came and what was expected */
  check(type: ResourceType, resource: JsonObject): void;
}

/**
 * What every Ajv that reads the document is made with. The document was held to its vocabulary before: to judge its
 * schemas again, each Ajv would compile the schema of JSON Schema first, which took a quarter of a server's start.
 */
export const OF_DOCUMENT = { strict: false, verbose: true, meta: false, validateSchema: false } as const;

/** Adds the formats of the document to an Ajv; shared by every Ajv that reads it. */
export function withFormats(ajv: Ajv): Ajv {
  addFormatsModule.default(ajv);
  ajv.addFormat('date-time', isDateTime);
  // The package's own looks at each line by itself, and one empty line is enough for it.
  ajv.addFormat('byte', isBase64);
  return ajv;
}

/** Compiles the write schema of each resource type. */
export function createValidator(document: OpenApiDocument, model: Model): ResourceValidator {
  const ajv = withFormats(new Ajv(OF_DOCUMENT));
  ajv.addSchema({ $id: 'document', components: document.components });
  const compiled = new Map<string, ValidateFunction>(
    model.resourceTypes.map(({ name }) => [name, ajv.compile({ $ref: `document#/components/schemas/${name}Write` })]),
  );
  return {
    check(type, resource) {
      const validate = compiled.get(type.name);
      if (validate === undefined) throw new Error(`no schema for ${type.name}`);
      if (!validate(resource)) throw validationError(validate.errors ?? [], 'invalidValue', type.root);
    },
  };
}

/** The pattern that any text matches but white space alone. */
const SOMETHING = '\\S';

/** What a value of a format is, in words that need no look into OpenAPI. */
const FORMATS: Readonly<Record<string, string>> = {
  'date-time': 'a date and time with its zone such as "2011-05-13T04:42:34Z"',
  byte: 'base64 (RFC 4648 section 4)',
  uri: 'a URI with its scheme (RFC 3986)',
  'uri-reference': 'a URI, absolute or relative (RFC 3986)',
};

/** What an Ajv error says, by its keyword; the rest is said by Ajv itself. `came` is the value as it may be shown. */
const EXPECTED: Readonly<Record<string, (error: ErrorObject, came: string) => string>> = {
  type: ({ params }, came) => `must be ${article(String(params['type']))}, not ${came}`,
  format: ({ params }, came) => {
    const format = String(params['format']);
    return `must be ${FORMATS[format] ?? `of the format ${format}`}, not ${came}`;
  },
  required: ({ params }) => `needs ${String(params['missingProperty'])}`,
  minimum: ({ params }, came) => `must be ${String(params['limit'])} or more, not ${came}`,
  maximum: ({ params }, came) => `must be ${String(params['limit'])} or less, not ${came}`,
  minLength: ({ params }, came) =>
    params['limit'] === 1
      ? 'must not be empty'
      : `must have ${String(params['limit'])} characters or more, not ${came}`,
  maxLength: ({ params }, came) => `must have ${String(params['limit'])} characters or fewer, not ${came}`,
  pattern: ({ params }, came) =>
    params['pattern'] === SOMETHING ? 'must not be blank' : `must match ${String(params['pattern'])}, not ${came}`,
  minItems: () => 'must not be empty',
  additionalProperties: ({ params }) => `has no ${String(params['additionalProperty'])}`,
};

/**
 * The SCIM error for what Ajv found; its first error speaks.
 * @param key that of an error in the request's body; one in a parameter is always an invalidValue
 * @param root of the type, where the body is a resource: what its attributes hide, the error doesn't show
 */
export function validationError(errors: readonly ErrorObject[], key: ErrorKey, root?: Attribute): ScimError {
  const [error] = errors;
  if (error === undefined) return new ScimError('invalidSyntax', 'the request is not valid');
  const isParameter = /^\/(query|path|headers)/.test(error.instancePath);
  const path = error.instancePath
    .replace(/^\/(requestBody|query|path|headers)/, '')
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  const came = cameOf(error, path, root);
  const what = EXPECTED[error.keyword]?.(error, came) ?? error.message ?? 'is not valid';
  return new ScimError(isParameter ? 'invalidValue' : key, `${printNames(path) || 'the request'} ${what}`);
}

/** The value that is wrong, as it may be shown. A text in place of a message's parts may be one with secrets in it. */
function cameOf({ keyword, data }: ErrorObject, path: readonly string[], root: Attribute | undefined): string {
  if (root !== undefined && leadsToHidden(root, path)) return 'what came';
  const isWhole = path.length === 0 || root === undefined;
  return keyword === 'type' && isWhole ? showWhole(data) : show(data);
}

/** Tells whether a path of names, and of places in lists, leads to or through an attribute that is never shown. */
function leadsToHidden(parent: Attribute, [step, ...rest]: readonly string[]): boolean {
  if (step === undefined) return false;
  const attribute = findAttribute(parent, step);
  return attribute === undefined ? leadsToHidden(parent, rest) : isHidden(attribute) || leadsToHidden(attribute, rest);
}
