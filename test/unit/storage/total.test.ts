// How many resources there are, of a collection whose own count is off, as it may be after a crash.
import { expect, test } from '@jest/globals';
import type { Collection } from 'mongodb';
import type { StoredResource } from '../../../src/storage/mongo/stored-form.js';
import { createTotal } from '../../../src/storage/mongo/total.js';

const MINUTE = 60_000;

function counting() {
  let [exact, fails, clock] = [10, 0, 0];
  const answering: (() => void)[] = [];
  const collection = {
    estimatedDocumentCount: async () => exact - 3,
    countDocuments: () =>
      new Promise((resolve, reject) => {
        const answer = () => (fails-- > 0 ? reject(new Error('away')) : resolve(exact));
        answering.push(answer);
      }),
  } as unknown as Collection<StoredResource>;
  return {
    total: createTotal(
      collection,
      () => clock,
      () => undefined,
    ),
    async answer() {
      while (answering.length === 0) await new Promise(setImmediate);
      answering.splice(0).forEach((answer) => answer());
    },
    set(values: { exact?: number; fails?: number; clock?: number }) {
      ({ exact, fails, clock } = { exact, fails, clock, ...values });
    },
    isCounting: () => answering.length > 0,
  };
}

test('who asks while it is counted for the first time waits for that too', async () => {
  const { total, answer } = counting();
  const asked = Promise.all([total(), total(), total()]);
  await answer();
  expect(await asked).toEqual([10, 10, 10]);
});

test('afterwards nobody waits: what is counted anew is for those who ask later', async () => {
  const { total, answer, set, isCounting } = counting();
  const first = total();
  await answer();
  await first;
  set({ exact: 11, clock: 6 * MINUTE });
  expect(await total()).toBe(11);
  expect(isCounting()).toBe(true);
});

test('where the first count fails, who waited hears it, and the next one counts again', async () => {
  const { total, answer, set } = counting();
  set({ fails: 1 });
  const asked = Promise.allSettled([total(), total()]);
  await answer();
  expect((await asked).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  const again = total();
  await answer();
  expect(await again).toBe(10);
});
