// Transactions on a real MongoDB: the writes of one request show together or not at all.
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { MongoClient } from 'mongodb';
import type { ScimError } from '../../src/errors/scim-error.js';
import { buildModel } from '../../src/schema/build.js';
import { typeNamed } from '../../src/service/context.js';
import type { EdgeTarget, ResourceRecord, Writes } from '../../src/service/ports.js';
import type { JsonObject } from '../../src/spec/json.js';
import { readSource } from '../../src/spec/source.js';
import { createCompiler } from '../../src/storage/mongo/compile.js';
import { createEdgeResolver } from '../../src/storage/mongo/edge-filter.js';
import { createEdgeStore } from '../../src/storage/mongo/edge-store.js';
import { buildIndexes } from '../../src/storage/mongo/indexes.js';
import { createResourceStore } from '../../src/storage/mongo/resource-store.js';
import { createTransaction } from '../../src/storage/mongo/transaction.js';
import { databaseUri } from '../support/server.js';
import { USUAL } from '../support/limits.js';

const model = buildModel(readSource('openapi'));
const user = typeNamed(model, 'User');
const group = typeNamed(model, 'Group');
const [members] = group.root.subAttributes.flatMap(({ edge }) => edge ?? []);
if (members === undefined) throw new Error('groups have no edges');
const client = new MongoClient(databaseUri(), { writeConcern: { w: 'majority' } });
const db = client.db();
const store = createResourceStore(
  db,
  model,
  createCompiler('https://x', createEdgeResolver(db, model, USUAL)),
  100_000,
);
const edges = createEdgeStore(db, model);
const transaction = createTransaction(db);

beforeAll(async () => {
  await client.connect();
  await buildIndexes(db, model);
});
beforeEach(async () => {
  await Promise.all(['User', 'Group', 'Group.members'].map((name) => db.collection(name).deleteMany({})));
  await store.insert(group, record('g', 1, { displayName: 'before' }));
  await edges.add(members, 'g', [target('a'), target('b')]);
});
afterAll(async () => {
  await db.dropDatabase();
  await client.close();
});

const record = (id: string, version: number, attributes: JsonObject): ResourceRecord => {
  const now = new Date(1_000);
  return { id, version, created: now, lastModified: now, attributes, edgeCount: 0 };
};
const target = (id: string): EdgeTarget => ({ id, type: 'User', display: id, version: 1 });
const stored = async () => {
  const found = await store.find(group, 'g');
  const targets = (await edges.from(members, ['g'])).map((edge) => edge.target);
  return { version: found?.version, displayName: found?.attributes['displayName'], targets };
};
const BEFORE = { version: 1, displayName: 'before', targets: ['a', 'b'] };
const change = ({ resources, edges: written }: Writes) =>
  Promise.resolve()
    .then(() => resources.update(group, record('g', 2, { displayName: 'after' }), 1))
    .then((isCurrent) =>
      isCurrent ? written.remove(members, 'g', ['a', 'nobody']) : Promise.reject(new Error('stale')),
    )
    .then(async (removed) => ({ removed, added: await written.add(members, 'g', [target('b'), target('c')]) }));

test('all writes of work that ends show, and each tells what it changed', async () => {
  expect(await transaction(change)).toEqual({ removed: 1, added: 1 });
  expect(await stored()).toEqual({ version: 2, displayName: 'after', targets: ['b', 'c'] });
});

test('nothing of work that throws shows', async () => {
  const work = async (writes: Writes) => {
    await change(writes);
    await writes.edges.removeTo(members, 'b', 'User');
    await writes.resources.remove(group, 'g');
    throw new Error('enough');
  };
  await expect(transaction(work)).rejects.toThrow('enough');
  expect(await stored()).toEqual(BEFORE);
});

test('nothing shows before the end', async () => {
  const seen = await transaction(async (writes) => {
    await change(writes);
    return stored();
  });
  expect(seen).toEqual(BEFORE);
});

test('a value that another has is refused as uniqueness, and nothing shows', async () => {
  await store.insert(user, record('u', 1, { userName: 'taken' }));
  await store.insert(user, record('v', 1, { userName: 'mine' }));
  const outcome = transaction(async (writes) => {
    await writes.edges.rename(members, 'a', { display: 'renamed', version: 2 });
    await writes.resources.update(user, record('v', 2, { userName: 'Taken' }), 1);
  });
  await expect(outcome).rejects.toMatchObject({ key: 'uniqueness' } satisfies Partial<ScimError>);
  expect((await edges.from(members, ['g'])).map(({ display }) => display)).toEqual(['a', 'b']);
});

test('of two that write one resource at once, the later one finds another version', async () => {
  const update = (displayName: string) =>
    transaction(({ resources }) => resources.update(group, record('g', 2, { displayName }), 1));
  const outcomes = await Promise.all([update('one'), update('two')]);
  expect(outcomes.sort()).toEqual([false, true]);
});
