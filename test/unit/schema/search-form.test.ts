import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fold, searchForm } from '../../../src/schema/search-form.js';
import { SAMPLE, userType } from '../../support/filter-model.js';

const root = userType().root;
/** Letters whose folding has a trap, and marks that join them. */
const LETTERS = fc.constantFrom(...Array.from('aAZßẞſKΣςσΑᾳᾼİIıiﬁﬃǅⅣΩЙԵՎ가Ａｶ𝒜😀1.@ '));
const CASED = fc.oneof(LETTERS, fc.constantFrom('\u0301', '\u0307', '\u0345', '\u0306', '\u3099', '\uff9e', '\u1161'));

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
    ['ẞ', 'ß'],
    ['ΟΔΟΣ', 'οδος'],
    ['οδος', 'οδοσ'],
    ['Ά', 'α\u0301'],
    ['ДМИТРИЙ', 'дмитрий'],
    ['Й', 'и\u0306'],
    ['Ꭰ', 'ꭰ'],
    ['ԵՐԵՎԱՆ', 'երեվան'],
    ['ｶﾞ', 'ガ'],
    ['각', '\u1100\u1161\u11a8'],
    ['ﷺ', 'صلى الله عليه وسلم'],
    ['𝒜', 'a'],
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
    ['SS', 'ẞ'],
    ['İ', 'I'],
    ['İ', 'ı'],
    ['а', 'a'],
    ['か', 'カ'],
    ['a\u200db', 'ab'],
    ['a\u00adb', 'ab'],
    ['👩', '👩\u200d💻'],
    ['❤', '❤\ufe0f'],
  ])('keeps %j and %j apart', (a, b) => {
    expect(fold(a)).not.toBe(fold(b));
  });

  test('again changes nothing: of every character', () => {
    const unstable: string[] = [];
    for (let code = 0; code <= 0x10ffff; code += 1) {
      const folded = fold(String.fromCodePoint(code));
      if (fold(folded) !== folded) unstable.push(code.toString(16));
    }
    expect(unstable).toEqual([]);
  });

  test('again changes nothing: of any text', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.string({ unit: CASED }));
    fc.assert(
      fc.property(text, (any) => {
        expect(fold(fold(any))).toBe(fold(any));
      }),
      { numRuns: 2000 },
    );
  });

  test('of a part is a part of the folding, where no mark stands at the seam', () => {
    fc.assert(
      fc.property(fc.string({ unit: LETTERS }), fc.string({ unit: LETTERS }), (a, b) => {
        expect(fold(a + b)).toBe(fold(a) + fold(b));
      }),
      { numRuns: 2000 },
    );
  });

  test.each(['', ' ', '\t', '\ud800', '\udc00x'])('takes %j as it is', (text) => {
    expect(fold(text)).toBe(text);
  });
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

  test('a value of a list that says nothing of primary is not the primary one', () => {
    expect(searchForm(root, { emails: [{ value: 'a' }, { value: 'b', primary: true }] })).toEqual({
      emails: [
        { value: 'a', primary: false },
        { value: 'b', primary: true },
      ],
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
