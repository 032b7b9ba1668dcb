// Runs a query: pages by index or by cursor, of one resource type or of several in one list. The orders of the types
// are merged, so a list over all of them is sorted and paged like one.
import { ScimError } from '../errors/scim-error.js';
import type { ResourceType } from '../schema/model.js';
import type { ReadContext } from './context.js';
import type { PageQuery, Placed, ResourceRecord } from './ports.js';
import type { Cursor } from '../search/cursor.js';
import type { Position } from '../search/order.js';
import { comparePositions } from '../search/order.js';
import type { BoundQuery, Query } from '../search/query.js';
import { bindQuery } from '../search/query.js';

/** What searching needs of the service. */
export type SearchContext = Pick<ReadContext, 'resources' | 'parser' | 'cursors' | 'places' | 'limits'>;

export interface Found {
  readonly type: ResourceType;
  readonly record: ResourceRecord;
}

export interface SearchPage {
  readonly total: number;
  readonly found: readonly Found[];
  /** Of a page by index. */
  readonly startIndex?: number;
  readonly nextCursor?: string;
  readonly previousCursor?: string;
}

interface Match extends Placed {
  readonly type: ResourceType;
}

/** Past this a page can't begin: skipping costs. A cursor goes as far as the list does. */
const MAX_START_INDEX = 2 ** 31;

/** What of each resource is needed, by the name of its type. */
type NeededOf = ReadonlyMap<string, Pick<PageQuery, 'inverses' | 'only'>>;

interface Search extends BoundQuery {
  readonly needed: NeededOf;
}

/** @throws ScimError invalidFilter, invalidValue, tooMany, invalidCursor, expiredCursor, invalidCount */
export async function search(
  context: SearchContext,
  types: readonly ResourceType[],
  query: Query,
  needed: NeededOf = new Map(),
): Promise<SearchPage> {
  const bound = { ...bindQuery(context.parser, types, query), needed };
  return query.cursor === undefined ? byIndex(context, bound, query) : byCursor(context, bound, query, query.cursor);
}

/**
 * A startIndex below 1 is read as 1, a count below 0 as 0, and one above the server's limit as the limit
 * (RFC 7644 section 3.4.2.4).
 */
async function byIndex(context: SearchContext, bound: Search, query: Query): Promise<SearchPage> {
  const { defaultResults, maxResults } = context.limits;
  const startIndex = Math.min(Math.max(query.startIndex ?? 1, 1), MAX_START_INDEX);
  const limit = Math.min(Math.max(query.count ?? defaultResults, 0), maxResults);
  const skip = startIndex - 1;
  if (bound.types.length > 1 && skip > context.limits.maxScan) {
    const total = await countAll(context, bound);
    if (skip >= total) return { startIndex, found: [], total };
    const why = `a list of several resource types is merged up to its page, ${context.limits.maxScan} resources at most`;
    throw new ScimError('tooMany', `startIndex is ${startIndex}; ${why}: page by cursor`);
  }
  if (bound.types.length === 1 && startIndex >= context.limits.deepFrom && limit > 0)
    return deepPage(context, bound, startIndex, limit);
  // One more than the page holds tells whether the list goes on.
  const matches = limit === 0 ? [] : await page(context, bound, { skip, limit: limit + 1 });
  const found = matches.slice(0, limit);
  // The last page tells the total, unless it lies beyond the end.
  const isLast = limit > 0 && matches.length <= limit && (matches.length > 0 || skip === 0);
  return { startIndex, found, total: isLast ? skip + found.length : await countAll(context, bound) };
}

/**
 * A page that lies deep in the list begins by key, behind the place where the page before it ended, if somebody read
 * that a short while ago: so its cost is that of the first page. What was added or removed before it meanwhile doesn't
 * shift it, so the reader misses nothing.
 */
async function deepPage(context: SearchContext, bound: Search, startIndex: number, limit: number): Promise<SearchPage> {
  const { places } = context;
  const known = places.find(bound.text, startIndex);
  // Where the place isn't known, the resource before the page tells it to the next who asks.
  const section = known === undefined ? { skip: startIndex - 2, limit: limit + 1 } : { skip: 0, limit, after: known };
  const [matches, total] = await Promise.all([page(context, bound, section), countAll(context, bound)]);
  const [before, ...rest] = matches;
  if (known === undefined && before !== undefined) places.keep(bound.text, startIndex, before.position);
  const found = known === undefined ? rest : matches;
  const last = found.at(-1);
  if (last !== undefined) places.keep(bound.text, startIndex + found.length, last.position);
  return { startIndex, found, total };
}

async function byCursor(context: SearchContext, bound: Search, query: Query, text: string): Promise<SearchPage> {
  const { cursors, limits } = context;
  const count = Math.max(query.count ?? limits.defaultResults, 0);
  if (count > limits.maxResults) {
    throw new ScimError('invalidCount', `count is ${count}; a page by cursor holds ${limits.maxResults} at most`);
  }
  const cursor = text === '' ? undefined : cursors.read(bound.text, text);
  if (cursor !== undefined && cursor.count !== count) {
    const came = query.count === undefined ? `not given, so it is ${count}` : String(count);
    throw new ScimError('invalidCount', `count is ${came}, but the query began with ${cursor.count}`);
  }
  const total = cursor?.total ?? (await countAll(context, bound));
  if (count === 0) return { total, found: [] };

  const backwards = cursor?.backwards === true;
  const matches = await page(context, bound, { skip: 0, limit: count + 1, backwards, after: cursor?.position });
  const goesOn = matches.length > count;
  const found = backwards ? matches.slice(0, count).reverse() : matches.slice(0, count);
  const issue = (match: Match | undefined, towardsStart: boolean): string | undefined => {
    if (match === undefined) return undefined;
    const next: Cursor = { position: match.position, backwards: towardsStart, count, total };
    return cursors.issue(bound.text, next);
  };
  const nextCursor = backwards || goesOn ? issue(found.at(-1), false) : undefined;
  const previousCursor = backwards ? goesOn : cursor !== undefined;
  const previous = previousCursor ? issue(found[0], true) : undefined;
  return {
    total,
    found,
    ...(nextCursor === undefined ? {} : { nextCursor }),
    ...(previous === undefined ? {} : { previousCursor: previous }),
  };
}

interface Section {
  readonly skip: number;
  readonly limit: number;
  readonly backwards?: boolean;
  readonly after?: Position | undefined;
}

/** A part of the list. Of one type the database skips; of several, each gives as many as could be on the page. */
async function page(
  { resources }: SearchContext,
  { types, filters, sort, needed }: Search,
  section: Section,
): Promise<Match[]> {
  const descending = (sort?.descending ?? false) !== (section.backwards ?? false);
  const isOne = types.length === 1;
  const ofTypes = await Promise.all(
    types.map(async (type): Promise<Match[]> => {
      const placed = await resources.page(type, {
        filter: filters.get(type.name),
        sortPath: sort?.paths.get(type.name),
        descending,
        after: section.after,
        skip: isOne ? section.skip : 0,
        limit: isOne ? section.limit : section.skip + section.limit,
        ...needed.get(type.name),
      });
      return placed.map((found) => ({ ...found, type }));
    }),
  );
  if (isOne) return ofTypes.flat();
  const sign = descending ? -1 : 1;
  const merged = ofTypes.flat().sort((a, b) => sign * comparePositions(a.position, b.position));
  return merged.slice(section.skip, section.skip + section.limit);
}

async function countAll({ resources }: SearchContext, { types, filters }: BoundQuery): Promise<number> {
  const counts = await Promise.all(types.map((type) => resources.count(type, filters.get(type.name))));
  return counts.reduce((sum, count) => sum + count, 0);
}
