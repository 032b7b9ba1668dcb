// Transactions: writes in one session, which show together or not at all. Nothing here is gathered with the calls of
// others.
import { setTimeout } from 'node:timers/promises';
import type { ClientSession, Db, TransactionOptions } from 'mongodb';
import { MongoError, WriteConcern } from 'mongodb';
import type { Observe } from '../../observe/observation.js';
import type { Edge, ResourceType } from '../../schema/model.js';
import type { CarriedEvent, Transaction, Writes } from '../../service/ports.js';
import { edgeCollection, edgeId, edgesOf, toStored as toStoredEdge } from './edge-form.js';
import { allTargets, idsAmong, removeEdgesTo, renameEdges } from './edge-calls.js';
import { guarded } from './guarded.js';
import type { Timed } from './observed.js';
import { timing } from './observed.js';
import type { StoredResource } from './stored-form.js';
import { toStored } from './stored-form.js';
import { uniquenessError } from './uniqueness.js';

/**
 * `local`: what a transaction read is confirmed by a majority once its commit is, and one that isn't is not answered
 * 2xx; `snapshot` would add nothing on one replica set.
 */
const OPTIONS: TransactionOptions = {
  readConcern: { level: 'local' },
  writeConcern: new WriteConcern('majority'),
};

/** Longer than the lifetime that docs/decisions/0013 asks MongoDB for: what a killed server held is outlived. */
const PATIENCE_MS = 12_000;
const LONGEST_PAUSE_MS = 250;

type KeepEvents = (events: readonly CarriedEvent[], session: ClientSession) => Promise<void>;

/** @param keep brings what a resource that goes carries into the log */
export function createTransaction(
  db: Db,
  observe: Observe = () => undefined,
  keep: KeepEvents = async () => undefined,
): Transaction {
  const timed = timing(observe);
  const run: Transaction = async (work) => {
    const deadline = performance.now() + PATIENCE_MS;
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await db.client.withSession((session) => once(session, timed, () => work(writesOf(db, session, keep))));
      } catch (error) {
        // A conflict with others, or a primary that went: nothing was done.
        if (!isLabelled(error, 'TransientTransactionError') || performance.now() > deadline) throw error;
        await setTimeout(Math.random() * Math.min(2 ** attempt, LONGEST_PAUSE_MS));
      }
    }
  };
  return guarded({ run }).run;
}

async function once<T>(session: ClientSession, timed: Timed, work: () => Promise<T>): Promise<T> {
  session.startTransaction(OPTIONS);
  try {
    const result = await work();
    await timed('commitTransaction', () => session.commitTransaction());
    return result;
  } catch (error) {
    if (session.inTransaction()) await session.abortTransaction();
    throw error;
  }
}

function isLabelled(error: unknown, label: string): boolean {
  return error instanceof MongoError && error.hasErrorLabel(label);
}

function writesOf(db: Db, session: ClientSession, keep: KeepEvents): Writes {
  const of = (type: ResourceType) => db.collection<StoredResource>(type.collection);
  const edgesIn = (edge: Edge) => edgeCollection(db, edge);
  const refusable = async <T>(type: ResourceType, document: StoredResource, write: Promise<T>): Promise<T> => {
    try {
      return await write;
    } catch (error) {
      throw (error instanceof MongoError ? uniquenessError(type, error, document) : undefined) ?? error;
    }
  };
  return {
    resources: {
      async insert(type, record) {
        const document = toStored(type, record);
        await refusable(type, document, of(type).insertOne(document, { session }));
      },
      async update(type, record, version) {
        const document = toStored(type, record);
        const swap = of(type).replaceOne({ _id: record.id, version }, document, { session });
        return (await refusable(type, document, swap)).matchedCount === 1;
      },
      async remove(type, id, expected) {
        const version = expected === undefined ? {} : { version: expected };
        const options = { session, projection: { events: 1 } };
        const gone = await of(type).findOneAndDelete({ _id: id, ...version }, options);
        if (gone?.events !== undefined) await keep(gone.events, session);
        return gone !== null;
      },
    },
    edges: {
      async existing(edge, owner, ids) {
        if (ids === 'all') return allTargets(edgesIn(edge), owner, { session });
        const asked = ids.map((id) => edgeId(owner, id));
        const found = await idsAmong(edgesIn(edge), asked, { session });
        return new Set(ids.filter((_id, index) => found.has(asked[index] ?? '')));
      },
      async add(edge, owner, targets) {
        // Not inserted: an edge that is there already would end the transaction.
        const upserts = targets.map((target) => {
          const { _id, ...document } = toStoredEdge(owner, target);
          return { updateOne: { filter: { _id }, update: { $setOnInsert: document }, upsert: true } };
        });
        return (await edgesIn(edge).bulkWrite(upserts, { session })).upsertedCount;
      },
      async remove(edge, owner, ids) {
        const filter = ids === 'all' ? edgesOf(owner) : { _id: { $in: ids.map((id) => edgeId(owner, id)) } };
        return (await edgesIn(edge).deleteMany(filter, { session })).deletedCount;
      },
      removeTo: (edge, target, type) => removeEdgesTo(edgesIn(edge), target, type, { session }),
      rename: (edge, target, name) => renameEdges(edgesIn(edge), target, name, { session }),
    },
  };
}
