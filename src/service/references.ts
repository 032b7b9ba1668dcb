// The values that the server finds when it answers: those of an edge attribute, and its inverse, which lists the
// owners that lead to a resource, directly or through others (RFC 7643 section 4.1.2).
import type { Attribute, Edge, ResourceType } from '../schema/model.js';
import { LongList } from '../representation/long-list.js';
import type { Projection } from '../representation/projection.js';
import type { JsonObject } from '../spec/json.js';
import type { ReadContext } from './context.js';
import { edgesFrom, edgeValue, AT_ONCE } from './edge-values.js';
import type { EdgeRecord, EdgeStore, OwnerRecord, PageQuery } from './ports.js';

/** Values by the id of their resource. */
type ValuesOf = ReadonlyMap<string, JsonObject[] | LongList<JsonObject>>;

/** Values by the name of their attribute. */
export type References = ReadonlyMap<string, ValuesOf>;

/** The values of the edge attributes that an answer shows. */
export async function findEdgeValues(
  context: Pick<ReadContext, 'edges'>,
  type: ResourceType,
  ids: readonly string[],
  projection: Projection,
): Promise<References> {
  if (ids.length === 0) return new Map();
  const shown = type.root.subAttributes.flatMap((attribute) => {
    const { name, edge } = attribute;
    return edge === undefined || !projection.shows(attribute) ? [] : [{ name, edge }];
  });
  return new Map(
    await Promise.all(shown.map(async ({ name, edge }) => [name, await edgeValues(context, edge, ids)] as const)),
  );
}

/** The inverse attributes that an answer shows: a read of the resource finds their owners too. */
export function inversesShown(type: ResourceType, projection: Projection): readonly Attribute[] {
  return type.root.subAttributes.filter((attribute) => attribute.inverse !== undefined && projection.shows(attribute));
}

/** What of the resources of a list an answer needs. */
export function neededFor(type: ResourceType, projection: Projection): Pick<PageQuery, 'inverses' | 'only'> {
  const inverses = inversesShown(type, projection);
  if (!projection.isExplicit) return { inverses };
  const shown = type.root.subAttributes.filter((attribute) => projection.shows(attribute));
  return { inverses, only: shown.map(({ name }) => name) };
}

/** A value of an inverse attribute: `direct` where an edge leads here, `indirect` where only a chain of owners does. */
export function ownerValue({ owner, display, isDirect }: OwnerRecord): JsonObject {
  return { value: owner, ...(display === undefined ? {} : { display }), type: isDirect ? 'direct' : 'indirect' };
}

/** Of one resource, however many there are; of several, all at once. */
async function edgeValues(
  { edges }: Pick<ReadContext, 'edges'>,
  edge: Edge,
  ids: readonly string[],
): Promise<ValuesOf> {
  const [only, ...others] = ids;
  if (only !== undefined && others.length === 0) {
    const first = await edges.section(edge, only, AT_ONCE);
    if (first.length === 0) return new Map();
    const values = first.map(edgeValue);
    const last = first[AT_ONCE - 1];
    if (last === undefined) return new Map([[only, values]]);
    return new Map([[only, new LongList(values, restOf(edges, edge, last))]]);
  }
  const values = new Map<string, JsonObject[]>();
  for (const record of await edges.from(edge, ids)) push(values, record.owner, edgeValue(record));
  return values;
}

async function* restOf(edges: EdgeStore, edge: Edge, last: EdgeRecord): AsyncGenerator<JsonObject[]> {
  for await (const section of edgesFrom(edges, edge, last.owner, last.target)) yield section.map(edgeValue);
}

function push(values: Map<string, JsonObject[]>, id: string, value: JsonObject): void {
  const list = values.get(id);
  if (list === undefined) values.set(id, [value]);
  else list.push(value);
}
