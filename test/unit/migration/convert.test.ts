// A stored resource from one shape into another; done again it changes nothing.
import { describe, expect, test } from '@jest/globals';
import { changesOf } from '../../../src/migration/changes.js';
import { convertObject } from '../../../src/migration/convert.js';
import type { Shape } from '../../../src/migration/shape.js';
import { merged } from '../../../src/migration/shape.js';
import { createTally } from '../../../src/migration/tally.js';
import type { Json, JsonObject } from '../../../src/spec/json.js';

const shape = (name: string, more: Partial<Shape> = {}): Shape => ({
  name,
  type: 'string',
  multiValued: false,
  caseExact: false,
  hidden: false,
  parts: [],
  ...more,
});

const convert = (before: readonly Shape[], after: readonly Shape[], object: JsonObject) => {
  const { value, refusals } = convertObject(before, after, object);
  // What was killed and begins again meets what it wrote itself.
  expect(convertObject(before, after, value)).toEqual({ value, refusals: [] });
  return { value, refusals: refusals.map(({ path, reason }) => `${path}: ${reason}`) };
};

describe('a value of another type', () => {
  test.each<[Shape['type'], Shape['type'], Json, Json | undefined]>([
    ['string', 'integer', '7', 7],
    ['string', 'integer', '-007', -7],
    ['string', 'integer', '7.5', undefined],
    ['string', 'integer', '', undefined],
    ['string', 'integer', '9007199254740993', undefined],
    ['integer', 'string', 7, '7'],
    ['string', 'decimal', '7.5e1', 75],
    ['string', 'decimal', 'NaN', undefined],
    ['decimal', 'integer', 7, 7],
    ['decimal', 'integer', 7.5, undefined],
    ['string', 'boolean', 'TRUE', true],
    ['string', 'boolean', 'false', false],
    ['string', 'boolean', 'yes', undefined],
    ['boolean', 'string', false, 'false'],
    ['boolean', 'integer', true, undefined],
    ['string', 'dateTime', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z'],
    ['string', 'dateTime', '1 January', undefined],
    ['dateTime', 'string', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z'],
    ['string', 'binary', 'AA==', 'AA=='],
    ['string', 'binary', 'ä', undefined],
    ['string', 'complex', 'x', undefined],
    ['complex', 'string', { a: 1 }, undefined],
  ])('%s becomes %s: %j is %j', (was, is, given, expected) => {
    const before = [shape('a', { type: was })];
    const after = [shape('a', { type: is })];
    expect(convert(before, after, { a: given })).toEqual(
      expected === undefined ? { value: {}, refusals: [`a: is no ${is}`] } : { value: { a: expected }, refusals: [] },
    );
    expect(changesOf(before, after)).toEqual([{ path: 'a', what: [`${was} becomes ${is}`] }]);
  });
});

describe('one value and several', () => {
  const one = [shape('a')];
  const several = [shape('a', { multiValued: true })];
  test.each<[readonly Shape[], readonly Shape[], JsonObject, JsonObject, readonly string[]]>([
    [one, several, { a: 'x' }, { a: ['x'] }, []],
    [several, one, { a: ['x'] }, { a: 'x' }, []],
    [several, one, { a: ['x', 'y'] }, { a: 'x' }, ['a: 2 values, and one is expected']],
    [one, [shape('a', { multiValued: true, type: 'boolean' })], { a: 'false' }, { a: [false] }, []],
  ])('%#', (before, after, given, value, refusals) => {
    expect(convert(before, after, given)).toEqual({ value, refusals });
  });

  test('of several the primary one is kept', () => {
    const parts = [shape('value'), shape('primary', { type: 'boolean' })];
    const before = [shape('a', { type: 'complex', multiValued: true, parts })];
    const given = { a: [{ value: 'x' }, { value: 'y', primary: true }] };
    expect(convert(before, [shape('a', { type: 'complex', parts })], given).value).toEqual({
      a: { value: 'y', primary: true },
    });
  });
});

describe('a name', () => {
  test('of an attribute, of its parts, and of parts of several values', () => {
    const parts = [shape('x'), shape('kept')];
    const renamed = [shape('y', { renamedFrom: 'x', type: 'integer' }), shape('kept')];
    const before = [
      shape('one', { type: 'complex', parts }),
      shape('many', { type: 'complex', multiValued: true, parts }),
    ];
    const after = [
      shape('single', { type: 'complex', parts: renamed, renamedFrom: 'one' }),
      shape('many', { type: 'complex', multiValued: true, parts: renamed }),
    ];
    expect(convert(before, after, { one: { x: '1', kept: 'a' }, many: [{ x: '2' }, { kept: 'b' }] })).toEqual({
      value: { single: { y: 1, kept: 'a' }, many: [{ y: 2 }, { kept: 'b' }] },
      refusals: [],
    });
    expect(changesOf(before, after)).toEqual([
      { path: 'one', what: ['becomes single'] },
      { path: 'one.x', what: ['becomes y', 'string becomes integer'] },
      { path: 'many.x', what: ['becomes y', 'string becomes integer'] },
    ]);
  });

  test('in other letters is the same name (RFC 7643 section 2.1)', () => {
    expect(convert([shape('nickname')], [shape('nickName')], { nickname: 'x' }).value).toEqual({ nickName: 'x' });
  });

  test('the value under the old name is the newer one', () => {
    const before = [shape('old')];
    const after = [shape('new', { renamedFrom: 'old' })];
    expect(convert(before, after, { new: 'moved before', old: 'written since' }).value).toEqual({
      new: 'written since',
    });
    const left = [shape('old'), shape('new', { left: true })];
    expect(convert(left, after, { new: 'long gone', old: 'x' }).value).toEqual({ new: 'x' });
  });

  test('two attributes that both had values do not become one unasked', () => {
    const before = [shape('old'), shape('new')];
    expect(convertObject(before, [shape('new', { renamedFrom: 'old' })], { old: 'a', new: 'b' })).toEqual({
      value: { new: 'a' },
      refusals: [{ path: 'new', reason: 'old has a value, too, that is to become new' }],
    });
  });
});

test('what is to be dropped as a secret is; a hash cannot be turned back into a value, and none is made', () => {
  const plain = [shape('a')];
  const dropped = [shape('a', { secret: 'discard', hidden: true })];
  const hashed = [shape('a', { secret: 'argon2id', hidden: true })];
  expect(convert(plain, dropped, { a: 'x' })).toEqual({ value: {}, refusals: [] });
  expect(convert(plain, hashed, { a: 'x' }).refusals).toEqual(['a: the value is stored in clear, and is to be hashed']);
  expect(convert(hashed, plain, { a: 'x' }).refusals).toEqual(['a: a hash cannot be turned back into a value']);
});

test.each<[string, Partial<Shape>, Partial<Shape>, readonly string[]]>([
  ['the same', {}, {}, []],
  ['text of another meaning', {}, { type: 'reference' }, []],
  ['whole numbers as decimal ones', { type: 'integer' }, { type: 'decimal' }, []],
  ['letter case', {}, { caseExact: true }, ['letter case counts']],
  ['letter case', { caseExact: true }, {}, ['letter case no longer counts']],
  ['hidden', {}, { hidden: true }, ['filters no longer see it']],
  ['shown', { hidden: true }, {}, ['filters see it']],
  ['there again', { left: true }, {}, ['is there again']],
  ['a secret', {}, { secret: 'discard', hidden: true }, ['is a secret', 'filters no longer see it']],
  [
    'a primary value',
    { multiValued: true, type: 'complex' },
    { multiValued: true, type: 'complex', parts: [shape('primary', { type: 'boolean' })] },
    ['one value may be primary'],
  ],
])('a change of the stored form: %s', (_name, was, is, what) => {
  const changes = changesOf([shape('a', was)], [shape('a', is)]);
  expect(changes).toEqual(what.length === 0 ? [] : [{ path: 'a', what }]);
});

test('what is new or no longer there is no change; what is gone stays known', () => {
  const before = [shape('gone'), shape('c', { type: 'complex', parts: [shape('gone')] })];
  const after = [shape('new'), shape('c', { type: 'complex', parts: [shape('new')] })];
  expect(changesOf(before, after)).toEqual([]);
  expect(merged(before, after)).toEqual([
    shape('new'),
    shape('c', { type: 'complex', parts: [shape('new'), shape('gone', { left: true })] }),
    shape('gone', { left: true }),
  ]);
});

test('what is refused is counted by attribute and reason, once a resource, with a few examples', () => {
  const tally = createTally();
  const refusal = { path: 'a', reason: 'is no integer' };
  for (const id of ['1', '2', '3', '4', '5', '6', '7']) tally.add(id, [refusal, refusal]);
  tally.add('8', [{ path: 'b', reason: 'is no integer' }]);
  expect(tally.counts()).toEqual([
    { ...refusal, resources: 7, examples: ['1', '2', '3', '4', '5'] },
    { path: 'b', reason: 'is no integer', resources: 1, examples: ['8'] },
  ]);
});
