// The route table: paths of the document to operations, built once. openapi-backend's own router builds its list of
// operations and a RegExp for each path again with every request, which costs more than all the rest of it.
import type { Operation } from '../spec/publish.js';

export type Match =
  | { readonly kind: 'operation'; readonly operation: Operation }
  | { readonly kind: 'methodNotAllowed'; readonly allow: readonly string[] }
  | { readonly kind: 'notFound' };

interface Node {
  readonly fixed: Map<string, Node>;
  any?: Node;
  readonly methods: Map<string, Operation>;
}

export interface RouteTable {
  /** @param path relative to the base path, with or without a slash at its end */
  match(method: string, path: string): Match;
}

/** @param operations by path template and lower-case method */
export function createRouteTable(operations: readonly (Operation & { path: string; method: string })[]): RouteTable {
  const root = newNode();
  for (const operation of operations) {
    let node = root;
    for (const segment of segmentsOf(operation.path)) node = child(node, segment);
    node.methods.set(operation.method, operation);
  }
  return {
    match(method, path) {
      let node: Node | undefined = root;
      for (const segment of segmentsOf(path)) node = node?.fixed.get(segment) ?? node?.any;
      if (node === undefined || node.methods.size === 0) return { kind: 'notFound' };
      const operation = node.methods.get(method.toLowerCase());
      if (operation !== undefined) return { kind: 'operation', operation };
      return { kind: 'methodNotAllowed', allow: [...node.methods.keys()].map((allowed) => allowed.toUpperCase()) };
    },
  };
}

function newNode(): Node {
  return { fixed: new Map(), methods: new Map() };
}

function child(node: Node, segment: string): Node {
  if (segment.startsWith('{')) return (node.any ??= newNode());
  const next = node.fixed.get(segment) ?? newNode();
  node.fixed.set(segment, next);
  return next;
}

function segmentsOf(path: string): string[] {
  return path.split('/').filter((segment) => segment !== '');
}
