import { describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../../../src/spec/json.js';
import { errorOf } from '../../support/error-of.js';
import { SAMPLE } from '../../support/filter-model.js';
import { CORE, ENTERPRISE, patched, tolerant, user } from './tables.js';

const remove = (resource: JsonObject, path: string) => patched(resource, [{ op: 'remove', path }]);

const work = { type: 'work', value: 'w@example.com' };
const home = { type: 'home', value: 'h@example.com' };

describe('remove', () => {
  test.each<[string, JsonObject, JsonObject]>([
    ['nickName', { nickName: 'A', title: 'T' }, { title: 'T' }],
    ['nickName', { title: 'T' }, { title: 'T' }],
    ['name', { name: { givenName: 'A' } }, {}],
    ['name.givenName', { name: { givenName: 'A', familyName: 'B' } }, { name: { familyName: 'B' } }],
    ['name.givenName', { name: { givenName: 'A' } }, {}],
    ['name.givenName', {}, {}],
    ['emails', { emails: [work, home] }, {}],
    ['emails.type', { emails: [work, { type: 'home' }] }, { emails: [{ value: 'w@example.com' }] }],
    ['emails[type eq "work"]', { emails: [work, home] }, { emails: [home] }],
    ['emails[type eq "work" and value ew "example.com"]', { emails: [work, home] }, { emails: [home] }],
    ['emails[type eq "work"]', { emails: [work] }, {}],
    ['emails[type eq "work"]', { emails: [home] }, { emails: [home] }],
    ['emails[type eq "work"]', {}, {}],
    ['emails[type eq "work"].value', { emails: [work, home] }, { emails: [{ type: 'work' }, home] }],
    ['emails[type eq "work"].value', { emails: [home] }, { emails: [home] }],
    ['emails[not (type pr)].value', { emails: [{ value: 'x' }, home] }, { emails: [home] }],
    ['name[givenName eq "A"]', { name: { givenName: 'A', familyName: 'B' } }, {}],
    [`${CORE}:nickName`, { nickName: 'A' }, {}],
    [ENTERPRISE, { nickName: 'A', [ENTERPRISE]: { department: 'D' } }, { nickName: 'A' }],
    [
      `${ENTERPRISE}:department`,
      { [ENTERPRISE]: { department: 'D', division: 'V' } },
      { [ENTERPRISE]: { division: 'V' } },
    ],
    [`${ENTERPRISE}:manager.value`, { [ENTERPRISE]: { manager: { value: 'm' } } }, {}],
    [`${SAMPLE}:tags`, { [SAMPLE]: { tags: ['a'] } }, {}],
  ])('%s of %j', (path, resource, expected) => {
    expect(remove(resource, path)).toEqual(expected);
  });

  test.each([undefined, null])('without a path (%j) it has no target', (path) => {
    const { key, detail } = errorOf(() =>
      patched({ nickName: 'A' }, [{ op: 'remove', ...(path === undefined ? {} : { path }) }]),
    );
    expect([key, detail]).toEqual(['noTarget', 'remove needs a path']);
  });
});

describe('remove with a list of values, as Entra ID sends it, removes those alone', () => {
  const removeValues = (resource: JsonObject, path: string, value: unknown) =>
    patched(resource, [{ op: 'Remove', path, value }], user, tolerant);

  test.each<[string, JsonObject, unknown, JsonObject]>([
    ['emails', { emails: [work, home] }, [{ value: 'W@EXAMPLE.com' }], { emails: [home] }],
    ['emails', { emails: [work, home] }, { value: 'w@example.com', type: 'other' }, { emails: [home] }],
    ['emails', { emails: [work] }, [{ value: 'w@example.com' }], {}],
    ['emails', { emails: [work] }, [{ value: 'nobody' }], { emails: [work] }],
    ['emails', { emails: [work] }, [{ type: 'work' }], { emails: [work] }],
    ['emails', { emails: [work] }, [], { emails: [work] }],
    ['emails', { emails: [work] }, [null], { emails: [work] }],
    ['emails', { emails: [work] }, [{}], { emails: [work] }],
    ['emails', { emails: [work] }, {}, { emails: [work] }],
    ['emails', { emails: [work] }, null, {}],
    [
      'addresses',
      { addresses: [{ country: 'DE' }, { country: 'FR' }] },
      [{ country: 'de' }],
      { addresses: [{ country: 'FR' }] },
    ],
    [`${SAMPLE}:tags`, { [SAMPLE]: { tags: ['a', 'b'] } }, ['A'], { [SAMPLE]: { tags: ['b'] } }],
    [`${SAMPLE}:codes`, { [SAMPLE]: { codes: ['a', 'A'] } }, ['A'], { [SAMPLE]: { codes: ['a'] } }],
  ])('%s of %j, value %j', (path, resource, value, expected) => {
    expect(removeValues(resource, path, value)).toEqual(expected);
  });

  test('a client that is not allowed it is told how to select values', () => {
    const { key, detail } = errorOf(() =>
      patched({ emails: [work] }, [{ op: 'remove', path: 'emails', value: [work] }]),
    );
    expect([key, detail]).toEqual([
      'invalidSyntax',
      'remove takes no value: select the values to remove by a filter in the path',
    ]);
  });
});
