// Tells how the server reads a query and how its database answers it.
import type { Filter } from '../filter/ast.js';
import { printFilter } from '../filter/print.js';
import type { Parser } from '../filter/parse.js';
import type { ResourceType } from '../schema/model.js';
import type { Query } from '../search/query.js';
import { bindQuery } from '../search/query.js';
import type { PageQuery } from './ports.js';

/** How the database answers a page. */
interface PagePlan {
  /** Resources that it would look at because no index answers the filter; undefined where one does. */
  readonly scans: number | undefined;
  /**
   * Resources that it would sort, or a few more, because no index has the order; undefined where one has. Past maxScan
   * they are not counted further; where the queries may not be run they are not counted at all.
   */
  readonly sorts: number | undefined;
  /** The most that it may look at: beyond, the server refuses the query, and it has not been run. */
  readonly maxScan: number;
  /** One after the other, until the page is full. */
  readonly queries: readonly QueryPlan[];
}

export interface QueryPlan {
  /** In the database's own words. */
  readonly query: object;
  readonly sort: object;
  /** The stages of the plan that won, the last one first, each with its index. */
  readonly stages: readonly string[];
  /** What running it took; undefined where it has not been run. */
  readonly cost: QueryCost | undefined;
}

export interface QueryCost {
  readonly keysExamined: number;
  readonly documentsExamined: number;
  readonly found: number;
  readonly milliseconds: number;
}

/** The storage's part. */
export interface Explainer {
  /**
   * @param isRun whether the queries may be run, for what they cost
   * @throws ScimError invalidFilter
   */
  explain(type: ResourceType, query: PageQuery, isRun?: boolean): Promise<PagePlan>;
}

export interface Explanation extends PagePlan {
  readonly type: string;
  /** As the server reads it. */
  readonly filter: string;
  readonly tree: Filter;
}

/**
 * Explains the first page of a query of one resource type.
 * @throws ScimError invalidFilter, invalidValue: what the server would answer
 */
export async function explain(
  { parser, explainer }: { readonly parser: Parser; readonly explainer: Explainer },
  type: ResourceType,
  query: Query & { readonly filter: string; readonly count: number },
): Promise<Explanation> {
  const tree = parser.parseFilter(query.filter);
  const { filters, sort } = bindQuery(parser, [type], query);
  const plan = await explainer.explain(type, {
    filter: filters.get(type.name),
    sortPath: sort?.paths.get(type.name),
    descending: sort?.descending ?? false,
    after: undefined,
    skip: 0,
    limit: query.count,
  });
  return { type: type.name, filter: printFilter(tree), tree, ...plan };
}
