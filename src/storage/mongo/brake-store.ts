// The brake on mass deactivation in MongoDB: a count for each resource type, in the database of its tenant, so that it
// is one for all processes and outlives them. A window begins with the first that is counted; what is stopped stays so
// until it is released. What would stop is counted before it is done; what would only warn, behind it.
import type { Collection, Db, Document } from 'mongodb';
import { ScimError } from '../../errors/scim-error.js';
import type { Observe } from '../../observe/observation.js';
import type { ResourceType } from '../../schema/model.js';
import type { Brake } from '../../service/ports.js';
import type { BrakeState, BrakeStore } from '../../tenants/state.js';
import { gather } from './gather.js';
import { guarded } from './guarded.js';
import { settleInBatches } from './settle.js';
import { tenantDatabase } from './tenant-store.js';

interface StoredBrake extends Omit<BrakeState, 'type' | 'stopped' | 'warned'> {
  _id: string;
  stopped?: Date | null;
  warned?: Date | null;
  granted?: number;
}

export interface BrakeOptions {
  readonly tenant: string;
  readonly mode: 'warn' | 'stop';
  /** Percent. */
  readonly share: number;
  readonly least: number;
  readonly seconds: number;
  readonly countAll: (type: ResourceType) => Promise<number>;
  readonly observe: Observe;
  readonly clock: () => Date;
}

interface BrakeHandle extends Brake {
  /** Waits for what is being counted. */
  close(): Promise<void>;
}

const WRITES = { size: 500, worth: 32 };
/** The write that is counted waits for the majority, and comes behind the count in the journal and the oplog. */
const UNCONFIRMED = { writeConcern: { w: 1 } } as const;
/** So long an operator may take; whoever is told so tries again by itself. */
const RETRY_SECONDS = 600;

export function createBrake(db: Db, options: BrakeOptions): BrakeHandle {
  const { mode, share, least, seconds, countAll, observe, clock, tenant } = options;
  const brakes = brakesOf(db);
  const windowStart = () => new Date(clock().getTime() - seconds * 1000);

  /** Where all of them fit, or nothing is stopped for a time, which counts nothing; told by one write. */
  const countThese = async ({ name }: ResourceType, count: number): Promise<boolean> => {
    const now = clock();
    const fit = { $expr: { $lte: [{ $add: ['$count', count] }, '$allowed'] } };
    const may = mode === 'stop' ? { stopped: null, ...fit } : { $or: [{ warned: { $ne: null } }, fit] };
    const filter = { _id: name, $or: [{ releasedUntil: { $gt: now } }, { since: { $gt: windowStart() }, ...may }] };
    const counted = { $cond: [{ $gt: ['$releasedUntil', now] }, 0, { $add: ['$count', count] }] };
    return (await brakes.updateOne(filter, [{ $set: { count: counted } }], UNCONFIRMED)).matchedCount === 1;
  };
  /** Where a window begins, or ends what may be done in it. @returns how many of them may be done */
  const countAnew = async (type: ResourceType, count: number): Promise<number> => {
    const now = clock();
    const allowed = Math.max(least, Math.floor(((await countAll(type)) * share) / 100));
    const steps = mode === 'stop' ? stopping(count, now) : warning(count, now);
    const pipeline = [...begin(windowStart(), now, allowed), ...steps];
    const after = await brakes.findOneAndUpdate({ _id: type.name }, pipeline, {
      upsert: true,
      returnDocument: 'after',
      ...UNCONFIRMED,
    });
    const reached = mode === 'stop' ? after?.stopped : after?.warned;
    if (after !== null && reached?.getTime() === now.getTime()) {
      observe({ kind: 'brakeReached', tenant, type: type.name, mode, count: after.count, allowed: after.allowed });
    }
    return after?.granted ?? 0;
  };
  const countSome = async (type: ResourceType, count: number) =>
    (await countThese(type, count)) ? count : countAnew(type, count);
  if (mode === 'warn') return countingBehind(countSome, observe);
  const refuse = (type: ResourceType) => stopped(type, options);
  const giveBack = async ({ name }: ResourceType) => {
    await brakes.updateOne({ _id: name, count: { $gt: 0 } }, { $inc: { count: -1 } }, UNCONFIRMED);
  };
  return countingBefore(countSome, { refuse, giveBack, observe });
}

/** @returns how many of them may be done */
type Count = (type: ResourceType, count: number) => Promise<number>;

interface Stopping {
  readonly refuse: (type: ResourceType) => ScimError;
  readonly giveBack: (type: ResourceType) => Promise<void>;
  readonly observe: Observe;
}

function countingBefore(count: Count, { refuse, giveBack, observe }: Stopping): BrakeHandle {
  const counters = new Map<ResourceType, (one: undefined) => Promise<void>>();
  const counterOf = (type: ResourceType) =>
    gather({ ...WRITES, call: 'brake', observe }, async ({ length }: readonly undefined[]) => {
      const granted = await count(type, length);
      return Array.from({ length }, (_, index) => () => {
        if (index >= granted) throw refuse(type);
      });
    });
  const brake = guarded<Brake>({
    async begin(type) {
      const counter = counters.get(type) ?? counterOf(type);
      counters.set(type, counter);
      return counter(undefined);
    },
    end: async (type, isDone) => (isDone ? undefined : giveBack(type)),
  });
  return { ...brake, close: async () => undefined };
}

/** Nothing is refused, so nobody waits. */
function countingBehind(count: Count, observe: Observe): BrakeHandle {
  const report = (error: unknown) => observe({ kind: 'jobFailed', job: 'count of the brake', error });
  const counting = settleInBatches<ResourceType>(async (done) => {
    const left: ResourceType[] = [];
    for (const type of new Set(done)) {
      const ofType = done.filter((each) => each === type);
      await count(type, ofType.length).catch((error: unknown) => {
        report(error);
        left.push(...ofType);
      });
    }
    return left;
  }, report);
  return {
    begin: async () => undefined,
    async end(type, isDone) {
      if (isDone) counting.add(type);
    },
    close: () => counting.close(),
  };
}

/** Begins a window where there is none, or reads what may be done anew: a tenant grows meanwhile. */
function begin(start: Date, now: Date, allowed: number): Document[] {
  const isOpen = { $or: [{ $gt: ['$since', start] }, { $gt: ['$stopped', null] }] };
  const unlessOpen = (field: string, otherwise: unknown) => ({ $cond: [isOpen, `$${field}`, otherwise] });
  return [
    {
      $set: {
        since: unlessOpen('since', now),
        count: unlessOpen('count', 0),
        allowed: { $max: [unlessOpen('allowed', allowed), allowed] },
        warned: unlessOpen('warned', null),
      },
    },
    { $set: { granted: { $max: [0, { $subtract: ['$allowed', '$count'] }] } } },
  ];
}

function stopping(count: number, now: Date): Document[] {
  const isStopped = { $gt: ['$stopped', null] };
  return [
    { $set: { granted: { $cond: [isStopped, 0, { $min: [count, '$granted'] }] } } },
    {
      $set: {
        count: { $add: ['$count', '$granted'] },
        stopped: { $cond: [{ $or: [isStopped, { $gte: ['$granted', count] }] }, { $ifNull: ['$stopped', null] }, now] },
      },
    },
  ];
}

function warning(count: number, now: Date): Document[] {
  const isWithin = { $or: [{ $gte: ['$granted', count] }, { $gt: ['$warned', null] }] };
  return [
    {
      $set: {
        granted: count,
        count: { $add: ['$count', count] },
        warned: { $cond: [isWithin, { $ifNull: ['$warned', null] }, now] },
      },
    },
  ];
}

function stopped({ name }: ResourceType, { tenant, share, least, seconds }: BrakeOptions): ScimError {
  const rule = `${share} % of them, or ${least} if that is more, are allowed in ${seconds} s`;
  return new ScimError(
    'braked',
    `too many resources of the type ${name} were deactivated or deleted: ${rule}. Nothing was changed; the operator of the server can release the brake of the tenant ${tenant}`,
    { retryAfter: RETRY_SECONDS },
  );
}

/** @param db that of the deployment */
export function createBrakeStore(db: Db): BrakeStore {
  const of = (tenant: string) => brakesOf(tenantDatabase(db, tenant));
  return guarded<BrakeStore>({
    list: async (tenant) => (await of(tenant).find().sort({ _id: 1 }).toArray()).map(fromStored),
    async release(tenant, { type, ...released }) {
      const open = { ...released, count: 0, stopped: null, warned: null };
      await of(tenant).updateOne({ _id: type }, { $set: open, $setOnInsert: { allowed: 0 } }, { upsert: true });
    },
  });
}

/** What never was is null, or not there. */
function fromStored({ _id: type, granted: _granted, ...state }: StoredBrake): BrakeState {
  const { stopped, warned, ...counted } = state;
  return { type, ...counted, ...(stopped && { stopped }), ...(warned && { warned }) };
}

function brakesOf(db: Db): Collection<StoredBrake> {
  return db.collection<StoredBrake>('brake');
}
