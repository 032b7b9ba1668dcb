// The name by which others show a resource: the first of its type's `display` attributes that has a value.
import type { Model, ResourceType } from '../schema/model.js';
import type { JsonObject } from '../spec/json.js';
import type { ResourceRecord, Writes } from './ports.js';

/** The display name of a resource, from its attributes. */
export function displayOf(type: ResourceType, attributes: JsonObject): string | undefined {
  return type.display.map(({ name }) => attributes[name]).find((value) => typeof value === 'string' && value !== '') as
    string | undefined;
}

/** Tells whether a change renames a resource. */
export function isRename(type: ResourceType, before: JsonObject, after: JsonObject): boolean {
  return displayOf(type, after) !== displayOf(type, before);
}

/** Gives a resource the name that it has now on the edges that lead to it. */
export async function renameOnEdges(
  { edges }: Pick<Writes, 'edges'>,
  model: Model,
  type: ResourceType,
  after: ResourceRecord,
): Promise<void> {
  const display = displayOf(type, after.attributes);
  const leadingHere = model.edges.filter(({ targetTypes }) => targetTypes.includes(type.name));
  for (const edge of leadingHere) await edges.rename(edge, after.id, { display, version: after.version });
}
