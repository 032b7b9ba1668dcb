// What PATCH keeps: one primary value, required and immutable attributes, all or nothing.
import { describe, expect, test } from '@jest/globals';
import type { Attribute, ResourceType } from '../../../src/schema/model.js';
import type { JsonObject } from '../../../src/spec/json.js';
import { errorOf } from '../../support/error-of.js';
import { SAMPLE } from '../../support/filter-model.js';
import type { Sent } from './tables.js';
import { patched, user } from './tables.js';

const a = { value: 'a', type: 'work', primary: true };
const b = { value: 'b', type: 'home' };

describe('one value of a list is primary', () => {
  test.each<[string, JsonObject[], Sent, JsonObject[]]>([
    [
      'added',
      [a],
      { op: 'add', path: 'emails', value: { value: 'c', primary: true } },
      [
        { ...a, primary: false },
        { value: 'c', primary: true },
      ],
    ],
    ['added again', [a, b], { op: 'add', path: 'emails', value: a }, [a, b]],
    [
      'set by a value path',
      [a, b],
      { op: 'replace', path: 'emails[type eq "home"].primary', value: true },
      [
        { ...a, primary: false },
        { ...b, primary: true },
      ],
    ],
    ['set again', [a, b], { op: 'replace', path: 'emails[type eq "work"].primary', value: true }, [a, b]],
    [
      'merged',
      [a, b],
      { op: 'add', path: 'emails[type eq "home"]', value: { primary: true } },
      [
        { ...a, primary: false },
        { ...b, primary: true },
      ],
    ],
    [
      'replaced',
      [a, b],
      { op: 'replace', path: 'emails[type eq "home"]', value: { value: 'c', primary: true } },
      [
        { ...a, primary: false },
        { value: 'c', primary: true },
      ],
    ],
    [
      'created',
      [a],
      { op: 'add', path: 'emails[type eq "home"].primary', value: true },
      [
        { ...a, primary: false },
        { type: 'home', primary: true },
      ],
    ],
    [
      'put with a whole list',
      [a, b],
      { op: 'replace', path: 'emails', value: [{ ...b, primary: true }] },
      [{ ...b, primary: true }],
    ],
    [
      'unset',
      [a, b],
      { op: 'replace', path: 'emails[type eq "work"].primary', value: false },
      [{ ...a, primary: false }, b],
    ],
  ])('%s', (_title, emails, operation, expected) => {
    expect(patched({ emails }, [operation])).toEqual({ emails: expected });
  });

  test.each<[string, JsonObject[], Sent]>([
    ['a list', [], { op: 'replace', path: 'emails', value: [a, { ...b, primary: true }] }],
    ['values that are added', [], { op: 'add', path: 'emails', value: [a, { ...b, primary: true }] }],
    [
      'a filter that selects two',
      [b, { ...b, value: 'c' }],
      { op: 'replace', path: 'emails[type eq "home"].primary', value: true },
    ],
    [
      'a filter that selects two, one of them primary',
      [a, { ...b, type: 'work' }],
      { op: 'replace', path: 'emails[type eq "work"].primary', value: true },
    ],
    ['a sub-attribute of all values', [a, b], { op: 'replace', path: 'emails.primary', value: true }],
  ])('%s can not make two primary', (_title, emails, operation) => {
    const { key, detail } = errorOf(() => patched({ emails }, [operation]));
    expect(key).toBe('invalidValue');
    expect(detail).toMatch(/^emails (has|would have) 2 primary values; only one may be primary$/);
  });

  test('lists do not take it from each other', () => {
    const resource = { emails: [a], roles: [{ value: 'r' }] };
    expect(patched(resource, [{ op: 'replace', path: 'roles.primary', value: true }])).toEqual({
      emails: [a],
      roles: [{ value: 'r', primary: true }],
    });
  });

  test('each of several operations may pass it on', () => {
    const pass = (type: string) => ({ op: 'replace', path: `emails[type eq "${type}"].primary`, value: true });
    expect(patched({ emails: [a, b] }, [pass('home'), pass('work')])).toEqual({
      emails: [a, { ...b, primary: false }],
    });
  });
});

describe('what is required stays', () => {
  test.each<Sent>([
    { op: 'remove', path: 'userName' },
    { op: 'replace', path: 'userName', value: null },
    { op: 'replace', value: { userName: null } },
  ])('%j', (operation) => {
    const { key, detail } = errorOf(() => patched({ userName: 'a' }, [operation]));
    expect([key, detail]).toEqual(['mutability', "userName is required and can't be removed"]);
  });

  test('it may be replaced', () => {
    expect(patched({ userName: 'a' }, [{ op: 'replace', path: 'userName', value: 'b' }])).toEqual({ userName: 'b' });
  });
});

describe('what is immutable can be given once (RFC 7644 section 3.5.2)', () => {
  const type = immutable(user, ['codes', 'vault', 'not']);
  const at = (name: string) => `${SAMPLE}:${name}`;
  const resource = { [SAMPLE]: { not: 'x', codes: ['a', 'b'], vault: { value: 'v' } } };

  test.each<[Sent, JsonObject]>([
    [{ op: 'add', path: at('not'), value: 'x' }, { not: 'x' }],
    [{ op: 'replace', path: at('not'), value: 'x' }, { not: 'x' }],
    [{ op: 'add', path: at('codes'), value: ['a'] }, { codes: ['a'] }],
    [{ op: 'add', path: at('vault'), value: { label: 'l' } }, { vault: { label: 'l' } }],
  ])('%j where there is none', (operation, expected) => {
    expect(patched({}, [operation], type)).toEqual({ [SAMPLE]: expected });
  });

  test.each<Sent>([
    { op: 'add', path: at('not'), value: 'x' },
    { op: 'replace', path: at('not'), value: 'x' },
    { op: 'add', path: at('codes'), value: ['a'] },
    { op: 'replace', path: at('codes'), value: ['a', 'b'] },
    { op: 'replace', path: at('vault'), value: { value: 'v' } },
  ])('%j repeats what there is', (operation) => {
    expect(patched(resource, [operation], type)).toEqual(resource);
  });

  test.each<Sent>([
    { op: 'add', path: at('not'), value: 'y' },
    { op: 'replace', path: at('not'), value: 'y' },
    { op: 'replace', path: at('not'), value: null },
    { op: 'remove', path: at('not') },
    { op: 'replace', value: { [SAMPLE]: { not: 'y' } } },
    { op: 'add', path: at('codes'), value: ['c'] },
    { op: 'replace', path: at('codes'), value: ['a'] },
    { op: 'remove', path: at('codes') },
    { op: 'replace', path: at('vault'), value: { value: 'w' } },
    { op: 'replace', path: at('vault.label'), value: 'l' },
    { op: 'replace', path: `${at('vault')}[not (label pr)].label`, value: 'l' },
    { op: 'remove', path: at('vault') },
  ])('%j would change it', (operation) => {
    expect(errorOf(() => patched(resource, [operation], type)).key).toBe('mutability');
  });
});

test('an operation that fails leaves nothing of those before it', () => {
  const resource = { userName: 'a', emails: [a] };
  const before = structuredClone(resource);
  const operations = [
    { op: 'add', path: 'emails', value: b },
    { op: 'replace', path: 'emails[type eq "work"].value', value: 'x' },
    { op: 'remove', path: 'userName' },
  ];
  expect(errorOf(() => patched(resource, operations)).key).toBe('mutability');
  expect(resource).toEqual(before);
});

test('each operation works on what the one before it left', () => {
  const operations = [
    { op: 'remove', path: 'name.givenName' },
    { op: 'replace', path: 'name[not (givenName pr)].familyName', value: 'B' },
  ];
  expect(errorOf(() => patched({ name: { givenName: 'A' } }, operations)).key).toBe('noTarget');
});

/** The type, with attributes of the sample extension made immutable. */
function immutable(type: ResourceType, names: readonly string[]): ResourceType {
  const change = (attribute: Attribute): Attribute => ({
    ...withParts(attribute, attribute.subAttributes.map(change)),
    ...(names.includes(attribute.name) ? { mutability: 'immutable' } : {}),
  });
  return { ...type, root: change(type.root) };
}

function withParts(attribute: Attribute, subAttributes: readonly Attribute[]): Attribute {
  const byName = new Map(subAttributes.map((sub) => [sub.name.toLowerCase(), sub]));
  return { ...attribute, subAttributes, byName };
}
