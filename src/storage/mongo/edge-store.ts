// Edges in MongoDB: one collection for each edge attribute, one small document an edge. `_id` is "owner:target", so an
// edge is unique and the edges of an owner are one range of the primary index.
import type { Collection, Db, UpdateFilter } from 'mongodb';
import { MongoBulkWriteError } from 'mongodb';
import { guarded } from './guarded.js';
import { fold } from '../../schema/search-form.js';
import type { Edge } from '../../schema/model.js';
import type { EdgeRecord, EdgeStore } from '../../service/ports.js';

export interface StoredEdge {
  _id: string;
  /** Owner and target. */
  o: string;
  t: string;
  type: string;
  display?: string;
  /** The version of the target that had this display name. */
  at: number;
  /** The search form. */
  s: { type: string; display?: string };
}

const DUPLICATE_KEY = 11000;
const BATCH = 1_000;

/** The collection of an edge attribute. */
export function edgeCollection(db: Db, edge: Edge): Collection<StoredEdge> {
  return db.collection<StoredEdge>(`${edge.ownerType}.${edge.attribute}`);
}

export function createEdgeStore(db: Db): EdgeStore {
  const of = (edge: Edge) => edgeCollection(db, edge);
  return guarded<EdgeStore>({
    async existing(edge, owner, ids) {
      const found = await of(edge)
        .find({ _id: { $in: ids.map((id) => edgeId(owner, id)) } }, { projection: { t: 1 } })
        .toArray();
      return new Set(found.map(({ t }) => t));
    },

    async from(edge, owners) {
      if (owners.length === 0) return [];
      const edges = await of(edge)
        .find({ $or: owners.map(edgesOf) })
        .sort({ _id: 1 })
        .toArray();
      return edges.map(toRecord);
    },

    async to(edge, targets) {
      return (
        await of(edge)
          .find({ t: { $in: [...targets] } })
          .toArray()
      ).map(toRecord);
    },

    async add(edge, owner, targets) {
      const edges = targets.map(({ id, type, display, version }) => toStored(owner, id, type, display, version));
      for (let start = 0; start < edges.length; start += BATCH) {
        await unlessThere(of(edge).insertMany(edges.slice(start, start + BATCH), { ordered: false }));
      }
    },

    async remove(edge, owner, ids) {
      if (ids === 'all') {
        await of(edge).deleteMany(edgesOf(owner));
        return;
      }
      await of(edge).deleteMany({ _id: { $in: ids.map((id) => edgeId(owner, id)) } });
    },

    async removeTo(edge, target) {
      const edges = await of(edge)
        .find({ t: target }, { projection: { o: 1 } })
        .toArray();
      if (edges.length > 0) await of(edge).deleteMany({ t: target });
      return edges.map(({ o }) => o);
    },

    async rename(edge, target, { display, version }) {
      const change: UpdateFilter<StoredEdge> =
        display === undefined
          ? { $set: { at: version }, $unset: { display: '', 's.display': '' } }
          : { $set: { at: version, display, 's.display': fold(display) } };
      // Of two renames that overlap, the later version of the target wins.
      await of(edge).updateMany({ t: target, at: { $lt: version } }, change);
    },
  });
}

function edgeId(owner: string, target: string): string {
  return `${owner}:${target}`;
}

/** The range of the ids of an owner's edges: `;` is the character after `:`. */
function edgesOf(owner: string) {
  return { _id: { $gt: `${owner}:`, $lt: `${owner};` } };
}

function toStored(o: string, t: string, type: string, display: string | undefined, at: number): StoredEdge {
  const named = display === undefined ? {} : { display };
  return {
    _id: edgeId(o, t),
    o,
    t,
    type,
    ...named,
    at,
    s: { type: fold(type), ...(display === undefined ? {} : { display: fold(display) }) },
  };
}

function toRecord({ o, t, type, display }: StoredEdge): EdgeRecord {
  return { owner: o, target: t, targetType: type, display };
}

/** An edge that is there already is no error: adding is idempotent. */
async function unlessThere(write: Promise<unknown>): Promise<void> {
  try {
    await write;
  } catch (error) {
    const isOnlyDuplicates =
      error instanceof MongoBulkWriteError &&
      error.result.getWriteConcernError() === undefined &&
      [error.writeErrors].flat().every(({ code }) => code === DUPLICATE_KEY);
    if (!isOnlyDuplicates) throw error;
  }
}
