// DELETE: a resource, and every edge from it and to it (RFC 7644 section 3.6).
import type { Edge } from '../schema/model.js';
import type { CallOnResource, ServiceContext } from './context.js';
import { edgesTo, typeNamed } from './context.js';
import type { Writes } from './ports.js';
import { get, notFound } from './read.js';
import { countEdgesTo, isTogether } from './together.js';
import { checkPrecondition } from './version.js';

/**
 * Removes a resource, together with the edges that lead to it. Whatever else there is goes after it: edges from a
 * resource that is gone show nowhere.
 * @throws ScimError notFound, preconditionFailed
 */
export async function remove(context: ServiceContext, call: CallOnResource): Promise<void> {
  const removed = call.ifMatch === undefined ? await removeOne(context, call) : await removeVersion(context, call);
  const { edges } = context.model;
  const from = edges.filter(({ ownerType }) => ownerType === call.type.name);
  await Promise.all(from.map((edge) => context.edges.remove(edge, call.id, 'all')));
  if (!removed) throw notFound(call.type.name, call.id);
}

async function removeVersion(context: ServiceContext, call: CallOnResource): Promise<boolean> {
  for (;;) {
    const current = await get(context, call);
    checkPrecondition(call.ifMatch, current);
    if (await removeOne(context, call, current.version)) return true;
  }
}

/** The owners of one edge attribute that lost a value. */
interface Bereft {
  readonly edge: Edge;
  readonly owners: readonly string[];
}

async function removeOne(context: ServiceContext, { type, id }: CallOnResource, expected?: number): Promise<boolean> {
  const removeEdges = async ({ edges }: Pick<Writes, 'edges'>): Promise<Bereft[]> => {
    const bereft: Bereft[] = [];
    for (const edge of edgesTo(context.model, type)) {
      bereft.push({ edge, owners: await edges.removeTo(edge, id, type.name) });
    }
    return bereft;
  };
  const removeAll = async (writes: Writes) => {
    const isRemoved = await writes.resources.remove(type, id, expected);
    return { isRemoved, bereft: isRemoved ? await removeEdges(writes) : [] };
  };
  const { isRemoved, bereft } = isTogether(1, await countEdgesTo(context, type, id))
    ? await context.transaction(removeAll)
    : { isRemoved: await context.resources.remove(type, id, expected), bereft: [] };
  if (!isRemoved && expected !== undefined) return false;
  // Also those that were added beside the transaction, or that a DELETE which was cut short left.
  await touchOwners(context, [...bereft, ...(await removeEdges(context))]);
  return isRemoved;
}

/** The owners have lost a value: their versions rise. */
async function touchOwners(context: ServiceContext, bereft: readonly Bereft[]): Promise<void> {
  const now = context.clock();
  const touches = bereft.flatMap(({ edge, owners }) => {
    const type = typeNamed(context.model, edge.ownerType);
    return owners.map((owner) => context.resources.touch(type, owner, now, -1));
  });
  await Promise.all(touches);
}
