// External issuers in MongoDB.
import type { Db } from 'mongodb';
import type { Issuer, IssuerStore } from '../../oauth/issuers.js';
import { guarded } from './guarded.js';
import { fromStored, insertNew } from './record.js';

type StoredIssuer = Omit<Issuer, 'id'> & { _id: string };

export function createIssuerStore(db: Db): IssuerStore {
  const issuers = db.collection<StoredIssuer>('issuers');
  return guarded<IssuerStore>({
    insert: (issuer) => insertNew(issuers, issuer),
    list: async () => (await issuers.find().sort({ created: 1, _id: 1 }).toArray()).map(fromStored),
    remove: async (id) => (await issuers.deleteOne({ _id: id })).deletedCount === 1,
    async removeOf(tenant) {
      await issuers.deleteMany({ tenant });
    },
  });
}
