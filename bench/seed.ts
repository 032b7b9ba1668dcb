// Fills databases straight through the store, once: a million users by POST would take an hour. A seeded database is
// used again as long as what is stored has the same form.
import { createHash } from 'node:crypto';
import type { Db, Document } from 'mongodb';
import { buildModel } from '../src/schema/build.js';
import type { Model, ResourceType } from '../src/schema/model.js';
import { displayOf } from '../src/service/display.js';
import type { EdgeTarget, ResourceRecord } from '../src/service/ports.js';
import type { JsonObject } from '../src/spec/json.js';
import { readSource } from '../src/spec/source.js';
import { connect } from '../src/storage/mongo/client.js';
import { edgeName, toStored as toStoredEdge } from '../src/storage/mongo/edge-form.js';
import { buildIndexes, planIndexes } from '../src/storage/mongo/indexes.js';
import { toStored } from '../src/storage/mongo/stored-form.js';
import { group, groupId, groupSizes, user, userId } from './population.js';

export type Report = (line: string) => void;

const BATCH = 5_000;
const CREATED = new Date('2026-01-01T00:00:00Z');

interface Seed {
  /** All that the form of the stored documents follows from. */
  readonly form: unknown;
  fill(db: Db, users: number, report: Report): Promise<void>;
}

/** The server's own database: users, and a group of each size with the first users as its members. */
export async function seedServer(uri: string, users: number, report: Report): Promise<void> {
  const model = buildModel(readSource('openapi'));
  const userType = typeNamed(model, 'User');
  const groupType = typeNamed(model, 'Group');
  const [edge] = groupType.root.subAttributes.flatMap((attribute) => attribute.edge ?? []);
  if (edge === undefined) throw new Error('groups have no edges');
  const userRecord = (index: number) => record(userId(index), user(index), 0);
  const target = (index: number): EdgeTarget => ({
    id: userId(index),
    type: userType.name,
    display: displayOf(userType, user(index)),
    version: 1,
  });
  await seedOnce(uri, users, report, {
    form: [toStored(userType, userRecord(0)), toStoredEdge('', target(0)), planIndexes(model)],
    async fill(db) {
      await insert(db, userType.name, users, report, (index) => toStored(userType, userRecord(index)));
      for (const size of groupSizes(users)) {
        await insert(db, edgeName(edge), size, report, (index) => toStoredEdge(groupId(size), target(index)));
        const stored = toStored(groupType, record(groupId(size), { displayName: `Group of ${size}` }, size));
        await db.collection<typeof stored>(groupType.name).insertOne(stored);
      }
      await buildIndexes(db, model);
    },
  });
}

/** The same for the ceiling: users as they were sent, one document for each membership, and the indexes it needs. */
export async function seedCeiling(uri: string, users: number, report: Report): Promise<void> {
  await seedOnce(uri, users, report, {
    form: [user(0), group('', ['1'])],
    async fill(db) {
      await insert(db, 'users', users, report, (index) => ({ _id: userId(index), ...user(index) }));
      await db.collection('users').createIndex({ userName: 1 }, { unique: true }, {});
      await db.collection('users').createIndex({ 'emails.value': 1 }, {}, {});
      for (const size of groupSizes(users)) {
        const o = groupId(size);
        await insert(db, 'edges', size, report, (index) => ({ _id: `${o}:${userId(index)}`, o, t: userId(index) }));
        await db.collection('groups').insertOne({ _id: o, displayName: `Group of ${size}` } as Document);
      }
    },
  });
}

async function seedOnce(uri: string, users: number, report: Report, { form, fill }: Seed): Promise<void> {
  const { db, close } = await connect(uri);
  const marks = db.collection<{ _id: string; form: string }>('seeded');
  const digest = createHash('sha256')
    .update(JSON.stringify([form, users]))
    .digest('hex');
  try {
    if ((await marks.findOne({ _id: 'mark' }))?.form !== digest) {
      report(`seeding ${db.databaseName}`);
      await db.dropDatabase();
      await fill(db, users, report);
      await marks.insertOne({ _id: 'mark', form: digest });
    }
    await warm(db);
  } finally {
    await close();
  }
}

/**
 * Has MongoDB read all documents and indexes once: its cache holds them all, and what is compared is the work for a
 * request, not who came by first and found nothing in memory.
 */
async function warm(db: Db): Promise<void> {
  for (const collection of await db.collections()) {
    await collection.aggregate([{ $group: { _id: null, bytes: { $sum: { $bsonSize: '$$ROOT' } } } }]).toArray();
    for (const { name } of await collection.indexes()) await collection.countDocuments({}, { hint: name ?? '' });
  }
}

async function insert(db: Db, name: string, count: number, report: Report, make: (index: number) => unknown) {
  for (let start = 0; start < count; start += BATCH) {
    const documents = range(start, Math.min(count, start + BATCH)).map(make) as Document[];
    await db.collection(name).insertMany(documents, { ordered: false });
    if (start > 0 && start % 100_000 === 0) report(`${db.databaseName}.${name}: ${start} of ${count}`);
  }
}

function record(id: string, { schemas: _, ...attributes }: JsonObject, edgeCount: number): ResourceRecord {
  return { id, version: 1, created: CREATED, lastModified: CREATED, attributes, edgeCount };
}

function range(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, index) => start + index);
}

function typeNamed({ resourceTypes }: Model, name: string): ResourceType {
  const type = resourceTypes.find((each) => each.name === name);
  if (type === undefined) throw new Error(`no resource type ${name}`);
  return type;
}
