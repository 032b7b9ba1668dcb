// The route table: paths of the document to operations, built once.
import type { Operation } from '../spec/publish.js';

/** Segments of the path by the name of their parameter, encoded as they came. */
type Params = Readonly<Record<string, string>>;

export type Match =
  | { readonly kind: 'operation'; readonly operation: Operation; readonly params: Params }
  | { readonly kind: 'methodNotAllowed'; readonly allow: readonly string[] }
  | { readonly kind: 'notFound' };

interface Node {
  readonly fixed: Map<string, Node>;
  /** What stands for a parameter. */
  any?: Node;
  readonly methods: Map<string, Route>;
}

interface Route {
  readonly operation: Operation;
  /** Of its parameters, in their order in the path. */
  readonly names: readonly string[];
}

interface RouteTable {
  /** @param path relative to the base path, with or without a slash at its end */
  match(method: string, path: string): Match;
}

/** @param operations by path template and lower-case method */
export function createRouteTable(operations: readonly (Operation & { path: string; method: string })[]): RouteTable {
  const root = newNode();
  for (const operation of operations) {
    let node = root;
    for (const segment of segmentsOf(operation.path)) node = child(node, segment);
    const names = [...operation.path.matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => name);
    node.methods.set(operation.method, { operation, names });
  }
  return {
    match(method, path) {
      let node: Node | undefined = root;
      const values: string[] = [];
      for (const segment of segmentsOf(path)) {
        const fixed: Node | undefined = node?.fixed.get(segment);
        if (fixed === undefined) values.push(segment);
        node = fixed ?? node?.any;
      }
      if (node === undefined || node.methods.size === 0) return { kind: 'notFound' };
      const route = node.methods.get(method.toLowerCase());
      if (route === undefined) {
        return { kind: 'methodNotAllowed', allow: [...node.methods.keys()].map((allowed) => allowed.toUpperCase()) };
      }
      const params = route.names.map((name, index) => [name, values[index] ?? ''] as const);
      return { kind: 'operation', operation: route.operation, params: Object.fromEntries(params) };
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
