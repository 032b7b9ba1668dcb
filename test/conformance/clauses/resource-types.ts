// Resource types (RFC 7643 section 6).
import type { Chapter } from '../suite/clause.js';
import { hold, need, refused, same, status } from '../suite/finding.js';
import type { Subject } from '../suite/subject.js';
import { everyType, once } from '../suite/check.js';

const HELD_IN = 'src/discovery/schemas.ts';

export const resourceTypes: Chapter = {
  title: 'Resource types',
  tests: ['test/conformance/discovery.test.ts'],
  clauses: [
    {
      id: 'type-name',
      rfc: 7643,
      section: '6',
      quote: 'This name is referenced by the "meta.resourceType" attribute in all resources. REQUIRED.',
      severity: 'MUST',
      heldIn: HELD_IN,
      check: everyType(async (type) => {
        const { meta } = await type.create();
        same(meta?.resourceType, type.name, 'meta.resourceType');
      }),
    },
    {
      id: 'type-description',
      rfc: 7643,
      section: '6',
      quote: 'When applicable, service providers MUST specify the description.',
      severity: 'MUST',
      heldIn: HELD_IN,
      check: once(async ({ profile }) => {
        for (const { name, description } of profile.resourceTypes) {
          hold(typeof description === 'string' && description !== '', `${name} has no description`);
        }
      }),
    },
    {
      id: 'type-endpoint',
      rfc: 7643,
      section: '6',
      quote:
        'The resource type\'s HTTP-addressable endpoint relative to the Base URL of the service provider, e.g., "Users". REQUIRED.',
      severity: 'MUST',
      heldIn: HELD_IN,
      check: everyType(async (type) => {
        status(await type.list({ count: 1 }), 200);
      }),
    },
    {
      id: 'type-endpoint-plural',
      rfc: 7644,
      section: '3.2',
      quote:
        "Service providers that support extended resources SHOULD define resource endpoints using the convention of pluralizing the resource name defined in the extended schema, by appending an 's'.",
      severity: 'SHOULD',
      heldIn: 'openapi/resources.yaml',
      check: everyType(async ({ name, endpoint }) => {
        hold(endpoint !== `/${name}`, `the endpoint is ${endpoint}, in the singular`);
      }),
    },
    {
      id: 'type-schema',
      rfc: 7643,
      section: '6',
      quote: 'This MUST be equal to the "id" attribute of the associated "Schema" resource. REQUIRED.',
      severity: 'MUST',
      heldIn: HELD_IN,
      check: once(async (subject) => {
        for (const { name, schema } of subject.profile.resourceTypes) known(subject, schema, name);
      }),
    },
    {
      id: 'type-extension-schema',
      rfc: 7643,
      section: '6',
      quote: 'This MUST be equal to the "id" attribute of a "Schema" resource. REQUIRED.',
      severity: 'MUST',
      heldIn: HELD_IN,
      check: once(async (subject) => {
        const extended = subject.profile.resourceTypes.filter(
          ({ schemaExtensions = [] }) => schemaExtensions.length > 0,
        );
        need(extended.length > 0, 'no resource type has an extension');
        for (const { name, schemaExtensions } of extended) {
          for (const { schema, required } of schemaExtensions) {
            known(subject, schema, name);
            same(typeof required, 'boolean', `the type of required of ${schema}`);
          }
        }
      }),
    },
    {
      id: 'type-required-extension',
      rfc: 7643,
      section: '6',
      quote:
        'If true, a resource of this type MUST include this schema extension and also include any attributes declared as required in this schema extension.',
      severity: 'MUST',
      heldIn: 'src/spec/derive.ts',
      check: everyType(async (type) => {
        const extension = type.profile.extensions.find(({ required }) => required);
        need(extension !== undefined, 'has no extension that is required');
        const body = await type.sample();
        hold(
          (await type.createOf(body))[extension.schema] !== undefined ||
            extension.attributes.every(({ required }) => !required),
          `${extension.schema} is missing`,
        );
        const { [extension.schema]: _left, ...without } = body;
        refused(await type.post({ ...without, schemas: [type.profile.schema] }));
      }),
    },
    {
      id: 'type-read-only',
      rfc: 7643,
      section: '6',
      quote:
        'Resource type resources are READ-ONLY and identified using the following schema URI: "urn:ietf:params:scim:schemas:core:2.0:ResourceType".',
      severity: 'MUST',
      heldIn: 'openapi/paths/ResourceType.yaml',
      check: once(async ({ http, profile }) => {
        for (const type of profile.resourceTypes) {
          same(type.schemas, ['urn:ietf:params:scim:schemas:core:2.0:ResourceType'], 'schemas');
          refused(
            await http.request('PUT', `/ResourceTypes/${type.name}`, { body: { ...type, description: 'changed' } }),
          );
          refused(await http.request('DELETE', `/ResourceTypes/${type.name}`));
        }
      }),
    },
  ],
};

function known({ profile }: Subject, urn: string, type: string): void {
  hold(
    profile.schemas.some(({ id }) => id === urn),
    `${type} names ${urn}, which /Schemas has not`,
  );
}
