// fast-check arbitraries of filters and of resources: syntax trees of any kind, trees that bind to a resource type, and
// resources whose few values make such filters match now and then.
import fc from 'fast-check';
import type { CompareOp, CompValue, Filter, PatchPath } from '../../src/filter/ast.js';
import { and, comparison, not, or, patchPath, presence, valuePath } from '../../src/filter/ast.js';
import type { Attribute, DataType, ResourceType } from '../../src/schema/model.js';
import { findAttribute, isHidden } from '../../src/schema/model.js';
import type { AttributePath, PathText } from '../../src/schema/path.js';
import { printPath, splitPath } from '../../src/schema/path.js';
import type { Json, JsonObject } from '../../src/spec/json.js';

const EQUALITY: readonly CompareOp[] = ['eq', 'ne'];
const ORDER: readonly CompareOp[] = [...EQUALITY, 'gt', 'ge', 'lt', 'le'];
const ALL: readonly CompareOp[] = [...ORDER, 'co', 'sw', 'ew'];

/** Few values, close to one another: letter case, compatibility forms, order beyond the BMP, signs of a RegExp. */
const TEXTS = [
  '',
  'a',
  'A',
  'ab',
  'Ab',
  'b',
  'ｂ',
  'á',
  'a\u0301',
  'Á',
  'ß',
  'SS',
  'ſ',
  'İ',
  'ﬁ',
  'FI',
  '😀',
  '\uff01',
  '\uffee',
  'a\n',
  '.*',
  'a.b',
  'a$',
  '^a',
  '\\',
  '"',
  '\n',
  ' a ',
  '{}',
  '$a',
];
const INSTANTS = [
  '2024-02-29T10:00:00Z',
  '2024-02-29T11:00:00+01:00',
  '2024-02-29T10:00:00.000Z',
  '2024-02-29T10:00:00.001Z',
  '1969-12-31T23:59:59Z',
];

type SimpleType = Exclude<DataType, 'complex'>;

const VALUES: Readonly<Record<SimpleType, fc.Arbitrary<string | number | boolean>>> = {
  string: fc.constantFrom(...TEXTS),
  reference: fc.constantFrom(...TEXTS),
  boolean: fc.boolean(),
  integer: fc.integer({ min: -1, max: 2 }),
  decimal: fc.constantFrom(-1.5, -1, 0, 0.5, 1, 1.5),
  dateTime: fc.constantFrom(...INSTANTS),
  binary: fc.constantFrom('YQ==', 'yq==', 'YWI='),
};

const OPERATORS: Readonly<Record<SimpleType, readonly CompareOp[]>> = {
  string: ALL,
  reference: ALL,
  boolean: EQUALITY,
  integer: ORDER,
  decimal: ORDER,
  dateTime: ORDER,
  binary: EQUALITY,
};

/**
 * Resources of a type, in canonical form.
 * @param names the attributes that they may have; an extension is named by its URN
 */
export function resources(type: ResourceType, names: readonly string[]): fc.Arbitrary<JsonObject> {
  return members(pick(type.root, names));
}

/** Filters that bind to a type and ask for the named attributes alone, or for what is below them. */
export function bindableFilters(type: ResourceType, names: readonly string[]): fc.Arbitrary<Filter> {
  return filtersOver(pick(type.root, names));
}

/** The texts of filters in any letter case of names, with spaces where they may stand. */
export function anyCase(text: string): fc.Arbitrary<string> {
  // What stands between quotes is a value; its case may count.
  const parts = text.split(/("(?:[^"\\]|\\.)*")/);
  return fc
    .tuple(...parts.map((part) => (part.startsWith('"') ? fc.constant(part) : fc.mixedCase(fc.constant(part)))))
    .map((changed) => changed.join(''));
}

/** Syntax trees that a text can have, whether or not a schema knows their names. */
export function filters(): fc.Arbitrary<Filter> {
  return nested(
    fc.oneof(
      anyClause,
      anyClause,
      fc.tuple(anyPath, nested(anyClause)).map(([p, f]) => valuePath(p, f)),
    ),
  );
}

/** Syntax trees of PATCH paths. */
export function patchPaths(): fc.Arbitrary<PatchPath> {
  return fc.oneof(
    anyPath.map((path) => patchPath(path)),
    fc.tuple(anyPath, filters()).map(([path, filter]) => patchPath(path, filter)),
    fc.tuple(anyPath, filters(), anyName).map(([path, filter, sub]) => patchPath(path, filter, sub)),
  );
}

const anyName = fc.oneof(
  fc.stringMatching(/^[A-Za-z$_][\w$-]{0,8}$/),
  fc.constantFrom('and', 'or', 'not', 'pr', 'eq', 'LE', 'true', 'null', '$ref', 'notes', 'order-by'),
);
const anyPath: fc.Arbitrary<PathText> = fc
  .record(
    { urn: fc.constantFrom('urn:x:2.0:User', 'urn:example:a-b:1'), name: anyName, sub: anyName },
    { requiredKeys: ['name'] },
  )
  .map((path) => path as PathText);
const anyValue: fc.Arbitrary<CompValue> = fc.oneof(
  fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0')),
  fc.constantFrom(...TEXTS),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
  fc.constantFrom(null, true, false),
);
const anyClause = fc.oneof(
  anyPath.map(presence),
  fc.tuple(anyPath, fc.constantFrom(...ALL), anyValue).map((parts) => comparison(...parts)),
);

/** and, or and not over clauses, a few levels deep. */
function nested(clause: fc.Arbitrary<Filter>): fc.Arbitrary<Filter> {
  const { filter } = fc.letrec<{ filter: Filter }>((tie) => ({
    filter: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      clause,
      fc.array(tie('filter'), { minLength: 2, maxLength: 3 }).map(and),
      fc.array(tie('filter'), { minLength: 2, maxLength: 3 }).map(or),
      tie('filter').map(not),
    ),
  }));
  return filter;
}

function filtersOver(attributes: readonly Attribute[]): fc.Arbitrary<Filter> {
  return nested(fc.oneof(...attributes.flatMap((attribute) => clausesOver([], attribute))));
}

/** The clauses that may ask for an attribute or for what is below it. */
function clausesOver(before: readonly Attribute[], attribute: Attribute): fc.Arbitrary<Filter>[] {
  const path: AttributePath = { chain: [...before, attribute], leaf: attribute };
  const text = splitPath(printPath(path));
  const present = fc.oneof(
    fc.constant(presence(text)),
    fc.constantFrom('eq' as const, 'ne' as const).map((operator) => comparison(text, operator, null)),
  );
  if (attribute.type !== 'complex') return [fc.oneof({ weight: 4, arbitrary: compared(text, attribute) }, present)];
  const below = visibleOf(attribute);
  const value = findAttribute(attribute, 'value');
  return [
    present,
    ...(value === undefined || value.type === 'complex' || isHidden(value) ? [] : [compared(text, value)]),
    ...below.flatMap((sub) => clausesOver(path.chain, sub)),
    filtersOver(below).map((filter) => valuePath(text, filter)),
  ];
}

function compared(text: PathText, attribute: Attribute): fc.Arbitrary<Filter> {
  if (attribute.type === 'complex') throw new Error(`${attribute.name} is complex`);
  return fc
    .tuple(fc.constantFrom(...OPERATORS[attribute.type]), VALUES[attribute.type])
    .map(([operator, value]) => comparison(text, operator, value));
}

function members(attributes: readonly Attribute[]): fc.Arbitrary<JsonObject> {
  const entries = attributes.map((attribute) => [attribute.name, valuesOf(attribute)] as const);
  return fc.record<JsonObject>(Object.fromEntries(entries), { requiredKeys: [] });
}

function valuesOf(attribute: Attribute): fc.Arbitrary<Json> {
  const one: fc.Arbitrary<Json> = attribute.type === 'complex' ? members(visibleOf(attribute)) : VALUES[attribute.type];
  return attribute.multiValued ? fc.array(one, { maxLength: 3 }) : one;
}

function pick(root: Attribute, names: readonly string[]): Attribute[] {
  return names.map((name) => {
    const attribute = findAttribute(root, name);
    if (attribute === undefined) throw new Error(`there is no attribute ${name}`);
    return attribute;
  });
}

function visibleOf(attribute: Attribute): Attribute[] {
  return attribute.subAttributes.filter((sub) => !isHidden(sub));
}
