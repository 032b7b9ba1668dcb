import { describe, expect, test } from '@jest/globals';
import { PROFILES } from '../../../src/clients/profiles.js';
import { createTolerance } from '../../../src/clients/tolerance.js';
import type { Attribute } from '../../../src/schema/model.js';
import {
  applyDefaults,
  checkImmutable,
  checkPrimaries,
  checkSchemas,
  keepImmutable,
} from '../../../src/schema/rules.js';
import type { Json, JsonObject } from '../../../src/spec/json.js';
import { errorOf } from '../../support/error-of.js';
import { SAMPLE, userType } from '../../support/filter-model.js';

const CORE = 'urn:ietf:params:scim:schemas:core:2.0:User';
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const FOREIGN = 'http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group';
const user = userType();
const strict = createTolerance([PROFILES.strict], () => undefined);
const tolerant = createTolerance(Object.values(PROFILES), () => undefined);

describe('schemas', () => {
  test.each<[Json]>([[[CORE]], [[CORE.toUpperCase()]], [[CORE, ENTERPRISE]], [[ENTERPRISE, CORE, CORE]]])(
    'may be %j',
    (schemas) => {
      expect(() => checkSchemas(user, schemas, strict)).not.toThrow();
    },
  );

  test.each<[Json | undefined, string]>([
    [undefined, `schemas must name ${CORE}`],
    [null, `schemas must name ${CORE}`],
    [[], `schemas must name ${CORE}`],
    [CORE, `schemas must name ${CORE}`],
    [[ENTERPRISE], `schemas must name ${CORE}`],
    [[CORE, 'urn:x'], 'schemas names "urn:x", which is not a schema of User'],
    [[CORE, 4], 'schemas names "4", which is not a schema of User'],
    [[CORE, FOREIGN], `schemas names "${FOREIGN}", which is not a schema of User`],
  ])('may not be %j', (schemas, message) => {
    const { key, detail } = errorOf(() => checkSchemas(user, schemas, strict));
    expect([key, detail]).toEqual([
      'invalidValue',
      message.length > 90 ? expect.stringContaining('schemas names "http') : message,
    ]);
  });

  test('may name a foreign one that a client is known to name, alone or with the base schema', () => {
    expect(() => checkSchemas(user, [FOREIGN], tolerant)).not.toThrow();
    expect(() => checkSchemas(user, [CORE, FOREIGN], tolerant)).not.toThrow();
    expect(errorOf(() => checkSchemas(user, [FOREIGN, 'urn:x'], tolerant)).detail).toContain('"urn:x"');
  });
});

describe('defaults', () => {
  test('fill what has no value, and nothing else', () => {
    expect(applyDefaults(user, { userName: 'a' })).toEqual({ userName: 'a', active: true });
    expect(applyDefaults(user, { active: false })).toEqual({ active: false });
  });
});

describe('a replacement', () => {
  const root = modified(user.root, {
    nickName: { mutability: 'immutable' },
    label: { mutability: 'immutable' },
    title: { returned: 'never' },
    givenName: { mutability: 'immutable' },
    familyName: { required: true },
  });
  const replaced = (current: JsonObject, next: JsonObject) => keepImmutable(root, current, next);

  test.each<[string, JsonObject, JsonObject, JsonObject]>([
    ['drops what it leaves out', { userName: 'a', locale: 'de' }, { userName: 'a' }, { userName: 'a' }],
    ['keeps what is immutable', { nickName: 'a' }, {}, { nickName: 'a' }],
    ['may repeat what is immutable', { nickName: 'a' }, { nickName: 'a' }, { nickName: 'a' }],
    ['may give what is immutable once', {}, { nickName: 'a' }, { nickName: 'a' }],
    ['keeps what has a default', { active: false }, {}, { active: false }],
    ['may change what has a default', { active: false }, { active: true }, { active: true }],
    ['keeps what is never returned', { title: 'a' }, {}, { title: 'a' }],
    [
      'keeps what is immutable in a complex attribute',
      { [SAMPLE]: { vault: { label: 'a' } } },
      { [SAMPLE]: { vault: { value: 'b' } } },
      { [SAMPLE]: { vault: { label: 'a', value: 'b' } } },
    ],
    [
      'keeps what is immutable in a complex attribute that it leaves out',
      { [SAMPLE]: { level: 1, vault: { label: 'a' } } },
      {},
      { [SAMPLE]: { vault: { label: 'a' } } },
    ],
    [
      'keeps what is never returned in a complex attribute that it leaves out',
      { [SAMPLE]: { vault: { value: 'secret' } } },
      {},
      { [SAMPLE]: { vault: { value: 'secret' } } },
    ],
    [
      'keeps with it what such a value must have',
      { name: { givenName: 'a', familyName: 'b', formatted: 'c' } },
      {},
      { name: { givenName: 'a', familyName: 'b' } },
    ],
  ])('%s', (_title, current, next, expected) => {
    expect(replaced(current, next)).toEqual(expected);
  });

  test.each<[JsonObject, JsonObject, string]>([
    [{ nickName: 'a' }, { nickName: 'b' }, 'nickName is immutable and has the value "a", not "b"'],
    [
      { [SAMPLE]: { vault: { label: 'a' } } },
      { [SAMPLE]: { vault: { label: 'b' } } },
      `${SAMPLE}:vault.label is immutable and has the value "a", not "b"`,
    ],
  ])('of %j by %j is refused', (current, next, detail) => {
    expect(errorOf(() => replaced(current, next))).toMatchObject({ key: 'mutability', detail });
  });

  test('touches neither side', () => {
    const current = Object.freeze({ nickName: 'a' });
    const next = Object.freeze({ userName: 'b' });
    expect(replaced(current, next)).toEqual({ userName: 'b', nickName: 'a' });
  });
});

describe('primary values', () => {
  const primary = { value: 'a', primary: true };

  test.each<JsonObject>([
    {},
    { emails: [primary, { value: 'b' }, { value: 'c', primary: false }] },
    { emails: [primary], roles: [primary] },
    { emails: 'no list' },
  ])('%j is fine', (resource) => {
    expect(() => checkPrimaries(user.root, resource)).not.toThrow();
  });

  test('two in one list are refused', () => {
    const error = errorOf(() => checkPrimaries(user.root, { emails: [primary, { value: 'b', primary: true }] }));
    expect(error).toMatchObject({
      key: 'invalidValue',
      detail: 'emails has 2 primary values; only one may be primary',
    });
  });

  test('a list that knows no primary has none', () => {
    expect(() => checkPrimaries(user.root, { [SAMPLE]: { marks: [primary, primary] } })).not.toThrow();
  });
});

/** The attribute, with those below it changed by their names. */
function modified(attribute: Attribute, changes: Readonly<Record<string, Partial<Attribute>>>): Attribute {
  const subAttributes = attribute.subAttributes.map((sub) => modified(sub, changes));
  const byName = new Map(subAttributes.map((sub) => [sub.name.toLowerCase(), sub]));
  return { ...attribute, subAttributes, byName, ...changes[attribute.name] };
}

test('values of an attribute that holds nothing immutable are not looked at', () => {
  const emails = userType().root.byName.get('emails');
  let looks = 0;
  const value = new Proxy<JsonObject>({ value: 'a' }, { get: (of, name) => ((looks += 1), Reflect.get(of, name)) });
  if (emails === undefined) throw new Error('the model has no emails');
  checkImmutable(emails, [value], [{ value: 'b' }]);
  expect(looks).toBe(0);
});
