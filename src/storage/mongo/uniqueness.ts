// MongoDB's duplicate key errors as SCIM's: which attribute, and which value, another resource has.
import { ScimError, show } from '../../errors/scim-error.js';
import type { ResourceType } from '../../schema/model.js';
import { DUPLICATE_KEY } from './batch.js';
import { uniqueField } from './indexes.js';
import type { StoredResource } from './stored-form.js';

/** What MongoDB says of a write that failed, alone or in a batch. */
interface WriteFailure {
  readonly code?: number | string | undefined;
  readonly message?: string | undefined;
  readonly errmsg?: string | undefined;
}

/**
 * The error in place of a duplicate key; undefined where the failure is another.
 * @param type that of the resource
 * @param written what was refused
 */
export function uniquenessError(
  type: ResourceType,
  failure: WriteFailure,
  written: Pick<StoredResource, '_id' | 's'>,
): ScimError | undefined {
  if (failure.code !== DUPLICATE_KEY) return undefined;
  const [, index = ''] = / index: (\S+) dup key/.exec(failure.errmsg ?? failure.message ?? '') ?? [];
  const field = uniqueField(index);
  const value = field
    .split('.')
    .reduce<unknown>((node, name) => (node as Record<string, unknown> | undefined)?.[name], written);
  return new ScimError(
    'uniqueness',
    `${attributeName(type, field)} must be unique, and ${show(value)} is taken by another resource`,
    { cause: failure },
  );
}

/** As a client writes it: with the URN of an extension, which fields have no place for. */
function attributeName(type: ResourceType, field: string): string {
  const name = field.replace(/^s\./, '').replace(/^_id$/, 'id');
  const extension = type.extensions.find(({ schema }) => name.startsWith(`${schema.key}.`))?.schema;
  return extension === undefined ? name : `${extension.id}:${name.slice(extension.key.length + 1)}`;
}
