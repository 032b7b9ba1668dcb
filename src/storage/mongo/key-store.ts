// Signing keys in MongoDB: the public key, and the private one sealed.
import type { Db } from 'mongodb';
import { Binary } from 'mongodb';
import type { KeyRecord, KeyStore } from '../../oauth/keys.js';
import { guarded } from './guarded.js';
import { fromStored } from './record.js';

type StoredKey = Omit<KeyRecord, 'id' | 'sealed'> & { _id: string; sealed: Binary };

export function createKeyStore(db: Db): KeyStore {
  const keys = db.collection<StoredKey>('signing-keys');
  return guarded<KeyStore>({
    async insert({ id, sealed, ...record }) {
      await keys.insertOne({ _id: id, sealed: new Binary(sealed), ...record });
    },
    async find(id) {
      const stored = await keys.findOne({ _id: id });
      return stored === null ? undefined : toRecord(stored);
    },
    list: async () => (await keys.find().sort({ signs: -1, _id: 1 }).toArray()).map(toRecord),
    async end(id, ends, lastModified) {
      await keys.updateOne({ _id: id }, { $set: { ends, lastModified } });
    },
    async removeEnded(before) {
      await keys.deleteMany({ ends: { $lte: before } });
    },
  });
}

function toRecord(stored: StoredKey): KeyRecord {
  const { sealed, ...record } = fromStored(stored);
  return { ...record, sealed: Buffer.from(sealed.buffer) };
}
