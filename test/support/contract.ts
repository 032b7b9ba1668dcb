// Holds answers to a published document: openapi/dist/openapi.json, as integrators get it, or what a server publishes.
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import type { ValidateFunction } from 'ajv';
import { createRouteTable } from '../../src/http/routes.js';
import { OF_DOCUMENT, withFormats } from '../../src/schema/validator.js';
import type { JsonObject } from '../../src/spec/json.js';
import type { Operation, OpenApiDocument } from '../../src/spec/publish.js';

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
  readonly text: string;
}

/** @throws Error where the document doesn't say what was answered */
export type Contract = (method: string, path: string, answer: Answer) => void;

const ERROR: JsonObject = { $ref: '#/components/schemas/Error' };
/** Errors that any request may meet before an operation is found or asked. */
const ANY_OPERATION = new Set([404, 405, 413, 415]);
const SCIM_JSON = 'application/scim+json; charset=utf-8';

/** What a document promises. */
export function contractOf(document: OpenApiDocument): Contract {
  const ajv = withFormats(new Ajv({ ...OF_DOCUMENT, allErrors: true, formats: { byte: true } }));
  ajv.addSchema({ $id: 'document', components: document.components });
  const compiled = new WeakMap<JsonObject, ValidateFunction>();
  const table = createRouteTable(
    Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item)
        .filter(([method]) => method !== 'parameters')
        .map(([method, operation]) => ({ ...operation, path, method })),
    ),
  );

  const checkBody = (where: string, schema: JsonObject, { headers, body, text }: Answer): void => {
    if (headers.get('content-type') !== SCIM_JSON) {
      throw new Error(`${where} as ${headers.get('content-type')}: ${text}`);
    }
    const validate = compiled.get(schema) ?? ajv.compile({ $ref: `document${String(schema['$ref'])}` });
    compiled.set(schema, validate);
    if (!validate(body)) throw new Error(`${where}: ${ajv.errorsText(validate.errors)}\n${text}`);
  };
  const resolve = (node: JsonObject): JsonObject => {
    const { $ref } = node;
    if (typeof $ref !== 'string') return node;
    const [, , kind = '', name = ''] = $ref.split('/');
    return document.components[kind]?.[name] ?? {};
  };
  const responseOf = (operation: Operation, status: number): JsonObject | undefined => {
    const response = (operation['responses'] as Record<string, JsonObject>)[String(status)];
    return response === undefined ? undefined : resolve(response);
  };

  return (method, path, answer) => {
    const where = `${method} ${path} answered ${answer.status}`;
    const match = table.match(method === 'HEAD' ? 'GET' : method, path.split('?')[0] ?? '');
    const operation = match.kind === 'operation' ? match.operation : undefined;
    const declared = operation === undefined ? undefined : responseOf(operation, answer.status);
    if (declared === undefined) {
      if (operation !== undefined && !ANY_OPERATION.has(answer.status))
        throw new Error(`${where}, which is not declared`);
      checkBody(where, ERROR, answer);
      return;
    }
    for (const [name, header] of Object.entries((declared['headers'] ?? {}) as Record<string, JsonObject>)) {
      const { required } = resolve(header);
      if (required === true && !answer.headers.has(name)) throw new Error(`${where} without ${name}`);
    }
    const content = declared['content'] as Record<string, JsonObject> | undefined;
    const schema = content?.['application/scim+json']?.['schema'];
    if (schema === undefined) {
      if (answer.text !== '') throw new Error(`${where} with a body, which is not declared`);
    } else if (method !== 'HEAD') {
      checkBody(where, schema as JsonObject, answer);
    }
  };
}

/** The contract of the document of this repository. */
export const checkAnswer = contractOf(JSON.parse(readFileSync('openapi/dist/openapi.json', 'utf8')) as OpenApiDocument);
