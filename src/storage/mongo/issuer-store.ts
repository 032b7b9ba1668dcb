// External issuers in MongoDB.
import type { Db } from 'mongodb';
import type { Issuer, IssuerStore } from '../../oauth/issuers.js';
import { DUPLICATE_KEY } from './batch.js';
import { guarded } from './guarded.js';
import { fromStored } from './record.js';

type StoredIssuer = Omit<Issuer, 'id'> & { _id: string };

export function createIssuerStore(db: Db): IssuerStore {
  const issuers = db.collection<StoredIssuer>('issuers');
  return guarded<IssuerStore>({
    async insert({ id, ...issuer }) {
      try {
        await issuers.insertOne({ _id: id, ...issuer });
        return true;
      } catch (error) {
        if ((error as { code?: unknown }).code === DUPLICATE_KEY) return false;
        throw error;
      }
    },
    list: async () => (await issuers.find().sort({ created: 1, _id: 1 }).toArray()).map(fromStored),
    remove: async (id) => (await issuers.deleteOne({ _id: id })).deletedCount === 1,
    async removeOf(tenant) {
      await issuers.deleteMany({ tenant });
    },
  });
}
