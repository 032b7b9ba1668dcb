// How the database answers a list that a client asked for, without the values of its filter: for logs. It runs nothing.
import type { Parser } from '../filter/parse.js';
import { printFilter } from '../filter/print.js';
import { shapeOfFilter } from '../filter/shape.js';
import type { ResourceType } from '../schema/model.js';
import type { Query } from '../search/query.js';
import { bindQuery } from '../search/query.js';
import type { Explainer } from './explain.js';

interface QueryShape {
  readonly type: string;
  readonly filter?: string;
  readonly sortBy?: string;
  /** Resources that it looks at because no index answers the filter. */
  readonly scans?: number;
  readonly queries: readonly { readonly query: unknown; readonly sort: object; readonly stages: readonly string[] }[];
}

/** Any page has the plan of such a one. */
const LIMIT = 100;

/** @throws ScimError where the query is wrong, or the database is away */
export async function explainShape(
  { parser, explainer }: { readonly parser: Parser; readonly explainer: Explainer },
  types: readonly ResourceType[],
  query: Query,
): Promise<readonly QueryShape[]> {
  const { filters, sort } = bindQuery(parser, types, query);
  const filter =
    query.filter === undefined ? {} : { filter: printFilter(shapeOfFilter(parser.parseFilter(query.filter))) };
  const explainOne = async (type: ResourceType): Promise<QueryShape> => {
    const page = {
      filter: filters.get(type.name),
      sortPath: sort?.paths.get(type.name),
      descending: sort?.descending ?? false,
      after: undefined,
      skip: 0,
      limit: LIMIT,
    };
    const { scans, queries } = await explainer.explain(type, page, false);
    return {
      type: type.name,
      ...filter,
      ...(query.sortBy === undefined ? {} : { sortBy: query.sortBy }),
      ...(scans === undefined ? {} : { scans }),
      queries: queries.map(({ query: text, sort: order, stages }) => ({ query: shapeOf(text), sort: order, stages })),
    };
  };
  return Promise.all(types.map(explainOne));
}

/** The words of the database's query, with the name of its type in place of each value. */
function shapeOf(value: unknown): unknown {
  if (value === null) return null;
  if (typeof value !== 'object') return typeof value;
  if (Array.isArray(value)) {
    const shapes = value.map(shapeOf);
    // Of many ids one says it.
    return shapes.every((shape) => typeof shape === 'string') ? [...new Set(shapes)] : shapes;
  }
  if (Object.getPrototypeOf(value) !== Object.prototype) return value.constructor.name.toLowerCase();
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, shapeOf(part)]));
}
