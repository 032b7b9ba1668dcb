// GET of one resource (RFC 7644 section 3.4.1).
import { ScimError, show } from '../errors/scim-error.js';
import type { CallOnResource, ReadContext } from './context.js';
import type { ResourceRecord } from './ports.js';

/** @throws ScimError notFound */
export async function get(
  context: ReadContext,
  { type, id, inverses }: Pick<CallOnResource, 'type' | 'id' | 'inverses'>,
): Promise<ResourceRecord> {
  const record = await context.resources.find(type, id, inverses);
  if (record === undefined) throw notFound(type.name, id);
  return record;
}

export function notFound(typeName: string, id: string): ScimError {
  return new ScimError('notFound', `there is no ${typeName} ${show(id)}`);
}
