// POST: a new resource (RFC 7644 section 3.3).
import { targetIds } from '../patch/edge-steps.js';
import type { EdgeStep } from '../patch/edge-steps.js';
import type { ResourceType } from '../schema/model.js';
import { applyDefaults, checkPrimaries, checkSchemas } from '../schema/rules.js';
import { protectSecrets } from '../schema/secrets.js';
import type { JsonObject } from '../spec/json.js';
import type { Call, ServiceContext } from './context.js';
import { applyPlan, countOf, planEdges } from './edge-plan.js';
import type { ResourceRecord } from './ports.js';

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

/**
 * Creates a resource. Edges go first: those of a resource that isn't there show nowhere, so a crash in between leaves
 * nothing half-made.
 * @throws ScimError invalidValue, uniqueness
 */
export async function create(context: ServiceContext, call: Call, body: JsonObject): Promise<ResourceRecord> {
  const given = accept(call, body);
  const plans = await planEdges(context, call.type, undefined, given.edges);
  const now = context.clock();
  const record: ResourceRecord = {
    id: context.newId(),
    version: 1,
    created: now,
    lastModified: now,
    attributes: await protectSecrets(call.type.root, applyDefaults(call.type, given.attributes)),
    edgeCount: countOf(plans),
  };
  for (const plan of plans) await applyPlan(context, record.id, plan);
  try {
    await context.resources.insert(call.type, record);
  } catch (error) {
    for (const { edge } of plans) await context.edges.remove(edge, record.id, 'all');
    throw error;
  }
  return record;
}
