import { describe, expect, test } from '@jest/globals';
import { fold, searchForm } from '../../../src/schema/search-form.js';
import { SAMPLE, userType } from '../../support/filter-model.js';

const root = userType().root;

describe('folding', () => {
  test.each([
    ['BJensen', 'bjensen'],
    ['ＢＪ', 'bj'],
    ['Ä', 'ä'],
    ['A\u0308', 'ä'],
    ['ﬁ', 'FI'],
    ['Ω', '\u2126'],
    ['K', '\u212a'],
    ['ſ', 's'],
    ['Ⅳ', 'iv'],
    ['ǅ', 'ǆ'],
    ['😀', '😀'],
    ['', ''],
  ])('makes %j and %j one', (a, b) => {
    expect(fold(a)).toBe(fold(b));
  });

  test.each([
    ['a', 'á'],
    ['i', 'ı'],
    ['ß', 'b'],
    ['a', ' a'],
    ['ss', 'ß'],
  ])('keeps %j and %j apart', (a, b) => {
    expect(fold(a)).not.toBe(fold(b));
  });

  test.each(['BJensen', 'A\u0308', 'İ', 'ﬁ', 'ΑΣ', 'ǅ', '\u1E9E', '\u03f4', '\u0345A', '\ud800'])(
    'folding %j again changes nothing',
    (text) => {
      expect(fold(fold(text))).toBe(fold(text));
    },
  );
});

describe('the search form', () => {
  test('folds text unless its case counts, and reads a dateTime as a time', () => {
    const since = '2024-02-29T11:00:00+01:00';
    const resource = {
      userName: 'BJensen',
      externalId: 'BJ',
      name: { givenName: 'Barbara' },
      emails: [{ value: 'BJ@Example.com', primary: true }],
      [SAMPLE]: { codes: ['A'], tags: ['A'], level: 4, since, blob: 'YQ==' },
    };
    expect(searchForm(root, resource)).toEqual({
      userName: 'bjensen',
      externalId: 'BJ',
      name: { givenName: 'barbara' },
      emails: [{ value: 'bj@example.com', primary: true }],
      [SAMPLE]: { codes: ['A'], tags: ['a'], level: 4, since: new Date(since), blob: 'YQ==' },
    });
  });

  test('has nothing that a filter may not see', () => {
    const resource = {
      userName: 'a',
      password: 'hunter2',
      [SAMPLE]: { vault: { value: 'x', label: 'y' } },
      shoeSize: 4,
    };
    expect(searchForm(root, resource)).toEqual({ userName: 'a', [SAMPLE]: { vault: { label: 'y' } } });
  });
});
