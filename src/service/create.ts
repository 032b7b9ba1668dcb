// POST: a new resource (RFC 7644 section 3.3), or several that refer to each other.
import { ScimError, show } from '../errors/scim-error.js';
import { targetIds } from '../patch/edge-steps.js';
import type { EdgeStep } from '../patch/edge-steps.js';
import type { ResourceType } from '../schema/model.js';
import { applyDefaults, checkPrimaries, checkSchemas } from '../schema/rules.js';
import { protectSecrets } from '../schema/secrets.js';
import type { JsonObject } from '../spec/json.js';
import { openEntry } from './audit.js';
import { edgeChanges, wholeChange } from './changes.js';
import type { Call, ServiceContext } from './context.js';
import type { EdgePlan } from './edge-plan.js';
import { countOf, mendEdges, planEdges, writeEdges } from './edge-plan.js';
import { displayOf } from './display.js';
import type { EdgeTarget, ResourceRecord, Writes } from './ports.js';

/** A resource as a client gave it, its edges apart from its attributes. */
export interface Given {
  readonly attributes: JsonObject;
  readonly edges: ReadonlyMap<string, readonly EdgeStep[]>;
}

/**
 * Takes a canonical, validated resource apart.
 * @throws ScimError invalidValue
 */
export function accept({ type, tolerance }: Call, body: JsonObject): Given {
  const { schemas, ...attributes } = body;
  checkSchemas(type, schemas, tolerance);
  checkPrimaries(type.root, attributes);
  const edges = new Map<string, EdgeStep[]>();
  for (const { name } of edgeAttributes(type)) {
    edges.set(name, [{ kind: 'clear' }, { kind: 'add', ids: targetIds(name, attributes[name]) }]);
    delete attributes[name];
  }
  return { attributes, edges };
}

function edgeAttributes(type: ResourceType) {
  return type.root.subAttributes.filter(({ edge }) => edge !== undefined);
}

/** A resource that is to be created, under an id that is known before, so that others can refer to it. */
export interface NewResource extends Call {
  readonly id: string;
  /** Canonical and validated. */
  readonly body: JsonObject;
}

/**
 * @param id that of the new resource, where the client does not leave it to the server (/Me)
 * @throws ScimError invalidValue, uniqueness, conflict where there is one of that id
 */
export async function create(
  context: ServiceContext,
  call: Call,
  body: JsonObject,
  id?: string,
): Promise<ResourceRecord> {
  if (id !== undefined && (await context.resources.find(call.type, id)) !== undefined) {
    throw new ScimError('conflict', `there is a ${call.type.name} ${show(id)} already`);
  }
  const [outcome] = await createTogether(context, [{ ...call, id: id ?? context.newId(), body }]);
  if (outcome?.status !== 'fulfilled') throw outcome?.reason;
  return outcome.value;
}

/**
 * Creates resources that may refer to each other in circles: all of them or none.
 * @returns the outcome of each, in their order; what is not created because of another is a conflict
 */
export async function createTogether(
  context: ServiceContext,
  resources: readonly NewResource[],
): Promise<PromiseSettledResult<ResourceRecord>[]> {
  const drafted = await Promise.allSettled(resources.map((resource) => draft(context, resource)));
  const drafts = valuesOf(drafted);
  if (drafts === undefined) return drafted.map(failedTogether);
  const companions = new Map(drafts.map(({ call, record }) => [record.id, targetOf(call.type, record)]));
  const plans = await Promise.allSettled(drafts.map((each) => plan(context, each, companions)));
  const planned = valuesOf(plans);
  return planned === undefined ? plans.map(failedTogether) : writeRecorded(context, planned);
}

interface Draft {
  readonly call: Call;
  readonly record: ResourceRecord;
  readonly edges: Given['edges'];
}

async function draft(context: ServiceContext, { id, body, ...call }: NewResource): Promise<Draft> {
  const { attributes: given, edges } = accept(call, body);
  const attributes = await protectSecrets(call.type.root, applyDefaults(call.type, given));
  const now = context.clock();
  return {
    call,
    record: { id, version: 1, created: now, lastModified: now, attributes, edgeCount: 0 },
    edges,
  };
}

interface Planned {
  readonly call: Call;
  readonly record: ResourceRecord;
  readonly plans: readonly EdgePlan[];
}

async function plan(
  context: ServiceContext,
  { call, record, edges }: Draft,
  companions: ReadonlyMap<string, EdgeTarget>,
): Promise<Planned> {
  const plans = await planEdges(context, { type: call.type, id: record.id, companions }, edges);
  return { call, plans, record: { ...record, edgeCount: countOf(plans) } };
}

function targetOf(type: ResourceType, { id, version, attributes }: ResourceRecord): EdgeTarget {
  return { id, type: type.name, display: displayOf(type, attributes), version };
}

/** Writes resources, each with its audit record. */
async function writeRecorded(
  context: ServiceContext,
  created: readonly Planned[],
): Promise<PromiseSettledResult<ResourceRecord>[]> {
  const entries = created.map(({ call, record, plans }) => ({
    entry: openEntry(context, call, 'create'),
    intention: {
      id: record.id,
      record,
      isNew: true,
      changes: () => [wholeChange(call.type, 'add', record.attributes), ...edgeChanges(plans)],
    },
  }));
  const carried = await Promise.allSettled(entries.map(({ entry, intention }) => entry.carry(intention)));
  const refused = carried.find((one) => one.status === 'rejected');
  if (refused !== undefined) return created.map(() => refused);
  const carrying = valuesOf(carried) ?? [];
  const outcomes = await write(
    context,
    created.map(({ record, ...rest }, index) => ({ ...rest, record: { ...record, ...carrying[index] } })),
  );
  for (const [index, { entry }] of entries.entries()) {
    const outcome = outcomes[index];
    if (outcome?.status === 'fulfilled') entry.settle('success', outcome.value);
    else entry.fail(outcome?.reason);
  }
  return outcomes;
}

/**
 * Edges go first: those of a resource that isn't there show nowhere, so nothing half-made ever shows. Of one resource
 * the insert is whole by itself; of several it is a transaction.
 */
async function write(
  context: ServiceContext,
  created: readonly Planned[],
): Promise<PromiseSettledResult<ResourceRecord>[]> {
  await Promise.all(created.map(({ record, plans }) => writeEdges(context.edges, record.id, plans)));
  let inserting: Planned | undefined;
  const insertAll = async ({ resources }: Pick<Writes, 'resources'>) => {
    for (inserting of created) await resources.insert(inserting.call.type, inserting.record);
  };
  try {
    await (created.length === 1 ? insertAll(context) : context.transaction(insertAll));
  } catch (reason) {
    if (isUnavailable(reason)) return created.map(() => ({ status: 'rejected', reason }));
    const edges = created.flatMap(({ record, plans }) => plans.map(({ edge }) => ({ edge, owner: record.id })));
    await Promise.all(edges.map(({ edge, owner }) => context.edges.remove(edge, owner, 'all')));
    return created.map((one) => (one === inserting ? { status: 'rejected', reason } : failedTogether()));
  }
  await Promise.all(created.map(({ record, plans }) => mendEdges(context, record.id, plans)));
  return created.map(({ record }) => ({ status: 'fulfilled', value: record }));
}

/** The values, where all have one. */
function valuesOf<T>(outcomes: readonly PromiseSettledResult<T>[]): T[] | undefined {
  const values = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
  return values.length === outcomes.length ? values : undefined;
}

/** The outcome of one of several that could not all be created. */
function failedTogether(outcome?: PromiseSettledResult<unknown>): PromiseRejectedResult {
  if (outcome?.status === 'rejected') return outcome;
  const reason = new ScimError(
    'conflict',
    'not created: a resource that it refers to in a circle could not be created',
  );
  return { status: 'rejected', reason };
}

/** The database went away while it wrote: the resource may be there, so its edges stay. */
function isUnavailable(error: unknown): boolean {
  return error instanceof ScimError && error.key === 'unavailable';
}
