// The values that the server finds when it answers: those of an edge attribute, and its inverse, which lists the
// owners that lead to a resource, directly or through others (RFC 7643 section 4.1.2).
import type { Attribute, Edge, ResourceType } from '../schema/model.js';
import type { Projection } from '../representation/projection.js';
import type { JsonObject } from '../spec/json.js';
import type { ServiceContext } from './context.js';
import type { OwnerRecord } from './ports.js';

/** Values by the id of their resource. */
export type ValuesOf = ReadonlyMap<string, JsonObject[]>;

/** Values by the name of their attribute. */
export type References = ReadonlyMap<string, ValuesOf>;

/** The values of the edge attributes that an answer shows. */
export function findEdgeValues(
  context: ServiceContext,
  type: ResourceType,
  ids: readonly string[],
  projection: Projection,
): Promise<References> {
  return find(type, projection, ({ edge }) => edge && edgeValues(context, edge, ids));
}

/**
 * The values of the inverse attributes that an answer shows. A change of the resource itself doesn't alter them, so
 * they can be looked up beside it.
 */
export function findInverseValues(
  context: ServiceContext,
  type: ResourceType,
  ids: readonly string[],
  projection: Projection,
): Promise<References> {
  return find(type, projection, ({ inverse }) => inverse && inverseValues(context, inverse, ids));
}

async function find(
  type: ResourceType,
  projection: Projection,
  valuesOf: (attribute: Attribute) => Promise<ValuesOf> | undefined,
): Promise<References> {
  const found = type.root.subAttributes
    .filter((attribute) => (attribute.edge ?? attribute.inverse) !== undefined && projection.shows(attribute))
    .flatMap((attribute) => {
      const values = valuesOf(attribute);
      return values === undefined ? [] : [values.then((known) => [attribute.name, known] as const)];
    });
  return new Map(await Promise.all(found));
}

async function edgeValues({ edges }: ServiceContext, edge: Edge, ids: readonly string[]): Promise<ValuesOf> {
  const values = new Map<string, JsonObject[]>();
  for (const { owner, target, targetType, display } of await edges.from(edge, ids)) {
    push(values, owner, { value: target, type: targetType, ...(display === undefined ? {} : { display }) });
  }
  return values;
}

/** The owners that lead to resources: `direct` where an edge does, `indirect` where only a chain of owners does. */
async function inverseValues({ edges }: ServiceContext, edge: Edge, ids: readonly string[]): Promise<ValuesOf> {
  const owners = await Promise.all(ids.map(async (id) => [id, await edges.owners(edge, id)] as const));
  return new Map(owners.filter(([, found]) => found.length > 0).map(([id, found]) => [id, found.map(ownerValue)]));
}

function ownerValue({ owner, display, isDirect }: OwnerRecord): JsonObject {
  return { value: owner, ...(display === undefined ? {} : { display }), type: isDirect ? 'direct' : 'indirect' };
}

function push(values: Map<string, JsonObject[]>, id: string, value: JsonObject): void {
  const list = values.get(id);
  if (list === undefined) values.set(id, [value]);
  else list.push(value);
}
