// The names that SDKs are made of: what a developer who uses one has to change.
import { isObject } from '../../../src/spec/json.js';
import type { OpenApiDocument } from '../../../src/spec/publish.js';

export interface SdkNames {
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

export function diffSdkNames(before: OpenApiDocument, after: OpenApiDocument): SdkNames {
  const [was, is] = [namesOf(before), namesOf(after)];
  return { removed: only(was, is), added: only(is, was) };
}

/** What one alone has; of a schema or a property that it alone has not every part. */
function only(names: ReadonlySet<string>, others: ReadonlySet<string>): string[] {
  const found = [...names].filter((name) => !others.has(name));
  const wholes = new Set(found.map((name) => name.replace(/^\w+ /, '')));
  return found.filter(
    (name) => !wholes.has(name.replace(/^property /, '').replace(/\.[^.]+$/, '')) || !name.includes('.'),
  );
}

/** Operations, schemas, and the properties of schemas; nested ones by the way to them. */
function namesOf({ paths, components }: OpenApiDocument): Set<string> {
  const operations = Object.values(paths).flatMap((item) =>
    Object.values(item).flatMap(({ operationId }) =>
      typeof operationId === 'string' ? [`operation ${operationId}`] : [],
    ),
  );
  const schemas = Object.entries(components['schemas'] ?? {}).flatMap(([name, schema]) => [
    `schema ${name}`,
    ...propertiesOf(schema, name).map((property) => `property ${property}`),
  ]);
  return new Set([...operations, ...schemas]);
}

function propertiesOf(schema: unknown, above: string): string[] {
  if (!isObject(schema)) return [];
  const { properties, items } = schema;
  const own = Object.entries(isObject(properties) ? properties : {}).flatMap(([name, property]) => [
    `${above}.${name}`,
    ...propertiesOf(property, `${above}.${name}`),
  ]);
  return [...own, ...propertiesOf(items, above)];
}
