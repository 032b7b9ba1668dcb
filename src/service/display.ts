// The name by which others show a resource: the first of its type's `display` attributes that has a value.
import type { ResourceType } from '../schema/model.js';
import type { JsonObject } from '../spec/json.js';
import type { ServiceContext } from './context.js';
import type { ResourceRecord } from './ports.js';

/** The display name of a resource, from its attributes. */
export function displayOf(type: ResourceType, attributes: JsonObject): string | undefined {
  return type.display.map(({ name }) => attributes[name]).find((value) => typeof value === 'string' && value !== '') as
    string | undefined;
}

/** Where a change renamed a resource, renames it on the edges that lead to it. */
export async function renameOnEdges(
  { model, edges }: ServiceContext,
  type: ResourceType,
  before: ResourceRecord,
  after: ResourceRecord,
): Promise<void> {
  const display = displayOf(type, after.attributes);
  if (display === displayOf(type, before.attributes)) return;
  const leadingHere = model.edges.filter(({ targetTypes }) => targetTypes.includes(type.name));
  await Promise.all(leadingHere.map((edge) => edges.rename(edge, after.id, { display, version: after.version })));
}
