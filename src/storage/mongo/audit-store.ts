// The audit log in MongoDB: one collection, in the form of resources, so that the filters of resources answer it.
// Events that wait at the same time go together, and so do what completes them.
import type { Db } from 'mongodb';
import { MongoServerError } from 'mongodb';
import { ScimError } from '../../errors/scim-error.js';
import type { Observe } from '../../observe/observation.js';
import type { ResourceType } from '../../schema/model.js';
import { searchForm } from '../../schema/search-form.js';
import type { AuditEvent, Settlement } from '../../service/audit-event.js';
import type { Audit } from '../../service/ports.js';
import type { JsonObject } from '../../spec/json.js';
import { failuresOf } from './batch.js';
import { gather } from './gather.js';
import type { IndexPlan } from './indexes.js';
import { makeIndexes, planIndexes } from './indexes.js';
import { settleInBatches } from './settle.js';
import type { StoredResource } from './stored-form.js';
import { toStored } from './stored-form.js';

export interface AuditStore extends Audit {
  /** Completes what is to be completed. */
  close(): Promise<void>;
}

interface Settled {
  readonly event: AuditEvent;
  readonly settlement: Settlement;
}

export interface AuditOptions {
  readonly tenant: string;
  readonly observe: Observe;
}

const WRITES = { call: 'audit', size: 200, worth: 32 };
/** The journal and the oplog keep the order of writes: the change, which waits for both, confirms what went before. */
const UNCONFIRMED = { ordered: false, writeConcern: { w: 1 } } as const;
const SECONDS_OF_A_DAY = 86_400;
/** The index of the attribute by which events expire. */
const EXPIRES_BY = 'scim:s.time';

/** Makes the indexes of a log, and has MongoDB remove what is older than so many days. */
export async function buildAuditIndexes(db: Db, type: ResourceType, retentionDays: number): Promise<void> {
  const { collection } = type;
  const expireAfterSeconds = retentionDays * SECONDS_OF_A_DAY;
  const expiring = ({ options, ...plan }: IndexPlan): IndexPlan => ({
    ...plan,
    options: options.name === EXPIRES_BY ? { ...options, expireAfterSeconds } : options,
  });
  await makeIndexes(db, planIndexes({ resourceTypes: [type], edges: [] }).map(expiring));
  // Of one that was there.
  await db.command({ collMod: collection, index: { name: EXPIRES_BY, expireAfterSeconds } });
}

/** @param type that of the events, of openapi-admin/ */
export function createAuditStore(db: Db, type: ResourceType, { tenant, observe }: AuditOptions): AuditStore {
  const collection = db.collection<StoredResource>(type.collection);

  const insert = gather<StoredResource, undefined>({ ...WRITES, observe }, async (documents) => {
    const left = await leftByInsert(db, type.collection, documents);
    if (left.length === 0) return documents.map(() => () => undefined);
    const failures = await failuresOf(collection.bulkWrite(left.map(replacement), UNCONFIRMED));
    return documents.map((document) => () => {
      const failure = failures.get(left.indexOf(document));
      if (failure !== undefined) throw new MongoServerError(failure.err);
      return undefined;
    });
  });

  const report = (error: unknown) => observe({ kind: 'jobFailed', job: 'outcomes of audit events', error });
  const settling = settleInBatches<Settled>(async (batch) => {
    const { matchedCount } = await collection.bulkWrite(updatesOf(type, batch), { ordered: false });
    if (matchedCount === batch.length) return;
    // A primary went down before others had the event.
    const whole = batch.map(({ event, settlement }) => toDocument(type, tenant, { ...event, ...settlement }));
    await collection.bulkWrite(whole.map(replacement), { ordered: false });
  }, report);

  return {
    async record(event) {
      try {
        await insert(toDocument(type, tenant, event));
      } catch (cause) {
        const why = "the audit log can't record the change, so it is not made: try again later";
        throw new ScimError('unavailable', why, { cause });
      }
    },
    settle(event, settlement) {
      settling.add({ event, settlement });
    },
    close: () => settling.close(),
  };
}

function toDocument(type: ResourceType, tenant: string, { id, ...event }: AuditEvent): StoredResource {
  const time = new Date(event.time);
  const attributes = { tenant, ...event } as unknown as JsonObject;
  const stored = toStored(type, { id, version: 1, created: time, lastModified: time, attributes, edgeCount: 0 });
  // No list of an event has a value that sorts.
  return { ...stored, k: {} };
}

/**
 * Inserts documents by the bare command: the driver's `insertMany` takes half as long again, and this is in the way of
 * every write. It doesn't retry as the driver does, so what it leaves is to be written in another way.
 * @returns the documents of which nobody knows that they are there; one of a change that is tried again is among them
 */
async function leftByInsert(
  db: Db,
  insert: string,
  documents: readonly StoredResource[],
): Promise<readonly StoredResource[]> {
  try {
    const { writeErrors = [] } = (await db.command({ insert, documents, ...UNCONFIRMED })) as Inserted;
    return writeErrors.flatMap(({ index }) => documents[index] ?? []);
  } catch {
    return documents;
  }
}

interface Inserted {
  readonly writeErrors?: readonly { readonly index: number }[];
}

function replacement(document: StoredResource) {
  return { replaceOne: { filter: { _id: document._id }, replacement: document, upsert: true } };
}

/** Events of which the same is to be said, as most have succeeded, are one update. */
function updatesOf(type: ResourceType, batch: readonly Settled[]) {
  const groups = new Map<string, { ids: string[]; said: Partial<Settlement> }>();
  for (const { event, settlement } of batch) {
    const said = news(event, settlement);
    const key = JSON.stringify(said);
    const group = groups.get(key) ?? { ids: [], said };
    group.ids.push(event.id);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ ids, said }) => ({
    updateMany: { filter: { _id: { $in: ids } }, update: { $set: fieldsOf(type, said) } },
  }));
}

/** What of a settlement the event doesn't say already. */
function news(event: AuditEvent, { outcome, target, versions }: Settlement): Partial<Settlement> {
  return {
    outcome,
    ...(target === event.target ? {} : { target }),
    ...(versions === event.versions ? {} : { versions }),
  };
}

/** Attributes as the fields of both forms that a document has them in. */
function fieldsOf(type: ResourceType, attributes: Partial<Settlement>): Record<string, unknown> {
  const forms = { r: attributes, s: searchForm(type.root, attributes as unknown as JsonObject) };
  return Object.fromEntries(
    Object.entries(forms).flatMap(([form, fields]) =>
      Object.entries(fields).map(([name, value]): [string, unknown] => [`${form}.${name}`, value]),
    ),
  );
}
