// Random secrets that all workers of a deployment share: made by the first that asks, kept in the database.
import { randomBytes } from 'node:crypto';
import type { Db } from 'mongodb';
import { Binary } from 'mongodb';
import { guarded } from './guarded.js';

interface StoredSecret {
  _id: string;
  secret: Binary;
}

const BYTES = 32;

/** The secret of that name. @throws ScimError unavailable */
export const { sharedSecret } = guarded({
  async sharedSecret(db: Db, name: string): Promise<Buffer> {
    const secrets = db.collection<StoredSecret>('secrets');
    const kept =
      // One that could be rolled back doesn't count. Mostly it is there: what only reads does not write.
      (await secrets.findOne({ _id: name }, { readConcern: 'majority' })) ??
      (await secrets.findOneAndUpdate(
        { _id: name },
        { $setOnInsert: { secret: new Binary(randomBytes(BYTES)) } },
        { upsert: true, returnDocument: 'after' },
      ));
    if (kept === null) throw new Error(`the secret ${name} could not be kept`);
    return Buffer.from(kept.secret.buffer);
  },
});
