// Filters: comparisons by data type (RFC 7644 section 3.4.2.2).
import type { Chapter } from '../suite/clause.js';
import { error, need, same } from '../suite/finding.js';
import { isSingle, pick } from '../suite/pick.js';
import { has, valueAt } from '../suite/place.js';
import { everyType } from '../suite/check.js';
import { freshText } from '../suite/values.js';
import { finds } from './filter.js';

export const filterValues: Chapter = {
  title: 'Filters: data types and letter case',
  tests: ['test/conformance/filter.test.ts', 'test/unit/filter/bind.test.ts', 'test/contract/filter-agreement.test.ts'],
  clauses: [
    {
      id: 'filter-numbers',
      rfc: 7644,
      section: '3.4.2.2',
      quote: 'For integer attributes, it is a comparison by numeric value.',
      severity: 'MUST',
      heldIn: 'src/filter/literal.ts',
      needs: ['filter'],
      check: everyType(async (type) => {
        const place = pick.ofType(type, 'integer', 'decimal');
        const resources = [await type.create([place, 5]), await type.create([place, 40])];
        await finds(type, `${place.path} gt 10`, resources, [1]);
        await finds(type, `${place.path} le 5`, resources, [0]);
        await finds(type, `${place.path} eq 40`, resources, [1]);
      }),
    },
    {
      id: 'filter-date-times',
      rfc: 7644,
      section: '3.4.2.2',
      quote:
        'For string attribute types, this is a lexicographical comparison, and for DateTime types, it is a chronological comparison.',
      severity: 'MUST',
      heldIn: 'src/filter/literal.ts',
      needs: ['filter'],
      check: everyType(async (type) => {
        const created = await type.create();
        const instant = Date.parse(created['meta']?.created);
        // An hour east, the text of an earlier instant is the greater one.
        const earlier = new Date(instant - 1_000 + 3_600_000).toISOString().replace('Z', '+01:00');
        const later = new Date(instant + 1_000 - 3_600_000).toISOString().replace('Z', '-01:00');
        await finds(type, `meta.created gt "${earlier}"`, [created], [0]);
        await finds(type, `meta.created lt "${later}"`, [created], [0]);
        await finds(type, `meta.created lt "${earlier}"`, [created], []);
      }),
    },
    {
      id: 'filter-no-order-of-booleans-and-binaries',
      rfc: 7644,
      section: '3.4.2.2',
      quote:
        'Boolean and Binary attributes SHALL cause a failed response (HTTP status code 400) with "scimType" of "invalidFilter".',
      severity: 'MUST',
      heldIn: 'src/filter/literal.ts',
      needs: ['filter'],
      check: everyType(async (type) => {
        const unordered = ['boolean', 'binary'];
        const places = type.all(
          (place) => unordered.includes(place.attribute.type) && place.attribute.returned !== 'never',
        );
        need(places.length > 0, 'has no boolean and no binary attribute');
        for (const { path, attribute } of places) {
          const literal = attribute.type === 'boolean' ? 'true' : '"AAAA"';
          for (const operator of ['gt', 'ge', 'lt', 'le']) {
            error(await type.list({ filter: `${path} ${operator} ${literal}` }), 400, 'invalidFilter');
          }
        }
      }),
    },
    {
      id: 'filter-booleans',
      rfc: 7643,
      section: '2.3.2',
      quote: 'The literal "true" or "false".',
      severity: 'MUST',
      heldIn: 'src/filter/literal.ts',
      needs: ['filter'],
      check: everyType(async (type) => {
        const place = pick.ofType(type, 'boolean');
        const resources = [await type.create([place, true]), await type.create([place, false])];
        same(
          resources.map((resource) => valueAt(resource, place)),
          [true, false],
          place.path,
        );
        await finds(type, `${place.path} eq true`, resources, [0]);
        await finds(type, `${place.path} eq false`, resources, [1]);
      }),
    },
    {
      id: 'filter-defaulted',
      rfc: 7644,
      section: '3.4.2.2',
      quote:
        'When applying a comparison (e.g., "eq") or presence filter (e.g., "pr") to a defaulted attribute, the service provider SHALL use the value that was returned to the client that last created or modified the attribute.',
      severity: 'MUST',
      heldIn: 'src/schema/rules.ts',
      needs: ['filter'],
      check: everyType(async (type) => {
        const body = await type.sample();
        const created = await type.createOf(body);
        const defaulted = type.all((place) => {
          const { attribute, parent } = place;
          const isSimple = attribute.type !== 'complex' && parent === undefined && isSingle(place);
          return isSimple && attribute.mutability !== 'readOnly' && has(created, place) && !has(body, place);
        });
        need(defaulted.length > 0, 'gives no attribute a value of its own');
        for (const place of defaulted) {
          await finds(type, `${place.path} eq ${JSON.stringify(valueAt(created, place))}`, [created], [0]);
          await finds(type, `${place.path} pr`, [created], [0]);
        }
      }),
    },
    {
      id: 'filter-case-exact',
      rfc: 7643,
      section: '7',
      quote: 'The server SHALL use case sensitivity when evaluating filters.',
      severity: 'MUST',
      heldIn: 'src/schema/search-form.ts',
      needs: ['filter'],
      check: everyType(async (type) => {
        const place = pick.exactText(type);
        const value = freshText();
        const created = await type.create([place, value]);
        await finds(type, `${place.path} eq "${value}"`, [created], [0]);
        await finds(type, `${place.path} eq "${value.toUpperCase()}"`, [created], []);
        await finds(type, `${place.path} sw "${value.toUpperCase().slice(0, 6)}"`, [created], []);
      }),
    },
    {
      id: 'filter-case-folded',
      rfc: 7644,
      section: '3.4.2.2',
      quote:
        'When comparing attributes of type String, the case sensitivity for String type attributes SHALL be determined by the attribute\'s "caseExact" characteristic (see Section 2.2 of [RFC7643]).',
      severity: 'MUST',
      heldIn: 'src/schema/search-form.ts',
      needs: ['filter'],
      check: everyType(async (type) => {
        const place = pick.foldedText(type);
        const value = freshText();
        const created = await type.create([place, value]);
        for (const operator of ['eq', 'co', 'sw', 'ew', 'ge', 'le']) {
          await finds(type, `${place.path} ${operator} "${value.toUpperCase()}"`, [created], [0]);
        }
      }),
    },
  ],
};
