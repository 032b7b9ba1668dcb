// What the audit log has of the writes that were acknowledged: an event of each.
import { setTimeout } from 'node:timers/promises';
import { MongoClient } from 'mongodb';
import { delivered } from '../audit/events.js';

const LOOKS = 20;
const PAUSE_MS = 500;

/**
 * The writes that the log has no event of, once all that resources carry is in it.
 * @param writes what was done, by the id of its request
 */
export async function withoutEvent(uri: string, writes: ReadonlyMap<string, string>): Promise<string[]> {
  const client = await MongoClient.connect(uri);
  try {
    const db = client.db();
    await delivered(db);
    // An event that went with a primary is written again by what completes it.
    for (let look = 1; ; look += 1) {
      const missing = new Map(writes);
      const events = db.collection('audit').find({}, { projection: { 'r.request.id': 1 } });
      for await (const { r } of events) missing.delete(r.request.id);
      if (missing.size === 0 || look === LOOKS) return [...missing].map(([id, name]) => `${name} ${id} has no event`);
      await setTimeout(PAUSE_MS);
    }
  } finally {
    await client.close();
  }
}
