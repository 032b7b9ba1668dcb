// So much at once, the rest in order.
import { expect, test } from '@jest/globals';
import { createTurns } from '../../../src/storage/mongo/turns.js';

test('what is beyond waits, in order, also for one that fails', async () => {
  const turn = createTurns(2);
  const begun: number[] = [];
  const ends: { resolve: () => void; reject: (error: Error) => void }[] = [];
  const works = [0, 1, 2, 3].map((index) =>
    turn(() => {
      begun.push(index);
      return new Promise<void>((resolve, reject) => (ends[index] = { resolve, reject }));
    }),
  );
  const failed = expect(works[1]).rejects.toThrow('lost');
  expect(begun).toEqual([0, 1]);
  ends[1]?.reject(new Error('lost'));
  await failed;
  expect(begun).toEqual([0, 1, 2]);
  ends[0]?.resolve();
  await works[0];
  expect(begun).toEqual([0, 1, 2, 3]);
  ends[2]?.resolve();
  ends[3]?.resolve();
  await Promise.all(works.slice(2));
  // All places are free again.
  await turn(() => turn(async () => undefined));
});
