// A group too large to be made by requests: its edges are written straight into the database, in the stored form.
import type { Collection, Db } from 'mongodb';
import { edgeId, toStored } from '../../src/storage/mongo/edge-form.js';
import type { StoredEdge } from '../../src/storage/mongo/edge-form.js';
import type { StoredResource } from '../../src/storage/mongo/stored-form.js';

const BATCH = 10_000;

/** The id of the member at this place: in the order of the group. */
export function memberId(index: number): string {
  return `01900000-0000-7000-8000-${index.toString(16).padStart(12, '0')}`;
}

/** The name of the member at this place; some have none, and one has every letter that JSON escapes. */
export function memberName(index: number): string | undefined {
  if (index % 1_000 === 7) return undefined;
  return index === 1_500 ? 'Q"uo\\te\n\u2028Ünï😀' : `Given${index} Family${index}`;
}

/** Makes users that are to be the first members. */
export async function fillUsers(db: Db, size: number): Promise<void> {
  const users: Collection<StoredResource> = db.collection('User');
  const now = new Date();
  const documents = Array.from({ length: size }, (_, index) => {
    const attributes = { userName: `member ${index}` };
    const times = { created: now, lastModified: now };
    return { _id: memberId(index), version: 1, ...times, edges: 0, r: attributes, s: attributes, k: {} };
  });
  await users.insertMany(documents, { ordered: false });
}

/** Gives a group that is there, and has no members, so many. They are no users that exist. */
export async function fillGroup(db: Db, group: string, size: number): Promise<void> {
  const edges: Collection<StoredEdge> = db.collection('Group.members');
  for (let start = 0; start < size; start += BATCH) {
    const indexes = Array.from({ length: Math.min(BATCH, size - start) }, (_, n) => start + n);
    const documents = indexes.map((n) =>
      toStored(group, { id: memberId(n), type: 'User', display: memberName(n), version: 1 }),
    );
    await edges.insertMany(documents, { ordered: false });
  }
  const groups: Collection<StoredResource> = db.collection('Group');
  await groups.updateOne({ _id: group }, { $set: { edges: size } });
}

/** Whether the group has the member at this place, by the database. */
export async function hasMember(db: Db, group: string, index: number): Promise<boolean> {
  const edges: Collection<StoredEdge> = db.collection('Group.members');
  return (await edges.countDocuments({ _id: edgeId(group, memberId(index)) })) === 1;
}
