// What every resource has: schemas, id, externalId, meta, extensions (RFC 7643 section 3).
import type { Chapter } from '../suite/clause.js';
import { hold, same, status } from '../suite/finding.js';
import { pick } from '../suite/pick.js';
import type { ResourceType } from '../suite/resource-type.js';
import { everyType, once } from '../suite/check.js';
import { freshText } from '../suite/values.js';
import { readOnlyValues } from './read-only.js';

export const resource: Chapter = {
  title: 'Resources and their common attributes',
  tests: ['test/conformance/users.test.ts', 'test/unit/representation/resource.test.ts'],
  clauses: [
    {
      id: 'schemas-not-empty',
      rfc: 7643,
      section: '3',
      quote:
        'All representations of SCIM schemas MUST include a non-empty array with value(s) of the URIs supported by that representation.',
      severity: 'MUST',
      heldIn: 'src/representation/resource.ts',
      check: everyType(async (type) => {
        const { schemas } = await type.create();
        hold(Array.isArray(schemas) && schemas.length > 0, `schemas is ${JSON.stringify(schemas)}`);
      }),
    },
    {
      id: 'schemas-of-its-type',
      rfc: 7643,
      section: '3',
      quote:
        'The "schemas" attribute for a resource MUST only contain values defined as "schema" and "schemaExtensions" for the resource\'s defined "resourceType".',
      severity: 'MUST',
      heldIn: 'src/representation/resource.ts',
      check: everyType(async (type) => {
        const known = [type.profile.schema, ...type.profile.extensions.map(({ schema }) => schema)];
        const stranger = (await withExtension(type)).find((urn) => !known.includes(urn));
        hold(stranger === undefined, `schemas has ${stranger}`);
      }),
    },
    {
      id: 'schemas-without-duplicates',
      rfc: 7643,
      section: '3',
      quote: 'Duplicate values MUST NOT be included.',
      severity: 'MUST',
      heldIn: 'src/representation/resource.ts',
      check: everyType(async (type) => {
        const body = await type.sample();
        const { schemas } = await type.createOf({ ...body, schemas: [...body['schemas'], ...body['schemas']] });
        same(schemas, [...new Set(schemas)], 'schemas');
      }),
    },
    {
      id: 'schemas-in-any-order',
      rfc: 7643,
      section: '3',
      quote: 'Value order is not specified and MUST NOT impact behavior.',
      severity: 'MUST',
      heldIn: 'src/schema/rules.ts',
      check: everyType(async (type) => {
        const place = pick.extensionText(type);
        const body = await type.sample([place, await type.value(place)]);
        status(await type.post({ ...body, schemas: [...body['schemas']].reverse() }), 201);
      }),
    },
    {
      id: 'schemas-base',
      rfc: 7643,
      section: '3.3',
      quote:
        'The "schemas" attribute MUST contain at least one value, which SHALL be the base schema for the resource.',
      severity: 'MUST',
      heldIn: 'src/representation/resource.ts',
      check: everyType(async (type) => {
        const { schemas } = await type.create();
        hold(schemas.includes(type.profile.schema), `schemas is ${JSON.stringify(schemas)}`);
      }),
    },
    {
      id: 'schemas-extension',
      rfc: 7643,
      section: '3.3',
      quote: 'The "schemas" attribute MAY contain additional values indicating extended schemas that are in use.',
      severity: 'MAY',
      heldIn: 'src/representation/resource.ts',
      check: everyType(async (type) => {
        const { extension } = pick.extensionText(type);
        const schemas = await withExtension(type);
        hold(schemas.includes(extension ?? ''), `schemas is ${JSON.stringify(schemas)}, without ${extension}`);
      }),
    },
    {
      id: 'extension-as-container',
      rfc: 7643,
      section: '3.3',
      quote:
        'Except for the base object schema, the schema extension URI SHALL be used as a JSON container to distinguish attributes belonging to the extension namespace from base schema attributes.',
      severity: 'MUST',
      heldIn: 'src/schema/build.ts',
      check: everyType(async (type) => {
        const place = pick.extensionText(type);
        const value: unknown = await type.value(place);
        const created = await type.create([place, value]);
        const [top = ''] = place.name.split('.');
        hold(created[place.extension ?? '']?.[top] !== undefined, `${place.path} is not below its URN`);
      }),
    },
    {
      id: 'id-not-empty',
      rfc: 7643,
      section: '3.1',
      quote: 'Each representation of the resource MUST include a non-empty "id" value.',
      severity: 'MUST',
      heldIn: 'src/representation/resource.ts',
      check: everyType(async (type) => {
        const created = await type.create();
        const representations = [
          created,
          await type.read(created),
          await type.read(created, { attributes: 'externalId' }),
          await type.read(created, { excludedAttributes: 'id' }),
          ...(await type.listed({ count: 1 })),
        ];
        for (const { id } of representations) hold(typeof id === 'string' && id !== '', `id is ${JSON.stringify(id)}`);
      }),
    },
    {
      id: 'id-unique',
      rfc: 7643,
      section: '3.1',
      quote: "This identifier MUST be unique across the SCIM service provider's entire set of resources.",
      severity: 'MUST',
      heldIn: 'src/server.ts',
      check: once(async ({ types }) => {
        const all = types.flatMap((type) => [type, type]);
        const ids = await Promise.all(all.map(async (type): Promise<string> => (await type.create())['id']));
        same(new Set(ids).size, ids.length, 'the number of different ids');
      }),
    },
    {
      id: 'id-stable',
      rfc: 7643,
      section: '3.1',
      quote:
        'It MUST be a stable, non-reassignable identifier that does not change when the same resource is returned in subsequent requests.',
      severity: 'MUST',
      heldIn: 'src/representation/resource.ts',
      check: everyType(async (type) => {
        const created = await type.create();
        const again = await type.read(created);
        same(again['id'], created['id'], 'id');
        const put = await type.put(created, again);
        status(put, 200);
        same(put.body?.id, created['id'], 'id after a PUT');
      }),
    },
    {
      id: 'id-without-bulk-id',
      rfc: 7643,
      section: '3.1',
      quote: 'The string "bulkId" is a reserved keyword and MUST NOT be used within any unique identifier value.',
      severity: 'MUST',
      heldIn: 'src/server.ts',
      check: everyType(async (type) => {
        const { id } = await type.create();
        hold(!String(id).includes('bulkId'), `id is ${String(id)}`);
      }),
    },
    {
      id: 'external-id-of-the-client',
      rfc: 7643,
      section: '3.1',
      quote:
        'The value of the "externalId" attribute is always issued by the provisioning client and MUST NOT be specified by the service provider.',
      severity: 'MUST',
      heldIn: 'openapi/schemas/Common.yaml',
      check: everyType(async (type) => {
        const { externalId } = await type.create();
        hold(externalId === undefined, `externalId is ${JSON.stringify(externalId)}, which no client gave`);
      }),
    },
    {
      id: 'external-id-case-exact',
      rfc: 7643,
      section: '3.1',
      quote: 'This attribute has "caseExact" as "true" and a mutability of "readWrite".',
      severity: 'MUST',
      heldIn: 'openapi/schemas/Common.yaml',
      check: everyType(async (type) => {
        const created = await type.createOf({ ...(await type.sample()), externalId: freshText() });
        const next = freshText();
        const put = await type.put(created, { ...created, externalId: next });
        status(put, 200);
        same(put.body?.externalId, next, 'externalId');
      }),
    },
    {
      id: 'read-only-stays',
      rfc: 7643,
      section: '7',
      quote: 'The attribute SHALL NOT be modified.',
      severity: 'MUST',
      heldIn: 'src/schema/canonicalise.ts',
      check: everyType(async (type) => {
        const created = await type.create();
        status(await type.put(created, await type.changed(created, ...readOnlyValues(type))), 200);
        const after = await type.read(created);
        for (const [{ attribute, path }] of readOnlyValues(type)) {
          if (attribute.name !== 'meta') same(after[attribute.name], created[attribute.name], path);
        }
      }),
    },
  ],
};

async function withExtension(type: ResourceType): Promise<string[]> {
  const places = type.all(
    (place) => place.extension !== undefined && place.parent === undefined && type.isUsable(place),
  );
  const given = await Promise.all(places.slice(0, 1).map(async (place) => [place, await type.value(place)] as const));
  return (await type.create(...given))['schemas'];
}
