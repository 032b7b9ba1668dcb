// MongoDB's duplicate key errors as SCIM's: which attribute, and which value, another resource has.
import { ScimError, show } from '../../errors/scim-error.js';
import { DUPLICATE_KEY } from './batch.js';
import { indexedField } from './indexes.js';
import type { StoredResource } from './stored-form.js';

/** What MongoDB says of a write that failed, alone or in a batch. */
interface WriteFailure {
  readonly code?: number | string | undefined;
  readonly message?: string | undefined;
  readonly errmsg?: string | undefined;
}

/** The error in place of a duplicate key; undefined where the failure is another. @param written what was refused */
export function uniquenessError(
  failure: WriteFailure,
  written: Pick<StoredResource, '_id' | 's'>,
): ScimError | undefined {
  if (failure.code !== DUPLICATE_KEY) return undefined;
  const [, index = ''] = / index: (\S+) dup key/.exec(failure.errmsg ?? failure.message ?? '') ?? [];
  const field = indexedField(index);
  const value = field
    .split('.')
    .reduce<unknown>((node, name) => (node as Record<string, unknown> | undefined)?.[name], written);
  const attribute = field.replace(/^s\./, '').replace(/^_id$/, 'id');
  return new ScimError('uniqueness', `${attribute} must be unique, and ${show(value)} is taken by another resource`, {
    cause: failure,
  });
}
