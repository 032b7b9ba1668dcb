// What changes between the operations of two published documents, and the messages that they carry.
import type { Json, JsonObject } from '../../../src/spec/json.js';
import { isObject } from '../../../src/spec/json.js';
import type { OpenApiDocument } from '../../../src/spec/publish.js';
import type { Change } from './change.js';
import { breaking } from './change.js';
import { diffParameters } from './parameters.js';
import { isSame } from './same.js';
import { diffSecurity } from './security.js';

/** @param skips schemas that are judged by their attributes */
export function diffOperations(before: OpenApiDocument, after: OpenApiDocument, skips: ReadonlySet<string>): Change[] {
  const [was, is] = [operationsOf(before), operationsOf(after)];
  const skipped = new Set([...skips, ...partsOf(before, skips), ...partsOf(after, skips)]);
  return [
    ...parts(was, is).map(({ key, effect, what }) => ({ effect, where: key, what })),
    ...both(was, is).flatMap(([where, a, b]) => diffOperation(where, a, b)),
    ...Object.keys({ ...before.components, ...after.components })
      // They are judged where they are used.
      .filter((kind) => kind !== 'parameters')
      .flatMap((kind) => diffComponents(kind, before, after, skipped)),
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

/** Each operation, with what it takes over from its path and from the document. */
function operationsOf({ paths, security, components }: OpenApiDocument): Record<string, JsonObject> {
  const resolved = (parameter: Json): Json => {
    const named = isObject(parameter) && typeof parameter['$ref'] === 'string' ? lastOf(parameter['$ref']) : '';
    return components['parameters']?.[named] ?? parameter;
  };
  return Object.fromEntries(
    Object.entries(paths).flatMap(([path, { parameters: ofPath, ...item }]) =>
      Object.entries(item).map(([method, operation]): [string, JsonObject] => {
        const parameters = [ofPath, operation['parameters']].flatMap((list) => (list ?? []) as unknown as Json[]);
        const inherited = { security: operation['security'] ?? security ?? [], parameters: parameters.map(resolved) };
        return [`${method.toUpperCase()} ${path}`, { ...operation, ...inherited }];
      }),
    ),
  );
}

function diffOperation(where: string, was: JsonObject, is: JsonObject): Change[] {
  const [before, after] = [was, is].map(({ responses }) => (responses ?? {}) as Record<string, JsonObject>);
  const rest = ['requestBody', 'x-scim-action'].filter((key) => !isSame(was[key], is[key]));
  return [
    ...diffStatuses(where, before ?? {}, after ?? {}),
    ...diffParameters(where, was['parameters'] as JsonObject[], is['parameters'] as JsonObject[]),
    ...diffSecurity(where, was['security'] as JsonObject[], is['security'] as JsonObject[]),
    ...rest.map((key) => breaking(where, `has another ${key}`)),
  ];
}

function diffStatuses(where: string, was: Record<string, JsonObject>, is: Record<string, JsonObject>): Change[] {
  return [
    ...parts(was, is).map(({ key, effect, what }) => ({
      // Where a request succeeds in another way than before, who knows the old way alone misses what it had.
      effect: key.startsWith('2') ? ('breaking' as const) : effect,
      where,
      what: `the status ${key} ${what}`,
    })),
    ...both(was, is)
      .filter(([, a, b]) => !isSame(a, b))
      .map(([status]) => breaking(where, `answers ${status} in another form`)),
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
