// What changes between the operations of two published documents, and the messages that they carry.
import { isDeepStrictEqual } from 'node:util';
import type { Json, JsonObject } from '../../../src/spec/json.js';
import { isObject, mapObject } from '../../../src/spec/json.js';
import type { OpenApiDocument, Operation } from '../../../src/spec/publish.js';
import type { Change } from './change.js';
import { breaking } from './change.js';

/** What humans read, and machines don't follow. */
const TEXT = new Set(['description', 'summary', 'example', 'examples', 'tags', 'x-scim']);

/** @param skips schemas that are judged by their attributes */
export function diffOperations(before: OpenApiDocument, after: OpenApiDocument, skips: ReadonlySet<string>): Change[] {
  const [was, is] = [operationsOf(before), operationsOf(after)];
  const skipped = new Set([...skips, ...partsOf(before, skips), ...partsOf(after, skips)]);
  return [
    ...parts(was, is).map(({ key, effect, what }) => ({ effect, where: key, what })),
    ...both(was, is).flatMap(([where, a, b]) => diffOperation(where, a, b)),
    ...Object.keys({ ...before.components, ...after.components }).flatMap((kind) =>
      diffComponents(kind, before, after, skipped),
    ),
  ];
}

/** The schemas of complex attributes of schemas, at any depth. */
function partsOf({ components }: OpenApiDocument, schemas: Iterable<string>): Set<string> {
  const found = new Set<string>();
  const visit = (node: Json | undefined): void => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (!isObject(node)) return;
    const name = typeof node['$ref'] === 'string' ? lastOf(node['$ref']) : undefined;
    if (name === undefined) return Object.values(node).forEach(visit);
    if (found.has(name)) return;
    found.add(name);
    visit(components['schemas']?.[name]);
  };
  for (const name of schemas) visit(components['schemas']?.[name]);
  return found;
}

function operationsOf({ paths }: OpenApiDocument): Record<string, JsonObject> {
  return Object.fromEntries(
    Object.entries(paths).flatMap(([path, item]) =>
      Object.entries(item)
        .filter(([method]) => method !== 'parameters')
        .map(([method, operation]: [string, Operation]): [string, JsonObject] => [
          `${method.toUpperCase()} ${path}`,
          operation,
        ]),
    ),
  );
}

function diffOperation(where: string, was: JsonObject, is: JsonObject): Change[] {
  const responses = [was, is].map(({ responses: found }) => (found ?? {}) as Record<string, JsonObject>);
  const parameters = [was, is].map(({ parameters: found }) =>
    Object.fromEntries(((found ?? []) as JsonObject[]).map((each) => [String(each['$ref'] ?? each['name']), each])),
  );
  const statuses = parts(responses[0] ?? {}, responses[1] ?? {});
  const given = parts(parameters[0] ?? {}, parameters[1] ?? {});
  const rest = ['requestBody', 'security', 'x-scim-action'].filter((key) => !isSame(was[key], is[key]));
  return [
    ...statuses.map(({ key, effect, what }) => ({ effect, where, what: `the status ${key} ${what}` })),
    ...given.map(({ key, effect, what }) => ({ effect, where, what: `the parameter ${lastOf(key)} ${what}` })),
    ...both(responses[0] ?? {}, responses[1] ?? {})
      .filter(([, a, b]) => !isSame(a, b))
      .map(([status]) => breaking(where, `answers ${status} in another form`)),
    ...rest.map((key) => breaking(where, `has another ${key}`)),
  ];
}

function diffComponents(
  kind: string,
  before: OpenApiDocument,
  after: OpenApiDocument,
  skips: ReadonlySet<string>,
): Change[] {
  return both(before.components[kind] ?? {}, after.components[kind] ?? {})
    .filter(([name, a, b]) => !(kind === 'schemas' && skips.has(name)) && !isSame(a, b))
    .map(([name]) => breaking(`${kind}/${name}`, 'has another form'));
}

const lastOf = (reference: string) => reference.split('/').at(-1) ?? '';

/** What is there before alone, and what after alone. */
function parts(was: Record<string, unknown>, is: Record<string, unknown>) {
  const only = (here: object, other: object) => Object.keys(here).filter((key) => !(key in other));
  return [
    ...only(was, is).map((key) => ({ key, effect: 'breaking' as const, what: 'is removed' })),
    ...only(is, was).map((key) => ({ key, effect: 'compatible' as const, what: 'is new' })),
  ];
}

function both(was: Record<string, JsonObject>, is: Record<string, JsonObject>): [string, JsonObject, JsonObject][] {
  return Object.entries(was).flatMap(([key, a]) => {
    const b = is[key];
    return b === undefined ? [] : [[key, a, b]];
  });
}

function isSame(a: Json | undefined, b: Json | undefined): boolean {
  return isDeepStrictEqual(withoutText(a ?? null), withoutText(b ?? null));
}

function withoutText(node: Json): Json {
  if (Array.isArray(node)) return node.map(withoutText);
  if (!isObject(node)) return node;
  return mapObject(node, (value, key): Json | undefined => {
    // What stands there are names of properties, not keywords.
    if (key === 'properties' && isObject(value)) return mapObject(value, withoutText);
    return TEXT.has(key) ? undefined : withoutText(value);
  });
}
