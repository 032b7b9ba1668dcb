// Events that MongoDB refuses for good although it takes others, as a validator or a unique index of an operator makes
// it. They are set aside, so that they hold nothing up (docs/decisions/0026): kept whole, tried again when the tenant
// is opened, and removed when they would have been from the log.
import type { Db, MongoServerError } from 'mongodb';
import type { Observe } from '../../observe/observation.js';
import type { ResourceType } from '../../schema/model.js';
import type { AuditEvent } from '../../service/audit-event.js';
import type { CarriedEvent } from '../../service/ports.js';
import type { EventLog } from './event-log.js';

export interface RefusedEvent {
  readonly event: CarriedEvent;
  readonly refused: { readonly error: MongoServerError; readonly since: Date; readonly times: number };
}

interface SetAside {
  /** Sets aside those of events that are refused for good. @returns them, once they are kept */
  take<T extends RefusedEvent>(events: readonly T[]): Promise<readonly T[]>;
  /** Brings what was set aside into the log, as far as it is taken now. */
  tryAgain(): Promise<void>;
}

interface SetAsideOptions {
  readonly tenant: string;
  readonly eventType: ResourceType;
  readonly log: EventLog;
  readonly retentionDays: number;
  readonly observe: Observe;
}

interface StoredAside {
  readonly _id: string;
  readonly event: string;
  readonly why: string;
  /** When MongoDB removes it. */
  readonly expires: Date;
}

const TIMES = 3;
const MOST_AT_ONCE = 1_000;
const MS_OF_A_DAY = 86_400_000;

export function createSetAside(db: Db, options: SetAsideOptions): SetAside {
  const { tenant, eventType, log, retentionDays, observe } = options;
  const collection = db.collection<StoredAside>(`${eventType.collection}Aside`);

  const keep = async (events: readonly RefusedEvent[]) => {
    await collection.createIndex({ expires: 1 }, { expireAfterSeconds: 0 }, {});
    const writes = events.map(({ event: { id, time, text }, refused: { error } }) => {
      const expires = new Date(time.getTime() + retentionDays * MS_OF_A_DAY);
      return {
        replaceOne: { filter: { _id: id }, replacement: { event: text, why: error.message, expires }, upsert: true },
      };
    });
    await collection.bulkWrite(writes, { ordered: false, writeConcern: { w: 'majority' } });
    for (const { event, refused } of events) {
      observe({ kind: 'auditEventSetAside', tenant, event: event.id, error: refused.error });
    }
  };
  return {
    async take(events) {
      const often = events.filter(({ refused }) => refused.times >= TIMES);
      const since = Math.max(...often.map(({ refused }) => refused.since.getTime()));
      // A log that takes nothing is a log that can't be written: then changes wait for it.
      if (often.length === 0 || !(await log.hasTakenSince(new Date(since)))) return [];
      await keep(often);
      return often;
    },
    async tryAgain() {
      for (let after = ''; ;) {
        const page = { sort: { _id: 1 }, limit: MOST_AT_ONCE } as const;
        const found = await collection.find({ _id: { $gt: after } }, page).toArray();
        const last = found.at(-1);
        if (last === undefined) return;
        const documents = found.map(({ event }) => log.toDocument(JSON.parse(event) as AuditEvent));
        const failures = await log.write(documents, 'majority');
        const taken = found.filter((_event, index) => !failures.has(index)).map(({ _id }) => _id);
        await collection.deleteMany({ _id: { $in: taken } });
        after = last._id;
      }
    },
  };
}
