// The name by which others show a resource: the first of its type's `display` attributes that has a value.
import type { Model, ResourceType } from '../schema/model.js';
import type { JsonObject } from '../spec/json.js';
import { edgesTo } from './context.js';
import type { ResourceRecord, Writes } from './ports.js';

/** The display name of a resource, from its attributes. */
export function displayOf(type: ResourceType, attributes: JsonObject): string | undefined {
  return type.display.map(({ name }) => attributes[name]).find((value) => typeof value === 'string' && value !== '') as
    string | undefined;
}

/** Gives the edges that lead to a resource the name that it has now. */
export async function renameOnEdges(
  model: Model,
  edges: Writes['edges'],
  type: ResourceType,
  { id, version, attributes }: ResourceRecord,
): Promise<void> {
  const display = displayOf(type, attributes);
  for (const edge of edgesTo(model, type)) await edges.rename(edge, id, { display, version });
}
