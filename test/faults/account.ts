// What the audit log has of the writes that were acknowledged: an event of each.
import { setTimeout } from 'node:timers/promises';
import { MongoClient } from 'mongodb';
import type { Change } from '../../src/service/audit-event.js';
import { delivered } from '../audit/events.js';

const PROJECTION = { 'r.request.id': 1, 'r.target.id': 1, 'r.changes.targets': 1 };
const LOOKS = 20;
const PAUSE_MS = 500;

/**
 * The writes that the log has no event of, once all that resources carry is in it.
 * @param writes what was done, by the ids of its request and of what it is about
 */
export async function withoutEvent(uri: string, writes: ReadonlyMap<string, string>): Promise<string[]> {
  const client = await MongoClient.connect(uri);
  try {
    const db = client.db();
    await delivered(db);
    // An event that went with a primary is written again by what completes it.
    for (let look = 1; ; look += 1) {
      const missing = new Map(writes);
      const events = db.collection('audit').find({}, { projection: PROJECTION });
      for await (const { r } of events) {
        const about = [r.target.id, ...r.changes.flatMap(({ targets = [] }: Change) => targets)];
        for (const id of about) missing.delete(`${r.request.id} ${id}`);
      }
      if (missing.size === 0 || look === LOOKS) return [...missing].map(([ids, name]) => `${name} ${ids} has no event`);
      await setTimeout(PAUSE_MS);
    }
  } finally {
    await client.close();
  }
}
