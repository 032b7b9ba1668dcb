// The audit log of a server under test, read from its database.
import type { Db, Document } from 'mongodb';
import { until } from '../support/until.js';

export interface StoredEvent extends Document {
  readonly id: string;
}

/** The events of a resource, in their order, once so many are there and all of them are complete. */
export function settledEvents(db: Db, target: string, count: number): Promise<any[]> {
  return until(async () => {
    const events = await eventsOf(db, target);
    const isSettled = events.every(({ outcome }) => outcome.result !== 'unknown');
    return events.length >= count && isSettled ? events : undefined;
  });
}

/** The events of a resource as they are now. */
export async function eventsOf(db: Db, target: string): Promise<any[]> {
  const found = await db
    .collection<Document & { _id: string }>('audit')
    .find({ 's.target.id': target })
    .sort({ _id: 1 })
    .toArray();
  return found.map(({ _id, r }) => ({ id: _id, ...r }));
}

/** The events that a user carries, which are in the log yet to be. */
export async function carriedBy(db: Db, id: string): Promise<any[]> {
  const found = await db.collection<Document & { _id: string }>('User').findOne({ _id: id });
  const carried: { text: string }[] = found?.['events'] ?? [];
  return carried.map(({ text }) => JSON.parse(text));
}

/** Waits until no resource carries an event. */
export async function delivered(db: Db): Promise<void> {
  const carrying = { events: { $exists: true } };
  await until(async () => {
    const found = await Promise.all(['User', 'Group'].map((name) => db.collection(name).countDocuments(carrying)));
    return found.every((count) => count === 0);
  });
}
