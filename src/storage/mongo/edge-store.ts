// Edges in MongoDB: one collection for each edge attribute, one small document an edge. Reads and writes of single
// edges that wait at the same time go together.
import type { Collection, Db } from 'mongodb';
import { MongoServerError } from 'mongodb';
import type { Observe } from '../../observe/observation.js';
import type { Edge, Model } from '../../schema/model.js';
import type { EdgeStore, EdgeTarget } from '../../service/ports.js';
import type { StoredEdge } from './edge-form.js';
import { edgeCollection, edgeId, edgeName, edgesOf, OF_TARGET, toRecord, toStored } from './edge-form.js';
import { allTargets, idsAmong, removeEdgesTo, renameEdges } from './edge-calls.js';
import { DUPLICATE_KEY, failuresOf } from './batch.js';
import { gatherLists } from './gather.js';
import { guarded } from './guarded.js';

interface NewEdge {
  readonly owner: string;
  readonly target: EdgeTarget;
}

/** What is done with the edges of one attribute. */
interface Handle {
  readonly collection: Collection<StoredEdge>;
  exist(ids: readonly string[]): Promise<readonly boolean[]>;
  /** Tells of each edge whether it is new. */
  insert(edges: readonly NewEdge[]): Promise<readonly boolean[]>;
  /** Tells of each edge whether it was there. */
  remove(ids: readonly string[]): Promise<readonly boolean[]>;
}

const GATHERED = { size: 1_000, worth: 100 };

export function createEdgeStore(db: Db, model: Model, observe: Observe = () => undefined): EdgeStore {
  const handles = new Map(model.edges.map((edge) => [edgeName(edge), createHandle(db, edge, observe)]));
  const of = (edge: Edge): Handle => {
    const handle = handles.get(edgeName(edge));
    if (handle === undefined) throw new Error(`the document has no edges ${edgeName(edge)}`);
    return handle;
  };
  return guarded<EdgeStore>({
    async existing(edge, owner, ids) {
      const { collection, exist } = of(edge);
      if (ids === 'all') return allTargets(collection, owner);
      const found = await exist(ids.map((id) => edgeId(owner, id)));
      return new Set(ids.filter((_id, index) => found[index]));
    },

    async from(edge, owners) {
      if (owners.length === 0) return [];
      const edges = of(edge).collection.find(
        { $or: owners.map((owner) => edgesOf(owner)) },
        { projection: { ...OF_TARGET, o: 1 } },
      );
      return (await edges.sort({ _id: 1 }).toArray()).map((found) => toRecord(found.o, found));
    },

    async section(edge, owner, limit, after) {
      const options = { projection: OF_TARGET, sort: { _id: 1 }, limit, batchSize: limit } as const;
      const found = await of(edge).collection.find(edgesOf(owner, after), options).toArray();
      return found.map((stored) => toRecord(owner, stored));
    },

    async add(edge, owner, targets) {
      const isNew = await of(edge).insert(targets.map((target) => ({ owner, target })));
      return isNew.filter(Boolean).length;
    },

    async remove(edge, owner, ids) {
      const { collection, remove } = of(edge);
      if (ids === 'all') return (await collection.deleteMany(edgesOf(owner))).deletedCount;
      const wasThere = await remove(ids.map((id) => edgeId(owner, id)));
      return wasThere.filter(Boolean).length;
    },

    removeTo: (edge, target, type) => removeEdgesTo(of(edge).collection, target, type),

    countTo: (edge, target, type, limit) => of(edge).collection.countDocuments({ t: target, type }, { limit }),

    rename: (edge, target, name) => renameEdges(of(edge).collection, target, name),
  });
}

function createHandle(db: Db, edge: Edge, observe: Observe): Handle {
  const collection = edgeCollection(db, edge);
  return {
    collection,
    exist: gatherLists({ ...GATHERED, call: 'edge exists', observe }, async (ids) => {
      const found = await idsAmong(collection, ids);
      return ids.map((id) => () => found.has(id));
    }),
    insert: gatherLists({ ...GATHERED, call: 'edge insert', observe }, async (edges: readonly NewEdge[]) => {
      const documents = edges.map(({ owner, target }) => toStored(owner, target));
      const failures = await failuresOf(collection.insertMany(documents, { ordered: false }));
      return edges.map((_edge, index) => () => {
        const failure = failures.get(index);
        // An edge that is there already is no error: adding is idempotent.
        if (failure !== undefined && failure.code !== DUPLICATE_KEY) throw new MongoServerError(failure.err);
        return failure === undefined;
      });
    }),
    remove: gatherLists({ ...GATHERED, call: 'edge remove', observe }, async (ids) => {
      const removed = ids.length === 1 ? undefined : await idsAmong(collection, ids);
      const { deletedCount } = await collection.deleteMany({ _id: { $in: [...ids] } });
      // Of one asked for twice, the first caller removed it.
      return ids.map((id) => () => removed?.delete(id) ?? deletedCount === 1);
    }),
  };
}
