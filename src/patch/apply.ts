// Applies bound operations to a resource in memory, in order, all or none: the caller's resource is never touched
// (RFC 7644 section 3.5.2). Values that are kept as edges become steps for the edge store.
import { withDefaults } from '../schema/defaults.js';
import type { Attribute } from '../schema/model.js';
import { checkImmutable } from '../schema/rules.js';
import type { Json, JsonObject } from '../spec/json.js';
import { copyJson, isObject } from '../spec/json.js';
import type { EdgeStep } from './edge-steps.js';
import { edgeSteps } from './edge-steps.js';
import type { PatchOperation } from './operation.js';
import { makesPrimary, primaryValues, settlePrimaries } from './primary.js';
import { changeSelected } from './selection.js';
import { WRITE } from './write.js';

interface PatchResult {
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
      const steps = edges.get(first.name) ?? [];
      steps.push(...edgeSteps(operation));
      edges.set(first.name, steps);
      continue;
    }
    const primaries = primaryValues(result);
    const touched = applyOne(result, operation);
    settlePrimaries(result, primaries, makesPrimary(operation) ? touched : []);
    prune(result);
  }
  for (const first of new Set(operations.map(({ target }) => target.path.chain[0]))) {
    if (first !== undefined) checkImmutable(first, resource[first.name], result[first.name]);
  }
  return { resource: result, edges };
}

/** Applies an operation, and tells which objects it wrote to. */
function applyOne(resource: JsonObject, operation: PatchOperation): JsonObject[] {
  const { path, filter } = operation.target;
  // A copy: a write that lost a race applies the same operations again.
  const value = operation.value === undefined ? undefined : copyJson(operation.value);
  const holders = holdersOf(resource, path.chain.slice(0, -1), operation.kind !== 'remove' && value !== undefined);
  return holders.flatMap((holder) => {
    if (filter !== undefined) return changeSelected(holder, { ...operation, value });
    WRITE[operation.kind](holder, path.leaf, value);
    return [holder];
  });
}

/** The objects that hold the last attribute of a path; where one is missing on the way it is made, if asked to. */
function holdersOf(resource: JsonObject, parents: readonly Attribute[], make: boolean): JsonObject[] {
  let holders = [resource];
  for (const parent of parents) {
    holders = holders.flatMap((holder) => {
      const current: Json | undefined = holder[parent.name];
      if (current !== undefined || !make) return (Array.isArray(current) ? current : [current]).filter(isObject);
      const made = withDefaults(parent, {});
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
