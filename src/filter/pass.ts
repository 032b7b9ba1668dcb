// How a pass over a tree of nodes is written: as a record with one function for each kind of node.

/** A pass that forgets a kind doesn't compile. */
export type Pass<Node extends { readonly kind: string }, Context, Result> = {
  readonly [Kind in Node['kind']]: (node: Extract<Node, { readonly kind: Kind }>, context: Context) => Result;
};

/** Applies a pass to one node. The functions of the pass call it for the nodes below; parse.ts has capped the depth. */
export function visit<Node extends { readonly kind: string }, Context, Result>(
  pass: Pass<Node, Context, Result>,
  node: Node,
  context: Context,
): Result {
  // The kind selects the function for just this node, which TypeScript can't follow through a union.
  const step = pass[node.kind as Node['kind']] as (node: Node, context: Context) => Result;
  return step(node, context);
}
