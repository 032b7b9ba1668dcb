// What bindPatch refuses, and what it makes of values before anything is applied.
import { describe, expect, test } from '@jest/globals';
import { bindPatch } from '../../../src/patch/operation.js';
import { createParser } from '../../../src/filter/parse.js';
import { errorOf } from '../../support/error-of.js';
import type { Sent } from './tables.js';
import { ENTERPRISE, PATCH_OP, bind, group, strict, tolerant, user } from './tables.js';
import { FILTER_LIMITS } from '../../support/limits.js';

describe('a request is refused', () => {
  test.each<[Sent, string, string]>([
    [{ op: 'move', path: 'nickName', value: 'a' }, 'invalidSyntax', 'op is "move"; it must be add, replace or remove'],
    [{ op: '', path: 'nickName', value: 'a' }, 'invalidSyntax', 'op is ""; it must be add, replace or remove'],
    [{ op: '__proto__', path: 'nickName' }, 'invalidSyntax', 'op is "__proto__"; it must be add, replace or remove'],
    [{ op: 'add', path: 'nickName' }, 'invalidValue', 'add of "nickName" needs a value'],
    [{ op: 'replace', path: 'nickName' }, 'invalidValue', 'replace of "nickName" needs a value'],
    [{ op: 'remove' }, 'noTarget', 'remove needs a path'],
    [
      { op: 'add', value: 'a' },
      'invalidValue',
      'add without a path needs an object of attributes as its value, not a text',
    ],
    [
      { op: 'add', value: [] },
      'invalidValue',
      'add without a path needs an object of attributes as its value, not a list',
    ],
    [
      { op: 'replace', value: null },
      'invalidValue',
      'replace without a path needs an object of attributes as its value, not null',
    ],
    [{ op: 'add', path: 'shoeSize', value: 4 }, 'invalidPath', 'User has no attribute "shoeSize"'],
    [{ op: 'add', path: 'name.shoeSize', value: 4 }, 'invalidPath', 'User has no attribute "name.shoeSize"'],
    [{ op: 'add', path: 'urn:x:y:department', value: 4 }, 'invalidPath', 'User has no attribute "urn:x:y:department"'],
    [
      { op: 'add', path: `${ENTERPRISE}:shoeSize`, value: 4 },
      'invalidPath',
      `User has no attribute "${ENTERPRISE}:shoeSize"`,
    ],
    [
      { op: 'add', path: 'emails[type eq "work"].shoeSize', value: 4 },
      'invalidPath',
      'emails has no sub-attribute "shoeSize"',
    ],
    [
      { op: 'add', path: 'emails[shoeSize eq "4"].value', value: 'a' },
      'invalidFilter',
      'emails has no sub-attribute "shoeSize"',
    ],
    [
      { op: 'add', path: 'nickName[value eq "4"]', value: 'a' },
      'invalidFilter',
      'nickName is not complex, so it takes no filter in brackets',
    ],
    [{ op: 'replace', path: 'id', value: 'a' }, 'mutability', "id can't be changed: id is readOnly"],
    [
      { op: 'replace', path: 'meta.version', value: '1' },
      'mutability',
      "meta.version can't be changed: meta is readOnly",
    ],
    [
      { op: 'add', path: 'groups', value: [{ value: 'g' }] },
      'mutability',
      "groups can't be changed: groups is readOnly",
    ],
    [{ op: 'remove', path: 'groups[value eq "g"]' }, 'mutability', "groups can't be changed: groups is readOnly"],
    [
      { op: 'add', path: `${ENTERPRISE}:manager.displayName`, value: 'a' },
      'mutability',
      `${ENTERPRISE}:manager.displayName can't be changed: displayName is readOnly`,
    ],
  ])('%j', (operation, key, detail) => {
    const error = errorOf(() => bind([operation]));
    expect([error.key, error.detail]).toEqual([key, detail]);
  });

  test.each([
    '',
    'emails[',
    'emails[]',
    'emails[type eq "work"',
    'emails[type eq work]',
    '.name',
    'name.',
    'a b',
    'emails[type eq "a"].b.c',
  ])('the path %j is no path', (path) => {
    expect(errorOf(() => bind([{ op: 'add', path, value: 'a' }])).kind.scimType).toMatch(/^invalid(Path|Filter)$/);
  });

  test('without the message schema, unless the client is allowed it', () => {
    const request = { Operations: [{ op: 'add', path: 'nickName', value: 'a' }] };
    const parser = createParser(FILTER_LIMITS);
    const { key, detail } = errorOf(() => bindPatch(request, user, parser, strict));
    expect([key, detail]).toEqual(['invalidSyntax', `schemas must name ${PATCH_OP}, not ""`]);
    expect(errorOf(() => bindPatch({ ...request, schemas: [] }, user, parser, strict)).key).toBe('invalidSyntax');
    expect(bindPatch(request, user, parser, tolerant)).toHaveLength(1);
  });
});

describe('operations', () => {
  test.each(['add', 'ADD', 'Replace', 'rEmOvE'])('%s is known in any letter case', (op) => {
    const value = op === 'rEmOvE' ? {} : { value: 'a' };
    expect(bind([{ op, path: 'nickName', ...value }])).toMatchObject([{ kind: op.toLowerCase() }]);
  });

  test('keep their order, and one without a path becomes one for each attribute', () => {
    const operations = bind([
      { op: 'remove', path: 'title' },
      { op: 'add', value: { nickName: 'a', name: { givenName: 'b' } } },
    ]);
    expect(operations.map(({ kind, target }) => `${kind} ${target.path.leaf.name}`)).toEqual([
      'remove title',
      'add nickName',
      'add name',
    ]);
  });
});

describe('values are canonical', () => {
  test.each<[string, unknown, unknown]>([
    ['name', { GIVENNAME: 'a', shoeSize: 4 }, { givenName: 'a' }],
    ['emails', [{ Value: 'a', TYPE: 'work' }], [{ value: 'a', type: 'work' }]],
    ['emails[type eq "work"]', { VALUE: 'a' }, { value: 'a' }],
    ['nickName', null, undefined],
    ['emails', [], undefined],
    ['emails', [null, { value: null }], undefined],
    ['active', 'False', false],
    ['emails[type eq "work"].primary', 'True', true],
    ['active', 'perhaps', 'perhaps'],
    [`${ENTERPRISE}:manager`, 'm', { value: 'm' }],
    [`${ENTERPRISE}:manager`, '', undefined],
    [`${ENTERPRISE}:manager`, { $ref: 'https://x/Users/m' }, { value: 'm' }],
    [`${ENTERPRISE}:manager`, { value: 'm', displayName: 'M', $ref: 'https://x/Users/m' }, { value: 'm' }],
  ])('%s: %j', (path, value, expected) => {
    expect(bind([{ op: 'replace', path, value }], user, tolerant)[0]?.value).toEqual(expected);
  });

  test.each<[string, unknown]>([
    ['active', 'False'],
    [`${ENTERPRISE}:manager`, 'm'],
  ])('%s: %j stays as it came where the client is allowed nothing', (path, value) => {
    expect(bind([{ op: 'replace', path, value }])[0]?.value).toEqual(value);
  });

  test('an attribute given twice in different letter case is refused', () => {
    const value = { givenName: 'a', GivenName: 'b' };
    expect(errorOf(() => bind([{ op: 'add', path: 'name', value }])).detail).toBe('givenName is given more than once');
    expect(errorOf(() => bind([{ op: 'add', value: { nickName: 'a', NICKNAME: 'b' } }])).detail).toBe(
      'nickName is given more than once',
    );
  });

  test('__proto__ is an unknown name like any other', () => {
    const value: unknown = JSON.parse('{"__proto__":{"admin":true},"nickName":"a"}');
    expect(bind([{ op: 'add', value }]).map(({ target }) => target.path.leaf.name)).toEqual(['nickName']);
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
  });
});

test('a path that leads to an edge of another resource type is unknown', () => {
  expect(errorOf(() => bind([{ op: 'add', path: 'members', value: [] }])).key).toBe('invalidPath');
  expect(bind([{ op: 'add', path: 'members', value: [{ value: 'm' }] }], group)).toHaveLength(1);
});
