// What became of an operation, and how the response tells it (RFC 7644 section 3.7.3).
import { ScimError } from '../errors/scim-error.js';
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

/** What refers to a resource that was not created can't be done (RFC 7644 section 3.7.1). */
export function unresolved(): Outcome {
  return { error: new ScimError('conflict', 'the resource that it refers to by bulkId could not be created') };
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
