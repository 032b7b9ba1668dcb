// Records that rule a deployment, as they are read from MongoDB: `id` in place of `_id`, and what has no value is not
// there. A null would be a value: of a time, one that has long passed.

export function fromStored<T extends { readonly _id: string }>({
  _id: id,
  ...fields
}: T): Omit<T, '_id'> & { id: string } {
  const given = Object.entries(fields).filter(([, value]) => value !== null);
  return { ...(Object.fromEntries(given) as Omit<T, '_id'>), id };
}
