// openapi-backend's router, with what it does for every request done once: its list of operations, the match, and what
// it parses of a request. It would do the last four times over, compiling a RegExp each time; that costs more than all
// the rest of it.
import type { OpenAPIBackend, Operation as BackendOperation, ParsedRequest, Request } from 'openapi-backend';
import type { Operation } from '../spec/publish.js';
import type { Match } from './routes.js';
import { createRouteTable } from './routes.js';

/** A request that knows its match: its parameters are decoded, its query parsed, its header names in lower case. */
export interface RoutedRequest extends Request {
  readonly match: Match;
  readonly params: Readonly<Record<string, string>>;
  query: Record<string, string | string[]>;
  body?: unknown;
}

/**
 * Makes an API route by the table.
 * @returns the operations of the API, and the match of a method and a path, which requests are to bring along
 */
export function routeByTable(api: OpenAPIBackend, basePath: string) {
  const operations = api.router.getOperations();
  const table = createRouteTable(operations as unknown as (Operation & { path: string; method: string })[]);
  api.router.getOperations = () => operations;
  api.router.matchOperation = (request: Request): BackendOperation => {
    const { match } = request as RoutedRequest;
    if (match.kind === 'operation') return match.operation as unknown as BackendOperation;
    // The prefix is how openapi-backend tells its two handlers apart.
    throw new Error(match.kind === 'notFound' ? '404-notFound' : '405-methodNotAllowed');
  };
  api.router.parseRequest = (request: Request): ParsedRequest => {
    const { method, path, params, query, headers, body } = request as RoutedRequest;
    return { method, path, params, query, headers, body, cookies: {}, requestBody: body } as ParsedRequest;
  };
  return {
    operations: operations as unknown as readonly Operation[],
    match: (method: string, path: string): Match => table.match(method, path.slice(basePath.length)),
  };
}
