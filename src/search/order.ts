// The order of a list: by a sort key, then by id, which is the order of creation. Resources without a value come last
// in ascending order and first in descending order (RFC 7644 section 3.4.2.3), so one is the other reversed.
import type { AttributePath } from '../schema/path.js';
import { compareText } from '../schema/search-form.js';

export type SortKey = string | number | boolean | Date;

export interface Sort {
  /** One for each resource type of the query, by its name; undefined where a type has no such attribute. */
  readonly paths: ReadonlyMap<string, AttributePath>;
  readonly descending: boolean;
}

/** Where a resource stands in the order. */
export interface Position {
  /** Undefined where the list is not sorted, or the resource has no value. */
  readonly key: SortKey | undefined;
  readonly id: string;
}

/** Compares places in ascending order. */
export function comparePositions(a: Position, b: Position): number {
  return compareKeys(a.key, b.key) || compareText(a.id, b.id);
}

function compareKeys(a: SortKey | undefined, b: SortKey | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b);
  return Number(a) - Number(b);
}
