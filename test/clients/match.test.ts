import { describe, expect, test } from '@jest/globals';
import { mismatches } from './match.js';

describe('an expected value', () => {
  test('fits itself and nothing else', () => {
    expect(mismatches('a', 'a')).toEqual([]);
    expect(mismatches('200', 200)).toHaveLength(1);
    expect(mismatches(null, undefined)).toHaveLength(1);
  });

  test('names the place that differs and what stands there', () => {
    const actual = { body: { emails: [{ value: 'a@example.com' }] } };
    expect(mismatches({ body: { emails: [{ value: 'b@example.com' }] } }, actual)).toEqual([
      'body.emails[0].value: expected "b@example.com", got "a@example.com"',
    ]);
  });
});

describe('an expected object', () => {
  test('asks for its own keys only', () => {
    expect(mismatches({ a: 1 }, { a: 1, b: 2 })).toEqual([]);
    expect(mismatches({ a: 1, c: 3 }, { a: 1, b: 2 })).toEqual(['c: expected 3, got nothing']);
  });

  test('does not take inherited members for keys', () => {
    expect(mismatches({ constructor: '$absent' }, {})).toEqual([]);
  });

  test('is no list', () => {
    expect(mismatches({}, [])).toHaveLength(1);
  });

  test('may have the attribute $ref, which is no operator', () => {
    expect(mismatches({ $ref: 'x' }, { $ref: 'x' })).toEqual([]);
    expect(mismatches({ $ref: 'x' }, { $ref: 'y' })).toHaveLength(1);
  });
});

describe('an expected list', () => {
  test('asks for exactly its elements in its order, each a subset', () => {
    expect(mismatches([{ a: 1 }, 2], [{ a: 1, b: 1 }, 2])).toEqual([]);
    expect(mismatches([1, 2], [2, 1])).toHaveLength(2);
    expect(mismatches([1], [1, 2])).toHaveLength(1);
    expect(mismatches([], undefined)).toHaveLength(1);
  });
});

describe('the words', () => {
  test('$absent fits a missing key, not null', () => {
    expect(mismatches({ a: '$absent' }, {})).toEqual([]);
    expect(mismatches({ a: '$absent' }, { a: null })).toHaveLength(1);
  });

  test.each([undefined, null, '', [], {}])('$present does not fit %j', (empty) => {
    expect(mismatches('$present', empty)).toHaveLength(1);
  });

  test.each([false, 0, 'a', [1], { a: 1 }])('$present fits %j', (value) => {
    expect(mismatches('$present', value)).toEqual([]);
  });

  test('$number fits numbers, not their digits', () => {
    expect(mismatches('$number', 0)).toEqual([]);
    expect(mismatches('$number', '0')).toHaveLength(1);
  });
});

describe('the operators', () => {
  test('$contains asks for elements anywhere in a list', () => {
    expect(mismatches({ $contains: [3, { a: 1 }] }, [{ a: 1, b: 1 }, 2, 3])).toEqual([]);
    expect(mismatches({ $contains: [4] }, [1, 2])).toHaveLength(1);
    expect(mismatches({ $contains: [] }, 'no list')).toHaveLength(1);
  });

  test('$contains wants two elements where two are expected', () => {
    expect(mismatches({ $contains: [1, 1] }, [1, 2])).toHaveLength(1);
  });

  test('$only asks for the elements in any order and for no other', () => {
    expect(mismatches({ $only: [200, 412, 412] }, [412, 200, 412])).toEqual([]);
    expect(mismatches({ $only: [200, 412] }, [200, 200])).toHaveLength(1);
    expect(mismatches({ $only: [200] }, [200, 412])).toHaveLength(1);
  });

  test('$matches takes a regular expression', () => {
    expect(mismatches({ $matches: '^W/"\\d+"$' }, 'W/"1"')).toEqual([]);
    expect(mismatches({ $matches: '^W/' }, '"1"')).toHaveLength(1);
    expect(mismatches({ $matches: '' }, undefined)).toHaveLength(1);
  });

  test('$not turns an expectation round', () => {
    expect(mismatches({ $not: 'W/"1"' }, 'W/"2"')).toEqual([]);
    expect(mismatches({ $not: { $matches: 'null' } }, '{"a":null}')).toHaveLength(1);
  });
});
