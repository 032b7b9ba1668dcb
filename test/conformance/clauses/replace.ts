// PUT: a resource replaced (RFC 7644 section 3.5.1).
import type { Chapter } from '../suite/clause.js';
import { error, hold, refused, same, status } from '../suite/finding.js';
import { isPlain, pick } from '../suite/pick.js';
import { has, valueAt, without } from '../suite/place.js';
import { everyType } from '../suite/check.js';
import { isEqual } from '../suite/values.js';
import { readOnlyValues } from './read-only.js';

export const replace: Chapter = {
  title: 'Replacing resources',
  tests: ['test/conformance/users.test.ts', 'test/conformance/groups.test.ts', 'test/unit/schema/rules.test.ts'],
  clauses: [
    {
      id: 'put-supported',
      rfc: 7644,
      section: '3.5',
      quote: 'Implementers MUST support HTTP PUT as specified in Section 4.3 of [RFC7231].',
      severity: 'MUST',
      heldIn: 'openapi/paths/_resource.yaml',
      check: everyType(async (type) => {
        const created = await type.create();
        status(await type.put(created, created), 200);
      }),
    },
    {
      id: 'put-creates-nothing',
      rfc: 7644,
      section: '3.5.1',
      quote:
        'Because SCIM resource identifiers are assigned by the service provider, HTTP PUT MUST NOT be used to create new resources.',
      severity: 'MUST',
      heldIn: 'src/service/change.ts',
      check: everyType(async (type) => {
        const gone = await type.create();
        status(await type.delete(gone), 204);
        status(await type.put(gone, await type.sample()), 404);
        status(await type.get(gone), 404);
      }),
    },
    {
      id: 'put-replaces',
      rfc: 7644,
      section: '3.5.1',
      quote: 'Any values provided SHALL replace the existing attribute values.',
      severity: 'MUST',
      heldIn: 'src/service/change.ts',
      check: everyType(async (type) => {
        const places = type.all((place) => place.parent === undefined && isPlain(type)(place));
        const values = async () => Promise.all(places.map(async (place) => [place, await type.value(place)] as const));
        const created = await type.create(...(await values()));
        const next = await values();
        const reply = await type.put(created, await type.changed(created, ...next));
        status(reply, 200);
        const after = await type.read(created);
        for (const [place, value] of next) {
          const came: unknown = valueAt(after, place);
          hold(
            isEqual(place.attribute, value, came),
            `${place.path} is ${JSON.stringify(came)}, not ${JSON.stringify(value)}`,
          );
        }
      }),
    },
    {
      id: 'put-null-clears',
      rfc: 7644,
      section: '3.5.1',
      quote:
        'Clients that want to override a server\'s defaults MAY specify "null" for a single-valued attribute, or an empty array "[]" for a multi-valued attribute, to clear all values.',
      severity: 'MAY',
      heldIn: 'src/service/change.ts',
      check: everyType(async (type) => {
        // What the server gives a value of its own, it may give it again: null is the same as leaving out.
        const plain = await type.create();
        const places = type.all((place) => {
          return place.parent === undefined && isPlain(type)(place) && !place.attribute.required && !has(plain, place);
        });
        const created = await type.create(
          ...(await Promise.all(places.map(async (place) => [place, await type.value(place)] as const))),
        );
        const cleared = places.map((place) => [place, place.attribute.multiValued ? [] : null] as const);
        status(await type.put(created, await type.changed(created, ...cleared)), 200);
        const after = await type.read(created);
        for (const place of places) hold(!has(after, place), `${place.path} was cleared, and has a value`);
      }),
    },
    {
      id: 'put-immutable-mismatch',
      rfc: 7644,
      section: '3.5.1',
      quote:
        'If one or more values are already set for the attribute, the input value(s) MUST match, or HTTP status code 400 SHOULD be returned with a "scimType" error code of "mutability".',
      severity: 'SHOULD',
      heldIn: 'src/schema/rules.ts',
      check: everyType(async (type) => {
        const place = pick.immutable(type);
        const created = await type.create([place, await type.value(place)]);
        status(await type.put(created, created), 200);
        const other = await type.changed(created, [place, await type.value(place)]);
        error(await type.put(created, other), 400, 'mutability');
        same(valueAt(await type.read(created), place), valueAt(created, place), place.path);
      }),
    },
    {
      id: 'put-immutable-unset',
      rfc: 7644,
      section: '3.5.1',
      quote: 'If the service provider has no existing values, the new value(s) SHALL be applied.',
      severity: 'MUST',
      heldIn: 'src/schema/rules.ts',
      check: everyType(async (type) => {
        const place = pick.immutable(type);
        const created = await type.create();
        const value: unknown = await type.value(place);
        status(await type.put(created, await type.changed(created, [place, value])), 200);
        same(valueAt(await type.read(created), place), value, place.path);
      }),
    },
    {
      id: 'put-read-only',
      rfc: 7644,
      section: '3.5.1',
      quote: 'readOnly Any values provided SHALL be ignored.',
      severity: 'MUST',
      heldIn: 'src/schema/canonicalise.ts',
      check: everyType(async (type) => {
        const created = await type.create();
        const given = readOnlyValues(type);
        const reply = await type.put(created, await type.changed(created, ...given));
        status(reply, 200);
        for (const [{ attribute, path }, value] of given) {
          const taken = JSON.stringify(reply.body?.[attribute.name]) === JSON.stringify(value);
          hold(!taken, `${path} is readOnly, and became ${JSON.stringify(value)}`);
        }
      }),
    },
    {
      id: 'put-required',
      rfc: 7644,
      section: '3.5.1',
      quote: 'If an attribute is "required", clients MUST specify the attribute in the PUT request.',
      severity: 'MUST',
      heldIn: 'src/schema/validator.ts',
      check: everyType(async (type) => {
        const place = pick.required(type);
        const created = await type.create();
        refused(await type.put(created, without(created, place)));
        hold(has(await type.read(created), place), `${place.path} is gone`);
      }),
    },
    {
      id: 'put-200',
      rfc: 7644,
      section: '3.5.1',
      quote:
        "Unless otherwise specified, a successful PUT operation returns a 200 OK response code and the entire resource within the response body, enabling the client to correlate the client's and the service provider's views of the updated resource.",
      severity: 'MUST',
      heldIn: 'src/http/actions.ts',
      check: everyType(async (type) => {
        const created = await type.create();
        const reply = await type.put(created, created);
        status(reply, 200);
        same(reply.body, await type.read(created), 'what PUT answers');
      }),
    },
  ],
};
