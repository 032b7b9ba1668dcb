// Unassigned attributes and primary values (RFC 7643 sections 2.4 and 2.5).
import type { Chapter } from '../suite/clause.js';
import { hold, same, status } from '../suite/finding.js';
import { isPlain, pick } from '../suite/pick.js';
import type { Place } from '../suite/place.js';
import { has, valuesAt } from '../suite/place.js';
import type { ResourceType } from '../suite/resource-type.js';
import { everyType } from '../suite/check.js';
import { finds } from './filter.js';

export const unassigned: Chapter = {
  title: 'Unassigned attributes and multi-valued ones',
  tests: ['test/unit/schema/canonicalise.test.ts', 'test/unit/schema/rules.test.ts'],
  clauses: [
    {
      id: 'unassigned-equivalent',
      rfc: 7643,
      section: '2.5',
      quote:
        'Unassigned attributes, the null value, or an empty array (in the case of a multi-valued attribute) SHALL be considered to be equivalent in "state".',
      severity: 'MUST',
      heldIn: 'src/schema/canonicalise.ts',
      needs: ['filter'],
      check: everyType(async (type) => {
        const plain = await type.create();
        const places = type.all((place) => {
          return place.parent === undefined && isPlain(type)(place) && !place.attribute.required && !has(plain, place);
        });
        const nothing = places.map((place) => [place, place.attribute.multiValued ? [] : null] as const);
        const created = await type.create(...nothing);
        for (const place of places) {
          hold(!has(created, place), `${place.path} has a value`);
        }
        await finds(type, places.map(({ path }) => `${path} pr`).join(' or '), [plain, created], []);
      }),
    },
    {
      id: 'unassigned-by-null',
      rfc: 7643,
      section: '2.5',
      quote:
        'Assigning an attribute with the value "null" or an empty array (in the case of multi-valued attributes) has the effect of making the attribute "unassigned".',
      severity: 'MUST',
      heldIn: 'src/patch/write.ts',
      check: everyType(async (type) => {
        const places = [pick.optionalText(type), ...type.all((place) => isOptionalList(type, place))];
        const given = await Promise.all(places.map(async (place) => [place, await type.value(place)] as const));
        const nothing = (place: Place): unknown => (place.attribute.multiValued ? [] : null);
        const put = await type.create(...given);
        const cleared = places.map((place) => [place, nothing(place)] as const);
        status(await type.put(put, await type.changed(put, ...cleared)), 200);
        const answers = [await type.read(put)];
        if (type.subject.profile.features.has('patch')) {
          const operations = places.map((place) => ({ op: 'replace', path: place.path, value: nothing(place) }));
          // What must be unique, the first one has no more.
          answers.push(await type.patched(await type.create(...given), ...operations));
        }
        for (const resource of answers) {
          for (const place of places) hold(!has(resource, place), `${place.path} still has a value`);
        }
      }),
    },
    {
      id: 'one-primary',
      rfc: 7643,
      section: '2.4',
      quote: 'The primary attribute value "true" MUST appear no more than once.',
      severity: 'MUST',
      heldIn: 'src/schema/rules.ts',
      check: everyType(async (type) => {
        const place = pick.listWithPrimary(type);
        const two = [...(await type.value(place)), ...(await type.value(place))].map((value) => ({
          ...value,
          primary: true,
        }));
        const reply = await type.post(await type.sample([place, two]));
        status(reply, 201, 400);
        if (reply.status === 400) return;
        const primaries = valuesAt(reply.body, place).filter(({ primary }) => primary === true);
        hold(primaries.length <= 1, `${place.path} has ${primaries.length} primary values`);
      }),
    },
    {
      id: 'primary-assumed-false',
      rfc: 7643,
      section: '2.4',
      quote: 'If not specified, the value of "primary" SHALL be assumed to be "false".',
      severity: 'MUST',
      heldIn: 'src/patch/primary.ts',
      needs: ['filter'],
      check: everyType(async (type) => {
        const place = pick.listWithPrimary(type);
        const created = await type.create([place, await type.value(place)]);
        await finds(type, `${place.path}[primary eq true]`, [created], []);
        await finds(type, `${place.path}[primary eq false]`, [created], [0]);
      }),
    },
    {
      id: 'no-value-twice',
      rfc: 7643,
      section: '2.4',
      quote:
        'SHOULD NOT return the same (type, value) combination more than once per attribute, as this complicates processing by the client.',
      severity: 'SHOULD',
      heldIn: 'src/schema/canonicalise.ts',
      check: everyType(async (type) => {
        const place = type.some('list of values with a type', (each) => {
          const names = each.attribute.subAttributes.map(({ name }) => name);
          const isList = each.attribute.multiValued && isPlain(type)(each);
          return (
            isList &&
            names.includes('type') &&
            names.includes('value') &&
            type.subject.targetOf(each.attribute) === undefined
          );
        });
        const [value] = await type.value(place);
        const reply = await type.post(await type.sample([place, [value, value]]));
        status(reply, 201, 400);
        if (reply.status === 201)
          same(valuesAt(reply.body, place).length, 1, `the number of equal values of ${place.path}`);
      }),
    },
    {
      id: 'values-of-one-type',
      rfc: 7643,
      section: '2.4',
      quote:
        'Service providers MAY return element objects with the same "value" sub-attribute more than once with a different "type" sub-attribute',
      severity: 'MAY',
      heldIn: 'src/schema/canonicalise.ts',
      check: everyType(async (type) => {
        const place = type.some('list of values with a type that may be one of several', (each) => {
          const kind = each.attribute.subAttributes.find(({ name }) => name === 'type');
          return (
            each.attribute.multiValued &&
            isPlain(type)(each) &&
            (kind?.canonicalValues.length ?? 0) > 1 &&
            type.subject.targetOf(each.attribute) === undefined
          );
        });
        const [one, other] = place.attribute.subAttributes.find(({ name }) => name === 'type')?.canonicalValues ?? [];
        const [value] = await type.value(place);
        const created = await type.create([
          place,
          [
            { ...value, type: one },
            { ...value, type: other },
          ],
        ]);
        same(
          valuesAt(created, place).map((each) => each.type),
          [one, other],
          `the types in ${place.path}`,
        );
      }),
    },
  ],
};

function isOptionalList(type: ResourceType, place: Place): boolean {
  const { multiValued, required } = place.attribute;
  return place.parent === undefined && isPlain(type)(place) && multiValued && !required;
}
