// The examples of the published document: what a server really answered, kept in openapi/examples/, one file for each
// operation and for each response that operations share. The server doesn't validate by them, so they join the document
// where it is shown.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { JsonObject } from './json.js';
import { isObject, mapObject } from './json.js';
import type { OpenApiDocument } from './publish.js';

const SCIM = 'application/scim+json';

/** By name, with a summary and a value, as OpenAPI has them. */
export type NamedExamples = Readonly<Record<string, { readonly summary: string; readonly value: JsonObject }>>;

export interface Examples {
  /** By operationId; those of one operation by `request`, or by the status of the answer. */
  readonly operations: Readonly<Record<string, Readonly<Record<string, NamedExamples>>>>;
  /** By the name of the component. */
  readonly responses: Readonly<Record<string, NamedExamples>>;
}

/** Reads `operations/` and `responses/` below a folder; a document without examples has none. */
export function readExamples(directory: string): Examples {
  return {
    operations: readFolder(join(directory, 'operations')),
    responses: readFolder(join(directory, 'responses')),
  };
}

/** The document with its examples; those of what it hasn't are left out. */
export function withExamples(document: OpenApiDocument, { operations, responses }: Examples): OpenApiDocument {
  const paths = mapObject(document.paths, (item) =>
    mapObject(item, (operation) => {
      const examples = operations[operation.operationId];
      if (examples === undefined) return operation;
      const { request, ...answers } = examples;
      return {
        ...operation,
        ...(isObject(operation['requestBody']) ? { requestBody: illustrate(operation['requestBody'], request) } : {}),
        responses: mapObject(operation['responses'] as Record<string, JsonObject>, (response, status) =>
          illustrate(response, answers[status]),
        ),
      };
    }),
  );
  const shared = mapObject(document.components['responses'] ?? {}, (response, name) =>
    illustrate(response, responses[name]),
  );
  return { ...document, paths, components: { ...document.components, responses: shared } };
}

/** A request body or a response, with examples of its content. */
function illustrate(node: JsonObject, examples: NamedExamples | undefined): JsonObject {
  const { content } = node;
  if (examples === undefined || !isObject(content) || !isObject(content[SCIM])) return node;
  return { ...node, content: { ...content, [SCIM]: { ...content[SCIM], examples } } };
}

function readFolder<T>(folder: string): Record<string, T> {
  if (!existsSync(folder)) return {};
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return Object.fromEntries(
    files.sort().map((file) => [basename(file, '.json'), JSON.parse(readFileSync(join(folder, file), 'utf8')) as T]),
  );
}
