// The copy of the published document that openapi-backend gets: it reads bodies under application/json alone
// (openapi-backend issue 373), and would validate nothing under application/scim+json.
import type { Json, JsonObject } from './json.js';
import { isObject } from './json.js';
import type { OpenApiDocument } from './publish.js';

const SCIM = 'application/scim+json';

/** A deep copy in which each SCIM media type also stands as application/json. */
export function validatorDocument(document: OpenApiDocument): OpenApiDocument {
  return copy(document) as OpenApiDocument;
}

function copy(node: Json): Json {
  if (Array.isArray(node)) return node.map(copy);
  if (!isObject(node)) return node;
  const result: JsonObject = {};
  for (const [key, value] of Object.entries(node)) {
    const isMedia = key === 'content' && isObject(value) && SCIM in value;
    result[key] = isMedia ? { [SCIM]: copy(value[SCIM] ?? {}), 'application/json': copy(value[SCIM] ?? {}) } : copy(value);
  }
  return result;
}
