// Events that resources carry, from the write of a change until they are in the log (docs/decisions/0024). Those of a
// process go there soon after its answers, in batches; a sweep finds what a process that died has left.
import type { ClientSession, Db, WriteError } from 'mongodb';
import { MongoServerError } from 'mongodb';
import { ScimError } from '../../errors/scim-error.js';
import type { Observe } from '../../observe/observation.js';
import type { ResourceType } from '../../schema/model.js';
import type { AuditEvent } from '../../service/audit-event.js';
import { chunks } from '../../service/chunks.js';
import type { CarriedEvent, Outbox } from '../../service/ports.js';
import { openEventLog, replacement } from './event-log.js';
import { isUnavailable } from './guarded.js';
import type { RefusedEvent } from './set-aside.js';
import { createSetAside } from './set-aside.js';
import { settleInBatches } from './settle.js';
import type { StoredResource } from './stored-form.js';
import { createSweep } from './sweep.js';

interface OutboxStore extends Outbox {
  /** Brings events into the log as a part of a transaction: those of a resource that goes. */
  keep(events: readonly CarriedEvent[], session: ClientSession): Promise<void>;
  /** Begins to look for what others left, now and then. */
  sweep(): void;
  /** Delivers what is to be delivered. */
  close(): Promise<void>;
}

interface OutboxOptions {
  readonly tenant: string;
  /** Those whose resources carry events. */
  readonly types: readonly ResourceType[];
  /** That of the events, of openapi-admin/. */
  readonly eventType: ResourceType;
  /** How long events are kept. */
  readonly retentionDays: number;
  readonly observe: Observe;
}

interface Item {
  readonly event: CarriedEvent;
  /** Of what is carried: where. */
  readonly from?: Place;
  readonly refused?: RefusedEvent['refused'];
}

interface Place {
  readonly collection: string;
  readonly id: string;
}

/** What a resource may carry beside all that it may be: letters of 3 bytes each, and each write carries all again. */
const MOST_LETTERS = 250_000;
const MOST_EVENTS = 10;
/** Events are left by whom nobody knows only once they are so old. */
const LEFT_AFTER_MS = 2_000;
const MOST_SWEPT = 500;
/** Resources in one update: each of its events is compared with all that were delivered. */
const TAKEN_TOGETHER = 100;

export function createOutbox(db: Db, options: OutboxOptions): OutboxStore {
  const { tenant, types, eventType, observe } = options;
  const log = openEventLog(db, eventType, tenant);
  const aside = createSetAside(db, { ...options, log });
  const report = (error: unknown) => observe({ kind: 'jobFailed', job: 'delivery of audit events', error });
  const documentOf = ({ text }: CarriedEvent) => log.toDocument(JSON.parse(text) as AuditEvent);

  const delivering = settleInBatches<Item>(async (batch) => {
    // Of parallel changes of a resource each has what those before it carried.
    const items = [...new Map(batch.map((item) => [item.event.id, item])).values()];
    const failures = await log.write(
      items.map(({ event }) => documentOf(event)),
      'majority',
    );
    const delivered = items.filter((_item, index) => !failures.has(index));
    const refused = items.flatMap((item, index) => refusedAgain(item, failures.get(index)));
    for (const item of refused) report(item.refused.error);
    const goneBy = new Set(await aside.take(refused));
    await takeOut(db, [...delivered, ...goneBy]);
    return refused.filter((item) => !goneBy.has(item));
  }, report);

  const look = async () => {
    if (delivering.isStuck()) return true;
    const left = { 'events.time': { $lt: new Date(Date.now() - LEFT_AFTER_MS) } };
    const options = { projection: { events: 1 }, limit: MOST_SWEPT };
    let isFound = false;
    for (const { collection } of types) {
      const found = await db.collection<StoredResource>(collection).find(left, options).toArray();
      for (const { _id: id, events } of found) deliver({ collection, id }, events);
      isFound ||= found.length > 0;
    }
    return isFound;
  };
  const sweep = createSweep(look, report);
  let tryingAgain = Promise.resolve();
  const add = (item: Item) => {
    delivering.add(item);
    // Where one process writes, others may have died as they wrote.
    sweep.hasten();
  };
  const deliver = (from: Place, events: readonly CarriedEvent[] = []) => {
    for (const event of events) add({ event, from });
  };

  return {
    carry(event, pending) {
      const own = { id: event.id, time: new Date(event.time), text: JSON.stringify(event) };
      const events = [...pending, own];
      const letters = events.reduce((sum, { text }) => sum + text.length, 0);
      const isTooMuch = events.length > MOST_EVENTS || letters > MOST_LETTERS;
      return isTooMuch || delivering.isStuck() ? undefined : events;
    },
    deliver({ collection }, { id, events }) {
      deliver({ collection, id }, events);
    },
    write(event) {
      add({ event: { id: event.id, time: new Date(event.time), text: JSON.stringify(event) } });
    },
    async keep(events, session) {
      const writes = events.map((event) => replacement(documentOf(event)));
      try {
        await db.collection<StoredResource>(eventType.collection).bulkWrite(writes, { session });
      } catch (cause) {
        if (isUnavailable(cause)) throw cause;
        // Until it is set aside.
        const why = 'the audit log does not take what the resource carries yet: try again later';
        throw new ScimError('unavailable', why, { cause });
      }
    },
    sweep() {
      sweep.start();
      tryingAgain = aside.tryAgain().catch(report);
    },
    async close() {
      // What a look finds is to be delivered too.
      await sweep.close();
      await Promise.all([delivering.close(), tryingAgain]);
    },
  };
}

/** What is refused because the database can't write now is not counted. */
function refusedAgain(item: Item, failure: WriteError | undefined): (Item & RefusedEvent)[] {
  if (failure === undefined) return [];
  const error = new MongoServerError(failure.err);
  const { since, times } = item.refused ?? { since: new Date(), times: 0 };
  return [{ ...item, refused: { error, since, times: isUnavailable(error) ? times : times + 1 } }];
}

/** Takes events out of the resources that carry them; no version and no time of theirs changes. */
async function takeOut(db: Db, items: readonly Item[]): Promise<void> {
  const byCollection = new Map<string, { resource: string; event: string }[]>();
  for (const { event, from } of items) {
    if (from === undefined) continue;
    const ofOne = byCollection.get(from.collection) ?? [];
    ofOne.push({ resource: from.id, event: event.id });
    byCollection.set(from.collection, ofOne);
  }
  for (const [update, taken] of byCollection) {
    const updates = Array.from(chunks(taken, TAKEN_TOGETHER), takeOutSome);
    // What is not taken out after all, the sweep finds again.
    await db.command({ update, updates, ordered: false, writeConcern: { w: 1 } });
  }
}

function takeOutSome(taken: readonly { readonly resource: string; readonly event: string }[]) {
  const isDelivered = { $in: ['$$this.id', taken.map(({ event }) => event)] };
  const left = { $filter: { input: '$events', cond: { $not: [isDelivered] } } };
  const orNone = { $cond: [{ $eq: ['$$left', []] }, '$$REMOVE', '$$left'] };
  return {
    q: { _id: { $in: taken.map(({ resource }) => resource) }, events: { $exists: true } },
    u: [{ $set: { events: { $let: { vars: { left }, in: orNone } } } }],
    multi: true,
  };
}
