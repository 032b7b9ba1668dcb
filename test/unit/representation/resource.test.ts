import { describe, expect, test } from '@jest/globals';
import { createPresenter } from '../../../src/representation/resource.js';
import type { ResourceType } from '../../../src/schema/model.js';
import { buildModel } from '../../../src/schema/build.js';
import type { JsonObject } from '../../../src/spec/json.js';
import { readSource } from '../../../src/spec/source.js';

const BASE = 'https://scim.example.com/scim/v2';
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const model = buildModel(readSource('openapi'));
const presenter = createPresenter(model, BASE);
const type = (name: string): ResourceType => {
  const found = model.resourceTypes.find((candidate) => candidate.name === name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
};
const represent = (name: string, attributes: JsonObject, references: JsonObject = {}) =>
  presenter.represent(type(name), {
    id: 'u1',
    versionTag: 'W/"3"',
    created: new Date(0),
    lastModified: new Date(1_000),
    attributes,
    references,
  });

test('a resource has schemas, id and meta around its attributes', () => {
  expect(represent('User', { userName: 'a' })).toEqual({
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
    id: 'u1',
    userName: 'a',
    meta: {
      resourceType: 'User',
      created: '1970-01-01T00:00:00.000Z',
      lastModified: '1970-01-01T00:00:01.000Z',
      location: `${BASE}/Users/u1`,
      version: 'W/"3"',
    },
  });
});

test('schemas names the extensions that it has attributes of', () => {
  expect(represent('User', { userName: 'a', [ENTERPRISE]: { department: 'd' } })['schemas']).toEqual([
    'urn:ietf:params:scim:schemas:core:2.0:User',
    ENTERPRISE,
  ]);
});

describe('$ref leads to', () => {
  test('the only type there is', () => {
    const shown = represent('User', { [ENTERPRISE]: { manager: { value: 'm' } } });
    expect(shown[ENTERPRISE]).toEqual({ manager: { value: 'm', $ref: `${BASE}/Users/m` } });
  });

  test('the type that a value has', () => {
    const members = [{ value: 'u', type: 'User' }, { value: 'g', type: 'Group' }, { value: 'x' }];
    expect(represent('Group', {}, { members })['members']).toEqual([
      { value: 'u', type: 'User', $ref: `${BASE}/Users/u` },
      { value: 'g', type: 'Group', $ref: `${BASE}/Groups/g` },
      { value: 'x' },
    ]);
  });

  test('the owner of the edge, whatever the type of a value is called', () => {
    const groups = [{ value: 'g', type: 'indirect' }];
    expect(represent('User', {}, { groups })['groups']).toEqual([
      { value: 'g', type: 'indirect', $ref: `${BASE}/Groups/g` },
    ]);
  });

  test('nothing for what is no reference', () => {
    expect(represent('User', { emails: [{ value: 'e' }] })['emails']).toEqual([{ value: 'e' }]);
  });
});

test('what clients ask for again and again is compiled once; what is long is not kept', () => {
  const project = (attribute: string) => presenter.project(type('User'), { attributes: [attribute] });
  expect(project('name.familyName')).toBe(project('name.familyName'));
  expect(project('a'.repeat(5_000))).not.toBe(project('a'.repeat(5_000)));
});
