// What a PATCH may cost: each operation looks at the whole resource, so many operations on many values are a product.
import { ScimError } from '../errors/scim-error.js';
import { countClauses } from '../filter/clauses.js';
import type { Json, JsonObject } from '../spec/json.js';
import { isObject } from '../spec/json.js';
import type { PatchOperation } from './operation.js';

export interface PatchLimits {
  readonly operations: number;
  /** Operations times values: in it the process does nothing else. */
  readonly work: number;
}

/** So many clauses of a filter, asked of every value, cost what an operation does. */
const CLAUSES_OF_AN_OPERATION = 10;

/** @throws ScimError payloadTooLarge */
export function checkCount({ length }: readonly unknown[], { operations }: PatchLimits): void {
  if (length <= operations) return;
  throw new ScimError('payloadTooLarge', `the PATCH has ${length} operations; at most ${operations} are allowed`);
}

/**
 * @param operations what is kept as edges is not looked at
 * @throws ScimError payloadTooLarge
 */
export function checkEffort(resource: JsonObject, operations: readonly PatchOperation[], { work }: PatchLimits): void {
  const onResource = operations.filter(({ target }) => target.path.chain[0]?.edge === undefined);
  const values = onResource.reduce((sum, { value }) => sum + countValues(value), countValues(resource));
  const clauses = onResource.map(({ target: { filter } }) => (filter === undefined ? 0 : countClauses(filter)));
  const passes = clauses.reduce((sum, count) => sum + Math.max(1, count / CLAUSES_OF_AN_OPERATION), 0);
  if (passes * values <= work) return;
  const filters = passes > onResource.length ? `, with ${clauses.reduce((a, b) => a + b, 0)} clauses in filters,` : '';
  throw new ScimError(
    'payloadTooLarge',
    `${onResource.length} operations${filters} on ${values} values are too much for one PATCH: send them in several`,
  );
}

/** How many values a value has in it, at any depth, itself among them. */
function countValues(value: Json | undefined): number {
  if (value === undefined) return 0;
  const parts = isObject(value) ? Object.values(value) : Array.isArray(value) ? value : [];
  return parts.reduce<number>((sum, part) => sum + countValues(part), 1);
}
