// DELETE: a resource, and every edge from it and to it (RFC 7644 section 3.6).
import type { Attribute, Edge } from '../schema/model.js';
import type { Entry } from './audit.js';
import { audited } from './audit.js';
import type { Count } from './brake.js';
import { braked } from './brake.js';
import { MOST_TARGETS, targetsChange, wholeChange } from './changes.js';
import type { CallOnResource, ServiceContext } from './context.js';
import { edgesTo, typeNamed } from './context.js';
import type { ResourceRecord, Writes } from './ports.js';
import { untilWon } from './races.js';
import { get, notFound } from './read.js';
import { countEdgesTo, isTogether } from './transaction-size.js';
import { checkPrecondition } from './version.js';

/**
 * Removes a resource, together with the edges that lead to it. Whatever else there is goes after it: edges from a
 * resource that is gone show nowhere.
 * @throws ScimError notFound, preconditionFailed, conflict, braked
 */
export async function remove(context: ServiceContext, call: CallOnResource): Promise<void> {
  const { isChanged } = await audited(context, call, 'delete', (entry) =>
    braked(context, call.type, async (count) => {
      const steps = { entry, count };
      const isRemoved = await (call.ifMatch === undefined ? removeAny : removeVersion)(context, call, steps);
      const { edges } = context.model;
      const from = edges.filter(({ ownerType }) => ownerType === call.type.name);
      await Promise.all(from.map((edge) => context.edges.remove(edge, call.id, 'all')));
      return { isChanged: isRemoved };
    }),
  );
  if (!isChanged) throw notFound(call.type.name, call.id);
}

/** What goes before the first write, of a resource that is there. */
interface Steps {
  readonly entry: Entry;
  readonly count: Count;
}

/** It is read for what is told and counted of it; the log has the version that was read. */
async function removeAny(context: ServiceContext, call: CallOnResource, steps: Steps): Promise<boolean> {
  const current = await context.resources.find(call.type, call.id, inversesTold(context, call));
  if (current !== undefined) await begin(context, call, steps, current);
  // Of one that isn't there: what a DELETE that was cut short has left.
  return removeOne(context, call);
}

async function removeVersion(context: ServiceContext, call: CallOnResource, steps: Steps): Promise<boolean> {
  const inverses = inversesTold(context, call);
  return untilWon(async () => {
    const current = await get(context, { ...call, inverses });
    checkPrecondition(call.ifMatch, current);
    await begin(context, call, steps, current);
    return (await removeOne(context, call, current.version)) || undefined;
  });
}

async function begin(
  context: ServiceContext,
  call: CallOnResource,
  { entry, count }: Steps,
  current: ResourceRecord,
): Promise<void> {
  await count();
  if (context.audit !== undefined) await recordRemoval(context, call, entry, current);
}

/** Only the log asks who leads to it. */
function inversesTold({ audit }: ServiceContext, { type: { root } }: CallOnResource): readonly Attribute[] {
  return audit === undefined ? [] : root.subAttributes.filter(({ inverse }) => inverse !== undefined);
}

/** What goes: the resource, its edges, and those of others to it. */
async function recordRemoval(
  { model, edges }: ServiceContext,
  { type, id }: CallOnResource,
  entry: Entry,
  current: ResourceRecord,
): Promise<void> {
  const owned = model.edges.filter(({ ownerType }) => ownerType === type.name);
  const targets = await Promise.all(
    owned.map(async (edge) => {
      const found = current.edgeCount > 0 ? await edges.section(edge, id, MOST_TARGETS) : [];
      const ids = found.map(({ target }) => target);
      return targetsChange(edge.attribute, 'remove', ids, ids.length < MOST_TARGETS ? ids.length : current.edgeCount);
    }),
  );
  const owners = [...(current.owners ?? [])].map(([name, ofName]) => {
    const direct = ofName.filter(({ isDirect }) => isDirect).map(({ owner }) => owner);
    return targetsChange(name, 'remove', direct);
  });
  const changes = [wholeChange(type, 'remove', current.attributes), ...targets.flat(), ...owners.flat()];
  await entry.record({ id, record: current, changes: () => changes });
}

/** The owners of one edge attribute that lost a value. */
interface Bereft {
  readonly edge: Edge;
  readonly owners: readonly string[];
}

interface Removal {
  readonly isRemoved: boolean;
  readonly bereft: readonly Bereft[];
}

async function removeOne(context: ServiceContext, { type, id }: CallOnResource, expected?: number): Promise<boolean> {
  const removeEdges = async ({ edges }: Pick<Writes, 'edges'>): Promise<Bereft[]> => {
    const bereft: Bereft[] = [];
    for (const edge of edgesTo(context.model, type)) {
      bereft.push({ edge, owners: await edges.removeTo(edge, id, type.name) });
    }
    return bereft;
  };
  const removeAlone = async ({ resources }: Pick<Writes, 'resources'>) => ({
    isRemoved: await resources.remove(type, id, expected),
    bereft: [],
  });
  const removeAll = async (writes: Writes) => {
    const { isRemoved } = await removeAlone(writes);
    return { isRemoved, bereft: isRemoved ? await removeEdges(writes) : [] };
  };
  const removeSingly = async (): Promise<Removal> => {
    const alone = await removeAlone(context);
    // It may carry events, which go into the log with it.
    return alone.isRemoved ? alone : context.transaction(removeAlone);
  };
  const isInOne = isTogether(1, await countEdgesTo(context, type, id));
  const { isRemoved, bereft }: Removal = await (isInOne ? context.transaction(removeAll) : removeSingly());
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
