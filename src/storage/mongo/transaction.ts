// Transactions: writes to resources and edges that show together or not at all. MongoDB aborts a transaction at the
// first write that fails, so these are written in a way that doesn't: what is there already is matched, not run into.
import type { ClientSession, Db } from 'mongodb';
import { MongoServerError } from 'mongodb';
import type { Transaction, Writes } from '../../service/ports.js';
import { edgeCollection, edgeId, edgesOf, toStored as toStoredEdge } from './edge-form.js';
import { removeTo, rename } from './edge-writes.js';
import { guarded } from './guarded.js';
import type { StoredResource } from './stored-form.js';
import { toStored } from './stored-form.js';
import { uniquenessError } from './uniqueness.js';

/** Each of the writes throws ScimError uniqueness or unavailable as outside of a transaction. */
export function createTransaction(db: Db): Transaction {
  const { run } = guarded({
    run: (work: (session: ClientSession) => Promise<unknown>) =>
      db.client.withSession((session) => session.withTransaction(() => work(session))),
  });
  return async <T>(work: (writes: Writes) => Promise<T>) => (await run((session) => work(writesIn(db, session)))) as T;
}

function writesIn(db: Db, session: ClientSession): Writes {
  return {
    resources: {
      async update(type, record, expected) {
        const document = toStored(type, record);
        const resources = db.collection<StoredResource>(type.name);
        try {
          const query = { _id: record.id, version: expected };
          return (await resources.replaceOne(query, document, { session })).matchedCount === 1;
        } catch (error) {
          throw (error instanceof MongoServerError ? uniquenessError(error, document) : undefined) ?? error;
        }
      },

      async remove(type, id, expected) {
        const version = expected === undefined ? {} : { version: expected };
        const { deletedCount } = await db
          .collection<StoredResource>(type.name)
          .deleteOne({ _id: id, ...version }, { session });
        return deletedCount === 1;
      },
    },
    edges: {
      async add(edge, owner, targets) {
        const inserts = targets.map((target) => {
          const { _id, ...rest } = toStoredEdge(owner, target);
          return { updateOne: { filter: { _id }, update: { $setOnInsert: rest }, upsert: true } };
        });
        const { upsertedCount } = await edgeCollection(db, edge).bulkWrite(inserts, { session, ordered: false });
        return upsertedCount;
      },

      async remove(edge, owner, ids) {
        const query = ids === 'all' ? edgesOf(owner) : { _id: { $in: ids.map((id) => edgeId(owner, id)) } };
        return (await edgeCollection(db, edge).deleteMany(query, { session })).deletedCount;
      },

      removeTo: (edge, target, type) => removeTo(edgeCollection(db, edge), target, type, { session }),

      rename: (edge, target, name) => rename(edgeCollection(db, edge), target, name, { session }),
    },
  };
}
