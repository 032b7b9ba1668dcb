// What a PATCH may cost: each operation looks at the whole resource, so many operations on many values are a product.
import { ScimError } from '../errors/scim-error.js';
import type { BoundFilter } from '../filter/bound.js';
import { countClauses } from '../filter/cost.js';
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
/** To fold or to compare so many characters costs what an operation on a value does. */
const CHARACTERS_OF_A_VALUE = 10;
/** To read an edge costs what so many operations on a value do. */
const OPERATIONS_OF_AN_EDGE = 10;

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
  const passes = clauses.reduce((sum, count) => sum + passesOf(count), 0);
  const reading = readText(resource, onResource, clauses);
  if (passes * values + reading / CHARACTERS_OF_A_VALUE <= work) return;
  const filters = passes > onResource.length ? `, with ${clauses.reduce((a, b) => a + b, 0)} clauses in filters,` : '';
  const texts = passes * values > work ? '' : ' of long texts';
  throw new ScimError(
    'payloadTooLarge',
    `${onResource.length} operations${filters} on ${values} values${texts} are too much for one PATCH: send them in several`,
  );
}

/**
 * Bounds how often the filters of a PATCH look at the edges of an attribute, which are read for each of them. One
 * filter may look at all, however many they are.
 * @returns what is told of edges before a filter is asked of them; it throws ScimError payloadTooLarge
 */
export function boundLooks(attribute: string, { work }: PatchLimits): (filter: BoundFilter, edges: number) => void {
  let first: BoundFilter | undefined;
  let done = 0;
  return (filter, edges) => {
    first ??= filter;
    done += edges * (OPERATIONS_OF_AN_EDGE + passesOf(countClauses(filter)));
    if (filter === first || done <= work) return;
    throw new ScimError(
      'payloadTooLarge',
      `the filters on ${attribute} look at too many values for one PATCH: send them in several, or remove by value`,
    );
  };
}

function passesOf(clauses: number): number {
  return Math.max(1, clauses / CLAUSES_OF_AN_OPERATION);
}

/**
 * The characters that operations read: a filter reads all values of its attribute, and so does who looks for those that
 * are there already.
 */
function readText(resource: JsonObject, operations: readonly PatchOperation[], clauses: readonly number[]): number {
  const texts = new Map<string, number>();
  const add = (name: string, value: Json | undefined) => texts.set(name, (texts.get(name) ?? 0) + countText(value));
  for (const [name, value] of Object.entries(resource)) add(name, value);
  for (const { target, value } of operations) add(nameOf(target), value);
  return operations.reduce((sum, { kind, target }, index) => {
    const reads = target.filter !== undefined || (kind !== 'replace' && target.path.leaf.multiValued);
    return reads ? sum + passesOf(clauses[index] ?? 0) * (texts.get(nameOf(target)) ?? 0) : sum;
  }, 0);
}

/** That of the attribute of the resource. */
function nameOf({ path }: PatchOperation['target']): string {
  return path.chain[0]?.name ?? '';
}

/** The characters of a value, at any depth. */
function countText(value: Json | undefined): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce<number>((sum, part) => sum + countText(part), 0);
}

/** How many values a value has in it, at any depth, itself among them. */
function countValues(value: Json | undefined): number {
  if (value === undefined) return 0;
  const parts = isObject(value) ? Object.values(value) : Array.isArray(value) ? value : [];
  return parts.reduce<number>((sum, part) => sum + countValues(part), 1);
}
