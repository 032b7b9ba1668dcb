// The values that the server finds when it answers: those of an edge attribute, and its inverse, which lists the
// owners that lead to a resource, directly or through others (RFC 7643 section 4.1.2).
import type { Attribute, Edge, ResourceType } from '../schema/model.js';
import type { JsonObject } from '../spec/json.js';
import type { ServiceContext } from './context.js';
import { typeNamed } from './context.js';
import type { EdgeRecord } from './ports.js';

/** Values by the id of their resource. */
export type ValuesOf = ReadonlyMap<string, JsonObject[]>;

/** The values of an edge attribute for resources. */
export async function edgeValues({ edges }: ServiceContext, edge: Edge, ids: readonly string[]): Promise<ValuesOf> {
  const values = new Map<string, JsonObject[]>();
  for (const { owner, target, targetType, display } of await edges.from(edge, ids)) {
    push(values, owner, { value: target, type: targetType, ...(display === undefined ? {} : { display }) });
  }
  return values;
}

/** The owners that lead to resources: `direct` where an edge does, `indirect` where only a chain of owners does. */
export async function inverseValues(context: ServiceContext, edge: Edge, ids: readonly string[]): Promise<ValuesOf> {
  const ownersOf = await climb(context, edge, ids);
  const reached = new Map(ids.map((id) => [id, reach(id, ownersOf)]));
  const names = await context.resources.names(typeNamed(context.model, edge.ownerType), [
    ...new Set([...reached.values()].flatMap((owners) => [...owners.keys()])),
  ]);
  const values = new Map<string, JsonObject[]>();
  for (const [id, owners] of reached) {
    for (const [owner, type] of owners) {
      const named = names.get(owner);
      // An owner that is gone has left edges behind for a moment: they show nothing.
      if (named === undefined) continue;
      push(values, id, { value: owner, ...(named.display === undefined ? {} : { display: named.display }), type });
    }
  }
  return values;
}

/** The direct owners of the ids, of those owners, and so on: one query for each level. */
async function climb({ edges }: ServiceContext, edge: Edge, ids: readonly string[]): Promise<Map<string, string[]>> {
  const ownersOf = new Map<string, string[]>(ids.map((id) => [id, []]));
  let level: readonly string[] = ids;
  while (level.length > 0) {
    const found: readonly EdgeRecord[] = await edges.to(edge, level);
    for (const { owner, target } of found) ownersOf.get(target)?.push(owner);
    const next: string[] = [...new Set(found.map(({ owner }) => owner))].filter((owner) => !ownersOf.has(owner));
    for (const owner of next) ownersOf.set(owner, []);
    level = edge.targetTypes.includes(edge.ownerType) ? next : [];
  }
  return ownersOf;
}

/** The owners that one id reaches; a cycle of owners ends where it began. */
function reach(id: string, ownersOf: ReadonlyMap<string, readonly string[]>): Map<string, 'direct' | 'indirect'> {
  const reached = new Map<string, 'direct' | 'indirect'>((ownersOf.get(id) ?? []).map((owner) => [owner, 'direct']));
  for (const owner of reached.keys()) {
    for (const next of ownersOf.get(owner) ?? []) if (!reached.has(next) && next !== id) reached.set(next, 'indirect');
  }
  return reached;
}

function push(values: Map<string, JsonObject[]>, id: string, value: JsonObject): void {
  const list = values.get(id);
  if (list === undefined) values.set(id, [value]);
  else list.push(value);
}

/** The attributes of a type whose values are found here. */
export function referenceAttributes(type: ResourceType): Attribute[] {
  return type.root.subAttributes.filter(({ edge, inverse }) => edge !== undefined || inverse !== undefined);
}
