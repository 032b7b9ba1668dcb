// Operations and components, most of it for the generators of SDKs. What OpenAPI itself asks is in openapi/vocabulary/.
import { isDataKeyword } from '../data.js';
import type { Json, JsonObject } from '../json.js';
import { isObject } from '../json.js';
import type { Source } from '../source.js';
import type { Path } from '../yaml-file.js';
import { didYouMean } from './nearest.js';
import { PLAIN, references, walk } from './references.js';
import { takenEndpoints } from './resource-types.js';
import type { Rules } from './rule.js';
import { repeated } from './rule.js';

const OPERATION_ID =
  /^(list|create|get|replace|patch|delete|search|process|export|rotate|suspend|resume|release)[A-Z][A-Za-z0-9]*$/;
/** What the path templates may say. */
const PLACEHOLDERS = ['Type', 'Schema', 'Types', 'endpoint', 'description'];

export const OPERATION_RULES: Rules = {
  'operation-id': {
    why: 'It is the name of a method in SDKs',
    mend: 'a verb and a noun: operationId: listUsers',
    find: ({ source }) =>
      authored(source)
        .map(({ operation, path }) => ({ id: String(operation['operationId']), at: [...path, 'operationId'] }))
        .filter(({ id }) => !OPERATION_ID.test(id.replaceAll(/\$\{\w+\}/g, 'Name')))
        .map(({ id, at }) => ({ what: `the operationId ${id} is not a verb and a noun`, at })),
  },
  'operation-twice': {
    why: 'An operationId is the name of one operation',
    mend: 'another name or endpoint of the resource type',
    find: ({ source }) =>
      repeated(operationsOf(source), ({ id }) => id)
        // Two at one path are told by endpoint-taken.
        .filter(({ entry: { type } }) => !takenEndpoints(source).some(({ entry }) => entry.of === type))
        .map(({ entry: { id, type, at } }) => ({
          what: `there are two operations ${id}`,
          at: type === undefined ? at : ['resources', type, 'endpoint'],
        })),
  },
  'operation-action': {
    why: 'It names the handler, and nothing else ties an operation to code',
    mend: 'x-scim-action: list',
    find: ({ source }) =>
      authored(source)
        .filter(({ operation }) => operation['x-scim-action'] === undefined)
        .map(({ operation, path }) => ({
          what: `the operation ${String(operation['operationId'])} has no x-scim-action`,
          at: path,
        })),
  },
  placeholder: {
    why: 'Nothing fills it',
    mend: PLACEHOLDERS.map((name) => `\${${name}}`).join(' '),
    find: ({ source }) =>
      (['template', 'subjectTemplate'] as const)
        .flatMap((part) => [...walk(source[part], [part])])
        .flatMap(({ node, path }) =>
          [...`${String(path.at(-1))} ${typeof node === 'string' ? node : ''}`.matchAll(/\$\{(\w+)\}/g)]
            .filter(([, name = '']) => !PLACEHOLDERS.includes(name))
            .map(([text, name = '']) => ({
              what: `${text} is not a placeholder${didYouMean(name, PLACEHOLDERS)}`,
              at: path,
            })),
        ),
  },
  reference: {
    why: 'It leads to what is published nowhere',
    mend: "$ref: '#/components/schemas/Error', where messages/Error.yaml is",
    find: ({ source }) => {
      const known = components(source);
      return references(source)
        .filter(({ text }) => !known.has(text))
        .map(({ text, at }) => ({ what: `there is no ${text}${didYouMean(text, [...known])}`, at }));
    },
  },
  'reference-in-example': {
    why: 'Tools take a key $ref for a reference wherever it stands',
    mend: 'leave it out, or write the example as a string',
    find: ({ source }) =>
      PLAIN.flatMap((part) => [...walk(source[part] as Json, [part])])
        .filter(({ node, path }) => isDataKeyword(path) && hasReference(node))
        .map(({ path }) => ({ what: `the ${String(path.at(-1))} has a key $ref`, at: path })),
  },
  'component-name': {
    why: 'OpenAPI and the generators of SDKs take no other name',
    mend: 'a file name of letters, digits, dots, - and _',
    find: ({ source }) =>
      Object.entries(source.components).flatMap(([kind, named]) =>
        Object.keys(named)
          .filter((name) => !/^[A-Za-z0-9._-]+$/.test(name))
          .map((name) => ({ what: `${name} is not the name of a component`, at: ['components', kind, name] })),
      ),
  },
  'component-of-operation': {
    why: 'Go SDKs name the answer of the operation so',
    mend: 'another name',
    find: ({ source }) => {
      const ids = operationsOf(source).map(({ id }) => id);
      const named: [string, Path][] = [
        ...Object.keys(source.schemas).map((key): [string, Path] => [key, ['schemas', key]]),
        ...Object.keys(source.components['schemas'] ?? {}).map((key): [string, Path] => [
          key,
          ['components', 'schemas', key],
        ]),
      ];
      return named.flatMap(([name, at]) => {
        const id = ids.find((each) => `${each}Response`.toLowerCase() === name.toLowerCase());
        return id === undefined ? [] : [{ what: `the schema ${name} is named like the answer of ${id}`, at }];
      });
    },
  },
};

function authored(source: Source): { operation: JsonObject; path: Path }[] {
  return (['root', 'template', 'subjectTemplate'] as const)
    .flatMap((part) => [...walk(source[part] as Json, [part])])
    .flatMap(({ node, path }) =>
      isObject(node) && typeof node['operationId'] === 'string' ? [{ operation: node, path }] : [],
    );
}

/** The operations that are published: those of the template once a resource type. */
function operationsOf(source: Source): { id: string; at: Path; type?: string }[] {
  const types = Object.entries(source.resources);
  return authored(source).flatMap(({ operation, path }) => {
    const id = String(operation['operationId']);
    const at = [...path, 'operationId'];
    if (path[0] !== 'template') return [{ id, at }];
    const hasIt = ([, { actions }]: (typeof types)[number]) =>
      actions?.includes(String(operation['x-scim-action'])) ?? true;
    return types.filter(hasIt).map(([type, { endpoint }]) => ({
      id: id.replaceAll('${Types}', endpoint.replace(/^\//, '')).replaceAll('${Type}', type),
      at,
      type,
    }));
  });
}

/** What a reference may name. */
function components(source: Source): ReadonlySet<string> {
  const schemas = Object.keys(source.schemas).flatMap((key) => [key, `${key}Write`, `${key}List`]);
  const authoredOnes = Object.entries(source.components).flatMap(([kind, named]) =>
    Object.keys(named).map((name) => `#/components/${kind}/${name}`),
  );
  return new Set([...[...schemas, 'ResourceList'].map((name) => `#/components/schemas/${name}`), ...authoredOnes]);
}

function hasReference(node: Json): boolean {
  if (Array.isArray(node)) return node.some(hasReference);
  return isObject(node) && (typeof node['$ref'] === 'string' || Object.values(node).some(hasReference));
}
