// The extensions of the document, for generators that make an identifier of a URN: `enterpriseUser` says more than
// `urnIetfParamsScimSchemasExtensionEnterprise20User`.
import { isObject } from '../../src/spec/json.js';
import type { OpenApiDocument } from '../../src/spec/publish.js';

/** The names of the extensions' schemas by their URNs. */
export function extensionNames(document: OpenApiDocument): Map<string, string> {
  const names = new Map<string, string>();
  for (const { properties } of Object.values(document.components['schemas'] ?? {})) {
    for (const [name, property] of Object.entries(isObject(properties) ? properties : {})) {
      if (!name.startsWith('urn:') || !isObject(property)) continue;
      const schema = String(property['$ref']).split('/').at(-1) ?? '';
      names.set(name, schema.replace(/Write$/, ''));
    }
  }
  return names;
}
