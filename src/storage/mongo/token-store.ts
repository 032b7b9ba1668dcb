// The digest of the server's own token, in a collection of its own.
import type { Db } from 'mongodb';
import { Binary } from 'mongodb';
import type { TokenStore } from '../../auth/bearer.js';

interface StoredToken {
  _id: string;
  digest: Binary;
}

export function createTokenStore(db: Db): TokenStore {
  const tokens = db.collection<StoredToken>('tokens');
  return {
    async load() {
      const stored = await tokens.findOne({ _id: 'default' });
      return stored === null ? undefined : Buffer.from(stored.digest.buffer);
    },
    async keep(digest) {
      const kept = await tokens.findOneAndUpdate(
        { _id: 'default' },
        { $setOnInsert: { digest: new Binary(digest) } },
        { upsert: true, returnDocument: 'after' },
      );
      return kept === null ? digest : Buffer.from(kept.digest.buffer);
    },
  };
}
