// Races that are lost: how often they are run again.
import { expect, test } from '@jest/globals';
import { untilWon } from '../../../src/service/races.js';

test('what loses is attempted again, and what it wins is the outcome', async () => {
  const turns = [undefined, undefined, 'won', 'never asked for'];
  expect(await untilWon(async () => turns.shift())).toBe('won');
  expect(turns).toEqual(['never asked for']);
});

test('what always loses ends as a conflict', async () => {
  let attempts = 0;
  const lost = untilWon(async () => void (attempts += 1));
  await expect(lost).rejects.toMatchObject({ kind: { status: 409 }, message: expect.stringContaining('try again') });
  expect(attempts).toBe(100);
});

test('an attempt that fails is the last one', async () => {
  let attempts = 0;
  const failed = untilWon(async () => {
    attempts += 1;
    throw new Error('gone');
  });
  await expect(failed).rejects.toThrow('gone');
  expect(attempts).toBe(1);
});
