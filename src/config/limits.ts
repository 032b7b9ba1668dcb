// Sizes, depths and counts: what one request may ask of the server. docs/operations.md has the same rows, and a test
// holds them together.

import { row, wholeNumber } from './whole-number.js';
import type { Environment, Row } from './whole-number.js';

export const LIMITS = {
  /** Requests that one process answers at a time. */
  maxConcurrent: row('MAX_CONCURRENT_REQUESTS', 256, 1, 65_536),
  /** Bytes of the URL and the headers together. */
  maxHeaderSize: row('MAX_HEADER_SIZE', 64 * 1024, 4 * 1024, 1024 * 1024),
  /** Bytes of a body, after decompression. */
  maxPayloadSize: row('MAX_PAYLOAD_SIZE', 1024 * 1024, 1024, 64 * 1024 * 1024),
  /** Objects and lists of a body in each other. */
  maxJsonDepth: row('MAX_JSON_DEPTH', 32, 8, 128),
  /** Characters of a filter or of the path of a PATCH. */
  filterMaxLength: row('FILTER_MAX_LENGTH', 10_000, 256, 100_000),
  /** Parentheses and brackets in each other. */
  filterMaxDepth: row('FILTER_MAX_DEPTH', 50, 4, 100),
  /** Comparisons and presence tests. */
  filterMaxClauses: row('FILTER_MAX_CLAUSES', 250, 8, 1_000),
  /** Nested owners that a filter on an inverse looks at, each by itself. */
  filterMaxOwners: row('FILTER_MAX_OWNERS', 1_000, 1, 100_000),
  /** Ids that the parts of a filter that are about edges become. 16 MB of a query hold some 340,000. */
  filterMaxIds: row('FILTER_MAX_IDS', 200_000, 1, 300_000),
  /** Resources that a filter without an index may look at. */
  maxScan: row('MAX_SCAN', 100_000, 1, 100_000_000),
  /** Seconds that the database works on one query of a list. */
  queryTimeout: row('QUERY_TIMEOUT', 10, 1, 3_600),
  maxResults: row('MAX_RESULTS', 1_000, 1, 100_000),
  /** Resources of a page whose size nobody says. */
  defaultResults: row('DEFAULT_RESULTS', 100, 1, 100_000),
  /** Bytes of the stored resources of a page. One resource has 15 MiB at most. */
  maxPageSize: row('MAX_PAGE_SIZE', 64 * 1024 * 1024, 16 * 1024 * 1024, 1024 * 1024 * 1024),
  patchMaxOperations: row('PATCH_MAX_OPERATIONS', 10_000, 1, 100_000),
  /** Operations of a PATCH, long filters counted, times the values that they look at; usually a second of work. */
  patchMaxWork: row('PATCH_MAX_WORK', 2_000_000, 10_000, 100_000_000),
  bulkMaxOperations: row('BULK_MAX_OPERATIONS', 1_000, 1, 100_000),
  /** Seconds that a cursor of a page is good for. */
  cursorTimeout: row('CURSOR_TIMEOUT', 3_600, 1, 30 * 86_400),
} as const satisfies Record<string, Row>;

export type Limits = { readonly [K in keyof typeof LIMITS]: number };

/**
 * Reads the limits.
 * @throws Error in one line that says which setting is wrong and what it takes
 */
export function readLimits(environment: Environment): Limits {
  const entries = Object.entries(LIMITS).map(([name, limit]) => [name, wholeNumber(limit, environment)]);
  return Object.fromEntries(entries) as Limits;
}

/** What filters and paths of a PATCH may be. */
export function filterLimits({ filterMaxLength, filterMaxDepth, filterMaxClauses }: Limits) {
  return { length: filterMaxLength, depth: filterMaxDepth, clauses: filterMaxClauses };
}
