// The model of the document. What makes none is refused before (test/fixtures/faults.yaml).
import { describe, expect, test } from '@jest/globals';
import { buildModel } from '../../../src/schema/build.js';
import type { Attribute } from '../../../src/schema/model.js';
import { findAttribute } from '../../../src/schema/model.js';
import { resolvePath, splitPath } from '../../../src/schema/path.js';
import type { AttributeSchema, ResourceEntry, ResourceSchema } from '../../../src/spec/attribute-schema.js';
import type { Source } from '../../../src/spec/source.js';
import { plainSource } from '../../support/temporary-document.js';

const source = plainSource();
const entry = (name: string): ResourceEntry => {
  const found = source.resources[name];
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
};

/** The source with the entry of a resource type, or a schema, changed. */
const withEntry = (name: string, change: Partial<ResourceEntry>): Source => ({
  ...source,
  resources: { ...source.resources, [name]: { ...entry(name), ...change } },
});
const withAttributes = (properties: Readonly<Record<string, AttributeSchema>>): Source => {
  const user = source.schemas['User'];
  if (user === undefined) throw new Error('no User');
  const changed: ResourceSchema = { ...user, properties: { ...user.properties, ...properties } };
  return { ...source, schemas: { ...source.schemas, User: changed } };
};
const attribute = (path: string, of: Source = source): Attribute => {
  const [user] = buildModel(of).resourceTypes;
  const found = user && resolvePath(user, splitPath(path))?.leaf;
  if (found === undefined) throw new Error(`no ${path}`);
  return found;
};

describe('characteristics have the defaults of RFC 7643 section 2.2', () => {
  test('of a plain attribute', () => {
    expect(attribute('plain', withAttributes({ plain: { type: 'string' } }))).toEqual({
      name: 'plain',
      type: 'string',
      multiValued: false,
      description: '',
      required: false,
      caseExact: false,
      mutability: 'readWrite',
      returned: 'default',
      uniqueness: 'none',
      canonicalValues: [],
      referenceTypes: [],
      index: false,
      subAttributes: [],
      byName: new Map(),
    });
  });

  test.each<[string, Partial<Attribute>]>([
    ['userName', { required: true, uniqueness: 'server', caseExact: false }],
    ['password', { mutability: 'writeOnly', returned: 'never', secret: 'discard' }],
    ['active', { type: 'boolean', default: true }],
    ['id', { mutability: 'readOnly', returned: 'always', caseExact: true, uniqueness: 'server' }],
    ['schemas', { required: true, multiValued: true, returned: 'always' }],
    ['meta.created', { type: 'dateTime', mutability: 'readOnly' }],
    ['groups.value', { mutability: 'readOnly' }],
    ['groups.$ref', { type: 'reference', referenceTypes: ['User', 'Group'] }],
    ['x509Certificates.value', { type: 'binary' }],
    ['profileUrl', { type: 'reference', referenceTypes: ['external'] }],
    ['emails', { type: 'complex', multiValued: true }],
    ['emails.type', { canonicalValues: ['work', 'home', 'other'] }],
  ])('%s', (path, expected) => {
    expect(attribute(path)).toMatchObject(expected);
  });

  test.each<[AttributeSchema, string]>([
    [{ type: 'integer' }, 'integer'],
    [{ type: 'number' }, 'decimal'],
    [{ type: 'string', format: 'byte' }, 'binary'],
    [{ type: 'string', format: 'date-time' }, 'dateTime'],
    [{ type: 'string', 'x-scim': { referenceTypes: ['uri'] } }, 'reference'],
    [{ type: 'array', items: { type: 'integer' } }, 'integer'],
  ])('%j is of the type %s', (schema, type) => {
    expect(attribute('plain', withAttributes({ plain: schema })).type).toBe(type);
  });
});

test('members lead to users and groups, and groups lists them from the other side', () => {
  const [user, group] = buildModel(source).resourceTypes;
  const edge = { ownerType: 'Group', attribute: 'members', targetTypes: ['User', 'Group'], inverse: 'groups' };
  expect(group && findAttribute(group.root, 'members')?.edge).toEqual(edge);
  expect(user && findAttribute(user.root, 'groups')?.inverse).toEqual(edge);
});

test('an extension is one schema, whoever uses it', () => {
  const model = buildModel(withEntry('Group', { extensions: [{ schema: 'EnterpriseUser', required: true }] }));
  const [user, group] = model.resourceTypes;
  expect(group?.extensions[0]?.schema).toBe(user?.extensions[0]?.schema);
  expect(
    group && findAttribute(group.root, 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User')?.required,
  ).toBe(true);
});
