// The one resource that a value of an attribute names.
import type { ResourceType } from '../schema/model.js';
import type { ServiceContext } from './context.js';
import { search } from './search.js';

/**
 * The id of the resource that has the value.
 * @returns undefined where none has it, or several have
 */
export async function findByValue(
  context: ServiceContext,
  type: ResourceType,
  attribute: string,
  value: string,
): Promise<string | undefined> {
  // A string of the filter language is a string of JSON (RFC 7644 section 3.4.2.2).
  const { found } = await search(context, [type], { filter: `${attribute} eq ${JSON.stringify(value)}`, count: 2 });
  const [one, another] = found;
  return another === undefined ? one?.record.id : undefined;
}
