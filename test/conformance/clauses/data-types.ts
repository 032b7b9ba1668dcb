// Data types: what is given back, and what is refused (RFC 7643 section 2.3).
import type { Chapter } from '../suite/clause.js';
import { error, hold, need, same, sameSet, status } from '../suite/finding.js';
import { isPlain, isSingle, pick } from '../suite/pick.js';
import type { Place } from '../suite/place.js';
import { valueAt, valuesAt } from '../suite/place.js';
import type { ResourceType } from '../suite/resource-type.js';
import { everyType } from '../suite/check.js';
import { isEqual } from '../suite/values.js';
import { DATE_TIME } from './meta.js';

export const dataTypes: Chapter = {
  title: 'Data types',
  tests: [
    'test/unit/schema/validator.test.ts',
    'test/unit/schema/data-types.test.ts',
    'test/conformance/bad-input.test.ts',
  ],
  clauses: [
    {
      id: 'type-string',
      rfc: 7643,
      section: '2.3.1',
      quote: 'A sequence of zero or more Unicode characters encoded using UTF-8 as per [RFC2277] and [RFC3629].',
      severity: 'MUST',
      heldIn: 'src/schema/validator.ts',
      check: refusing(['string'], [5, true, { a: 1 }]),
    },
    {
      id: 'type-boolean',
      rfc: 7643,
      section: '2.3.2',
      quote: 'A boolean has no case sensitivity or uniqueness.',
      severity: 'MUST',
      heldIn: 'src/schema/validator.ts',
      check: refusing(['boolean'], [5, 'perhaps', { a: 1 }]),
    },
    {
      id: 'type-decimal',
      rfc: 7643,
      section: '2.3.3',
      quote: 'A real number with at least one digit to the left and right of the period.',
      severity: 'MUST',
      heldIn: 'src/schema/validator.ts',
      check: refusing(['decimal'], ['much', true]),
    },
    {
      id: 'type-integer',
      rfc: 7643,
      section: '2.3.4',
      quote:
        'The JSON format is defined in Section 6 of [RFC7159], with the additional constraint that the value MUST NOT contain fractional or exponent parts.',
      severity: 'MUST',
      heldIn: 'src/schema/validator.ts',
      check: refusing(['integer'], [1.5, 'one', true]),
    },
    {
      id: 'type-date-time',
      rfc: 7643,
      section: '2.3.5',
      quote:
        'The attribute value MUST be encoded as a valid xsd:dateTime as specified in Section 3.3.7 of [XML-Schema] and MUST include both a date and a time.',
      severity: 'MUST',
      heldIn: 'src/schema/data-types.ts',
      check: refusing(['dateTime'], ['2020-01-01', '12:00:00', '2020-13-01T00:00:00Z', 'now', 5]),
    },
    {
      id: 'type-date-time-returned',
      rfc: 7643,
      section: '2.3.5',
      quote:
        'Values represented in JSON format MUST conform to the XML constraints above and are represented as a JSON string per Section 7 of [RFC7159].',
      severity: 'MUST',
      heldIn: 'src/representation/resource.ts',
      check: everyType(async (type) => {
        const places = type.all(({ attribute }) => attribute.type === 'dateTime');
        const given = places.filter((place) => type.isUsable(place) && place.parent === undefined);
        const created = await type.create(
          ...(await Promise.all(given.map(async (place) => [place, await type.value(place)] as const))),
        );
        for (const place of places) {
          for (const value of valuesAt(created, place))
            hold(DATE_TIME.test(value), `${place.path} is ${String(value)}`);
        }
      }),
    },
    {
      id: 'type-binary',
      rfc: 7643,
      section: '2.3.6',
      quote: 'The attribute value MUST be base64 encoded as specified in Section 4 of [RFC4648].',
      severity: 'MUST',
      heldIn: 'src/schema/validator.ts',
      check: refusing(['binary'], ['not base64!', 5]),
    },
    {
      id: 'type-reference',
      rfc: 7643,
      section: '2.3.7',
      quote: 'The value MUST be the absolute or relative URI of the target resource.',
      severity: 'MUST',
      heldIn: 'src/schema/validator.ts',
      check: refusing(['reference'], ['no uri <at all>', 5]),
    },
    {
      id: 'type-reference-addressable',
      rfc: 7643,
      section: '2.3.7',
      quote:
        'An HTTP client performing a GET operation on a reference URI MUST receive the target resource or an appropriate HTTP response code.',
      severity: 'MUST',
      heldIn: 'src/representation/resource.ts',
      check: everyType(async (type) => {
        const place = pick.link(type);
        const value: any = await type.value(place);
        const created = await type.create([place, value]);
        const [link] = valuesAt(created, place);
        need(link?.$ref !== undefined, `shows no $ref in ${place.path}`);
        const reply = await type.subject.http.request('GET', new URL(link.$ref, `${type.subject.http.base}/`).href);
        status(reply, 200);
        same(reply.body?.id, link.value, `the id of what ${link.$ref} leads to`);
      }),
    },
    {
      id: 'type-complex',
      rfc: 7643,
      section: '2.3.8',
      quote: 'A singular or multi-valued attribute whose value is a composition of one or more simple attributes.',
      severity: 'MUST',
      heldIn: 'src/schema/validator.ts',
      check: everyType(async (type) => {
        const place = type.some(
          'complex attribute',
          (each) => isPlain(type)(each) && each.attribute.type === 'complex',
        );
        error(await type.post(await type.sample([place, place.attribute.multiValued ? [5] : 5])), 400, 'invalidValue');
      }),
    },
    {
      id: 'type-multi-valued',
      rfc: 7643,
      section: '2.4',
      quote:
        'Multi-valued attributes contain a list of elements using the JSON array format defined in Section 5 of [RFC7159].',
      severity: 'MUST',
      heldIn: 'src/schema/validator.ts',
      check: everyType(async (type) => {
        const place = pick.list(type);
        const values = [...(await type.value(place)), ...(await type.value(place))];
        const came: any = valueAt(await type.create([place, values]), place);
        hold(Array.isArray(came), `${place.path} is ${JSON.stringify(came)}`);
        same(came.length, 2, `the number of values of ${place.path}`);
      }),
    },
    {
      id: 'type-simple-list',
      rfc: 7643,
      section: '2.4',
      quote: 'Elements can be either of the following:',
      severity: 'MUST',
      heldIn: 'src/schema/validator.ts',
      check: everyType(async (type) => {
        const place = type.some('list of simple values', (each) => {
          return (
            isPlain(type)(each) &&
            each.parent === undefined &&
            each.attribute.multiValued &&
            each.attribute.type !== 'complex'
          );
        });
        const values = [...(await type.value(place)), ...(await type.value(place))];
        sameSet(valuesAt(await type.create([place, values]), place), values, place.path);
      }),
    },
    {
      id: 'type-every-value',
      rfc: 7643,
      section: '7',
      quote: 'For attributes that are case exact, the server SHALL preserve case for any value submitted.',
      severity: 'MUST',
      heldIn: 'src/storage/mongo/stored-form.ts',
      check: everyType(async (type) => {
        const places = type.all((place) => isPlain(type)(place) && place.parent === undefined && isSingle(place));
        const given = await Promise.all(places.map(async (place) => [place, await type.value(place)] as const));
        const read = await type.read(await type.create(...given));
        for (const [place, value] of given) {
          const came: unknown = valueAt(read, place);
          hold(
            isEqual(place.attribute, value, came),
            `${place.path} is ${JSON.stringify(came)}, not ${JSON.stringify(value)}`,
          );
        }
      }),
    },
  ],
};

/** Values that a data type doesn't have are refused, in POST and PATCH. */
function refusing(types: readonly string[], values: readonly unknown[]): ReturnType<typeof everyType> {
  return everyType(async (type) => {
    const place = pickOne(type, types);
    const created = await type.create();
    for (const value of values) {
      error(await type.post(await type.sample([place, value])), 400, 'invalidValue');
      if (!type.subject.profile.features.has('patch')) continue;
      error(await type.patch(created, [{ op: 'replace', path: place.path, value }]), 400, 'invalidValue');
    }
  });
}

function pickOne(type: ResourceType, types: readonly string[]): Place {
  return pick.ofType(type, ...types);
}
