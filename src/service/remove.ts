// DELETE: a resource, and every edge from it and to it (RFC 7644 section 3.6).
import type { Edge, ResourceType } from '../schema/model.js';
import type { CallOnResource, ServiceContext } from './context.js';
import { typeNamed } from './context.js';
import { get, notFound } from './read.js';
import { checkPrecondition } from './version.js';

/**
 * Removes a resource together with the edges that lead to it. Those that lead from it go after it, as many as they are:
 * edges of a resource that is gone show nowhere.
 * @throws ScimError notFound, preconditionFailed
 */
export async function remove(context: ServiceContext, call: CallOnResource): Promise<void> {
  const isRemoved = call.ifMatch === undefined ? await removeOne(context, call) : await removeVersion(context, call);
  // A repeated DELETE removes what one that was cut short has left, so also where there is no resource.
  await removeRest(context, call);
  if (!isRemoved) throw notFound(call.type.name, call.id);
}

async function removeVersion(context: ServiceContext, call: CallOnResource): Promise<boolean> {
  for (;;) {
    const current = await get(context, call);
    checkPrecondition(call.ifMatch, current);
    if (await removeOne(context, call, current.version)) return true;
  }
}

/** @returns false where there is no such resource, or none of that version */
async function removeOne(context: ServiceContext, call: CallOnResource, version?: number): Promise<boolean> {
  const { type, id } = call;
  const leadingHere = edgesTo(context, type);
  const isTarget = await Promise.all(leadingHere.map((edge) => context.edges.isTarget(edge, id, type.name)));
  if (!isTarget.includes(true)) return context.resources.remove(type, id, version);
  const owners = await context.transaction(async ({ resources, edges }) => {
    if (!(await resources.remove(type, id, version))) return undefined;
    const having: Owner[] = [];
    for (const edge of leadingHere) {
      for (const owner of await edges.removeTo(edge, id, type.name)) having.push({ edge, owner });
    }
    return having;
  });
  if (owners !== undefined) await touchAll(context, owners);
  return owners !== undefined;
}

interface Owner {
  readonly edge: Edge;
  readonly owner: string;
}

/** Edges that were added to the resource while it was being removed, and those that lead from it. */
async function removeRest(context: ServiceContext, { type, id }: CallOnResource): Promise<void> {
  const from = context.model.edges.filter(({ ownerType }) => ownerType === type.name);
  const late = edgesTo(context, type).map(async (edge) => {
    return (await context.edges.removeTo(edge, id, type.name)).map((owner): Owner => ({ edge, owner }));
  });
  await touchAll(context, (await Promise.all(late)).flat());
  await Promise.all(from.map((edge) => context.edges.remove(edge, id, 'all')));
}

/** The owners have lost a value: their versions rise. */
async function touchAll(context: ServiceContext, owners: readonly Owner[]): Promise<void> {
  const now = context.clock();
  const touches = owners.map(({ edge, owner }) =>
    context.resources.touch(typeNamed(context.model, edge.ownerType), owner, now, -1),
  );
  await Promise.all(touches);
}

function edgesTo({ model }: ServiceContext, type: ResourceType): Edge[] {
  return model.edges.filter(({ targetTypes }) => targetTypes.includes(type.name));
}
