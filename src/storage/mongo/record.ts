// Records that rule a deployment, as they are read from MongoDB: `id` in place of `_id`, and what has no value is not
// there. A null would be a value: of a time, one that has long passed.
import type { Collection, OptionalUnlessRequiredId } from 'mongodb';
import { DUPLICATE_KEY } from './batch.js';

/** Stores a record. @returns false where there is one of its id */
export async function insertNew<T extends { _id: string }>(
  collection: Collection<T>,
  { id, ...fields }: Omit<T, '_id'> & { readonly id: string },
): Promise<boolean> {
  try {
    await collection.insertOne({ _id: id, ...fields } as unknown as OptionalUnlessRequiredId<T>);
    return true;
  } catch (error) {
    if ((error as { code?: unknown }).code === DUPLICATE_KEY) return false;
    throw error;
  }
}

export function fromStored<T extends { readonly _id: string }>({
  _id: id,
  ...fields
}: T): Omit<T, '_id'> & { id: string } {
  const given = Object.entries(fields).filter(([, value]) => value !== null);
  return { ...(Object.fromEntries(given) as Omit<T, '_id'>), id };
}
