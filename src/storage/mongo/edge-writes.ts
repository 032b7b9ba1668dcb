// The writes to all edges that lead to one resource, in a transaction or on their own.
import type { ClientSession, Collection, UpdateFilter } from 'mongodb';
import { fold } from '../../schema/search-form.js';
import type { Named } from '../../service/ports.js';
import type { StoredEdge } from './edge-form.js';

interface Options {
  readonly session?: ClientSession;
}

/** Removes the edges to a target; gives the owners that had them. */
export async function removeTo(
  collection: Collection<StoredEdge>,
  t: string,
  type: string,
  options: Options = {},
): Promise<string[]> {
  const edges = await collection.find({ t, type }, { projection: { o: 1 }, ...options }).toArray();
  if (edges.length > 0) await collection.deleteMany({ t, type }, options);
  return edges.map(({ o }) => o);
}

/** Renames a target. Of two renames that overlap, the later version of the target wins. */
export async function rename(
  collection: Collection<StoredEdge>,
  t: string,
  { display, version }: Named,
  options: Options = {},
): Promise<void> {
  const change: UpdateFilter<StoredEdge> =
    display === undefined
      ? { $set: { at: version }, $unset: { display: '', 's.display': '' } }
      : { $set: { at: version, display, 's.display': fold(display) } };
  await collection.updateMany({ t, at: { $lt: version } }, change, options);
}
