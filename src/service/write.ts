// Carries a change out: which writes it comes to, and which of them must show together (docs/decisions/0013).
import type { JsonObject } from '../spec/json.js';
import type { CallOnResource, ServiceContext } from './context.js';
import type { Entry, Intention } from './audit.js';
import { displayOf, renameOnEdges } from './display.js';
import type { EdgePlan } from './edge-plan.js';
import { changesOf, countOf, mendEdges, planAgain, writeEdges } from './edge-plan.js';
import type { ResourceRecord, Writes } from './ports.js';
import { notFound } from './read.js';
import { countEdgesTo, isTogether, MOST_TOGETHER } from './transaction-size.js';

/** What a version of a resource comes from. */
interface NewVersion {
  readonly current: ResourceRecord;
  readonly attributes: JsonObject;
  readonly plans: readonly EdgePlan[];
}

/**
 * Attributes and edges, by compare and swap: only who wins it may write edges.
 * @returns undefined where it is lost
 * @throws ScimError unavailable where it can't be recorded: then nothing is done
 */
export async function writeVersion(
  context: ServiceContext,
  { type, id }: CallOnResource,
  { current, attributes, plans }: NewVersion,
  entry: Entry,
  intention: Intention,
): Promise<ResourceRecord | undefined> {
  const isRenamed = displayOf(type, attributes) !== displayOf(type, current.attributes);
  const edgesWritten = changesOf(plans) + (isRenamed ? await countEdgesTo(context, type, id) : 0);
  const inOne = isTogether(1, edgesWritten);
  const isWhole = edgesWritten <= MOST_TOGETHER;
  if (!isWhole) await entry.record(intention);
  const carried = isWhole ? await entry.carry(intention) : {};
  const record: ResourceRecord = {
    ...current,
    ...carried,
    attributes,
    version: current.version + 1,
    lastModified: context.clock(),
    edgeCount: current.edgeCount + countOf(plans),
  };
  let done = plans;
  const writeAll = async ({ resources, edges }: Writes) => {
    if (!(await resources.update(type, record, current.version))) return false;
    // The edges may have changed since they were looked at, by one whose version comes after this one.
    if (inOne && plans.length > 0 && current.edgeCount <= MOST_TOGETHER) done = await planAgain(edges, id, plans);
    await writeEdges(edges, id, done);
    if (isRenamed) await renameOnEdges(context.model, edges, type, record);
    return true;
  };
  if (!(await (inOne ? context.transaction(writeAll) : writeAll(context)))) return undefined;
  await mendEdges(context, id, done);
  // An edge that was added beside the transaction, with the name of before.
  if (isRenamed && inOne) await renameOnEdges(context.model, context.edges, type, record);
  return record;
}

/**
 * Edges that don't depend on others of the resource: no compare and swap, so that parallel changes of one group all
 * land without waiting for each other. Edges first: who reads the new version must find them.
 * @returns undefined where nothing changed
 * @throws ScimError notFound
 */
export async function writeEdgesAlone(
  context: ServiceContext,
  { type, id }: CallOnResource,
  plans: readonly EdgePlan[],
): Promise<ResourceRecord | undefined> {
  const writeAll = ({ edges }: Pick<Writes, 'edges'>) => writeEdges(edges, id, plans);
  const inOne = isTogether(0, changesOf(plans));
  const { added, removed } = await (inOne ? context.transaction(writeAll) : writeAll(context));
  if (added + removed === 0) return undefined;
  const touch = (edges: number) => context.resources.touch(type, id, context.clock(), edges);
  const [touched, takenBack] = await Promise.all([touch(added - removed), mendEdges(context, id, plans)]);
  const record = takenBack === 0 ? touched : await touch(-takenBack);
  if (record !== undefined) return record;
  // There is nobody whose edges they are: they show nowhere, and go.
  for (const { edge } of plans) await context.edges.remove(edge, id, 'all');
  throw notFound(type.name, id);
}
