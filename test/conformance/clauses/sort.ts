// Sorting (RFC 7644 section 3.4.2.3).
import type { Chapter } from '../suite/clause.js';
import { need, same } from '../suite/finding.js';
import { pick, textIn } from '../suite/pick.js';
import { has, type Place, type Resource } from '../suite/place.js';
import type { Query, ResourceType } from '../suite/resource-type.js';
import { everyType } from '../suite/check.js';
import { freshText } from '../suite/values.js';

export const sort: Chapter = {
  title: 'Sorting',
  tests: ['test/conformance/sort.test.ts', 'test/contract/order.test.ts'],
  clauses: [
    {
      id: 'sort-by',
      rfc: 7644,
      section: '3.4.2.3',
      quote:
        'The "sortBy" parameter specifies the attribute whose value SHALL be used to order the returned responses.',
      severity: 'MUST',
      heldIn: 'src/search/query.ts',
      needs: ['sort', 'filter'],
      check: everyType(async (type) => {
        const place = pick.text(type);
        const resources = await withTexts(type, place, ['b', 'c', 'a']);
        await ordered(type, resources, { sortBy: place.path, sortOrder: 'ascending' }, [2, 0, 1]);
      }),
    },
    {
      id: 'sort-ascending-by-default',
      rfc: 7644,
      section: '3.4.2.3',
      quote:
        'If a value for "sortBy" is provided and no "sortOrder" is specified, "sortOrder" SHALL default to ascending.',
      severity: 'MUST',
      heldIn: 'src/search/query.ts',
      needs: ['sort', 'filter'],
      check: everyType(async (type) => {
        const place = pick.text(type);
        await ordered(type, await withTexts(type, place, ['b', 'c', 'a']), { sortBy: place.path }, [2, 0, 1]);
      }),
    },
    {
      id: 'sort-descending',
      rfc: 7644,
      section: '3.4.2.3',
      quote: 'Allowed values are "ascending" and "descending".',
      severity: 'MUST',
      heldIn: 'src/search/query.ts',
      needs: ['sort', 'filter'],
      check: everyType(async (type) => {
        const place = pick.text(type);
        const resources = await withTexts(type, place, ['b', 'c', 'a']);
        await ordered(type, resources, { sortBy: place.path, sortOrder: 'descending' }, [1, 0, 2]);
      }),
    },
    {
      id: 'sort-without-case',
      rfc: 7644,
      section: '3.4.2.3',
      quote:
        '"sortOrder" MUST sort according to the attribute type; i.e., for case-insensitive attributes, sort the result using case-insensitive Unicode alphabetic sort order with no specific locale implied, and for case-exact attribute types, sort the result using case-sensitive Unicode alphabetic sort order.',
      severity: 'MUST',
      heldIn: 'src/schema/search-form.ts',
      needs: ['sort', 'filter'],
      check: everyType(async (type) => {
        const folded = pick.foldedText(type);
        await ordered(type, await withTexts(type, folded, ['b', 'C', 'a']), { sortBy: folded.path }, [2, 0, 1]);
        const exact = pick.exactText(type);
        await ordered(type, await withTexts(type, exact, ['b', 'C', 'a']), { sortBy: exact.path }, [1, 2, 0]);
      }),
    },
    {
      id: 'sort-numbers',
      rfc: 7644,
      section: '3.4.2.3',
      quote:
        'If the "sortBy" attribute corresponds to a singular attribute, resources are sorted according to that attribute\'s value;',
      severity: 'MUST',
      heldIn: 'src/search/order.ts',
      needs: ['sort', 'filter'],
      check: everyType(async (type) => {
        const place = pick.ofType(type, 'integer', 'decimal');
        const resources = [
          await type.create([place, 10]),
          await type.create([place, 9]),
          await type.create([place, 100]),
        ];
        await ordered(type, resources, { sortBy: place.path }, [1, 0, 2]);
      }),
    },
    {
      id: 'sort-primary',
      rfc: 7644,
      section: '3.4.2.3',
      quote:
        "if it's a multi-valued attribute, resources are sorted by the value of the primary attribute (see Section 2.4 of [RFC7643]), if any, or else the first value in the list, if any.",
      severity: 'MUST',
      heldIn: 'src/storage/mongo/stored-form.ts',
      needs: ['sort', 'filter'],
      check: everyType(async (type) => {
        const place = pick.listWithPrimary(type);
        const { path, attribute } = textIn(type, place);
        const stem = freshText();
        const value = (letter: string) => ({ [attribute.name]: `${letter}${stem}` });
        const resources = [
          await type.create([place, [value('a'), { ...value('z'), primary: true }]]),
          await type.create([place, [value('m'), value('b')]]),
        ];
        await ordered(type, resources, { sortBy: path }, [1, 0]);
      }),
    },
    {
      id: 'sort-sub-attribute',
      rfc: 7644,
      section: '3.4.2.3',
      quote:
        'If the attribute is complex, the attribute name must be a path to a sub-attribute in standard attribute notation (Section 3.10), e.g., "sortBy=name.givenName".',
      severity: 'MUST',
      heldIn: 'src/search/query.ts',
      needs: ['sort', 'filter'],
      check: everyType(async (type) => {
        const place = pick.subText(type);
        await ordered(type, await withTexts(type, place, ['b', 'c', 'a']), { sortBy: place.path }, [2, 0, 1]);
      }),
    },
    {
      id: 'sort-absent',
      rfc: 7644,
      section: '3.4.2.3',
      quote:
        'For all attribute types, if there is no data for the specified "sortBy" value, they are sorted via the "sortOrder" parameter, i.e., they are ordered last if ascending and first if descending.',
      severity: 'MUST',
      heldIn: 'src/storage/mongo/page.ts',
      needs: ['sort', 'filter'],
      check: everyType(async (type) => {
        const place = pick.optionalText(type);
        const absent = await type.create();
        need(!has(absent, place), `gives ${place.path} a value of its own`);
        const resources = [absent, ...(await withTexts(type, place, ['b', 'a']))];
        await ordered(type, resources, { sortBy: place.path }, [2, 1, 0]);
        await ordered(type, resources, { sortBy: place.path, sortOrder: 'descending' }, [0, 1, 2]);
      }),
    },
  ],
};

/** Resources whose texts begin with these letters. */
async function withTexts(type: ResourceType, place: Place, letters: readonly string[]): Promise<Resource[]> {
  const resources: Resource[] = [];
  const stem = freshText();
  for (const letter of letters) resources.push(await type.create([place, `${letter}${stem}`]));
  return resources;
}

async function ordered(type: ResourceType, resources: readonly Resource[], query: Query, expected: readonly number[]) {
  const found = await type.found('id pr', resources, query);
  const order = found.map((id) => resources.findIndex((resource) => resource['id'] === id));
  same(order, expected, `the order by ${JSON.stringify(query)}`);
}
