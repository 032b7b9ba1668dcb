// Random secrets that all workers of a deployment share: made by the first that asks, kept in the database.
import { randomBytes } from 'node:crypto';
import type { Db } from 'mongodb';
import { Binary } from 'mongodb';

interface StoredSecret {
  _id: string;
  secret: Binary;
}

const BYTES = 32;

/** The secret of that name. */
export async function sharedSecret(db: Db, name: string): Promise<Buffer> {
  const kept = await db
    .collection<StoredSecret>('secrets')
    .findOneAndUpdate(
      { _id: name },
      { $setOnInsert: { secret: new Binary(randomBytes(BYTES)) } },
      { upsert: true, returnDocument: 'after' },
    );
  if (kept === null) throw new Error(`the secret ${name} could not be kept`);
  return Buffer.from(kept.secret.buffer);
}
