// The TypeScript types of a published document, as src/generated/ has them.
import openapiTS, { astToString } from 'openapi-typescript';
import type { OpenAPI3 } from 'openapi-typescript';
import type { OpenApiDocument } from '../../src/spec/publish.js';

/** The text of a TypeScript file. */
export async function typesOf(document: OpenApiDocument): Promise<string> {
  // `defaultNonNullable: false`: a request may leave out what has a default.
  return astToString(await openapiTS(structuredClone(document) as unknown as OpenAPI3, { defaultNonNullable: false }));
}
