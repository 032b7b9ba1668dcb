// The published document: what becomes of the path template, and which schemas each direction of the wire gets.
import { describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../../../src/spec/json.js';
import { isObject } from '../../../src/spec/json.js';
import { publish } from '../../../src/spec/publish.js';
import { plainSource } from '../../support/temporary-document.js';

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const source = plainSource();
const document = publish(source);
const at = (of: JsonObject, ...path: string[]) =>
  path.reduce<unknown>((node, key) => (isObject(node) ? node[key] : undefined), of);
const schema = (name: string, ...path: string[]) => at(document, 'components', 'schemas', name, ...path);
const names = (node: unknown) => Object.keys(isObject(node) ? node : {});

describe('the path template', () => {
  test('becomes the paths of each resource type, before those that are written out', () => {
    const paths = Object.keys(document.paths);
    expect(paths).toEqual(expect.arrayContaining(['/Users', '/Users/{id}', '/Groups', '/Groups/{id}']));
    expect(paths.indexOf('/Groups/{id}')).toBeLessThan(paths.indexOf('/ServiceProviderConfig'));
  });

  test('has its placeholders filled, in keys and in values', () => {
    expect(document.paths['/Users']?.['get']).toMatchObject({
      operationId: 'listUsers',
      'x-scim-resource-type': 'User',
      tags: ['Users'],
    });
    expect(document.paths['/Groups/{id}']?.['patch']).toMatchObject({
      operationId: 'patchGroup',
      'x-scim-resource-type': 'Group',
    });
    expect(document['tags']).toContainEqual({ name: 'Users', description: 'User Account' });
    expect(JSON.stringify(document)).not.toContain('${');
  });

  test('answers without the resource only where it may hold too many references', () => {
    expect(names(at(document.paths['/Groups/{id}'] ?? {}, 'patch', 'responses'))).toContain('204');
    expect(names(at(document.paths['/Users/{id}'] ?? {}, 'patch', 'responses'))).not.toContain('204');
    expect(JSON.stringify(document)).not.toContain('x-scim-edges');
  });

  test('serves a new resource type without another line', () => {
    const resources = {
      ...source.resources,
      Team: { description: 'Team', endpoint: '/Teams', schema: 'Team', extensions: [], display: [] },
    };
    const Team = { type: 'object', properties: {}, 'x-scim-schema': { id: 'urn:example:Team', name: 'Team' } } as const;
    const more = publish({ ...source, resources, schemas: { ...source.schemas, Team } });
    expect(more.paths['/Teams/{id}']?.['delete']?.operationId).toBe('deleteTeam');
    expect(names(more.components['schemas'])).toEqual(expect.arrayContaining(['Team', 'TeamWrite', 'TeamList']));
  });
});

describe('what is read', () => {
  test('has what the server finds, and nothing that is never returned', () => {
    expect(names(schema('User', 'properties'))).toEqual(
      expect.arrayContaining(['id', 'meta', 'groups', 'userName', ENTERPRISE]),
    );
    expect(names(schema('User', 'properties'))).not.toContain('password');
  });

  test('is only sure to have what is always returned', () => {
    expect(schema('User', 'required')).toEqual(['schemas', 'id']);
    expect(schema('Group', 'required')).toEqual(['schemas', 'id']);
  });

  test('may lack what is always returned and has no value', () => {
    const user = source.schemas['User'];
    if (user === undefined) throw new Error('no User');
    const shown = { type: 'string', 'x-scim': { caseExact: false, returned: 'always' } } as const;
    const User = {
      ...user,
      required: [...(user.required ?? []), 'tier'],
      properties: { ...user.properties, tier: shown, badge: shown },
    };
    const more = publish({ ...source, schemas: { ...source.schemas, User } });
    expect(at(more, 'components', 'schemas', 'User', 'required')).toEqual(['schemas', 'id', 'tier']);
  });

  test('says readOnly in x-scim alone, for SDKs would leave it out of what they write', () => {
    expect(schema('User', 'properties', 'groups')).toMatchObject({ 'x-scim': { mutability: 'readOnly' } });
    expect(schema('User', 'properties', 'groups')).not.toHaveProperty('readOnly');
  });

  test('refers to the extension by its URN', () => {
    expect(schema('User', 'properties', ENTERPRISE)).toEqual({ $ref: '#/components/schemas/EnterpriseUser' });
  });
});

describe('what is written', () => {
  test('has what clients may give, down to sub-attributes', () => {
    const properties = names(schema('UserWrite', 'properties'));
    expect(properties).toEqual(expect.arrayContaining(['schemas', 'externalId', 'userName', 'password', 'active']));
    for (const name of ['id', 'meta', 'groups']) expect(properties).not.toContain(name);
    expect(names(schema('GroupMemberWrite', 'properties'))).toEqual(['value', '$ref', 'type']);
    expect(names(schema('EnterpriseUserManagerWrite', 'properties'))).toEqual(['value', '$ref']);
  });

  test('demands what is required, and keeps defaults', () => {
    expect(schema('UserWrite', 'required')).toEqual(['schemas', 'userName']);
    expect(schema('UserWrite', 'properties', 'active', 'default')).toBe(true);
    expect(schema('User', 'properties', 'active', 'default')).toBeUndefined();
  });

  test('demands an extension that is required', () => {
    const user = source.resources['User'];
    if (user === undefined) throw new Error('no User');
    const extensions = [{ schema: 'EnterpriseUser', required: true }];
    const stricter = publish({ ...source, resources: { ...source.resources, User: { ...user, extensions } } });
    expect(at(stricter, 'components', 'schemas', 'UserWrite', 'required')).toEqual(['schemas', 'userName', ENTERPRISE]);
    expect(at(stricter, 'components', 'schemas', 'User', 'required')).toEqual(['schemas', 'id']);
  });
});

test('what is listed is a page of what is read', () => {
  expect(schema('UserList', 'properties', 'Resources', 'items')).toEqual({ $ref: '#/components/schemas/User' });
  expect(names(schema('UserList', 'properties'))).toEqual(
    expect.arrayContaining(['schemas', 'totalResults', 'startIndex', 'itemsPerPage']),
  );
});

test('a page of all types lists resources with what all have, open for what only some have', () => {
  expect(schema('ResourceList', 'properties', 'Resources', 'items')).toEqual({ $ref: '#/components/schemas/Resource' });
  expect(names(schema('Resource', 'properties'))).toEqual(['schemas', 'id', 'externalId', 'meta']);
  expect(schema('Resource', 'required')).toEqual(['schemas', 'id']);
  expect(schema('Resource', 'additionalProperties')).toBe(true);
});

describe('a complex attribute', () => {
  const refers = (name: string) => ({ $ref: `#/components/schemas/${name}` });

  test('has a schema of its own, named after the resource and one of its values', () => {
    expect(schema('User', 'properties', 'name')).toEqual(refers('UserName'));
    expect(schema('User', 'properties', 'addresses', 'items')).toEqual(refers('UserAddress'));
    expect(schema('SchemaDefinition', 'properties', 'attributes', 'items')).toEqual(
      refers('SchemaDefinitionAttribute'),
    );
    expect(schema('SchemaDefinitionAttribute', 'properties', 'subAttributes', 'items')).toEqual(
      refers('SchemaDefinitionAttributeSubAttribute'),
    );
    expect(schema('PatchOp', 'properties', 'Operations', 'items')).toEqual(refers('PatchOpOperation'));
  });

  test('has the same one in both directions, unless they carry different things', () => {
    expect(schema('UserWrite', 'properties', 'emails', 'items')).toEqual(refers('UserEmail'));
    expect(schema('GroupWrite', 'properties', 'members', 'items')).toEqual(refers('GroupMemberWrite'));
    expect(schema('Group', 'properties', 'members', 'items')).toEqual(refers('GroupMember'));
  });

  test('that every resource has is named without the resource', () => {
    for (const name of ['User', 'Group', 'ResourceType'])
      expect(schema(name, 'properties', 'meta')).toEqual(refers('Meta'));
  });

  test('whose name another schema has is refused', () => {
    const UserPhoto = { type: 'object', description: 'Something else.' };
    const components = { ...source.components, schemas: { ...source.components['schemas'], UserPhoto } };
    expect(() => publish({ ...source, components })).toThrow(
      'two schemas would be named UserPhoto: rename the attribute or the schema',
    );
  });
});

describe('references', () => {
  test('all lead somewhere, and every component is reached', () => {
    const text = JSON.stringify({ ...document, components: { ...document.components, securitySchemes: {} } });
    for (const [kind, components] of Object.entries(document.components)) {
      for (const name of Object.keys(components)) {
        if (kind !== 'securitySchemes') expect(text).toContain(`"#/components/${kind}/${name}"`);
      }
    }
  });

  test('a component that nothing refers to is left out, and so is a kind that has none left', () => {
    const unused = {
      ...source.components,
      examples: { Unused: {} },
      schemas: { ...source.components['schemas'], Unused: { type: 'object' } },
    };
    expect(publish({ ...source, components: unused })).toEqual(document);
  });

  test('one to what does not exist is refused', () => {
    const broken = { ...source.components, schemas: {} };
    expect(() =>
      publish({
        ...source,
        components: { ...broken, schemas: { ListResponse: source.components['schemas']?.['ListResponse'] ?? {} } },
      }),
    ).toThrow(/^the document refers to #\/components\/schemas\/(PatchOp|Error), which does not exist$/);
  });

  test('a property named $ref is none', () => {
    expect(schema('GroupMember', 'properties', '$ref', 'type')).toBe('string');
  });
});

test('the source is not touched', () => {
  const before = structuredClone(source);
  publish(source);
  expect(source).toEqual(before);
});
