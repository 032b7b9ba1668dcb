// The collection of an audit log: the form of its events, and writing them. They are stored as resources are, so that
// the filters of resources answer them.
import type { Db, WriteError } from 'mongodb';
import type { ResourceType } from '../../schema/model.js';
import type { AuditEvent } from '../../service/audit-event.js';
import type { JsonObject } from '../../spec/json.js';
import { failuresOf } from './batch.js';
import type { StoredResource } from './stored-form.js';
import { toStored } from './stored-form.js';

export interface EventLog {
  toDocument(event: AuditEvent): StoredResource;
  /**
   * Writes events whole, each in place of one of its id.
   * @returns what failed, by place
   * @throws the error where nobody knows what was written
   */
  write(documents: readonly StoredResource[], confirmedBy: 1 | 'majority'): Promise<ReadonlyMap<number, WriteError>>;
  /** Tells that an event is in the log which is of a later time. */
  hasTakenSince(time: Date): Promise<boolean>;
}

/** @param type that of the events, of openapi-admin/ */
export function openEventLog(db: Db, type: ResourceType, tenant: string): EventLog {
  return {
    toDocument({ id, ...event }) {
      const time = new Date(event.time);
      const attributes = { tenant, ...event } as unknown as JsonObject;
      const stored = toStored(type, { id, version: 1, created: time, lastModified: time, attributes, edgeCount: 0 });
      // No list of an event has a value that sorts.
      return { ...stored, k: {} };
    },

    async write(documents, w) {
      const concern = { ordered: false, writeConcern: { w } };
      const left = await leftByInsert(db, { insert: type.collection, documents, ...concern });
      if (left.length === 0) return new Map();
      const writes = left.map(({ document }) => replacement(document));
      const failures = await failuresOf(db.collection<StoredResource>(type.collection).bulkWrite(writes, concern));
      return new Map(Array.from(failures, ([index, failure]) => [left[index]?.place ?? index, failure]));
    },

    async hasTakenSince(time) {
      const later = { 's.time': { $gt: time } };
      const found = await db.collection(type.collection).findOne(later, { projection: { _id: 1 } });
      return found !== null;
    },
  };
}

/** Writes an event in place of the one of its id, or as a new one. */
export function replacement(document: StoredResource) {
  return { replaceOne: { filter: { _id: document._id }, replacement: document, upsert: true } };
}

interface Insert {
  readonly insert: string;
  readonly documents: readonly StoredResource[];
  readonly ordered: boolean;
  readonly writeConcern: { readonly w: 1 | 'majority' };
}

interface Left {
  readonly document: StoredResource;
  readonly place: number;
}

/**
 * Inserts documents by the bare command: the driver's `insertMany` takes half as long again. It doesn't retry as the
 * driver does, so what it leaves is to be written in another way.
 * @returns the documents of which nobody knows that they are there; one that is written again is among them
 */
async function leftByInsert(db: Db, command: Insert): Promise<readonly Left[]> {
  const all = command.documents.map((document, place) => ({ document, place }));
  try {
    const { writeErrors = [], writeConcernError } = (await db.command(command)) as Inserted;
    if (writeConcernError !== undefined) return all;
    return writeErrors.flatMap(({ index }) => all[index] ?? []);
  } catch {
    return all;
  }
}

interface Inserted {
  readonly writeErrors?: readonly { readonly index: number }[];
  readonly writeConcernError?: unknown;
}
