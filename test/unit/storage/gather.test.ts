import { describe, expect, test } from '@jest/globals';
import { gather, gatherLists } from '../../../src/storage/mongo/gather.js';

const SEEN = { call: 'test', observe: () => undefined };

/** A gatherer that keeps each call until it is let go. */
function held(gathering: { size: number; worth: number }) {
  return holding((run) => gather<number, number>({ ...gathering, ...SEEN }, run));
}

/** The same for lists. */
function heldLists(gathering: { size: number; worth: number }) {
  return holding((run) => gatherLists<number, number>({ ...gathering, ...SEEN }, run));
}

type Run = (items: readonly number[]) => Promise<readonly (() => number)[]>;

function holding<T>(make: (run: Run) => T) {
  const calls: { items: readonly number[]; release: () => void; fail: (error: Error) => void }[] = [];
  const call = make((items) => {
    const results = items.map((item) => () => {
      if (item < 0) throw new Error(`no ${item}`);
      return item * 10;
    });
    return new Promise((resolve, reject) => {
      calls.push({ items, release: () => resolve(results), fail: reject });
    });
  });
  return { call, calls };
}

/** Waits for that many calls; the event loop turns meanwhile. */
async function until(calls: readonly unknown[], count: number): Promise<void> {
  while (calls.length < count) await turn();
}
const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('gather', () => {
  test('what comes in one turn goes together, and each gets its own outcome', async () => {
    const { call, calls } = held({ size: 10, worth: 9 });
    const outcomes = Promise.allSettled([call(1), call(-2), call(3)]);
    await turn();
    expect(calls.map(({ items }) => items)).toEqual([[1, -2, 3]]);
    calls[0]?.release();
    expect(await outcomes).toEqual([
      { status: 'fulfilled', value: 10 },
      { status: 'rejected', reason: new Error('no -2') },
      { status: 'fulfilled', value: 30 },
    ]);
  });

  test('while a call is under way, callers wait and then go together, no more than `size`', async () => {
    const { call, calls } = held({ size: 2, worth: 4 });
    const first = call(1);
    await turn();
    const later = Promise.all([call(2), call(3), call(4)]);
    await turn();
    expect(calls).toHaveLength(1);
    calls[0]?.release();
    expect(await first).toBe(10);
    await until(calls, 2);
    calls[1]?.release();
    await until(calls, 3);
    calls[2]?.release();
    expect(await later).toEqual([20, 30, 40]);
    expect(calls.map(({ items }) => items)).toEqual([[1], [2, 3], [4]]);
  });

  test('so many that a call is worth it do not wait', async () => {
    const { call, calls } = held({ size: 10, worth: 3 });
    const all = [call(1)];
    await turn();
    all.push(call(2), call(3));
    await turn();
    expect(calls).toHaveLength(1);
    all.push(call(4));
    await until(calls, 2);
    for (const { release } of calls) release();
    expect(await Promise.all(all)).toEqual([10, 20, 30, 40]);
    expect(calls.map(({ items }) => items)).toEqual([[1], [2, 3, 4]]);
  });

  test('a call that fails as a whole fails for everybody, and the next goes out', async () => {
    const { call, calls } = held({ size: 10, worth: 9 });
    const outcomes = Promise.allSettled([call(1), call(2)]);
    await turn();
    calls[0]?.fail(new Error('gone'));
    expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    const next = call(3);
    await until(calls, 2);
    calls[1]?.release();
    expect(await next).toBe(30);
  });
});

describe('gatherLists', () => {
  test('a few items go together with those of others', async () => {
    const { call, calls } = heldLists({ size: 10, worth: 4 });
    const results = Promise.all([call([1, 2, 3]), call([4]), call([])]);
    await turn();
    expect(calls.map(({ items }) => items)).toEqual([[1, 2, 3, 4]]);
    calls[0]?.release();
    expect(await results).toEqual([[10, 20, 30], [40], []]);
  });

  test('many are calls of their own, each behind the end of the one before', async () => {
    const { call, calls } = heldLists({ size: 2, worth: 2 });
    const results = call([1, 2, 3, 4, 5]);
    for (const items of [[1, 2], [3, 4], [5]]) {
      await turn();
      expect(calls.at(-1)?.items).toEqual(items);
      calls.at(-1)?.release();
    }
    expect(await results).toEqual([10, 20, 30, 40, 50]);
    expect(calls).toHaveLength(3);
  });

  test('one that fails ends the list: what is behind it is not tried', async () => {
    const { call, calls } = heldLists({ size: 2, worth: 2 });
    const outcome = Promise.allSettled([call([1, -2, 3])]);
    await turn();
    calls[0]?.release();
    expect(await outcome).toEqual([{ status: 'rejected', reason: new Error('no -2') }]);
    await turn();
    expect(calls).toHaveLength(1);
  });
});
