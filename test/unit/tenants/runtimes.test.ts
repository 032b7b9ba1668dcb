// What serves tenants, opened and closed as they change: the runtimes here are names alone.
import { expect, jest, test } from '@jest/globals';
import { ScimError } from '../../../src/errors/scim-error.js';
import type { Tenant } from '../../../src/tenants/tenants.js';
import { createRuntimes } from '../../../src/tenants/runtimes.js';

const tenant = (id: string, overlay?: string): Tenant => ({
  id,
  version: 1,
  created: new Date(0),
  suspended: false,
  overlay,
});

function runtimesOf(...tenants: readonly Tenant[]) {
  const listed = new Map(tenants.map((each) => [each.id, each]));
  const closed: string[] = [];
  const runtimes = createRuntimes({
    store: { find: async (id) => listed.get(id), list: async () => [...listed.values()] },
    open: async ({ id, overlay = 'none' }) => ({
      async close() {
        closed.push(`${id}: ${overlay}`);
      },
    }),
    clock: () => new Date(0),
  });
  return { runtimes, listed, closed };
}

test('a runtime that another one replaced is closed when the last request on it has ended', async () => {
  const { runtimes, closed } = runtimesOf();
  const first = await runtimes.serve(tenant('a', '1'));
  const second = await runtimes.serve(tenant('a', '1'));
  expect(second.runtime).toBe(first.runtime);
  const third = await runtimes.serve(tenant('a', '2'));
  first.end();
  await runtimes.closeGone();
  expect(closed).toEqual([]);
  second.end();
  await runtimes.close();
  expect(closed).toEqual(['a: 1', 'a: 2']);
  third.end();
});

test('those of deleted tenants are closed, and no others', async () => {
  const { runtimes, listed, closed } = runtimesOf(tenant('a'), tenant('b'));
  const a = await runtimes.serve(tenant('a'));
  (await runtimes.serve(tenant('b'))).end();
  listed.delete('a');
  await runtimes.closeGone();
  a.end();
  await runtimes.close();
  expect(closed).toEqual(['a: none', 'b: none']);
});

test('each is closed once', async () => {
  const { runtimes, closed } = runtimesOf();
  const { end } = await runtimes.serve(tenant('a', '1'));
  await runtimes.serve(tenant('a', '2'));
  end();
  await Promise.all([runtimes.close(), runtimes.close()]);
  await runtimes.close();
  expect(closed).toEqual(['a: 1', 'a: 2']);
});

test.each([
  ['of the document is remembered for ten seconds', new Error('wrong'), [1, 1, 2]],
  ['of the database is not', new ScimError('unavailable', 'away'), [1, 2, 3]],
])('a failure %s', async (_name, failure, expected) => {
  jest.useFakeTimers();
  let openings = 0;
  const runtimes = createRuntimes({
    store: { find: async () => undefined, list: async () => [] },
    async open() {
      openings += 1;
      throw failure;
    },
    clock: () => new Date(),
  });
  const counted: number[] = [];
  for (const pause of [0, 9_999, 1]) {
    await jest.advanceTimersByTimeAsync(pause);
    await expect(runtimes.serve(tenant('a'))).rejects.toBe(failure);
    counted.push(openings);
  }
  expect(counted).toEqual(expected);
  jest.useRealTimers();
});
