// PUT and PATCH: both make a new resource out of the one that is there and write it by compare and swap; a write that
// lost a race starts over on what is there now (RFC 7644 sections 3.5 and 3.14).
import { setTimeout } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { ScimError } from '../errors/scim-error.js';
import { applyPatch } from '../patch/apply.js';
import type { EdgeStep } from '../patch/edge-steps.js';
import type { PatchOperation, PatchRequest } from '../patch/operation.js';
import { bindPatch } from '../patch/operation.js';
import { schemasOf } from '../representation/resource.js';
import { checkSchemas, keepImmutable } from '../schema/rules.js';
import { protectSecrets } from '../schema/secrets.js';
import type { JsonObject } from '../spec/json.js';
import type { CallOnResource, ServiceContext } from './context.js';
import { accept } from './create.js';
import type { EdgePlan, EdgesWritten } from './edge-plan.js';
import { countOf, growthOf, mendEdges, planEdges, writeEdges } from './edge-plan.js';
import { isRename, renameOnEdges } from './display.js';
import type { ResourceRecord } from './ports.js';
import { get, notFound } from './read.js';
import { together } from './together.js';
import { checkPrecondition } from './version.js';

/** What is to become of a resource. */
interface Change {
  readonly attributes: JsonObject;
  readonly edges: ReadonlyMap<string, readonly EdgeStep[]>;
}

/**
 * Replaces a resource by a canonical, validated body.
 * @throws ScimError notFound, preconditionFailed, invalidValue, mutability, uniqueness
 */
export async function replace(
  context: ServiceContext,
  call: CallOnResource,
  body: JsonObject,
): Promise<ResourceRecord> {
  const given = accept(call, body);
  return change(context, call, async (current) => ({
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
 * @throws ScimError notFound, preconditionFailed, and those of bindPatch, applyPatch and the validator
 */
export async function patch(
  context: ServiceContext,
  call: CallOnResource,
  request: PatchRequest,
): Promise<ResourceRecord> {
  const { type, tolerance } = call;
  const operations = bindPatch(request, type, context.parser, tolerance);
  if (call.ifMatch === undefined && operations.every(isOnEdges)) {
    return patchEdges(context, call, applyPatch({}, operations).edges);
  }
  return change(context, call, async (current) => {
    const whole = { schemas: schemasOf(type, current.attributes), ...current.attributes };
    const { resource, edges } = applyPatch(whole, operations);
    context.validator.check(type, resource);
    const { schemas, ...attributes } = resource;
    checkSchemas(type, schemas, tolerance);
    return { attributes: await protectSecrets(type.root, attributes, current.attributes), edges };
  });
}

const ATTEMPTS = 100;

async function change(
  context: ServiceContext,
  call: CallOnResource,
  make: (current: ResourceRecord) => Promise<Change>,
): Promise<ResourceRecord> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const current = await get(context, call);
    checkPrecondition(call.ifMatch, current);
    const { attributes, edges } = await make(current);
    const plans = await planEdges(context, call, edges);
    const isSame = isDeepStrictEqual(attributes, current.attributes);
    if (isSame && plans.length === 0) return current;
    const onlyEdges = isSame && call.ifMatch === undefined;
    if (onlyEdges) return { ...current, ...(await changeEdges(context, call, plans)) };
    const written = await write(context, call, current, attributes, plans);
    if (written !== undefined) return written;
    // Lost the race. Those that race on keep out of step by waiting a little, longer each time.
    await setTimeout(Math.random() * Math.min(attempt, 20));
  }
  throw new ScimError('conflict', 'the resource is changed by others all the time: try again later');
}

function isOnEdges({ target }: PatchOperation): boolean {
  return target.path.chain[0]?.edge !== undefined;
}

/** Of operations on edges alone, the resource needs no reading before: that it is there is seen afterwards. */
async function patchEdges(
  context: ServiceContext,
  call: CallOnResource,
  steps: ReadonlyMap<string, readonly EdgeStep[]>,
): Promise<ResourceRecord> {
  try {
    const plans = await planEdges(context, call, steps, 'never');
    const changed = await changeEdges(context, call, plans);
    // Its owners have to be read where the answer shows them, and all of it where nothing changed.
    return changed === undefined || (call.inverses ?? []).length > 0 ? await get(context, call) : changed;
  } catch (error) {
    await get(context, call);
    throw error;
  }
}

/**
 * Edges alone: no compare and swap, so that parallel changes of one group all land without waiting for each
 * other. Edges first: who reads the new version must find them. Returns undefined where nothing changed.
 */
async function changeEdges(
  context: ServiceContext,
  { type, id }: CallOnResource,
  plans: readonly EdgePlan[],
): Promise<ResourceRecord | undefined> {
  const written = await together(context, countOf(plans), async (writes) => {
    const results: EdgesWritten[] = [];
    for (const plan of plans) results.push(await writeEdges(writes, id, plan));
    return results;
  });
  if (written.every(({ added, removed }) => added + removed === 0)) return undefined;
  const growth = written.reduce((sum, { added, removed }) => sum + added - removed, 0);
  const touch = (edges: number) => context.resources.touch(type, id, context.clock(), edges);
  const [touched, takenBack] = await Promise.all([touch(growth), mendAll(context, id, plans)]);
  const record = takenBack === 0 ? touched : await touch(-takenBack);
  if (record !== undefined) return record;
  for (const { edge, add } of plans)
    await context.edges.remove(
      edge,
      id,
      add.map((target) => target.id),
    );
  throw notFound(type.name, id);
}

async function mendAll(context: ServiceContext, id: string, plans: readonly EdgePlan[]): Promise<number> {
  const takenBack = await Promise.all(plans.map((plan) => mendEdges(context, id, plan)));
  return takenBack.reduce((sum, count) => sum + count, 0);
}

/** Compare and swap first: only who wins it may write edges. Returns undefined where it is lost. */
async function write(
  context: ServiceContext,
  { type, id }: CallOnResource,
  current: ResourceRecord,
  attributes: JsonObject,
  plans: readonly EdgePlan[],
): Promise<ResourceRecord | undefined> {
  const record: ResourceRecord = {
    ...current,
    attributes,
    version: current.version + 1,
    lastModified: context.clock(),
    edgeCount: current.edgeCount + growthOf(plans),
  };
  const renames = isRename(type, current.attributes, attributes);
  const isWritten = await together(context, 1 + countOf(plans) + Number(renames), async (writes) => {
    if (!(await writes.resources.update(type, record, current.version))) return false;
    for (const plan of plans) await writeEdges(writes, id, plan);
    if (renames) await renameOnEdges(writes, context.model, type, record);
    return true;
  });
  if (!isWritten) return undefined;
  await mendAll(context, id, plans);
  return record;
}
