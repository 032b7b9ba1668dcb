// Calls on a collection of edges that go out alone or in the session of a transaction: nothing here is gathered.
import type { ClientSession, Collection, UpdateFilter } from 'mongodb';
import { fold } from '../../schema/search-form.js';
import type { Named } from '../../service/ports.js';
import type { StoredEdge } from './edge-form.js';
import { edgesOf, targetOf } from './edge-form.js';

interface InSession {
  readonly session?: ClientSession;
}

/** The targets of all edges of an owner, read from the index alone. */
export async function allTargets(
  collection: Collection<StoredEdge>,
  owner: string,
  session: InSession = {},
): Promise<Set<string>> {
  const targets = new Set<string>();
  const options = { projection: { _id: 1 }, batchSize: 1_000, ...session } as const;
  for await (const { _id } of collection.find(edgesOf(owner), options)) targets.add(targetOf(owner, _id));
  return targets;
}

/** Those of the ids that edges have. */
export async function idsAmong(
  collection: Collection<StoredEdge>,
  ids: readonly string[],
  session: InSession = {},
): Promise<Set<string>> {
  const options = { projection: { _id: 1 }, batchSize: ids.length + 1, ...session } as const;
  const found = collection.find({ _id: { $in: [...ids] } }, options);
  return new Set((await found.toArray()).map(({ _id }) => _id));
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
