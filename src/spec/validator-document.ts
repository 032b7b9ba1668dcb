// The copy of the published document that openapi-backend gets to validate requests by. It reads bodies under
// application/json alone (openapi-backend issue 373): under application/scim+json it would validate nothing. Responses
// are left out: tests hold them to the published document, and compiling them would take most of the start.
import type { Json, JsonObject } from './json.js';
import { isObject, mapObject } from './json.js';
import type { OpenApiDocument, Operation } from './publish.js';

const SCIM = 'application/scim+json';
const NO_RESPONSES: JsonObject = { default: { description: 'Not validated.' } };

/** A deep copy without responses, in which each SCIM media type also stands as application/json. */
export function validatorDocument(document: OpenApiDocument): OpenApiDocument {
  const paths = mapObject(document.paths, (item) =>
    mapObject(item, (operation, key): Operation =>
      key === 'parameters' ? operation : { ...operation, responses: NO_RESPONSES },
    ),
  );
  const { responses: _responses, headers: _headers, ...components } = document.components;
  return copy({ ...document, paths, components }) as OpenApiDocument;
}

function copy(node: Json): Json {
  if (Array.isArray(node)) return node.map(copy);
  if (!isObject(node)) return node;
  const result: JsonObject = {};
  for (const [key, value] of Object.entries(node)) {
    const isMedia = key === 'content' && isObject(value) && SCIM in value;
    result[key] = isMedia
      ? { [SCIM]: copy(value[SCIM] ?? {}), 'application/json': copy(value[SCIM] ?? {}) }
      : copy(value);
  }
  return result;
}
