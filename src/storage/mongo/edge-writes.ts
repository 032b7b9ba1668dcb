// Writes of all edges that lead to a target, alone or in the session of a transaction.
import type { ClientSession, Collection, UpdateFilter } from 'mongodb';
import { fold } from '../../schema/search-form.js';
import type { Named } from '../../service/ports.js';
import type { StoredEdge } from './edge-form.js';

export interface InSession {
  readonly session?: ClientSession;
}

/** Removes the edges to a target of that type. @returns the owners that had them */
export async function removeEdgesTo(
  collection: Collection<StoredEdge>,
  t: string,
  type: string,
  session: InSession = {},
): Promise<string[]> {
  const edges = await collection.find({ t, type }, { projection: { o: 1 }, ...session }).toArray();
  if (edges.length > 0) await collection.deleteMany({ t, type }, session);
  return edges.map(({ o }) => o);
}

/** Of two renames that overlap, the later version of the target wins. */
export async function renameEdges(
  collection: Collection<StoredEdge>,
  t: string,
  { display, version }: Named,
  session: InSession = {},
): Promise<void> {
  const change: UpdateFilter<StoredEdge> =
    display === undefined
      ? { $set: { at: version }, $unset: { display: '', 's.display': '' } }
      : { $set: { at: version, display, 's.display': fold(display) } };
  await collection.updateMany({ t, at: { $lt: version } }, change, session);
}
