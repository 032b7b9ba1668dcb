// What a PATCH may cost: each operation looks at the whole resource, so many operations on many values are a product.
import { ScimError } from '../errors/scim-error.js';
import type { Json, JsonObject } from '../spec/json.js';
import { isObject } from '../spec/json.js';
import type { PatchOperation } from './operation.js';

/** Operations times values; about a second, in which the process does nothing else. */
const MOST = 2_000_000;

/**
 * @param operations on the resource itself: what is kept as edges is not looked at
 * @throws ScimError payloadTooLarge
 */
export function checkEffort(resource: JsonObject, operations: readonly PatchOperation[]): void {
  const values = operations.reduce((sum, { value }) => sum + countValues(value), countValues(resource));
  if (operations.length * values <= MOST) return;
  throw new ScimError(
    'payloadTooLarge',
    `${operations.length} operations on ${values} values are too much for one PATCH: send them in several`,
  );
}

/** How many values a value has in it, at any depth, itself among them. */
function countValues(value: Json | undefined): number {
  if (value === undefined) return 0;
  const parts = isObject(value) ? Object.values(value) : Array.isArray(value) ? value : [];
  return parts.reduce<number>((sum, part) => sum + countValues(part), 1);
}
