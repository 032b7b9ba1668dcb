// Tokens in MongoDB: their ids, what they may, and a digest.
import type { Db, Document } from 'mongodb';
import { Binary } from 'mongodb';
import type { TokenRecord, TokenStore } from '../../auth/tokens.js';
import { guarded } from './guarded.js';
import { fromStored } from './record.js';

type StoredToken = Omit<TokenRecord, 'id' | 'digest'> & { _id: string; digest: Binary };

/** What workers write down at another time than they have noted it, and what their clocks may differ, is less. */
const AHEAD_MS = 300_000;

/** @param collection that of the tokens of the SCIM API, where none is given */
export function createTokenStore(db: Db, collection = 'tokens'): TokenStore {
  const tokens = db.collection<StoredToken>(collection);
  return guarded<TokenStore>({
    async insert({ id, digest, ...record }) {
      await tokens.insertOne({ _id: id, digest: new Binary(digest), ...record });
    },
    async find(id) {
      const stored = await tokens.findOne({ _id: id });
      return stored === null ? undefined : toRecord(stored);
    },
    async named(id) {
      const stored = tokens.find({ $or: [{ _id: id }, { client: id }] }).sort({ created: 1, _id: 1 });
      return (await stored.toArray()).map(toRecord);
    },
    async list(tenant) {
      const stored = tokens.find(tenant === undefined ? {} : { tenant }).sort({ created: 1, _id: 1 });
      return (await stored.toArray()).map(toRecord);
    },
    async expire(id, end) {
      await tokens.updateOne({ _id: id }, { $set: end });
    },
    async remove(id) {
      await tokens.deleteOne({ _id: id });
    },
    async removeOf(tenant) {
      await tokens.deleteMany({ tenant });
    },
    async used(times) {
      const updates = [...times].map(([_id, time]) => ({
        updateOne: { filter: { _id }, update: [{ $set: { lastUsed: latest('$lastUsed', time) } }] },
      }));
      await tokens.bulkWrite(updates, { ordered: false });
    },
  });
}

/** Of several workers the latest use wins; a time that none can have yet would stay for as long as it is ahead. */
function latest(known: string, time: Date): Document {
  const ahead = { $gt: [known, new Date(time.getTime() + AHEAD_MS)] };
  return { $cond: [ahead, time, { $max: [known, time] }] };
}

function toRecord(stored: StoredToken): TokenRecord {
  const { digest, ...record } = fromStored(stored);
  return { ...record, digest: Buffer.from(digest.buffer) };
}
