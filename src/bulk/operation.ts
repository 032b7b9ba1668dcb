// One operation of a bulk request, read: which resource type and resource its path names, what it refers to. What is
// wrong with it alone is its own error; the other operations go on (RFC 7644 section 3.7).
import { ScimError, show, showWhole } from '../errors/scim-error.js';
import type { components } from '../generated/openapi.js';
import type { Model, ResourceType } from '../schema/model.js';
import type { Json, JsonObject } from '../spec/json.js';
import { isObject } from '../spec/json.js';
import { claimsOf } from './claims.js';
import { findReferences, resolveReferences } from './references.js';

export type RequestedOperation = components['schemas']['BulkRequest']['Operations'][number];

export interface BulkOperation {
  readonly method: (typeof METHODS)[number];
  readonly type: ResourceType;
  /** Of a POST the one that the new resource is to get. */
  readonly id: string;
  /** Like If-Match. */
  readonly version: string | undefined;
  /** As it came, references and all. */
  readonly data: unknown;
  /** Operations by their place in the request, in its order: those that create what this one refers to. */
  readonly dependsOn: readonly number[];
  /** Of a POST the unique values that it asks for. */
  readonly claims: readonly string[];
}

const METHODS = ['POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** The resources that the request creates: by bulkId, the place of the operation and the id that it will get. */
export type NewIds = ReadonlyMap<string, { readonly index: number; readonly id: string }>;

/**
 * Gives every POST of a request the id of its resource, so that references can be resolved in any direction.
 * @throws ScimError invalidValue where two have one bulkId: nobody could tell what refers to which
 */
export function assignIds(operations: readonly RequestedOperation[], newId: () => string): NewIds {
  const ids = new Map<string, { index: number; id: string }>();
  for (const [index, { method, bulkId }] of operations.entries()) {
    if (method.toUpperCase() !== 'POST' || bulkId === undefined) continue;
    if (ids.has(bulkId)) throw new ScimError('invalidValue', `two operations have the bulkId ${show(bulkId)}`);
    ids.set(bulkId, { index, id: newId() });
  }
  return ids;
}

/**
 * Reads an operation, but for its data.
 * @throws ScimError invalidSyntax, invalidValue, notFound, methodNotAllowed
 */
export function readOperation(
  { types, baseUrl }: { readonly types: Model['resourceTypes']; readonly baseUrl: string },
  requested: RequestedOperation,
  newIds: NewIds,
): BulkOperation {
  const method = requested.method.toUpperCase();
  if (!isMethod(method)) {
    throw new ScimError('methodNotAllowed', `method is ${show(requested.method)}; it must be ${METHODS.join(', ')}`);
  }
  const path = resolveReferences(requested.path, newIds);
  const [endpoint, id, ...rest] = path
    .replace(baseUrl, '')
    .split('/')
    .filter((segment) => segment !== '');
  const type = types.find((candidate) => candidate.endpoint === `/${endpoint ?? ''}`);
  if (type === undefined || rest.length > 0) {
    throw new ScimError('notFound', `path is ${show(requested.path)}; there is no resource type there`);
  }
  const references = [...findReferences(requested.path), ...findReferences(requested.data)];
  const dependsOn = [...new Set(references)].flatMap((bulkId) => newIds.get(bulkId)?.index ?? []).sort((a, b) => a - b);
  const common = { method, type, version: requested.version, data: requested.data };

  if (method === 'POST') {
    if (id !== undefined) throw new ScimError('methodNotAllowed', `path is ${show(path)}; POST takes ${type.endpoint}`);
    const assigned = requested.bulkId === undefined ? undefined : newIds.get(requested.bulkId);
    if (assigned === undefined) throw new ScimError('invalidSyntax', 'bulkId is missing; a POST needs one');
    // What refers to itself waits for nobody.
    return {
      ...common,
      id: assigned.id,
      dependsOn: dependsOn.filter((index) => index !== assigned.index),
      claims: claimsOf(type.root, requested.data).map((claim) => `${type.name} ${claim}`),
    };
  }
  if (id === undefined) {
    throw new ScimError('methodNotAllowed', `path is ${show(path)}; ${method} takes ${type.endpoint}/{id}`);
  }
  return { ...common, id: decode(id), dependsOn, claims: [] };
}

function isMethod(method: string): method is (typeof METHODS)[number] {
  return (METHODS as readonly string[]).includes(method);
}

/**
 * The data of an operation, its references resolved.
 * @throws ScimError invalidSyntax where it is no object, invalidValue where a reference leads nowhere
 */
export function dataOf({ method, data }: BulkOperation, newIds: NewIds): JsonObject {
  // A PATCH may bring its list of operations alone, as the figure of RFC 7644 section 3.7.3 has it (erratum 5050).
  const given = method === 'PATCH' && Array.isArray(data) ? { Operations: data as Json[] } : data;
  if (!isObject(given)) throw new ScimError('invalidSyntax', `data is ${showWhole(data)}; ${method} takes an object`);
  return resolveReferences(given, newIds);
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch (error) {
    throw new ScimError('notFound', 'the path has a % that is not a valid escape', { cause: error });
  }
}
