// The audit log as it is read: asked like any list of resources, or streamed whole.
import { bindFilter } from '../filter/bind.js';
import type { ResourceType } from '../schema/model.js';
import type { Query } from '../search/query.js';
import type { JsonObject } from '../spec/json.js';
import type { ResourceRecord } from './ports.js';
import type { SearchContext, SearchPage } from './search.js';
import { search } from './search.js';

export interface AuditPage extends Omit<SearchPage, 'found'> {
  /** As openapi-admin/schemas/AuditEvent.yaml has them. */
  readonly events: readonly JsonObject[];
}

const NEWEST_FIRST = { sortBy: 'time', sortOrder: 'descending' } as const;
/** What an export has in memory: so many events, or those that make up so many bytes. */
const AT_ONCE = { limit: 1_000, mostBytes: 4 * 1024 * 1024 };

/** A query of the log: the newest events first, where it asks for no other order. */
export function newestFirst<T extends Query>(query: T): T {
  return query.sortBy === undefined ? { ...NEWEST_FIRST, ...query } : query;
}

/**
 * A page of the log: the newest events first, where the query asks for no other order.
 * @throws ScimError invalidFilter, invalidValue, tooMany, invalidCursor, expiredCursor, invalidCount
 */
export async function listEvents(context: SearchContext, type: ResourceType, query: Query): Promise<AuditPage> {
  const { found, ...page } = await search(context, [type], newestFirst(query));
  return { ...page, events: found.map(({ record }) => eventOf(record)) };
}

/**
 * All events that a filter matches, the oldest first; those that come meanwhile too. Each section is a query of its
 * own, so that a slow reader holds nothing open.
 * @throws ScimError invalidFilter, invalidValue, tooMany
 */
export async function* exportEvents(
  { parser, resources }: Pick<SearchContext, 'parser' | 'resources'>,
  type: ResourceType,
  text: string | undefined,
): AsyncGenerator<JsonObject> {
  const filter = text === undefined ? undefined : bindFilter(parser.parseFilter(text), type);
  const order = { filter, sortPath: undefined, descending: false, skip: 0, ...AT_ONCE };
  for (let after; ;) {
    const section = await resources.page(type, { ...order, after });
    for (const { record } of section) yield eventOf(record);
    // A section may end by its bytes: only one that has nothing tells the end.
    after = section.at(-1)?.position;
    if (after === undefined) return;
  }
}

function eventOf({ id, attributes }: ResourceRecord): JsonObject {
  return { id, ...attributes };
}
