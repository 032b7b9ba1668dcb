import { describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../../../src/spec/json.js';
import { errorOf } from '../../support/error-of.js';
import { SAMPLE } from '../../support/filter-model.js';
import { CORE, ENTERPRISE, patched } from './tables.js';

const add = (resource: JsonObject, value: unknown, path?: string) =>
  patched(resource, [{ op: 'add', value, ...(path === undefined ? {} : { path }) }]);

const work = { type: 'work', value: 'w@example.com' };
const home = { type: 'home', value: 'h@example.com' };

describe('add without a path adds each attribute of the value', () => {
  test.each<[string, JsonObject, JsonObject, JsonObject]>([
    ['a single one is set', { nickName: 'A' }, { nickName: 'B', title: 'C' }, { nickName: 'B', title: 'C' }],
    ['a list grows', { emails: [work] }, { emails: [home] }, { emails: [work, home] }],
    ['one value stands for a list of one', { emails: [work] }, { emails: home }, { emails: [work, home] }],
    [
      'a complex one is merged',
      { name: { givenName: 'A' } },
      { name: { familyName: 'B' } },
      { name: { givenName: 'A', familyName: 'B' } },
    ],
    ['an extension comes by its URN', {}, { [ENTERPRISE]: { department: 'D' } }, { [ENTERPRISE]: { department: 'D' } }],
    [
      'names compare in any letter case',
      {},
      { NICKNAME: 'A', Name: { GIVENNAME: 'B' } },
      { nickName: 'A', name: { givenName: 'B' } },
    ],
    ['null adds nothing', { nickName: 'A' }, { nickName: null }, { nickName: 'A' }],
    ['unknown names are left out', {}, { shoeSize: 4 }, {}],
    ['what is readOnly is left out', {}, { id: 'x', meta: { version: '1' }, groups: [{ value: 'g' }] }, {}],
  ])('%s', (_title, resource, value, expected) => {
    expect(add(resource, value)).toEqual(expected);
  });
});

describe('add at a path', () => {
  test.each<[string, JsonObject, unknown, JsonObject]>([
    ['nickName', {}, 'A', { nickName: 'A' }],
    ['nickName', { nickName: 'A' }, 'B', { nickName: 'B' }],
    ['nickName', { nickName: 'A' }, null, { nickName: 'A' }],
    ['NICKNAME', {}, 'A', { nickName: 'A' }],
    ['name', {}, { givenName: 'A' }, { name: { givenName: 'A' } }],
    ['name', { name: { givenName: 'A' } }, { familyName: 'B' }, { name: { givenName: 'A', familyName: 'B' } }],
    ['name.givenName', {}, 'A', { name: { givenName: 'A' } }],
    ['name.givenName', { name: { familyName: 'B' } }, 'A', { name: { familyName: 'B', givenName: 'A' } }],
    ['emails', {}, [work, home], { emails: [work, home] }],
    ['emails', { emails: [work] }, work, { emails: [work] }],
    ['emails', { emails: [work] }, [home, home], { emails: [work, home] }],
    // RFC 7643 2.4: a (type, value) combination is there once.
    ['emails', { emails: [work] }, { ...work, primary: true }, { emails: [{ ...work, primary: true }] }],
    [
      'emails',
      { emails: [work] },
      { type: 'WORK', value: 'W@example.com' },
      { emails: [{ type: 'WORK', value: 'W@example.com' }] },
    ],
    ['emails', { emails: [work] }, { ...work, type: 'home' }, { emails: [work, { ...work, type: 'home' }] }],
    ['emails', { emails: [work] }, { value: work.value }, { emails: [work, { value: work.value }] }],
    ['emails', { emails: [work] }, null, { emails: [work] }],
    ['emails', { emails: [work] }, [], { emails: [work] }],
    [
      'emails.display',
      { emails: [work, home] },
      'E',
      {
        emails: [
          { ...work, display: 'E' },
          { ...home, display: 'E' },
        ],
      },
    ],
    ['emails.value', {}, 'w@example.com', { emails: [{ value: 'w@example.com' }] }],
    [`${CORE}:nickName`, {}, 'A', { nickName: 'A' }],
    [`${CORE}:name.givenName`, {}, 'A', { name: { givenName: 'A' } }],
    [ENTERPRISE, {}, { department: 'D' }, { [ENTERPRISE]: { department: 'D' } }],
    [
      ENTERPRISE,
      { [ENTERPRISE]: { division: 'V' } },
      { department: 'D' },
      { [ENTERPRISE]: { division: 'V', department: 'D' } },
    ],
    [`${ENTERPRISE}:department`, {}, 'D', { [ENTERPRISE]: { department: 'D' } }],
    [`${ENTERPRISE.toUpperCase()}:DEPARTMENT`, {}, 'D', { [ENTERPRISE]: { department: 'D' } }],
    [`${ENTERPRISE}:manager.value`, {}, 'm', { [ENTERPRISE]: { manager: { value: 'm' } } }],
    [`${SAMPLE}:tags`, { [SAMPLE]: { tags: ['a'] } }, ['b', 'a', 'b'], { [SAMPLE]: { tags: ['a', 'b'] } }],
  ])('%s of %j, value %j', (path, resource, value, expected) => {
    expect(add(resource, value, path)).toEqual(expected);
  });
});

describe('add through a value path', () => {
  test.each<[string, JsonObject, unknown, JsonObject]>([
    ['emails[type eq "work"].display', { emails: [work, home] }, 'E', { emails: [{ ...work, display: 'E' }, home] }],
    [
      'emails[type eq "WORK"]',
      { emails: [work, home] },
      { display: 'E' },
      { emails: [{ ...work, display: 'E' }, home] },
    ],
    ['emails[type eq "work"]', { emails: [work] }, [{ display: 'E' }], { emails: [{ ...work, display: 'E' }] }],
    ['emails[type eq "work"]', { emails: [work] }, null, { emails: [work] }],
    ['emails[type eq "work"].value', { emails: [work] }, null, { emails: [work] }],
    ['emails[type eq "work"].value', {}, 'w@example.com', { emails: [work] }],
    ['emails[type eq "work"].value', { emails: [home] }, 'w@example.com', { emails: [home, work] }],
    [
      'emails[type eq "work" and primary eq true].value',
      {},
      'w',
      { emails: [{ type: 'work', primary: true, value: 'w' }] },
    ],
    ['emails[type eq "work"]', { emails: [home] }, { value: 'w@example.com' }, { emails: [home, work] }],
    ['emails[type eq "work"].value', { emails: [home] }, null, { emails: [home] }],
    [
      'name[givenName eq "A"].familyName',
      { name: { givenName: 'a' } },
      'B',
      { name: { givenName: 'a', familyName: 'B' } },
    ],
    ['name[givenName eq "A"].familyName', {}, 'B', { name: { givenName: 'A', familyName: 'B' } }],
    [
      `${ENTERPRISE}[manager.value eq "m"].department`,
      {},
      'D',
      { [ENTERPRISE]: { manager: { value: 'm' }, department: 'D' } },
    ],
  ])('%s of %j, value %j', (path, resource, value, expected) => {
    expect(add(resource, value, path)).toEqual(expected);
  });

  test('several operations that describe one value make one value', () => {
    const operations = ['value', 'display'].map((sub) => ({
      op: 'add',
      path: `emails[type eq "work"].${sub}`,
      value: 'w',
    }));
    expect(patched({}, operations)).toEqual({ emails: [{ type: 'work', value: 'w', display: 'w' }] });
  });

  test.each(['type ne "work"', 'type eq "work" or type eq "home"', 'not (type eq "work")', 'type pr and value pr'])(
    'nothing is made where [%s] describes no value',
    (filter) => {
      const path = `emails[${filter}].display`;
      const { key, detail } = errorOf(() => add({ nickName: 'A' }, 'w', path));
      expect([key, detail]).toEqual(['noTarget', `emails has no value that ${JSON.stringify(path)} selects`]);
    },
  );

  test('a single value that the filter does not select is not thrown away for a new one', () => {
    const resource = { name: { givenName: 'Z', familyName: 'Y' } };
    expect(errorOf(() => add(resource, 'B', 'name[givenName eq "A"].familyName')).key).toBe('noTarget');
  });
});
