// Applies bound operations to a resource in memory, in order, all or none: the caller's resource is never touched
// (RFC 7644 section 3.5.2). Values that are kept as edges become steps for the edge store.
import type { Attribute } from '../schema/model.js';
import type { Json, JsonObject } from '../spec/json.js';
import { copyJson, isObject } from '../spec/json.js';
import type { EdgeStep } from './edge-steps.js';
import { edgeSteps } from './edge-steps.js';
import type { PatchOperation } from './operation.js';
import { primaryValues, settlePrimaries } from './primary.js';
import { changeSelected } from './selection.js';
import { WRITE } from './write.js';

export interface PatchResult {
  readonly resource: JsonObject;
  /** What to do to edges, by the name of the attribute that keeps them. */
  readonly edges: ReadonlyMap<string, readonly EdgeStep[]>;
}

/**
 * The resource after the operations.
 * @throws ScimError noTarget, mutability, invalidValue
 */
export function applyPatch(resource: JsonObject, operations: readonly PatchOperation[]): PatchResult {
  const result = copyJson(resource);
  const edges = new Map<string, EdgeStep[]>();
  for (const operation of operations) {
    const [first] = operation.target.path.chain;
    if (first?.edge !== undefined) {
      edges.set(first.name, [...(edges.get(first.name) ?? []), ...edgeSteps(operation)]);
    } else {
      const primaries = primaryValues(result);
      applyOne(result, operation);
      settlePrimaries(result, primaries);
    }
  }
  prune(result);
  return { resource: result, edges };
}

function applyOne(resource: JsonObject, operation: PatchOperation): void {
  const { path, filter } = operation.target;
  for (const holder of holdersOf(resource, path.chain.slice(0, -1), operation.kind !== 'remove')) {
    if (filter === undefined) WRITE[operation.kind](holder, path.leaf, operation.value);
    else changeSelected(holder, operation);
  }
}

/** The objects that hold the last attribute of a path; where one is missing on the way it is made, if asked to. */
function holdersOf(resource: JsonObject, parents: readonly Attribute[], make: boolean): JsonObject[] {
  let holders = [resource];
  for (const parent of parents) {
    holders = holders.flatMap((holder) => {
      const current: Json | undefined = holder[parent.name];
      if (current !== undefined || !make) return (Array.isArray(current) ? current : [current]).filter(isObject);
      const made: JsonObject = {};
      holder[parent.name] = parent.multiValued ? [made] : made;
      return [made];
    });
  }
  return holders;
}

/** What has lost its last sub-attribute or value is unassigned (RFC 7643 section 2.5). */
function prune(object: JsonObject): void {
  for (const [name, value] of Object.entries(object)) {
    if (isObject(value)) prune(value);
    if (Array.isArray(value)) {
      value.filter(isObject).forEach(prune);
      object[name] = value.filter((item) => !isObject(item) || Object.keys(item).length > 0);
    }
    if (isEmpty(object[name])) delete object[name];
  }
}

function isEmpty(value: Json | undefined): boolean {
  return Array.isArray(value) ? value.length === 0 : isObject(value) && Object.keys(value).length === 0;
}
