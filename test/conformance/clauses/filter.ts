// Filters: attribute operators on each data type (RFC 7644 section 3.4.2.2).
import type { Chapter } from '../suite/clause.js';
import { need, same, sameSet, status } from '../suite/finding.js';
import { isPlain, isSingle, pick, textIn, textsIn } from '../suite/pick.js';
import { has } from '../suite/place.js';
import type { Place, Resource } from '../suite/place.js';
import type { ResourceType } from '../suite/resource-type.js';
import { everyType } from '../suite/check.js';
import { freshText } from '../suite/values.js';

export const filter: Chapter = {
  title: 'Filters: operators',
  tests: ['test/conformance/filter.test.ts', 'test/unit/filter/bind.test.ts', 'test/contract/filter-agreement.test.ts'],
  clauses: [
    {
      id: 'filter-only-matches',
      rfc: 7644,
      section: '3.4.2.2',
      quote: 'When specified, only those resources matching the filter expression SHALL be returned.',
      severity: 'MUST',
      heldIn: 'src/service/search.ts',
      needs: ['filter'],
      check: everyType(async (type) => {
        const [wanted] = await Promise.all([type.create(), type.create()]);
        const reply = await type.list({ filter: `id eq "${String(wanted['id'])}"` });
        status(reply, 200);
        same(
          reply.body?.Resources?.map(({ id }: Resource) => id),
          [wanted['id']],
          'the resources of the list',
        );
        same(reply.body?.totalResults, 1, 'totalResults');
      }),
    },
    ...operators([
      ['eq', 'The attribute and operator values must be identical for a match.', ({ first }) => first, [0]],
      ['ne', 'The attribute and operator values are not identical.', ({ first }) => first, [1]],
      [
        'co',
        'The entire operator value must be a substring of the attribute value for a match.',
        ({ first }) => first.slice(2, -2),
        [0],
      ],
      [
        'sw',
        'The entire operator value must be a substring of the attribute value, starting at the beginning of the attribute value.',
        ({ first }) => first.slice(0, -2),
        [0],
      ],
      [
        'ew',
        'The entire operator value must be a substring of the attribute value, matching at the end of the attribute value.',
        ({ first }) => first.slice(2),
        [0],
      ],
      ['gt', 'If the attribute value is greater than the operator value, there is a match.', ({ first }) => first, [1]],
      [
        'ge',
        'If the attribute value is greater than or equal to the operator value, there is a match.',
        ({ first }) => first,
        [0, 1],
      ],
      ['lt', 'If the attribute value is less than the operator value, there is a match.', ({ second }) => second, [0]],
      [
        'le',
        'If the attribute value is less than or equal to the operator value, there is a match.',
        ({ second }) => second,
        [0, 1],
      ],
    ]),
    {
      id: 'filter-identical-starts-and-ends',
      rfc: 7644,
      section: '3.4.2.2',
      quote: 'This criterion is satisfied if the two strings are identical.',
      severity: 'MUST',
      heldIn: 'src/storage/mongo/compile-node.ts',
      needs: ['filter'],
      check: everyType(async (type) => {
        const place = pick.text(type);
        const { first, resources } = await pair(type, place);
        await finds(type, `${place.path} sw "${first}"`, resources, [0]);
        await finds(type, `${place.path} ew "${first}"`, resources, [0]);
      }),
    },
    {
      id: 'filter-pr',
      rfc: 7644,
      section: '3.4.2.2',
      quote:
        'If the attribute has a non-empty or non-null value, or if it contains a non-empty node for complex attributes, there is a match.',
      severity: 'MUST',
      heldIn: 'src/storage/mongo/compile-node.ts',
      needs: ['filter'],
      check: everyType(async (type) => {
        const complex = type.all((each) => isPlain(type)(each) && each.attribute.type === 'complex');
        const places = [pick.optionalText(type), complex.find(isSingle), complex.find((each) => !isSingle(each))];
        for (const place of places.filter((each) => each !== undefined)) {
          const resources = [await type.create([place, await type.value(place)]), await type.create()];
          if (resources[1] !== undefined && has(resources[1], place)) continue;
          await finds(type, `${place.path} pr`, resources, [0]);
          await finds(type, `not (${place.path} pr)`, resources, [1]);
        }
      }),
    },
    {
      id: 'filter-multi-valued',
      rfc: 7644,
      section: '3.4.2.2',
      quote:
        'If the specified attribute in a filter expression is a multi-valued attribute, the filter matches if any of the values of the specified attribute match the specified criterion; e.g., if a User has multiple "emails" values, only one has to match for the entire User to match.',
      severity: 'MUST',
      heldIn: 'src/storage/mongo/compile-node.ts',
      needs: ['filter'],
      check: everyType(async (type) => {
        const place = pick.list(type);
        const text = textIn(type, place);
        const [first] = await type.value(place);
        const [second] = await type.value(place);
        const resources = [await type.create([place, [first, second]]), await type.create()];
        await finds(type, `${text.path} eq "${second[text.attribute.name]}"`, resources, [0]);
      }),
    },
    {
      id: 'filter-links',
      rfc: 7644,
      section: '3.4.2.2',
      quote:
        'For complex attributes, a fully qualified sub-attribute MUST be specified using standard attribute notation (Section 3.10).',
      severity: 'MUST',
      heldIn: 'src/storage/mongo/edge-filter.ts',
      needs: ['filter'],
      check: everyType(async (type) => {
        const place = pick.link(type);
        const value: any = await type.value(place);
        const resources = [await type.create([place, value]), await type.create()];
        await finds(type, `${place.path}.value eq "${value[0].value}"`, resources, [0]);
      }),
    },
    {
      id: 'filter-same-value',
      rfc: 7644,
      section: '3.4.2.2',
      quote:
        'Service providers MAY support complex filters where expressions MUST be applied to the same value of a parent attribute specified immediately before the left square bracket ("[").',
      severity: 'MUST',
      heldIn: 'src/storage/mongo/compile-node.ts',
      needs: ['filter'],
      check: everyType(async (type) => {
        const place = pick.list(type);
        const [one, other] = textsIn(type, place).map(({ attribute }) => attribute.name);
        need(one !== undefined && other !== undefined, `has but one string in ${place.path}`);
        const [first] = await type.value(place);
        const [second] = await type.value(place);
        const resources = [await type.create([place, [first, second]])];
        const both = (a: any, b: any): string => `${place.path}[${one} eq "${a[one]}" and ${other} eq "${b[other]}"]`;
        await finds(type, both(first, first), resources, [0]);
        await finds(type, both(first, second), resources, []);
      }),
    },
    {
      id: 'filter-by-schema',
      rfc: 7644,
      section: '3.4.2.2',
      quote:
        'Clients MAY query by schema or schema extensions by using a filter expression including the "schemas" attribute (as shown in Figure 2).',
      severity: 'MAY',
      heldIn: 'src/storage/mongo/computed.ts',
      needs: ['filter'],
      check: everyType(async (type) => {
        const place = pick.extensionText(type);
        const resources = [await type.create([place, await type.value(place)]), await type.create()];
        need(!resources[1]?.['schemas'].includes(place.extension), `has ${place.extension} always`);
        await finds(type, `schemas eq "${place.extension}"`, resources, [0]);
      }),
    },
  ],
};

interface Pair {
  readonly first: string;
  readonly second: string;
  readonly resources: readonly Resource[];
}

/** Two resources that differ in one text; that of the first comes first. */
async function pair(type: ResourceType, place: Place): Promise<Pair> {
  const [first, second] = [`a${freshText()}`, `b${freshText()}`];
  return { first, second, resources: [await type.create([place, first]), await type.create([place, second])] };
}

type Row = readonly [name: string, quote: string, value: (pair: Pair) => string, found: readonly number[]];

/** A clause for each operator on text. */
function operators(rows: readonly Row[]): Chapter['clauses'] {
  return rows.map(([name, quote, value, found]) => ({
    id: `filter-${name}`,
    rfc: 7644,
    section: '3.4.2.2',
    quote,
    severity: 'MUST',
    heldIn: 'src/storage/mongo/compile-node.ts',
    needs: ['filter'],
    check: everyType(async (type) => {
      const place = pick.text(type);
      const two = await pair(type, place);
      await finds(type, `${place.path} ${name} "${value(two)}"`, two.resources, found);
    }),
  }));
}

/** @throws Finding where the filter finds others among these resources than the expected ones */
export async function finds(
  type: ResourceType,
  text: string,
  among: readonly Resource[],
  expected: readonly number[],
): Promise<void> {
  const ids = among.filter((_resource, index) => expected.includes(index)).map(({ id }) => String(id));
  sameSet(await type.found(text, among), ids, `what ${text} finds`);
}
