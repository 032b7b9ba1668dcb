// POST: a new resource (RFC 7644 section 3.3).
import type { Chapter } from '../suite/clause.js';
import { error, hold, same, status } from '../suite/finding.js';
import { pick } from '../suite/pick.js';
import { has } from '../suite/place.js';
import { everyType } from '../suite/check.js';
import { readOnlyValues } from './read-only.js';

export const create: Chapter = {
  title: 'Creating resources',
  tests: ['test/conformance/users.test.ts', 'test/conformance/groups.test.ts', 'test/conformance/bad-input.test.ts'],
  clauses: [
    {
      id: 'create-201',
      rfc: 7644,
      section: '3.3',
      quote:
        'When the service provider successfully creates the new resource, an HTTP response SHALL be returned with HTTP status code 201 (Created).',
      severity: 'MUST',
      heldIn: 'src/http/actions.ts',
      check: everyType(async (type) => {
        status(await type.post(await type.sample()), 201);
      }),
    },
    {
      id: 'create-body',
      rfc: 7644,
      section: '3.3',
      quote: "The response body SHOULD contain the service provider's representation of the newly created resource.",
      severity: 'SHOULD',
      heldIn: 'src/http/actions.ts',
      check: everyType(async (type) => {
        const reply = await type.post(await type.sample());
        hold(typeof reply.body?.id === 'string', `${reply.request} answered no resource: ${reply.text}`);
      }),
    },
    {
      id: 'create-location',
      rfc: 7644,
      section: '3.3',
      quote:
        'The URI of the created resource SHALL include, in the HTTP "Location" header and the HTTP body, a JSON representation [RFC7159] with the attribute "meta.location".',
      severity: 'MUST',
      heldIn: 'src/http/reply.ts',
      check: everyType(async (type) => {
        const reply = await type.post(await type.sample());
        const location = reply.headers.get('location') ?? '';
        hold(location.endsWith(type.at(reply.body)), `Location is ${location}, not the URI of ${type.at(reply.body)}`);
        same(reply.body?.meta?.location, location, 'meta.location');
      }),
    },
    {
      id: 'create-read-only',
      rfc: 7644,
      section: '3.3',
      quote:
        'In the request body, attributes whose mutability is "readOnly" (see Sections 2.2 and 7 of [RFC7643]) SHALL be ignored.',
      severity: 'MUST',
      heldIn: 'src/schema/canonicalise.ts',
      check: everyType(async (type) => {
        const given = readOnlyValues(type);
        const created = await type.create(...given);
        for (const [place, value] of given) {
          const kept = JSON.stringify(created[place.attribute.name]) === JSON.stringify(value);
          hold(!kept, `${place.path} is readOnly, and became ${JSON.stringify(value)}`);
        }
      }),
    },
    {
      id: 'create-null',
      rfc: 7644,
      section: '3.3',
      quote:
        'Clients that intend to override existing or server-defaulted values for attributes MAY specify "null" for a single-valued attribute or an empty array "[]" for a multi-valued attribute to clear all values.',
      severity: 'MAY',
      heldIn: 'src/schema/canonicalise.ts',
      check: everyType(async (type) => {
        // What the server gives a value of its own, it may give it again: null is the same as leaving out.
        const plain = await type.create();
        const places = type.all((place) => {
          return place.parent === undefined && type.isUsable(place) && !place.attribute.required && !has(plain, place);
        });
        const created = await type.create(
          ...places.map((place) => [place, place.attribute.multiValued ? [] : null] as const),
        );
        for (const place of places) hold(!has(created, place), `${place.path} was given as nothing, and has a value`);
      }),
    },
    {
      id: 'create-conflict',
      rfc: 7644,
      section: '3.3',
      quote:
        'the service provider MUST return HTTP status code 409 (Conflict) with a "scimType" error code of "uniqueness", as per Section 3.12.',
      severity: 'MUST',
      heldIn: 'src/storage/mongo/resource-store.ts',
      check: everyType(async (type) => {
        const place = pick.unique(type);
        const value: unknown = await type.value(place);
        await type.create([place, value]);
        error(await type.post(await type.sample([place, value])), 409, 'uniqueness');
      }),
    },
    {
      id: 'create-resource-type',
      rfc: 7644,
      section: '3.3.1',
      quote:
        'When adding a resource to a specific endpoint, the meta attribute "resourceType" SHALL be set by the HTTP service provider to the corresponding resource type for the endpoint.',
      severity: 'MUST',
      heldIn: 'src/representation/resource.ts',
      check: everyType(async (type) => {
        same((await type.create())['meta']?.resourceType, type.name, 'meta.resourceType');
      }),
    },
    {
      id: 'create-reflects-state',
      rfc: 7644,
      section: '3.1',
      quote: 'SCIM responses SHALL reflect resource state as interpreted by the SCIM service provider.',
      severity: 'MUST',
      heldIn: 'src/service/present.ts',
      check: everyType(async (type) => {
        const places = type.all((place) => place.parent === undefined && type.isUsable(place));
        const shown = places.filter(({ attribute }) => attribute.returned !== 'request');
        const created = await type.create(
          ...(await Promise.all(shown.map(async (place) => [place, await type.value(place)] as const))),
        );
        same(await type.read(created), created, 'what GET answers after POST');
      }),
    },
  ],
};
