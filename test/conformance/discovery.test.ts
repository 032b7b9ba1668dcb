// What the server says of itself (RFC 7644 4), and that its schemas are the ones of RFC 7643 8.7.
import { describe, expect, test } from '@jest/globals';
import { ENTERPRISE, GROUP, LIST, USER, expectError, fixture, serverUnderTest } from './subject.js';

const subject = serverUnderTest();

interface Attribute {
  readonly name: string;
  readonly subAttributes?: readonly Attribute[];
  readonly [characteristic: string]: unknown;
}

interface Schema {
  readonly id: string;
  readonly attributes: readonly Attribute[];
}

/** RFC 7643 2.2: what a characteristic is when a schema doesn't say. */
const DEFAULTS = {
  multiValued: false,
  required: false,
  caseExact: false,
  mutability: 'readWrite',
  returned: 'default',
  uniqueness: 'none',
};

/** Where the server's schemas differ from RFC 7643 8.7, and why. */
const DEVIATIONS: Readonly<Record<string, Readonly<Record<string, { readonly is: object; readonly why: string }>>>> = {
  [USER]: {
    'addresses.primary': { is: { type: 'boolean' }, why: '8.7.1 forgets it; 2.4 and the figures of 8.2 have it' },
  },
  [GROUP]: {
    displayName: { is: { required: true, uniqueness: 'server' }, why: '4.2 says REQUIRED; Entra ID wants it unique' },
    'members.display': { is: { type: 'string' }, why: '8.7.1 forgets it; 2.4 and the figure of 8.4 have it' },
  },
  'urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig': {
    etag: { is: { type: 'complex' }, why: '8.7.2 forgets it; 5 has it, REQUIRED' },
    'etag.supported': { is: { type: 'boolean' }, why: 'as etag' },
    'authenticationSchemes.type': { is: { type: 'string' }, why: '8.7.2 forgets it; 5 has it, REQUIRED' },
    'authenticationSchemes.primary': { is: { type: 'boolean' }, why: '8.7.2 forgets it; the figure of 8.5 has it' },
    pagination: { is: { type: 'complex' }, why: 'RFC 9865 4 adds it' },
    'pagination.cursor': { is: { type: 'boolean', required: true }, why: 'as pagination' },
    'pagination.index': { is: { type: 'boolean', required: true }, why: 'as pagination' },
    'pagination.defaultPaginationMethod': { is: { type: 'string' }, why: 'as pagination' },
    'pagination.defaultPageSize': { is: { type: 'integer' }, why: 'as pagination' },
    'pagination.maxPageSize': { is: { type: 'integer' }, why: 'as pagination' },
    'pagination.cursorTimeout': { is: { type: 'integer' }, why: 'as pagination' },
  },
  'urn:ietf:params:scim:schemas:core:2.0:ResourceType': {
    schemaExtensions: { is: { multiValued: true }, why: '6 has a list of them' },
  },
  'urn:ietf:params:scim:schemas:core:2.0:Schema': {
    'attributes.subAttributes.referenceTypes': { is: { multiValued: true }, why: '7 has an array of them' },
  },
};

/** The attributes by path, with every characteristic but the prose; an empty list says as much as none. */
function flatten(attributes: readonly Attribute[], parent = ''): Record<string, object> {
  return Object.fromEntries(
    attributes.flatMap(({ name, description, subAttributes = [], ...characteristics }) => {
      const path = `${parent}${name}`;
      const { canonicalValues, referenceTypes, ...rest } = characteristics as Record<string, unknown>;
      const lists = Object.entries({ canonicalValues, referenceTypes })
        .map(([key, list]) => [key, [...((list ?? []) as string[])].sort()] as const)
        .filter(([, list]) => list.length > 0);
      const own = { ...DEFAULTS, ...rest, ...Object.fromEntries(lists) };
      return [[path, own], ...Object.entries(flatten(subAttributes, `${path}.`))];
    }),
  );
}

const published: readonly Schema[] = fixture('rfc7643/schemas');

/** What the server shows of those that were given: a document may have more. */
function among<T extends Record<string, unknown>>(all: T, given: object): Partial<T> {
  return Object.fromEntries(Object.entries(all).filter(([name]) => name in given)) as Partial<T>;
}

describe('RFC 7643 8.7: /Schemas', () => {
  test('lists the schemas, each equal to the one that is answered singly', async () => {
    const list = await subject.client.get('/Schemas');
    expect(list.status).toBe(200);
    const { schemas, totalResults, itemsPerPage, startIndex, Resources } = list.body;
    expect({ schemas, totalResults, itemsPerPage, startIndex }).toEqual({
      schemas: [LIST],
      totalResults: Resources.length,
      itemsPerPage: Resources.length,
      startIndex: 1,
    });
    expect(Resources.map(({ id }: Schema) => id)).toEqual(expect.arrayContaining(published.map(({ id }) => id)));
    for (const schema of Resources) {
      const single = await subject.client.get(`/Schemas/${schema.id}`);
      expect(single.status).toBe(200);
      expect(single.body).toEqual(schema);
      expect(schema.meta).toMatchObject({ resourceType: 'Schema', location: `${subject.url}/Schemas/${schema.id}` });
    }
  });

  test.each(published)('$id is as published, but for the declared deviations', async ({ id, attributes }) => {
    const own = flatten((await subject.client.get(`/Schemas/${id}`)).body.attributes);
    const expected = flatten(attributes);
    for (const [path, { is }] of Object.entries(DEVIATIONS[id] ?? {})) {
      expect(own[path]).toMatchObject(is);
      expect(expected[path] ?? {}).not.toMatchObject(is);
      expected[path] = own[path] ?? {};
    }
    expect(among(own, expected)).toEqual(expected);
  });

  test("holds no null (Entra ID's validator fails on one)", async () => {
    expect((await subject.client.get('/Schemas')).text).not.toMatch(/:\s*null/);
  });

  test('404 for a schema that it does not have', async () => {
    expectError(await subject.client.get('/Schemas/urn:example:nothing'), 404);
  });
});

describe('RFC 7643 6: /ResourceTypes', () => {
  test('lists User and Group, and each type is the one that is answered singly', async () => {
    const list = await subject.client.get('/ResourceTypes');
    expect(list.status).toBe(200);
    const { length } = list.body.Resources;
    expect(list.body).toMatchObject({ schemas: [LIST], totalResults: length, itemsPerPage: length });
    const schemaExtensions = expect.arrayContaining([{ schema: ENTERPRISE, required: false }]);
    const meta = expect.objectContaining({ resourceType: 'ResourceType' });
    expect(list.body.Resources.slice(0, 2)).toMatchObject([
      { name: 'User', endpoint: '/Users', schema: USER, schemaExtensions, meta },
      { name: 'Group', endpoint: '/Groups', schema: GROUP, meta },
    ]);
    for (const type of list.body.Resources) {
      const single = await subject.client.get(`/ResourceTypes/${type.name}`);
      expect(single.status).toBe(200);
      expect(single.body).toEqual(type);
      expect(type.meta.location).toBe(`${subject.url}/ResourceTypes/${type.name}`);
    }
  });

  test('404 for a type that it does not have', async () => {
    expectError(await subject.client.get('/ResourceTypes/Robot'), 404);
  });
});

describe('RFC 7643 5: /ServiceProviderConfig', () => {
  test('is told without a token, and says what is supported', async () => {
    const reply = await subject.client.get('/ServiceProviderConfig', { authorization: '' });
    expect(reply.status).toBe(200);
    expect(reply.body).toMatchObject({
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig'],
      patch: { supported: true },
      bulk: { supported: true, maxOperations: 1000, maxPayloadSize: 1024 * 1024 },
      filter: { supported: true, maxResults: expect.any(Number) },
      changePassword: { supported: false },
      sort: { supported: true },
      pagination: { cursor: true, index: true },
      etag: { supported: true },
      authenticationSchemes: ['oauthbearertoken', 'oauth2'].map((type) => ({
        type,
        name: expect.any(String),
        description: expect.any(String),
      })),
      meta: { resourceType: 'ServiceProviderConfig', location: `${subject.url}/ServiceProviderConfig` },
    });
  });
});

describe('RFC 7644 4: discovery', () => {
  test.each(['/Schemas', '/ResourceTypes', '/ServiceProviderConfig'])('%s: a filter is 403', async (path) => {
    expectError(await subject.client.get(`${path}?filter=${encodeURIComponent('name eq "User"')}`), 403);
  });

  test('a parameter that is given twice, in whatever letters, is 400', async () => {
    for (const path of [
      '/Schemas',
      `/Schemas/${USER}`,
      '/ResourceTypes',
      '/ResourceTypes/User',
      '/ServiceProviderConfig',
    ])
      for (const query of ['filter=a&filter=b', 'filter=a&Filter=b'])
        expectError(await subject.client.get(`${path}?${query}`), 400, 'invalidValue');
  });

  test.each(['/Schemas', '/ResourceTypes', '/ServiceProviderConfig'])('%s is read-only: 405', async (path) => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const options = method === 'DELETE' ? {} : { body: {} };
      expectError(await subject.client.request(method, path, options), 405);
    }
  });
});
