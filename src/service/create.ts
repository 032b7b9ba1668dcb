// POST: a new resource (RFC 7644 section 3.3), or several that refer to each other.
import { ScimError, show } from '../errors/scim-error.js';
import { targetIds } from '../patch/edge-steps.js';
import type { EdgeStep } from '../patch/edge-steps.js';
import type { ResourceType } from '../schema/model.js';
import { applyDefaults, checkPrimaries, checkSchemas } from '../schema/rules.js';
import { protectSecrets } from '../schema/secrets.js';
import type { JsonObject } from '../spec/json.js';
import type { Call, ServiceContext } from './context.js';
import type { EdgePlan } from './edge-plan.js';
import { growthOf, mendEdges, planEdges, writeEdges } from './edge-plan.js';
import type { ResourceRecord } from './ports.js';
import { remove } from './remove.js';

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
 * @returns the outcome of each, in their order; what is taken back because of another is a conflict
 */
export async function createTogether(
  context: ServiceContext,
  resources: readonly NewResource[],
): Promise<PromiseSettledResult<ResourceRecord>[]> {
  const companions = new Map(resources.map(({ id, type }) => [id, type.name]));
  const outcomes = await Promise.allSettled(resources.map((resource) => createOne(context, resource, companions)));
  const created = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
  if (created.length === resources.length) {
    await Promise.all(created.flatMap(({ record, plans }) => plans.map((plan) => mendEdges(context, record.id, plan))));
    return created.map(({ record }) => ({ status: 'fulfilled', value: record }));
  }
  const isCreated = new Set(created.map(({ record }) => record.id));
  const takenBack = resources.filter(({ id }) => isCreated.has(id));
  await Promise.all(takenBack.map(({ type, tolerance, id }) => remove(context, { type, tolerance, id })));
  const reason = new ScimError('conflict', 'taken back: what it refers to in a circle could not be created');
  return outcomes.map((outcome) => (outcome.status === 'fulfilled' ? { status: 'rejected', reason } : outcome));
}

interface Created {
  readonly record: ResourceRecord;
  readonly plans: readonly EdgePlan[];
}

/** Edges go first: those of a resource that isn't there show nowhere, so a crash leaves nothing half-made. */
async function createOne(
  context: ServiceContext,
  { id, body, ...call }: NewResource,
  companions: ReadonlyMap<string, string>,
): Promise<Created> {
  const given = accept(call, body);
  const plans = await planEdges(context, { type: call.type, id, companions }, given.edges);
  const now = context.clock();
  const record: ResourceRecord = {
    id,
    version: 1,
    created: now,
    lastModified: now,
    attributes: await protectSecrets(call.type.root, applyDefaults(call.type, given.attributes)),
    edgeCount: growthOf(plans),
  };
  for (const plan of plans) await writeEdges(context, id, plan);
  try {
    await context.resources.insert(call.type, record);
  } catch (error) {
    if (!isUnavailable(error)) for (const { edge } of plans) await context.edges.remove(edge, id, 'all');
    throw error;
  }
  return { record, plans };
}

/** The database went away while it wrote: the resource may be there, so its edges stay. */
function isUnavailable(error: unknown): boolean {
  return error instanceof ScimError && error.key === 'unavailable';
}
