// A new attribute of each data type on users: a table of what it is and of values of it, and the exchange that every
// data type has to stand.
import type { Json, JsonObject } from '../../src/spec/json.js';
import type { Edit } from './edit.js';

const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
const BULK = 'urn:ietf:params:scim:api:messages:2.0:BulkRequest';
const PATCH = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';
const SEARCH = 'urn:ietf:params:scim:api:messages:2.0:SearchRequest';

interface Row {
  readonly name: string;
  /** As it is written in openapi/schemas/User.yaml. */
  readonly schema: JsonObject;
  /** As /Schemas has it, beside its name, its description and what every attribute has here. */
  readonly listed: JsonObject;
  /** Two values, in the order in which they sort. */
  readonly values: readonly [Json, Json];
  /** Finds the second value alone. */
  readonly filter: string;
  readonly wrong: Json;
  /** What is said of the wrong value. */
  readonly detail: string;
  /** A value that doesn't compile. */
  readonly otherType: string;
  readonly isIndexed?: boolean;
}

const TEXT = { caseExact: false, uniqueness: 'none' };

const ROWS: readonly Row[] = [
  {
    name: 'nickname2',
    schema: { type: 'string', 'x-scim': { caseExact: false, index: true } },
    listed: { type: 'string', ...TEXT },
    values: ['Amber', 'blue'],
    filter: 'nickname2 eq "BLUE"',
    wrong: 7,
    detail: 'nickname2 must be a string, not 7',
    otherType: '7',
    isIndexed: true,
  },
  {
    name: 'remote',
    schema: { type: 'boolean' },
    listed: { type: 'boolean' },
    values: [false, true],
    filter: 'remote eq true',
    wrong: 'maybe',
    detail: 'remote must be a boolean, not "maybe"',
    otherType: '"true"',
  },
  {
    name: 'floor',
    schema: { type: 'integer', 'x-scim': { index: true } },
    listed: { type: 'integer', uniqueness: 'none' },
    values: [7, 10],
    filter: 'floor gt 7',
    wrong: 7.5,
    detail: 'floor must be an integer, not 7.5',
    otherType: '"7"',
    isIndexed: true,
  },
  {
    name: 'allowance',
    schema: { type: 'number' },
    listed: { type: 'decimal', uniqueness: 'none' },
    values: [9.75, 10.5],
    filter: 'allowance ge 10.5',
    wrong: '10.5',
    detail: 'allowance must be a number, not "10.5"',
    otherType: '"10.5"',
  },
  {
    name: 'hired',
    schema: { type: 'string', format: 'date-time' },
    listed: { type: 'dateTime', uniqueness: 'none' },
    // As instants; as text the second stands before the first.
    values: ['2026-01-01T00:30:00Z', '2026-01-01T00:00:00-01:00'],
    filter: 'hired ge "2026-01-01T01:00:00Z"',
    wrong: 'yesterday',
    detail: 'hired must be a date and time with its zone such as "2011-05-13T04:42:34Z", not "yesterday"',
    otherType: '7',
  },
  {
    name: 'thumbprint',
    schema: { type: 'string', format: 'byte' },
    listed: { type: 'binary', ...TEXT },
    values: ['AAEC', 'AAED'],
    filter: 'thumbprint eq "AAED"',
    wrong: 'not base64',
    detail: 'thumbprint must be base64 (RFC 4648 section 4), not "not base64"',
    otherType: '7',
  },
  {
    name: 'homepage',
    schema: {
      type: 'string',
      format: 'uri-reference',
      'x-scim': { caseExact: true, referenceTypes: ['external'] },
    },
    listed: { type: 'reference', caseExact: true, uniqueness: 'none', referenceTypes: ['external'] },
    values: ['https://example.com/A', 'https://example.com/a'],
    filter: 'homepage sw "https://example.com/a"',
    wrong: 'no uri',
    detail: 'homepage must be a URI, absolute or relative (RFC 3986), not "no uri"',
    otherType: '7',
  },
  {
    name: 'labels',
    schema: { type: 'array', items: { type: 'string' }, 'x-scim': { caseExact: false } },
    listed: { type: 'string', ...TEXT },
    values: [['ash'], ['elm', 'Oak']],
    filter: 'labels eq "OAK"',
    wrong: ['ash', 7],
    detail: 'labels.1 must be a string, not 7',
    otherType: '"ash"',
  },
  {
    name: 'licences',
    schema: {
      type: 'array',
      items: {
        type: 'object',
        required: ['value'],
        properties: {
          value: { type: 'string', description: 'The product.', 'x-scim': { caseExact: false, index: true } },
          seats: { type: 'integer', description: 'How many may use it.' },
          primary: { type: 'boolean', description: 'Whether it is the main one.' },
        },
      },
    },
    listed: {
      type: 'complex',
      subAttributes: [
        { name: 'value', type: 'string', required: true, caseExact: false },
        { name: 'seats', type: 'integer', required: false },
        { name: 'primary', type: 'boolean', required: false },
      ],
    },
    values: [[{ value: 'CAD', seats: 2 }], [{ value: 'Atlas' }, { value: 'Mail', seats: 10, primary: true }]],
    filter: 'licences[value eq "mail" and seats gt 2]',
    wrong: [{ seats: 1 }],
    detail: 'licences.0 needs value',
    otherType: '[{ value: 7 }]',
    isIndexed: true,
  },
];

/** One edit a data type. */
export function attributeEdits(): Edit[] {
  return ROWS.map((row) => {
    const { name, schema, isIndexed = false } = row;
    const isList = schema['type'] === 'array';
    const field = isList ? `${name}.value` : name;
    const title = `a new attribute: ${isList ? 'multi-valued ' : ''}${String(row.listed['type'])}`;
    return {
      title,
      overlay: { schemas: { User: { properties: { [name]: { description: DESCRIPTION, ...schema } } } } },
      published: {
        components: {
          schemas: {
            User: { properties: { [name]: { description: DESCRIPTION, type: schema['type'] ?? null } } },
            UserWrite: { properties: { [name]: { type: schema['type'] ?? null } } },
          },
        },
      },
      indexes: !isIndexed
        ? []
        : isList
          ? [`+User scim:k.${field},_id`, `+User scim:s.${field}`]
          : [`+User scim:s.${field},_id`],
      program: program(row),
      exchange: { title, source: 'RFC 7643 section 2.3', steps: steps(row) },
    };
  });
}

const DESCRIPTION = 'What the edit adds.';

function program({ name, values, otherType }: Row): string {
  return [
    `const given: Schemas['UserWrite'] = { schemas: [], userName: 'a', ${name}: ${JSON.stringify(values[0])} };`,
    `const read: Schemas['User']['${name}'] = given.${name};`,
    `// @ts-expect-error: another type`,
    `const other: Schemas['UserWrite'] = { schemas: [], userName: 'a', ${name}: ${otherType} };`,
    `export { given, read, other };`,
  ].join('\n');
}

function steps({ name, schema, listed, values, filter, wrong, detail }: Row): Edit['exchange']['steps'] {
  const user = (of: string, value: Json): JsonObject => ({
    schemas: [USER],
    userName: `${of}-{{unique}}`,
    [name]: value,
  });
  const patch = (operation: JsonObject): JsonObject => ({ schemas: [PATCH], Operations: [operation] });
  const found = (...ids: string[]): JsonObject => ({
    status: 200,
    headers: { 'content-type': 'application/scim+json; charset=utf-8' },
    body: { totalResults: ids.length, Resources: ids.map((id) => ({ id: `{{${id}}}` })) },
  });
  const refused = (scimType: string): JsonObject => ({
    status: 400,
    headers: { 'content-type': 'application/scim+json; charset=utf-8' },
    body: { status: '400', scimType, detail },
  });
  const [low, high] = values;
  const query = (parameters: Record<string, string>): string => new URLSearchParams(parameters).toString();
  return [
    {
      request: `GET /Schemas/${USER}`,
      expect: {
        status: 200,
        body: {
          attributes: {
            $contains: [
              {
                name,
                description: DESCRIPTION,
                multiValued: schema['type'] === 'array',
                required: false,
                mutability: 'readWrite',
                returned: 'default',
                ...listed,
              },
            ],
          },
        },
      },
    },
    { request: 'POST /Users', body: user('wrong', wrong), expect: refused('invalidValue') },
    ...[low, high].map((value, index) => ({
      request: 'POST /Users',
      body: user(String(index), value),
      expect: {
        status: 201,
        headers: { etag: 'W/"1"', location: { $matches: '/Users/' } },
        body: { [name]: value },
      },
      save: { [index === 0 ? 'low' : 'high']: 'body.id' },
    })),
    { request: `GET /Users?${query({ filter })}`, expect: found('high') },
    { request: 'POST /Users/.search', body: { schemas: [SEARCH], filter }, expect: found('high') },
    { request: `GET /Users?${query({ filter: `${name} pr`, sortBy: name })}`, expect: found('low', 'high') },
    {
      request: `GET /Users?${query({ filter: `${name} pr`, sortBy: name, sortOrder: 'descending' })}`,
      expect: found('high', 'low'),
    },
    {
      request: 'PATCH /Users/{{low}}',
      body: patch({ op: 'replace', path: name, value: wrong }),
      expect: refused('invalidValue'),
    },
    {
      request: 'PATCH /Users/{{low}}',
      body: patch({ op: 'replace', path: name, value: high }),
      expect: { status: 200, headers: { etag: 'W/"2"' }, body: { id: '{{low}}', [name]: high } },
    },
    {
      request: 'POST /Bulk',
      body: {
        schemas: [BULK],
        Operations: [
          { method: 'POST', path: '/Users', bulkId: 'new', data: user('bulk', low) },
          { method: 'POST', path: '/Users', bulkId: 'wrong', data: user('bulk-wrong', wrong) },
          { method: 'PATCH', path: '/Users/{{high}}', data: patch({ op: 'remove', path: name }) },
        ],
      },
      expect: {
        status: 200,
        body: {
          Operations: [
            { bulkId: 'new', status: '201', location: { $matches: '/Users/' } },
            { bulkId: 'wrong', status: '400', response: { detail } },
            { status: '200' },
          ],
        },
      },
    },
    {
      request: `GET /Users/{{high}}?attributes=${name}`,
      expect: {
        status: 200,
        headers: { etag: 'W/"2"' },
        body: { id: '{{high}}', userName: '$absent', [name]: '$absent' },
      },
    },
  ];
}
