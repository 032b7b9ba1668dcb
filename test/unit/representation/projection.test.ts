// What an answer shows: `returned` of each attribute, `attributes` and `excludedAttributes` (RFC 7644 section 3.9).
import { describe, expect, test } from '@jest/globals';
import { givenByPatch } from '../../../src/patch/given.js';
import type { PatchRequest } from '../../../src/patch/operation.js';
import type { Selection } from '../../../src/representation/projection.js';
import { compileProjection } from '../../../src/representation/projection.js';
import { givenAttributes } from '../../../src/schema/given.js';
import type { Attribute, ResourceType } from '../../../src/schema/model.js';
import { findAttribute } from '../../../src/schema/model.js';
import type { JsonObject } from '../../../src/spec/json.js';
import { errorOf } from '../../support/error-of.js';
import { SAMPLE, userType } from '../../support/filter-model.js';

const CORE = 'urn:ietf:params:scim:schemas:core:2.0:User';
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const user = userType();

type RawOperation = PatchRequest['Operations'][number];

const always = { schemas: [CORE, ENTERPRISE], id: '1' };
const resource: JsonObject = {
  ...always,
  userName: 'a',
  name: { givenName: 'g', familyName: 'f' },
  emails: [{ value: 'e', type: 'work' }, { value: 'h' }],
  [ENTERPRISE]: { department: 'd', manager: { value: 'm', displayName: 'M' } },
  meta: { resourceType: 'User', version: 'W/"1"' },
};
const shown = (selection: Selection, type: ResourceType = user, of: JsonObject = resource) =>
  compileProjection(type, selection).apply(of);

test('without parameters everything is shown that is returned by default', () => {
  expect(shown({})).toEqual(resource);
  expect(shown({ attributes: [], excludedAttributes: ['', ' '] })).toEqual(resource);
});

describe('attributes shows these, and what is always returned', () => {
  test.each<[string[], JsonObject]>([
    [['userName'], { userName: 'a' }],
    [['USERNAME'], { userName: 'a' }],
    [[' userName ', 'id'], { userName: 'a' }],
    [['name'], { name: { givenName: 'g', familyName: 'f' } }],
    [['name.givenName'], { name: { givenName: 'g' } }],
    [['name.givenName', 'name'], { name: { givenName: 'g', familyName: 'f' } }],
    [['emails.value'], { emails: [{ value: 'e' }, { value: 'h' }] }],
    [['emails[type eq "work"].value'], { emails: [{ value: 'e' }, { value: 'h' }] }],
    [['meta.version'], { meta: { version: 'W/"1"' } }],
    [[`${CORE}:userName`], { userName: 'a' }],
    [[`${CORE}:name.familyName`], { name: { familyName: 'f' } }],
    [[ENTERPRISE], { [ENTERPRISE]: { department: 'd', manager: { value: 'm', displayName: 'M' } } }],
    [[`${ENTERPRISE.toLowerCase()}:Department`], { [ENTERPRISE]: { department: 'd' } }],
    [[`${ENTERPRISE}:manager.displayName`], { [ENTERPRISE]: { manager: { displayName: 'M' } } }],
    [['name.middleName'], {}],
    [['nickName'], {}],
    [['shoeSize', 'department', '__proto__', 'urn:x:y'], {}],
  ])('%j', (attributes, expected) => {
    expect(shown({ attributes })).toEqual({ ...always, ...expected });
  });
});

describe('excludedAttributes hides these, but not what is always returned', () => {
  const without = (...names: string[]) =>
    Object.fromEntries(Object.entries(resource).filter(([name]) => !names.includes(name)));

  test.each<[string[], JsonObject]>([
    [['userName'], without('userName')],
    [['EMAILS', 'meta'], without('emails', 'meta')],
    [['id', 'schemas'], resource],
    [['name.givenName'], { ...resource, name: { familyName: 'f' } }],
    [['name.givenName', 'name.familyName'], without('name')],
    [['emails.type'], { ...resource, emails: [{ value: 'e' }, { value: 'h' }] }],
    [[ENTERPRISE], without(ENTERPRISE)],
    [[`${ENTERPRISE}:department`], { ...resource, [ENTERPRISE]: { manager: { value: 'm', displayName: 'M' } } }],
    [
      [`${ENTERPRISE}:manager.displayName`],
      { ...resource, [ENTERPRISE]: { department: 'd', manager: { value: 'm' } } },
    ],
    [['shoeSize', 'nickName'], resource],
  ])('%j', (excludedAttributes, expected) => {
    expect(shown({ excludedAttributes })).toEqual(expected);
  });
});

describe('the characteristic returned', () => {
  const type = returning({
    nickName: 'always',
    title: 'request',
    locale: 'never',
    vault: 'request',
    name: 'never',
    region: 'request',
    country: 'always',
  });
  const whole: JsonObject = {
    nickName: 'n',
    title: 't',
    locale: 'l',
    userType: 'u',
    name: { givenName: 'g', familyName: 'f' },
    addresses: [{ region: 'r', country: 'c', locality: 'y' }],
    [SAMPLE]: { vault: { value: 'v', label: 'l' }, level: 1 },
  };

  test.each<[string, Selection, JsonObject]>([
    [
      'unasked',
      {},
      { nickName: 'n', userType: 'u', addresses: [{ country: 'c', locality: 'y' }], [SAMPLE]: { level: 1 } },
    ],
    ['request, asked for', { attributes: ['title'] }, { nickName: 'n', title: 't' }],
    [
      'request, asked for below an extension',
      { attributes: [`${SAMPLE}:vault`] },
      { nickName: 'n', [SAMPLE]: { vault: { label: 'l' } } },
    ],
    [
      'request, a sub-attribute asked for',
      { attributes: [`${SAMPLE}:vault.label`] },
      { nickName: 'n', [SAMPLE]: { vault: { label: 'l' } } },
    ],
    [
      'request, of a sub-attribute asked for',
      { attributes: ['addresses.region'] },
      { nickName: 'n', addresses: [{ region: 'r', country: 'c' }] },
    ],
    [
      'request, its parent asked for',
      { attributes: ['addresses'] },
      { nickName: 'n', addresses: [{ country: 'c', locality: 'y' }] },
    ],
    [
      'request, asked for with its parent',
      { attributes: ['addresses', 'addresses.region'] },
      { nickName: 'n', addresses: [{ region: 'r', country: 'c', locality: 'y' }] },
    ],
    [
      'never, asked for',
      { attributes: ['locale', 'name', 'name.givenName', `${SAMPLE}:vault.value`] },
      { nickName: 'n' },
    ],
    ['always, excluded', { excludedAttributes: ['nickName', 'userType', 'addresses', SAMPLE] }, { nickName: 'n' }],
    [
      'always, of a sub-attribute, excluded',
      { excludedAttributes: ['addresses.country', 'userType', SAMPLE] },
      { nickName: 'n', addresses: [{ country: 'c', locality: 'y' }] },
    ],
    [
      'never, a part of it excluded',
      { excludedAttributes: ['name.givenName', 'userType', 'addresses', SAMPLE] },
      { nickName: 'n' },
    ],
    [
      'request, a part of it excluded',
      { excludedAttributes: [`${SAMPLE}:vault.value`, 'userType', 'addresses'] },
      { nickName: 'n', [SAMPLE]: { level: 1 } },
    ],
  ])('%s', (_title, selection, expected) => {
    expect(shown(selection, type, whole)).toEqual(expected);
  });

  test.each<[string, JsonObject, Selection, JsonObject]>([
    ['request, given', { title: 't' }, {}, { title: 't', addresses: [{ country: 'c', locality: 'y' }] }],
    [
      'request, of a sub-attribute given',
      { addresses: [{ region: 'r' }] },
      {},
      { addresses: [{ region: 'r', country: 'c', locality: 'y' }] },
    ],
    ['request, given and excluded', { title: 't' }, { excludedAttributes: ['title', 'addresses'] }, {}],
    ['never, given', { locale: 'l' }, { excludedAttributes: ['addresses'] }, {}],
  ])('%s', (_title, body, selection, expected) => {
    const rest = { nickName: 'n', userType: 'u', [SAMPLE]: { level: 1 } };
    const projection = compileProjection(type, selection, givenAttributes(type.root, body));
    expect(projection.apply(whole)).toEqual({ ...rest, ...expected });
  });

  test.each<[string, RawOperation, boolean]>([
    ['by its path', { op: 'add', path: 'TITLE', value: 't' }, true],
    ['without a path', { op: 'add', value: { title: 't' } }, true],
    ['another one', { op: 'add', path: 'emails[value eq "title"].value', value: 't' }, false],
    ['one that is not there', { op: 'add', path: 'shoeSize', value: 't' }, false],
  ])('request, given by a PATCH: %s', (_title, operation, isShown) => {
    const projection = compileProjection(type, {}, givenByPatch(type, { Operations: [operation] }));
    expect(Object.hasOwn(projection.apply(whole), 'title')).toBe(isShown);
  });
});

test('both parameters at once are refused', () => {
  expect(errorOf(() => shown({ attributes: ['id'], excludedAttributes: ['name'] }))).toMatchObject({
    key: 'invalidValue',
    detail: 'attributes and excludedAttributes cannot be combined: use one of them',
  });
});

describe('what is not shown needs no reading', () => {
  const groups = findAttribute(user.root, 'groups');
  if (groups === undefined) throw new Error('User has groups');

  test.each<[Selection, boolean, boolean]>([
    [{}, true, false],
    [{ attributes: ['userName'] }, false, true],
    [{ attributes: ['groups.value'] }, true, true],
    [{ excludedAttributes: ['groups'] }, false, false],
    [{ excludedAttributes: ['groups.display'] }, true, false],
  ])('%j: groups are shown: %s, asked by name: %s', (selection, shows, isExplicit) => {
    const projection = compileProjection(user, selection);
    expect([projection.shows(groups), projection.isExplicit]).toEqual([shows, isExplicit]);
  });
});

test('the resource is not touched', () => {
  const before = structuredClone(resource);
  shown({ excludedAttributes: ['name.givenName', 'emails.type'] });
  expect(resource).toEqual(before);
});

/** The User type, with `returned` of the named attributes changed. */
function returning(changes: Readonly<Record<string, Attribute['returned']>>): ResourceType {
  const change = (attribute: Attribute): Attribute => {
    const subAttributes = attribute.subAttributes.map(change);
    const byName = new Map(subAttributes.map((sub) => [sub.name.toLowerCase(), sub]));
    return { ...attribute, subAttributes, byName, returned: changes[attribute.name] ?? attribute.returned };
  };
  return { ...user, root: change(user.root) };
}
