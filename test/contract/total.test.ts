// How many resources there are, on a real MongoDB, whose own count has what a transaction has not yet committed.
import { expect, test } from '@jest/globals';
import type { StoredResource } from '../../src/storage/mongo/stored-form.js';
import { createTotal } from '../../src/storage/mongo/total.js';
import { databaseUnderTest } from '../support/database.js';
import { until } from '../support/until.js';

const db = databaseUnderTest();

test('what was measured beside a transaction is measured again as soon as that has ended', async () => {
  const users = db.collection<StoredResource>('User');
  const ids = ['a', 'b', 'c'].map((_id) => ({ _id }) as StoredResource);
  await users.insertMany(ids);
  let now = 0;
  const total = createTotal(
    users,
    () => now,
    () => undefined,
  );
  const session = db.client.startSession();
  session.startTransaction();
  await users.deleteOne({ _id: 'a' }, { session });
  expect(await total()).toBe(3);
  await session.commitTransaction();
  await session.endSession();
  now = 15_001;
  // Nobody waits for that.
  await until(async () => (await total()) === 2);
  now = 120_000;
  expect(await total()).toBe(2);
});
