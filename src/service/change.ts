// PUT and PATCH: both make a new resource out of the one that is there and write it by compare and swap; a write that
// lost a race starts over on what is there now (RFC 7644 sections 3.5 and 3.14).
import { isDeepStrictEqual } from 'node:util';
import { applyPatch } from '../patch/apply.js';
import type { EdgeStep } from '../patch/edge-steps.js';
import { checkCount, checkEffort } from '../patch/effort.js';
import type { PatchRequest } from '../patch/operation.js';
import { bindPatch } from '../patch/operation.js';
import { schemasOf } from '../representation/frame.js';
import { checkSchemas, keepImmutable } from '../schema/rules.js';
import { protectSecrets } from '../schema/secrets.js';
import type { JsonObject } from '../spec/json.js';
import type { AuditAction } from './audit-event.js';
import type { Done, Entry } from './audit.js';
import { audited } from './audit.js';
import type { Count } from './brake.js';
import { braked, deactivates } from './brake.js';
import { changesBetween, edgeChanges } from './changes.js';
import type { CallOnResource, ServiceContext } from './context.js';
import { accept } from './create.js';
import { planEdges } from './edge-plan.js';
import type { ResourceRecord } from './ports.js';
import { untilWon } from './races.js';
import { get } from './read.js';
import { MOST_TOGETHER } from './transaction-size.js';
import { checkPrecondition } from './version.js';
import { writeEdgesAlone, writeVersion } from './write.js';

/** What is to become of a resource. */
interface NewState {
  readonly attributes: JsonObject;
  readonly edges: ReadonlyMap<string, readonly EdgeStep[]>;
}

/**
 * Replaces a resource by a canonical, validated body.
 * @throws ScimError notFound, preconditionFailed, conflict, invalidValue, mutability, uniqueness, braked
 */
export async function replace(
  context: ServiceContext,
  call: CallOnResource,
  body: JsonObject,
): Promise<ResourceRecord> {
  const given = accept(call, body);
  return change(context, call, 'replace', async (current) => ({
    attributes: keepImmutable(
      call.type.root,
      current.attributes,
      await protectSecrets(call.type.root, given.attributes),
    ),
    edges: given.edges,
  }));
}

/**
 * Patches a resource: all operations or none.
 * @throws ScimError notFound, preconditionFailed, conflict, payloadTooLarge, and those of bindPatch, applyPatch and the
 * validator
 */
export async function patch(
  context: ServiceContext,
  call: CallOnResource,
  request: PatchRequest,
): Promise<ResourceRecord> {
  const { type, tolerance } = call;
  checkCount(request.Operations, context.patchLimits);
  const operations = bindPatch(request, type, context.parser, tolerance);
  if (call.ifMatch === undefined && operations.every(({ target }) => target.path.chain[0]?.edge !== undefined)) {
    const { edges } = applyPatch({}, operations);
    if (!dependsOnEdges(edges, 0)) {
      return (await audited(context, call, 'patch', (entry) => patchEdges(context, call, edges, entry))).record;
    }
  }
  return change(context, call, 'patch', async (current) => {
    const whole = { schemas: schemasOf(type, current.attributes), ...current.attributes };
    checkEffort(whole, operations, context.patchLimits);
    const { resource, edges } = applyPatch(whole, operations);
    context.validator.check(type, resource);
    const { schemas, ...attributes } = resource;
    checkSchemas(type, schemas, tolerance);
    return { attributes: await protectSecrets(type.root, attributes, current.attributes), edges };
  });
}

type Make = (current: ResourceRecord) => Promise<NewState>;

/** The resource as it is then. */
interface Changed extends Done {
  readonly record: ResourceRecord;
}

async function change(
  context: ServiceContext,
  call: CallOnResource,
  action: AuditAction,
  make: Make,
): Promise<ResourceRecord> {
  const done = await audited(context, call, action, (entry) =>
    braked(context, call.type, (count) => untilWon(() => attempt(context, call, make, { entry, count }))),
  );
  return done.record;
}

interface Watched {
  readonly entry: Entry;
  readonly count: Count;
}

/** @returns undefined where another write came between */
async function attempt(
  context: ServiceContext,
  call: CallOnResource,
  make: Make,
  { entry, count }: Watched,
): Promise<Changed | undefined> {
  const current = await get(context, call);
  checkPrecondition(call.ifMatch, current);
  const { attributes, edges } = await make(current);
  const plans = await planEdges(context, call, edges);
  const isSame = isDeepStrictEqual(attributes, current.attributes);
  if (isSame && plans.length === 0) return { isChanged: false, record: current };
  if (deactivates(call.type, current.attributes, attributes)) await count();
  const intention = {
    id: call.id,
    record: current,
    changes: () => [...changesBetween(call.type, current.attributes, attributes), ...edgeChanges(plans)],
  };
  if (isSame && call.ifMatch === undefined && !dependsOnEdges(edges, current.edgeCount)) {
    await entry.record(intention);
    const changed = await writeEdgesAlone(context, call, plans);
    return { isChanged: changed !== undefined, record: { ...current, ...changed } };
  }
  const written = await writeVersion(context, call, { current, attributes, plans }, entry, intention);
  return written && { isChanged: true, record: written };
}

/**
 * Tells whether what steps come to depends on what others do to the edges: of two replaces the later one alone shows.
 * So many edges that reading them takes its time would never win against those who add one.
 */
function dependsOnEdges(edges: NewState['edges'], edgeCount: number): boolean {
  if (edgeCount > MOST_TOGETHER) return false;
  const kinds = new Set([...edges.values()].flat().map(({ kind }) => kind));
  return kinds.has('clear') || kinds.size > 1;
}

/** Of operations on edges alone, the resource needs no reading before: that it is there is seen afterwards. */
async function patchEdges(
  context: ServiceContext,
  call: CallOnResource,
  steps: ReadonlyMap<string, readonly EdgeStep[]>,
  entry: Entry,
): Promise<Changed> {
  try {
    const plans = await planEdges(context, call, steps, 'never');
    if (plans.length > 0) await entry.record({ id: call.id, changes: () => edgeChanges(plans) });
    const changed = await writeEdgesAlone(context, call, plans);
    // Its owners have to be read where the answer shows them, and all of it where nothing changed.
    const isWhole = changed !== undefined && (call.inverses ?? []).length === 0;
    return { isChanged: changed !== undefined, record: isWhole ? changed : await get(context, call) };
  } catch (error) {
    await get(context, call);
    throw error;
  }
}
