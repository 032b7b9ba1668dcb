// /ResourceTypes and /Schemas (RFC 7643 sections 6 and 7, RFC 7644 section 4).
import type { Chapter } from '../suite/clause.js';
import { error, hold, same, status } from '../suite/finding.js';
import { once } from '../suite/check.js';
import type { Subject } from '../suite/subject.js';
import { LIST_RESPONSE } from './paging.js';

const HELD_IN = 'src/discovery/schemas.ts';
const SCHEMA_OF_SCHEMAS = 'urn:ietf:params:scim:schemas:core:2.0:Schema';

export const schemas: Chapter = {
  title: 'Schemas and resource types',
  tests: ['test/conformance/discovery.test.ts', 'test/unit/schema/build.test.ts'],
  clauses: [
    {
      id: 'schemas-listed',
      rfc: 7644,
      section: '4',
      quote:
        'An HTTP GET to the endpoint "/Schemas" SHALL return all supported schemas in ListResponse format (see Figure 3).',
      severity: 'MUST',
      heldIn: HELD_IN,
      check: once(async ({ http, profile }) => {
        const { body } = await http.request('GET', '/Schemas');
        same(
          [body?.schemas, body?.totalResults],
          [[LIST_RESPONSE], profile.schemas.length],
          'schemas and totalResults',
        );
        const known = profile.schemas.map(({ id }) => id);
        for (const { schema, extensions } of profile.types) {
          for (const urn of [schema, ...extensions.map((extension) => extension.schema)]) {
            hold(known.includes(urn), `${urn} is missing`);
          }
        }
      }),
    },
    {
      id: 'schemas-and-types-one-by-one',
      rfc: 7644,
      section: '4',
      quote:
        'In cases where a request is for a specific "ResourceType" or "Schema", the single JSON object is returned in the same way that a single User or Group is retrieved, as per Section 3.4.1.',
      severity: 'MUST',
      heldIn: HELD_IN,
      check: once(async ({ http, profile }) => {
        for (const [endpoint, resources, key] of [
          ['/Schemas', profile.schemas, 'id'],
          ['/ResourceTypes', profile.resourceTypes, 'name'],
        ] as const) {
          for (const resource of resources) {
            const reply = await http.request('GET', `${endpoint}/${resource[key]}`);
            status(reply, 200);
            same(reply.body, resource, reply.request);
          }
        }
      }),
    },
    {
      id: 'discovery-list-response',
      rfc: 7644,
      section: '4',
      quote:
        'When returning multiple ResourceTypes or Schemas, the message form described by the "urn:ietf:params:scim:api:messages:2.0:ListResponse" (ListResponse) form SHALL be used as shown in Figure 3 and in Figure 9 below.',
      severity: 'MUST',
      heldIn: 'src/http/discovery-actions.ts',
      check: once(async ({ http }) => {
        for (const path of LISTS) {
          const { body } = await http.request('GET', path);
          same([body?.schemas, body?.Resources?.length], [[LIST_RESPONSE], body?.totalResults], path);
        }
      }),
    },
    {
      id: 'discovery-ignores-parameters',
      rfc: 7644,
      section: '4',
      quote:
        'Query parameters described in Section 3.4.2, such as filtering, sorting, and pagination, SHALL be ignored.',
      severity: 'MUST',
      heldIn: 'src/http/discovery-actions.ts',
      check: once(async ({ http }) => {
        for (const path of LISTS) {
          const all = await http.request('GET', path);
          const asked = await http.request('GET', `${path}?startIndex=2&count=1&sortBy=id&sortOrder=descending`);
          status(asked, 200);
          same(asked.body?.Resources, all.body?.Resources, `the resources of ${asked.request}`);
        }
      }),
    },
    {
      id: 'discovery-refuses-filters',
      rfc: 7644,
      section: '4',
      quote:
        'If a "filter" is provided, the service provider SHOULD respond with HTTP status code 403 (Forbidden) to ensure that clients cannot incorrectly assume that any matching conditions specified in a filter are true.',
      severity: 'SHOULD',
      heldIn: 'src/http/discovery-actions.ts',
      check: once(async ({ http }) => {
        for (const path of [...LISTS, '/ServiceProviderConfig']) {
          error(await http.request('GET', `${path}?filter=${encodeURIComponent('id pr')}`), 403);
        }
      }),
    },
    {
      id: 'schemas-without-messages',
      rfc: 7644,
      section: '3.1',
      quote:
        'As SCIM protocol messages are fixed and defined by SCIM specifications and registered extensions, SCIM message schemas using the above prefix URN SHALL NOT be discoverable using the "/Schemas" endpoint.',
      severity: 'MUST',
      heldIn: HELD_IN,
      check: once(async ({ profile }) => {
        const message = profile.schemas.find(({ id }) => String(id).startsWith('urn:ietf:params:scim:api:'));
        hold(message === undefined, `/Schemas has ${message?.id}`);
      }),
    },
    {
      id: 'schema-id-name-description',
      rfc: 7643,
      section: '7',
      quote: 'When applicable, service providers MUST specify the name, e.g., "User" or "Group".',
      severity: 'MUST',
      heldIn: HELD_IN,
      check: once(async ({ profile }) => {
        for (const { id, name, description } of profile.schemas) {
          for (const value of [id, name, description]) {
            hold(
              typeof value === 'string' && value !== '',
              `a schema has id ${id}, name ${name}, description ${description}`,
            );
          }
        }
      }),
    },
    {
      id: 'schema-id-is-a-uri',
      rfc: 7643,
      section: '7',
      quote:
        'The unique URI of the schema. When applicable, service providers MUST specify the URI, e.g., "urn:ietf:params:scim:schemas:core:2.0:User".',
      severity: 'MUST',
      heldIn: HELD_IN,
      check: once(async ({ profile }) => {
        const ids = profile.schemas.map(({ id }) => String(id));
        same(new Set(ids).size, ids.length, 'the number of different ids');
        for (const id of ids) hold(/^[a-z][a-z0-9+.-]*:\S+$/i.test(id), `a schema has the id ${id}`);
      }),
    },
    {
      id: 'schema-attribute-names',
      rfc: 7643,
      section: '2.1',
      quote: 'Attribute names MUST conform to the following ABNF rules:',
      severity: 'MUST',
      heldIn: 'openapi/vocabulary/schema.json',
      check: once(async (subject) => {
        everyAttribute(subject, (path, { name }) =>
          hold(/^\$?[A-Za-z][A-Za-z0-9$_-]*$/.test(name), `${path} has the name ${name}`),
        );
      }),
    },
    {
      id: 'schema-attribute-types',
      rfc: 7643,
      section: '7',
      quote: 'Valid values are "string", "boolean", "decimal", "integer", "dateTime", "reference", and "complex".',
      severity: 'MUST',
      heldIn: 'src/schema/build.ts',
      check: once(async (subject) => {
        // Section 2.3.6 has binary, which this list forgets.
        const types = ['string', 'boolean', 'decimal', 'integer', 'dateTime', 'reference', 'complex', 'binary'];
        everyAttribute(subject, (path, { type }) => hold(types.includes(type), `${path} has the type ${type}`));
      }),
    },
    {
      id: 'schema-sub-attributes',
      rfc: 7643,
      section: '7',
      quote:
        'When an attribute is of type "complex", there SHOULD be a corresponding schema attribute "subAttributes" defined, listing the sub-attributes of the attribute.',
      severity: 'SHOULD',
      heldIn: HELD_IN,
      check: once(async (subject) => {
        everyAttribute(subject, (path, { type, subAttributes }) =>
          hold(type !== 'complex' || subAttributes?.length > 0, `${path} is complex, without subAttributes`),
        );
      }),
    },
    {
      id: 'schema-simple-attributes',
      rfc: 7643,
      section: '1.2',
      quote: 'A simple attribute MUST NOT contain sub-attributes.',
      severity: 'MUST',
      heldIn: HELD_IN,
      check: once(async (subject) => {
        everyAttribute(subject, (path, { type, subAttributes = [] }) =>
          hold(type === 'complex' || subAttributes.length === 0, `${path} is simple, with subAttributes`),
        );
      }),
    },
    {
      id: 'schema-depth',
      rfc: 7643,
      section: '2.3.8',
      quote: 'A complex attribute MUST NOT contain sub-attributes that have sub-attributes (i.e., that are complex).',
      severity: 'MUST',
      heldIn: 'src/spec/check/shapes.ts',
      check: once(async (subject) => {
        everyAttribute(subject, (path, { type }) =>
          hold(type !== 'complex' || !path.includes('.'), `${path} is complex`),
        );
      }),
    },
    {
      id: 'schema-attribute-description',
      rfc: 7643,
      section: '7',
      quote:
        "The attribute's human-readable description. When applicable, service providers MUST specify the description.",
      severity: 'MUST',
      heldIn: HELD_IN,
      check: once(async (subject) => {
        everyAttribute(subject, (path, { description }) =>
          hold(typeof description === 'string' && description !== '', `${path} has no description`),
        );
      }),
    },
    {
      id: 'schema-characteristics',
      rfc: 7643,
      section: '7',
      quote: 'A single keyword indicating the circumstances under which the value of the attribute can be (re)defined:',
      severity: 'MUST',
      heldIn: HELD_IN,
      check: once(async (subject) => {
        everyAttribute(subject, (path, attribute) => {
          for (const [name, keywords] of Object.entries(KEYWORDS)) {
            const value = attribute[name];
            hold(value === undefined || keywords.includes(value), `${name} of ${path} is ${JSON.stringify(value)}`);
          }
        });
      }),
    },
    {
      id: 'schema-reference-types',
      rfc: 7643,
      section: '2.3.7',
      quote:
        'A reference has a "referenceTypes" attribute that indicates what types of resources may be linked, as per Section 7 of this document.',
      severity: 'MUST',
      heldIn: HELD_IN,
      check: once(async (subject) => {
        everyAttribute(subject, (path, { type, referenceTypes = [] }) =>
          hold(type !== 'reference' || referenceTypes.length > 0, `${path} is a reference, without referenceTypes`),
        );
      }),
    },
  ],
};

const LISTS = ['/Schemas', '/ResourceTypes'];

const KEYWORDS: Readonly<Record<string, readonly unknown[]>> = {
  multiValued: [true, false],
  required: [true, false],
  caseExact: [true, false],
  mutability: ['readOnly', 'readWrite', 'immutable', 'writeOnly'],
  returned: ['always', 'never', 'default', 'request'],
  uniqueness: ['none', 'server', 'global'],
};

/** Attributes and sub-attributes of all schemas but that of schemas, which has its own rules (RFC 7643 section 7). */
function everyAttribute({ profile }: Subject, look: (path: string, attribute: any) => void): void {
  for (const { id, attributes = [] } of profile.schemas.filter((schema) => schema.id !== SCHEMA_OF_SCHEMAS)) {
    for (const attribute of attributes) {
      look(`${id}:${attribute.name}`.replaceAll('.', '·'), attribute);
      for (const sub of attribute.subAttributes ?? [])
        look(`${`${id}:${attribute.name}`.replaceAll('.', '·')}.${sub.name}`, sub);
    }
  }
}
