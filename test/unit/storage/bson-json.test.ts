// What is written from stored bytes is what is made of the objects that they stand for: of any resource, whatever of it
// an answer shows.
import { describe, expect, test } from '@jest/globals';
import { BSON } from 'mongodb';
import fc from 'fast-check';
import { JsonBytes } from '../../../src/representation/json-bytes.js';
import type { Outline } from '../../../src/representation/outline.js';
import type { Selection } from '../../../src/representation/projection.js';
import { compileProjection } from '../../../src/representation/projection.js';
import { createPresenter } from '../../../src/representation/resource.js';
import { buildModel } from '../../../src/schema/build.js';
import type { Attribute } from '../../../src/schema/model.js';
import type { Json, JsonObject } from '../../../src/spec/json.js';
import { readSource } from '../../../src/spec/source.js';
import { compileOutline, hasElement, writePairs } from '../../../src/storage/mongo/bson-json.js';

const model = buildModel(readSource('openapi'));
const presenter = createPresenter(model, 'https://scim.example.com/scim/v2');
const KNOWN = { id: 'a "u" 1', versionTag: 'W/"3"', created: new Date(0), lastModified: new Date(1_000) };

function written(object: JsonObject, outline: Outline): string {
  const json = new JsonBytes(1);
  writePairs(Buffer.from(BSON.serialize(object)), 0, compileOutline(outline), json);
  return `{${json.from(0).toString()}}`;
}

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('"', '\\', '\n', '\u0000', '\u001f', '\u007f', '\u2028', 'é', '😀', 'a') }),
);
// An integer that is large is stored as a double, as the driver does it.
const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.maxSafeInteger());
const anything: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    text,
    number,
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.string({ minLength: 1 }).filter(isName), tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
})).value;

/** BSON ends a name with a zero; `__proto__` is no member of an object literal. */
function isName(name: string): boolean {
  return !name.includes('\u0000') && name !== '__proto__';
}

/** Mostly as the attribute wants it, and now and then not: an earlier document may have had it otherwise. */
function valueOf(attribute: Attribute): fc.Arbitrary<Json> {
  const one: fc.Arbitrary<Json> =
    attribute.type === 'complex' ? objectOf(attribute) : fc.oneof(text, fc.boolean(), number);
  const usual = attribute.multiValued ? fc.array(one, { maxLength: 3 }) : one;
  return fc.oneof({ weight: 9, arbitrary: usual }, { weight: 1, arbitrary: anything });
}

function objectOf({ subAttributes }: Attribute): fc.Arbitrary<JsonObject> {
  const members = Object.fromEntries(
    subAttributes.filter(({ name }) => name !== '$ref').map((attribute) => [attribute.name, valueOf(attribute)]),
  );
  return fc.record({ ...members, strange: anything }, { requiredKeys: [], noNullPrototype: true });
}

function namesOf({ subAttributes }: Attribute): string[] {
  return subAttributes.flatMap((attribute) => [
    attribute.name,
    ...attribute.subAttributes.map(({ name }) => `${attribute.name}${attribute.name.includes(':') ? ':' : '.'}${name}`),
  ]);
}

describe.each(model.resourceTypes.map((type) => [type.name, type] as const))('%s', (_name, type) => {
  const own = type.root.subAttributes.filter(
    ({ name, edge, inverse }) =>
      !['schemas', 'id', 'meta'].includes(name) && edge === undefined && inverse === undefined,
  );
  const resources = objectOf({ ...type.root, subAttributes: own });
  const names = fc.array(fc.constantFrom(...namesOf(type.root)), { minLength: 1, maxLength: 4 });
  const selections: fc.Arbitrary<Selection> = fc.oneof(
    fc.constant({}),
    names.map((attributes) => ({ attributes })),
    names.map((excludedAttributes) => ({ excludedAttributes })),
  );

  test('of any resource, what any selection shows', () => {
    fc.assert(
      fc.property(resources, selections, (attributes, selection) => {
        const projection = compileProjection(type, selection);
        const shown = projection.apply(presenter.represent(type, { ...KNOWN, attributes, references: {} }));
        const { frame, outline } = presenter.parts(type, projection);
        const framed = frame(KNOWN, (urn) => attributes[urn] !== undefined);
        const whole = `${framed},${written(attributes, outline).slice(1)}`.replace(/,}$/, '}');
        expect(JSON.parse(whole)).toEqual(JSON.parse(JSON.stringify(shown)));
      }),
      { numRuns: 500 },
    );
  });
});

test('each character is written as JSON.stringify writes it', () => {
  const value = String.fromCharCode(...Array(0x300).keys());
  expect(written({ value }, new Map([['value', 'whole']]))).toBe(JSON.stringify({ value }));
});

test('any value, whole', () => {
  fc.assert(
    fc.property(anything, (value) => {
      expect(JSON.parse(written({ value }, new Map([['value', 'whole']])))).toEqual(
        JSON.parse(JSON.stringify({ value })),
      );
    }),
  );
});

test('a value that no JSON is stored as is refused, not left out', () => {
  const bytes = Buffer.from(BSON.serialize({ when: new Date(0) }));
  expect(() => {
    writePairs(bytes, 0, 'whole', new JsonBytes(16));
  }).toThrow('BSON type 9');
});

test('an element is found by its whole name', () => {
  const bytes = Buffer.from(BSON.serialize({ ab: { c: 1 }, d: [1, 'x'], e: 'f' }));
  const has = (name: string) => hasElement(bytes, Buffer.from(name));
  expect(['ab', 'd', 'e', 'a', 'abc', 'c', 'f', ''].map(has)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
    false,
    false,
  ]);
});
