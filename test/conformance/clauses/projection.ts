// Which attributes are returned: `returned`, `attributes`, `excludedAttributes` (RFC 7643 section 7, RFC 7644 section
// 3.9).
import type { Chapter } from '../suite/clause.js';
import { hold, same, status } from '../suite/finding.js';
import { isPlain, pick } from '../suite/pick.js';
import type { Place, Resource } from '../suite/place.js';
import { has, valueAt } from '../suite/place.js';
import type { Query, ResourceType } from '../suite/resource-type.js';
import { everyType } from '../suite/check.js';
import { isEqual } from '../suite/values.js';

export const projection: Chapter = {
  title: 'Which attributes are returned',
  tests: ['test/conformance/projection.test.ts', 'test/unit/representation/projection.test.ts'],
  clauses: [
    {
      id: 'attributes-override',
      rfc: 7644,
      section: '3.9',
      quote:
        'When specified, the default list of attributes SHALL be overridden, and each resource returned MUST contain the minimum set of resource attributes and any attributes or sub-attributes explicitly requested by the "attributes" parameter.',
      severity: 'MUST',
      heldIn: 'src/representation/projection.ts',
      check: everyType(async (type) => {
        const place = pick.text(type);
        for (const resource of await everyAnswer(type, place, { attributes: place.path })) {
          hold(has(resource, place), `${place.path} is missing`);
          hold(typeof resource['id'] === 'string', 'id is missing');
          hold(resource['meta'] === undefined, 'meta is there, which was not asked for');
        }
      }),
    },
    {
      id: 'attributes-sub-attribute',
      rfc: 7644,
      section: '3.9',
      quote:
        'The query parameter attributes value is a comma-separated list of resource attribute names in standard attribute notation (Section 3.10) form (e.g., userName, name, emails).',
      severity: 'MUST',
      heldIn: 'src/representation/projection.ts',
      check: everyType(async (type) => {
        const created = await type.create();
        const { meta, ...others } = await type.read(created, { attributes: 'meta.created,meta.location' });
        same(Object.keys(meta ?? {}).sort(), ['created', 'location'], 'the sub-attributes of meta');
        hold(others['id'] !== undefined, 'id is missing');
      }),
    },
    {
      id: 'excluded-attributes',
      rfc: 7644,
      section: '3.9',
      quote:
        'Additionally, the default set of attributes minus those attributes listed in "excludedAttributes" is returned.',
      severity: 'MUST',
      heldIn: 'src/representation/projection.ts',
      check: everyType(async (type) => {
        const place = type.some('attribute that is returned by default', (each) => {
          return isPlain(type)(each) && each.attribute.returned === 'default' && each.parent === undefined;
        });
        for (const resource of await everyAnswer(type, place, { excludedAttributes: place.path })) {
          hold(!has(resource, place), `${place.path} is there, although it is excluded`);
          hold(resource['id'] !== undefined && resource['meta'] !== undefined, 'id or meta is missing');
        }
      }),
    },
    {
      id: 'excluded-attributes-always',
      rfc: 7644,
      section: '3.4.2.5',
      quote:
        'This parameter SHALL have no effect on attributes whose schema "returned" setting is "always" (see Sections 2.2 and 7 of [RFC7643]).',
      severity: 'MUST',
      heldIn: 'src/representation/projection.ts',
      check: everyType(async (type) => {
        const created = await type.create();
        same((await type.read(created, { excludedAttributes: 'id' }))['id'], created['id'], 'id');
      }),
    },
    {
      id: 'attributes-of-lists',
      rfc: 7644,
      section: '3.4.2.5',
      quote:
        'SCIM clients MAY use one of these two OPTIONAL parameters, which MUST be supported by SCIM service providers:',
      severity: 'MUST',
      heldIn: 'src/http/actions.ts',
      needs: ['filter'],
      check: everyType(async (type) => {
        const place = pick.text(type);
        const created = await type.create([place, await type.value(place)]);
        const filter = `id eq "${String(created['id'])}"`;
        const [only] = await type.listed({ filter, attributes: place.path });
        hold(has(only ?? {}, place) && only?.['meta'] === undefined, `attributes gives ${JSON.stringify(only)}`);
        const [rest] = await type.listed({ filter, excludedAttributes: 'meta' });
        hold(
          rest?.['meta'] === undefined && rest?.['id'] !== undefined,
          `excludedAttributes gives ${JSON.stringify(rest)}`,
        );
      }),
    },
    {
      id: 'returned-default',
      rfc: 7643,
      section: '7',
      quote:
        'The attribute is returned by default in all SCIM operation responses where attribute values are returned.',
      severity: 'MUST',
      heldIn: 'src/representation/projection.ts',
      check: everyType(async (type) => {
        const places = type.all((place) => isPlain(type)(place) && place.parent === undefined);
        const created = await type.create(
          ...(await Promise.all(places.map(async (place) => [place, await type.value(place)] as const))),
        );
        const put = await type.put(created, created);
        for (const resource of [created, await type.read(created), put.body]) {
          for (const place of places) hold(has(resource, place), `${place.path} is missing`);
        }
      }),
    },
    {
      id: 'returned-always',
      rfc: 7643,
      section: '7',
      quote: 'The attribute is always returned, regardless of the contents of the "attributes" parameter.',
      severity: 'MUST',
      heldIn: 'src/representation/projection.ts',
      check: everyType(async (type) => {
        const places = type.all((place) => {
          return (
            place.attribute.returned === 'always' &&
            place.parent === undefined &&
            (type.isUsable(place) || place.name === 'id')
          );
        });
        const given = places.filter((place) => type.isUsable(place));
        const created = await type.create(
          ...(await Promise.all(given.map(async (place) => [place, await type.value(place)] as const))),
        );
        const paths = places.map(({ path }) => path).join(',');
        for (const query of [{ attributes: 'externalId' }, { excludedAttributes: paths }]) {
          const resource = await type.read(created, query);
          for (const place of places)
            hold(has(resource, place), `${place.path} is missing with ${JSON.stringify(query)}`);
        }
      }),
    },
    {
      id: 'returned-never',
      rfc: 7643,
      section: '7',
      quote: 'The attribute is never returned.',
      severity: 'MUST',
      heldIn: 'src/representation/projection.ts',
      check: everyType(async (type) => {
        const place = pick.returned(type, 'never');
        for (const query of [{}, { attributes: place.path }]) {
          for (const resource of await everyAnswer(type, place, query)) {
            hold(!has(resource, place), `${place.path} is returned with ${JSON.stringify(query)}`);
          }
        }
      }),
    },
    {
      id: 'returned-request-unasked',
      rfc: 7643,
      section: '7',
      quote: 'The attribute is returned in a SCIM query operation only if specified in the "attributes" parameter.',
      severity: 'MUST',
      heldIn: 'src/representation/projection.ts',
      needs: ['filter'],
      check: everyType(async (type) => {
        const place = pick.returned(type, 'request');
        const value: unknown = await type.value(place);
        const created = await type.create([place, value]);
        const filter = `id eq "${String(created['id'])}"`;
        hold(!has(await type.read(created), place), `${place.path} is returned unasked`);
        hold(!has((await type.listed({ filter }))[0] ?? {}, place), `${place.path} is returned unasked in a list`);
        const asked = await type.read(created, { attributes: place.path });
        hold(
          isEqual(place.attribute, value, valueAt(asked, place)),
          `${place.path} is missing although it was asked for`,
        );
      }),
    },
    {
      id: 'returned-request-when-given',
      rfc: 7643,
      section: '7',
      quote:
        'The attribute is returned in response to any PUT, POST, or PATCH operations if the attribute was specified by the client (for example, the attribute was modified).',
      severity: 'MUST',
      heldIn: 'src/representation/projection.ts',
      check: everyType(async (type) => {
        const place = pick.returned(type, 'request');
        const [created, put, patched] = await everyAnswer(type, place, {});
        hold(has(created ?? {}, place), `${place.path} was given in a POST and is not returned`);
        hold(has(put ?? {}, place), `${place.path} was given in a PUT and is not returned`);
        hold(patched === undefined || has(patched, place), `${place.path} was given in a PATCH and is not returned`);
      }),
    },
    {
      id: 'write-only-not-returned',
      rfc: 7643,
      section: '7',
      quote: 'Attribute values SHALL NOT be returned (e.g., because the value is a stored hash).',
      severity: 'MUST',
      heldIn: 'src/representation/projection.ts',
      check: everyType(async (type) => {
        const place = type.some('writeOnly attribute', (each) => {
          return each.parent === undefined && type.isUsable(each) && each.attribute.mutability === 'writeOnly';
        });
        const answers = await everyAnswer(type, place, {});
        const created = answers[0] ?? {};
        for (const resource of [
          ...answers,
          await type.read(created),
          await type.read(created, { attributes: place.path }),
        ]) {
          hold(!has(resource, place), `${place.path} is returned`);
        }
      }),
    },
  ],
};

/** What POST, PUT and PATCH of a value answer with a query. */
async function everyAnswer(type: ResourceType, place: Place, query: Query): Promise<Resource[]> {
  const posted = await type.post(await type.sample([place, await type.value(place)]), query);
  status(posted, 201);
  const read = await type.read(posted.body);
  const put = await type.put(read, await type.changed(read, [place, await type.value(place)]), query);
  status(put, 200);
  if (!type.subject.profile.features.has('patch')) return [posted.body, put.body];
  const operation = { op: 'replace', path: place.path, value: await type.value(place) };
  const patched = await type.patch(read, [operation], query);
  status(patched, 200, 204);
  return [posted.body, put.body, ...(patched.status === 200 ? [patched.body] : [])];
}
