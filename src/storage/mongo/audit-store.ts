// The audit log in MongoDB: events that are written before the change that they tell of, and completed after it. Events
// that wait at the same time go together, and so do what completes them.
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
import { openEventLog } from './event-log.js';
import { gather } from './gather.js';
import { isUnavailable } from './guarded.js';
import type { IndexPlan } from './indexes.js';
import { planIndexes, setIndexes } from './indexes.js';
import { settleInBatches } from './settle.js';
import type { StoredResource } from './stored-form.js';

interface AuditStore extends Audit {
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
const SECONDS_OF_A_DAY = 86_400;
/** By what events expire: MongoDB asks for an index of this field alone. */
const EXPIRES_BY = 's.time';

/** Makes the indexes of a log, and has MongoDB remove what is older than so many days. @throws Error as setIndexes */
export async function buildAuditIndexes(db: Db, type: ResourceType, retentionDays: number): Promise<void> {
  const { collection } = type;
  const expireAfterSeconds = retentionDays * SECONDS_OF_A_DAY;
  const name = `scim:${EXPIRES_BY}`;
  const expiring: IndexPlan = { collection, key: { [EXPIRES_BY]: 1 }, options: { name, expireAfterSeconds } };
  await setIndexes(db, [...planIndexes({ resourceTypes: [type], edges: [] }), expiring]);
  // One that was there may have another time. It is not set unasked: a user of MongoDB needs dbAdmin for that alone.
  const isSame = (await db.collection(collection).indexes()).some(
    (index) => index.name === name && index.expireAfterSeconds === expireAfterSeconds,
  );
  if (!isSame) await db.command({ collMod: collection, index: { name, expireAfterSeconds } });
}

/** @param type that of the events, of openapi-admin/ */
export function createAuditStore(db: Db, type: ResourceType, { tenant, observe }: AuditOptions): AuditStore {
  const collection = db.collection<StoredResource>(type.collection);
  const log = openEventLog(db, type, tenant);

  const insert = gather<StoredResource, undefined>({ ...WRITES, observe }, async (documents) => {
    // The journal and the oplog keep the order of writes: the change, which waits for both, confirms what went before.
    const failures = await log.write(documents, 1);
    return documents.map((_document, index) => () => {
      const failure = failures.get(index);
      if (failure !== undefined) throw new MongoServerError(failure.err);
      return undefined;
    });
  });

  const report = (error: unknown) => observe({ kind: 'jobFailed', job: 'outcomes of audit events', error });
  const settling = settleInBatches<Settled>(async (batch) => {
    let matched = 0;
    const update = async () => {
      matched = (await collection.bulkWrite(updatesOf(type, batch), { ordered: false })).matchedCount;
    };
    await failuresOf(update());
    if (matched === batch.length) return [];
    // A primary went down before others had an event, or one of them is refused: so each by itself.
    const whole = batch.map(({ event, settlement }) => log.toDocument({ ...event, ...settlement }));
    const failures = await log.write(whole, 'majority');
    // What is refused for good stays unknown.
    return batch.filter((_settled, place) => {
      const failure = failures.get(place);
      if (failure === undefined) return false;
      const error = new MongoServerError(failure.err);
      report(error);
      return isUnavailable(error);
    });
  }, report);

  return {
    async record(event) {
      try {
        await insert(log.toDocument(event));
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
