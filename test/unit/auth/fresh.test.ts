// Looks that are good for less than a second, by a clock that the test moves.
import { expect, test } from '@jest/globals';
import { createFresh, createFreshByDigest } from '../../../src/auth/fresh.js';

test('a look is good for 0.9 s; none is where the clock went back', async () => {
  let now = 1_000_000;
  let looks = 0;
  const find = createFresh(
    async (id: string) => `${id} ${(looks += 1)}`,
    () => new Date(now),
  );
  expect([await find('a'), await find('a'), await find('b')]).toEqual(['a 1', 'a 1', 'b 2']);
  now += 899;
  expect(await find('a')).toBe('a 1');
  now += 1;
  expect(await find('a')).toBe('a 3');
  // Else what is revoked would be let in until the clock is where it was.
  now -= 3_600_000;
  expect(await find('a')).toBe('a 4');
});

test('a look that failed tells nothing', async () => {
  let isAway = true;
  const find = createFresh(
    async () => {
      if (isAway) throw new Error('away');
      return 'there';
    },
    () => new Date(0),
  );
  await expect(find('a')).rejects.toThrow('away');
  isAway = false;
  expect(await find('a')).toBe('there');
});

test('a secret is looked up as it is, and remembered by its digest: once a second, whatever its length', async () => {
  const looked: string[] = [];
  const find = createFreshByDigest(
    async (secret: string) => looked.push(secret),
    () => new Date(0),
  );
  const long = 'x'.repeat(8_192);
  expect([await find(`${long}a`), await find(`${long}b`), await find(`${long}a`)]).toEqual([1, 2, 1]);
  expect(looked).toEqual([`${long}a`, `${long}b`]);
});
