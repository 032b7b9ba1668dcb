// What became of an operation, and how the response tells it (RFC 7644 section 3.7.3).
import { ScimError, show } from '../errors/scim-error.js';
import type { components } from '../generated/openapi.js';
import { errorBody } from '../representation/error.js';
import type { ResourceRecord } from '../service/ports.js';
import { entityTag } from '../service/version.js';
import type { BulkContext } from './context.js';
import type { BulkOperation, RequestedOperation } from './operation.js';

/** An error, or the resource as it is now; of a DELETE there is none. */
export type Outcome =
  | { readonly error: ScimError }
  | { readonly error?: undefined; readonly status: number; readonly record?: ResourceRecord };

type Answer = components['schemas']['BulkResponse']['Operations'][number];

/**
 * What refers to a resource that was not created can't be done (RFC 7644 section 3.7.1).
 * @param bulkId of that resource, where it is known
 */
export function unresolved(bulkId?: string): Outcome {
  const what =
    bulkId === undefined
      ? 'the resource that it refers to by bulkId'
      : `${show(`bulkId:${bulkId}`)}, to which it refers,`;
  return { error: new ScimError('conflict', `${what} could not be created`) };
}

/** @param operation undefined where it could not be read */
export function answerOf(
  { service }: BulkContext,
  { method, bulkId }: RequestedOperation,
  operation: BulkOperation | undefined,
  outcome: Outcome,
): Answer {
  const named = { method, ...(bulkId === undefined ? {} : { bulkId }) };
  const hasLocation = operation !== undefined && (operation.method !== 'POST' || outcome.error === undefined);
  const location = hasLocation ? { location: service.presenter.location(operation.type, operation.id) } : {};
  if (outcome.error !== undefined) {
    return { ...named, ...location, status: String(outcome.error.kind.status), response: errorBody(outcome.error) };
  }
  const version = outcome.record === undefined ? {} : { version: entityTag(outcome.record.version) };
  return { ...named, ...location, ...version, status: String(outcome.status) };
}
