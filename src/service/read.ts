// GET of one resource and of a list (RFC 7644 sections 3.4.1 and 3.4.2).
import { ScimError, show } from '../errors/scim-error.js';
import { bindFilter } from '../filter/bind.js';
import type { Call, ServiceContext } from './context.js';
import type { Page, ResourceRecord } from './ports.js';

/** @throws ScimError notFound */
export async function get(context: ServiceContext, { type }: Call, id: string): Promise<ResourceRecord> {
  const record = await context.resources.find(type, id);
  if (record === undefined) throw notFound(type.name, id);
  return record;
}

export function notFound(typeName: string, id: string): ScimError {
  return new ScimError('notFound', `there is no ${typeName} ${show(id)}`);
}

export interface ListQuery {
  readonly filter?: string | undefined;
  readonly startIndex?: number | undefined;
  readonly count?: number | undefined;
}

export interface ListPage extends Page {
  readonly startIndex: number;
}

/**
 * A page of a list. A startIndex below 1 is read as 1, a count below 0 as 0, and a count above the server's limit as
 * the limit (RFC 7644 section 3.4.2.4).
 * @throws ScimError invalidFilter
 */
export async function list({ resources, parser, limits }: ServiceContext, { type }: Call, query: ListQuery): Promise<ListPage> {
  const startIndex = Math.max(query.startIndex ?? 1, 1);
  const limit = Math.min(Math.max(query.count ?? limits.defaultResults, 0), limits.maxResults);
  const page = await resources.list(type, {
    ...(query.filter === undefined ? {} : { filter: bindFilter(parser.parseFilter(query.filter), type) }),
    skip: startIndex - 1,
    limit,
  });
  return { ...page, startIndex };
}
