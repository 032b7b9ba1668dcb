import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { orderByDependency } from '../../../src/bulk/order.js';

describe('orderByDependency', () => {
  test.each([
    ['nothing', [], []],
    ['as they came', [[], [], []], [[0], [1], [2]]],
    ['what is referred to comes first', [[2], [], [1]], [[1], [2], [0]]],
    ['a circle stands together, in the order of the request', [[2], [], [0]], [[0, 2], [1]]],
    ['a circle behind what it refers to', [[1], [0, 2], []], [[2], [0, 1]]],
    [
      'two circles',
      [[1], [0], [3, 0], [2]],
      [
        [0, 1],
        [2, 3],
      ],
    ],
  ])('%s', (_what, dependencies, expected) => {
    expect(orderByDependency(dependencies)).toEqual(expected);
  });

  test('a chain of any length', () => {
    const length = 100_000;
    const chain = Array.from({ length }, (_one, index) => (index + 1 < length ? [index + 1] : []));
    expect(orderByDependency(chain).slice(0, 2)).toEqual([[length - 1], [length - 2]]);
  });

  const graphs = fc
    .integer({ min: 1, max: 12 })
    .chain((size) =>
      fc.array(fc.uniqueArray(fc.nat(size - 1), { maxLength: 3 }), { minLength: size, maxLength: size }),
    );

  test('every operation once, behind all that it needs, together with those that need it back', () => {
    fc.assert(
      fc.property(graphs, (dependencies) => {
        const groups = orderByDependency(dependencies);
        expect(groups.flat().sort((a, b) => a - b)).toEqual([...dependencies.keys()]);
        const groupOf = (index: number) => groups.findIndex((group) => group.includes(index));
        for (const [index, needed] of dependencies.entries()) {
          for (const other of needed) {
            expect(groupOf(other)).toBeLessThanOrEqual(groupOf(index));
            expect(groupOf(other) === groupOf(index)).toBe(reaches(dependencies, other, index));
          }
        }
      }),
    );
  });
});

function reaches(dependencies: readonly (readonly number[])[], from: number, to: number): boolean {
  const seen = new Set([from]);
  for (const node of seen) for (const next of dependencies[node] ?? []) seen.add(next);
  return seen.has(to);
}
