// spec:diff, its pure part: two documents, and what lies between them. One case a kind of change.
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { RULES, WALKED } from '../../../scripts/spec/diff/keywords.js';
import { OF_RESOURCE_TYPE } from '../../../scripts/spec/diff/resource-types.js';
import { changesOf, diffOf } from '../../support/document-diff.js';
import type { Edit } from '../../support/document-diff.js';

const user = (name: string, change: (attribute: any) => void): Edit => {
  return ({ schemas }) => change(schemas.User.properties[name]);
};
const scim = (name: string, more: object) =>
  user(name, (attribute) => (attribute['x-scim'] = { ...attribute['x-scim'], ...more }));
const set = (name: string, more: object) => user(name, (attribute) => Object.assign(attribute, more));

test('the same document is no change', () => {
  expect(diffOf(() => undefined)).toEqual({
    changes: [],
    indexes: { built: [], dropped: [] },
    sdk: { removed: [], added: [] },
  });
});

test('every keyword of the vocabulary is treated, and once', () => {
  const { properties } = JSON.parse(readFileSync('openapi/vocabulary/attribute.json', 'utf8'));
  const inner = Object.keys(properties['x-scim'].properties).map((name) => `x-scim.${name}`);
  const treated = [...RULES.flatMap(({ keywords }) => keywords), ...WALKED];
  expect([...treated].sort()).toEqual([...Object.keys(properties), ...inner].sort());
});

test('every key of a resource type is treated', () => {
  const { additionalProperties } = JSON.parse(readFileSync('openapi/vocabulary/resources.json', 'utf8'));
  expect(Object.keys(OF_RESOURCE_TYPE).sort()).toEqual(Object.keys(additionalProperties.properties).sort());
});

test.each<[string, Edit, readonly string[], Edit?]>([
  ['type', set('title', { type: 'integer' }), ['! User.title: string becomes integer']],
  ['type by format', set('title', { format: 'date-time' }), ['! User.title: string becomes string date-time']],
  [
    'one value becomes several',
    set('title', { type: 'array', items: { type: 'string' } }),
    ['! User.title: one value becomes several'],
  ],
  [
    'several values become one',
    set('title', { type: 'string' }),
    ['! User.title: several values become one'],
    set('title', { type: 'array', items: { type: 'string' } }),
  ],
  ['format', set('profileUrl', { format: 'uri' }), ['! User.profileUrl: format uri-reference becomes uri']],
  [
    'format, looser',
    set('profileUrl', { format: 'uri-reference' }),
    ['User.profileUrl: format uri becomes uri-reference'],
    set('profileUrl', { format: 'uri' }),
  ],
  ['description', set('title', { description: 'x' }), ['User.title: has another description']],
  ['default', set('active', { default: false }), ['! User.active: has another default: false']],
  ['default, none', user('active', (a) => delete a.default), ['! User.active: has no default any more']],
  ['default, new', set('title', { default: 'x' }), ['User.title: has the default "x"']],
  ['minLength', set('title', { minLength: 2 }), ['! User.title: minLength is 2']],
  ['minLength, looser', user('userName', (a) => delete a.minLength), ['User.userName: has no minLength any more']],
  ['maxLength', set('title', { maxLength: 9 }), ['! User.title: maxLength is 9']],
  [
    'maxLength, looser',
    set('title', { maxLength: 10 }),
    ['User.title: maxLength is 10'],
    set('title', { maxLength: 9 }),
  ],
  ['pattern', set('title', { pattern: 'x' }), ['! User.title: pattern is x']],
  [
    'readOnly',
    set('title', { readOnly: true }),
    ['! User.title: mutability readWrite becomes readOnly: clients may no longer give or change it'],
  ],
  [
    'writeOnly',
    set('title', { writeOnly: true }),
    [
      '! User.title: mutability readWrite becomes writeOnly: clients may no longer read it',
      '! User.title: returned default becomes never',
    ],
  ],
  [
    'immutable',
    scim('title', { mutability: 'immutable' }),
    ['! User.title: mutability readWrite becomes immutable: clients may no longer change it'],
  ],
  [
    'mutability, looser',
    scim('title', { mutability: undefined }),
    ['User.title: mutability immutable becomes readWrite'],
    scim('title', { mutability: 'immutable' }),
  ],
  ['returned', scim('title', { returned: 'request' }), ['! User.title: returned default becomes request']],
  ['returned, more', scim('title', { returned: 'always' }), ['User.title: returned default becomes always']],
  ['caseExact', scim('title', { caseExact: true }), ['! User.title: letter case counts']],
  ['uniqueness', scim('title', { uniqueness: 'server' }), ['! User.title: uniqueness none becomes server']],
  ['uniqueness, none', scim('userName', { uniqueness: 'none' }), ['User.userName: uniqueness server becomes none']],
  ['canonicalValues', scim('title', { canonicalValues: ['a'] }), ['User.title: suggests [a]']],
  [
    'referenceTypes',
    scim('profileUrl', { referenceTypes: ['User'] }),
    ['! User.profileUrl: refers to [User] rather than [external]'],
  ],
  [
    'referenceTypes, more',
    scim('profileUrl', { referenceTypes: ['external', 'User'] }),
    ['User.profileUrl: refers to [external, User] rather than [external]'],
  ],
  ['index', scim('title', { index: true }), ['User.title: has an index']],
  [
    'index, none',
    scim('title', { index: false }),
    ['User.title: has no index any more: filters on it scan, up to MAX_SCAN'],
    scim('title', { index: true }),
  ],
  ['secret', scim('title', { secret: 'discard' }), ['! User.title: is a secret (discard): no filter sees it']],
  [
    'secret of another kind',
    scim('password', { secret: 'argon2id' }),
    ['User.password: secret discard becomes argon2id'],
  ],
  [
    'edge',
    ({ schemas }) => delete schemas.Group.properties.members['x-scim'],
    ['! Group.members: is no longer kept as edges', '! PATCH /Groups/{id}: the status 204 is removed'],
  ],
  ['an attribute removed', ({ schemas }) => delete schemas.User.properties.title, ['! User.title: is removed']],
  [
    'an attribute added',
    ({ schemas }) => (schemas.User.properties.x = { type: 'string', 'x-scim': { caseExact: true } }),
    ['User.x: is new'],
  ],
  [
    'an attribute renamed',
    ({ schemas }) => {
      const { title, ...others } = schemas.User.properties;
      schemas.User.properties = { ...others, role: { ...title, 'x-scim': { caseExact: false, renamedFrom: 'title' } } };
    },
    ['! User.title: is renamed to role: stored values need npm run scim -- migrate'],
  ],
  [
    'a sub-attribute of a list',
    ({ schemas }) => delete schemas.User.properties.emails.items.properties.type,
    ['! User.emails.type: is removed'],
  ],
  ['required', ({ schemas }) => schemas.User.required.push('title'), ['! User.title: is required']],
  ['required, no longer', ({ schemas }) => (schemas.User.required = []), ['User.userName: is no longer required']],
  ['a common attribute', ({ common }) => delete common.properties.externalId, ['! Common.externalId: is removed']],
  [
    'the URN of a schema',
    ({ schemas }) => (schemas.EnterpriseUser['x-scim-schema'].id = 'urn:x'),
    ['! EnterpriseUser: has the URN urn:x rather than urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'],
  ],
  [
    'an endpoint',
    ({ resources }) => (resources.Group.endpoint = '/Teams'),
    expect.arrayContaining([
      '! Group: moves from /Groups to /Teams',
      '! GET /Groups: is removed',
      'GET /Teams: is new',
    ]) as unknown as string[],
  ],
  [
    'an extension',
    ({ resources }) => (resources.User.extensions = []),
    ['! User: has the extension EnterpriseUser no longer'],
  ],
  [
    'an extension that is required',
    ({ resources }) => (resources.User.extensions[0].required = true),
    ['! User: needs the extension EnterpriseUser'],
  ],
  [
    'the display',
    ({ resources }) => (resources.User.display = ['userName']),
    ['User: is shown by userName where others refer to it'],
  ],
])('%s', (...[, edit, expected, before]) => {
  expect(changesOf(edit, before)).toEqual(expected);
});

test('a resource type: its operations, its schemas, the indexes of it, the names in SDKs', () => {
  const edit: Edit = ({ resources, schemas }) => {
    resources.Device = { ...resources.Group, endpoint: '/Devices', schema: 'Device', display: ['label'] };
    const label = { type: 'string', 'x-scim': { caseExact: false, uniqueness: 'server' } };
    schemas.Device = { type: 'object', 'x-scim-schema': { id: 'urn:d', name: 'Device' }, properties: { label } };
  };
  const { changes, indexes, sdk } = diffOf(edit);
  expect(changes.filter(({ effect }) => effect === 'breaking')).toEqual([]);
  expect(changes.map(({ where }) => where)).toEqual(expect.arrayContaining(['Device', 'POST /Devices']));
  expect(indexes.built.map(({ options: { name } }) => name)).toContain('scim:s.label:unique');
  expect(sdk).toEqual({
    removed: [],
    added: expect.arrayContaining(['operation createDevice', 'schema DeviceWrite']),
  });
  const back = diffOf(({ resources, schemas }) => {
    delete resources.Device;
    delete schemas.Device;
  }, edit);
  expect(back.changes).toContainEqual(
    expect.objectContaining({ effect: 'breaking', where: 'Device', what: 'is removed' }),
  );
  expect(back.indexes.dropped).toHaveLength(indexes.built.length);
});

test('the names in SDKs of an attribute that is renamed, and of its type, without the parts of it', () => {
  const { sdk } = diffOf(({ schemas }) => {
    const { name, ...others } = schemas.User.properties;
    schemas.User.properties = { ...others, names: name };
  });
  expect(sdk).toEqual({
    removed: ['schema UserName', 'property User.name', 'property UserWrite.name'],
    added: ['schema UserNames', 'property User.names', 'property UserWrite.names'],
  });
});
