// DELETE: a resource, and every edge from it and to it (RFC 7644 section 3.6).
import type { Edge, ResourceType } from '../schema/model.js';
import type { CallOnResource, ServiceContext } from './context.js';
import { typeNamed } from './context.js';
import { get, notFound } from './read.js';
import { checkPrecondition } from './version.js';

/**
 * Removes a resource. Its edges go after it: edges of a resource that is gone show nowhere, and whoever repeats a
 * DELETE that was cut short removes what was left.
 * @throws ScimError notFound, preconditionFailed
 */
export async function remove(context: ServiceContext, call: CallOnResource): Promise<void> {
  const removed =
    call.ifMatch === undefined
      ? await context.resources.remove(call.type, call.id)
      : await removeVersion(context, call);
  await removeEdges(context, call.type, call.id);
  if (!removed) throw notFound(call.type.name, call.id);
}

async function removeVersion(context: ServiceContext, call: CallOnResource): Promise<boolean> {
  for (;;) {
    const current = await get(context, call);
    checkPrecondition(call.ifMatch, current);
    if (await context.resources.remove(call.type, call.id, current.version)) return true;
  }
}

async function removeEdges(context: ServiceContext, type: ResourceType, id: string): Promise<void> {
  const { edges } = context.model;
  const from = edges.filter(({ ownerType }) => ownerType === type.name);
  const to = edges.filter(({ targetTypes }) => targetTypes.includes(type.name));
  await Promise.all(from.map((edge) => context.edges.remove(edge, id, 'all')));
  await Promise.all(to.map((edge) => removeFromOwners(context, edge, type, id)));
}

/** The owners have lost a value: their versions rise. */
async function removeFromOwners(context: ServiceContext, edge: Edge, type: ResourceType, id: string): Promise<void> {
  const ownerType = typeNamed(context.model, edge.ownerType);
  const owners = await context.edges.removeTo(edge, id, type.name);
  const now = context.clock();
  await Promise.all(owners.map((owner) => context.resources.touch(ownerType, owner, now, -1)));
}
