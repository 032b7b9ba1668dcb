import { describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../../../src/spec/json.js';
import { show } from '../../../src/errors/scim-error.js';
import { errorOf } from '../../support/error-of.js';
import { SAMPLE } from '../../support/filter-model.js';
import { CORE, ENTERPRISE, patched, tolerant, user } from './tables.js';

const replace = (resource: JsonObject, value: unknown, path?: string) =>
  patched(resource, [{ op: 'replace', value, ...(path === undefined ? {} : { path }) }]);

const work = { type: 'work', value: 'w@example.com' };
const home = { type: 'home', value: 'h@example.com' };

describe('replace without a path', () => {
  test.each<[string, JsonObject, JsonObject, JsonObject]>([
    ['sets single attributes', { nickName: 'A' }, { nickName: 'B', active: false }, { nickName: 'B', active: false }],
    ['puts a list in place of a list', { emails: [work] }, { emails: [home] }, { emails: [home] }],
    [
      'merges complex attributes',
      { name: { givenName: 'A' } },
      { name: { familyName: 'B' } },
      { name: { givenName: 'A', familyName: 'B' } },
    ],
    ['unassigns by null', { nickName: 'A', title: 'T' }, { nickName: null }, { title: 'T' }],
    [
      'unassigns a sub-attribute by null',
      { name: { givenName: 'A', familyName: 'B' } },
      { name: { givenName: null } },
      { name: { familyName: 'B' } },
    ],
    [
      'unassigns an attribute of an extension by null',
      { [ENTERPRISE]: { department: 'D', division: 'V' } },
      { [ENTERPRISE]: { department: null } },
      { [ENTERPRISE]: { division: 'V' } },
    ],
    ['leaves out what is readOnly', {}, { id: 'x', nickName: 'A' }, { nickName: 'A' }],
  ])('%s', (_title, resource, value, expected) => {
    expect(replace(resource, value)).toEqual(expected);
  });

  test('schemas is a list like any other, for the service to judge', () => {
    expect(replace({ schemas: [CORE] }, { schemas: [CORE, ENTERPRISE] })).toEqual({ schemas: [CORE, ENTERPRISE] });
    expect(errorOf(() => replace({ schemas: [CORE] }, { schemas: null })).key).toBe('mutability');
  });

  test.each<[JsonObject, JsonObject]>([
    [{ 'name.givenName': 'A', 'name.familyName': 'B' }, { name: { givenName: 'A', familyName: 'B' } }],
    [{ [`${ENTERPRISE}:department`]: 'D' }, { [ENTERPRISE]: { department: 'D' } }],
    [{ [`${CORE}:nickName`]: 'A' }, { nickName: 'A' }],
    [{ 'meta.version': '9', 'name.shoeSize': 4 }, {}],
  ])('keys are paths where the client is allowed it: %j', (value, expected) => {
    expect(patched({}, [{ op: 'replace', value }], user, tolerant)).toEqual(expected);
    expect(replace({}, value)).toEqual({});
  });
});

describe('replace at a path', () => {
  test.each<[string, JsonObject, unknown, JsonObject]>([
    ['nickName', { nickName: 'A' }, 'B', { nickName: 'B' }],
    ['nickName', {}, 'B', { nickName: 'B' }],
    ['nickName', { nickName: 'A' }, null, {}],
    [
      'name',
      { name: { givenName: 'A', familyName: 'B' } },
      { givenName: 'C' },
      { name: { givenName: 'C', familyName: 'B' } },
    ],
    ['name', { name: { givenName: 'A' } }, null, {}],
    ['name.givenName', { name: { givenName: 'A', familyName: 'B' } }, null, { name: { familyName: 'B' } }],
    ['name.givenName', { name: { givenName: 'A' } }, null, {}],
    ['name.givenName', {}, null, {}],
    ['emails', { emails: [work] }, [home], { emails: [home] }],
    ['emails', { emails: [work] }, home, { emails: [home] }],
    ['emails', { emails: [work] }, [], {}],
    ['emails', { emails: [work] }, null, {}],
    [
      'emails.type',
      { emails: [work, home] },
      'other',
      {
        emails: [
          { ...work, type: 'other' },
          { ...home, type: 'other' },
        ],
      },
    ],
    [`${CORE}:nickName`, {}, 'A', { nickName: 'A' }],
    [
      ENTERPRISE,
      { [ENTERPRISE]: { division: 'V' } },
      { department: 'D' },
      { [ENTERPRISE]: { division: 'V', department: 'D' } },
    ],
    [`${ENTERPRISE}:department`, { [ENTERPRISE]: { department: 'C' } }, 'D', { [ENTERPRISE]: { department: 'D' } }],
    [`${ENTERPRISE}:department`, { [ENTERPRISE]: { department: 'C' } }, null, {}],
    [
      `${ENTERPRISE}:manager`,
      { [ENTERPRISE]: { manager: { value: 'm' } } },
      { value: 'n' },
      { [ENTERPRISE]: { manager: { value: 'n' } } },
    ],
    [`${SAMPLE}:tags`, { [SAMPLE]: { tags: ['a'] } }, ['b'], { [SAMPLE]: { tags: ['b'] } }],
  ])('%s of %j, value %j', (path, resource, value, expected) => {
    expect(replace(resource, value, path)).toEqual(expected);
  });
});

describe('replace through a value path', () => {
  test.each<[string, JsonObject, unknown, JsonObject]>([
    ['emails[type eq "work"]', { emails: [work, home] }, { value: 'x' }, { emails: [{ value: 'x' }, home] }],
    ['emails[type eq "work"]', { emails: [work, home] }, null, { emails: [home] }],
    ['emails[type eq "work"]', { emails: [work] }, null, {}],
    ['emails[type eq "work"].value', { emails: [work, home] }, 'x', { emails: [{ ...work, value: 'x' }, home] }],
    ['emails[type eq "work"].value', { emails: [work] }, null, { emails: [{ type: 'work' }] }],
    [
      'emails[value pr].type',
      { emails: [work, home] },
      'other',
      {
        emails: [
          { ...work, type: 'other' },
          { ...home, type: 'other' },
        ],
      },
    ],
    [
      'name[givenName eq "A"].familyName',
      { name: { givenName: 'A' } },
      'B',
      { name: { givenName: 'A', familyName: 'B' } },
    ],
  ])('%s of %j, value %j', (path, resource, value, expected) => {
    expect(replace(resource, value, path)).toEqual(expected);
  });

  test.each(['emails[type eq "work"].value', 'emails[type eq "work"]'])('%s without a match is noTarget', (path) => {
    const value = path.endsWith('.value') ? 'x' : { value: 'x' };
    const { key, detail } = errorOf(() => replace({ emails: [home] }, value, path));
    expect([key, detail]).toEqual(['noTarget', `emails has no value that ${JSON.stringify(path)} selects`]);
  });

  test('the capitalised Replace of Entra ID creates the value, where the client is allowed it', () => {
    const operation = { op: 'Replace', path: 'emails[type eq "work"].value', value: 'w@example.com' };
    expect(patched({ emails: [home] }, [operation], user, tolerant)).toEqual({ emails: [home, work] });
    expect(errorOf(() => patched({ emails: [home] }, [operation])).key).toBe('noTarget');
    expect(errorOf(() => patched({}, [{ ...operation, op: 'replace' }], user, tolerant)).key).toBe('noTarget');
  });

  test.each([['x'], [[{ value: 'a' }, { value: 'b' }]], [true]])('%j is no value of emails', (value) => {
    const { key, detail } = errorOf(() => replace({ emails: [work] }, value, 'emails[type eq "work"]'));
    expect([key, detail]).toEqual(['invalidValue', `a value of emails must be one object, not ${show(value)}`]);
  });
});
