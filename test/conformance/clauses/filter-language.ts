// Filters: the language, and what is refused (RFC 7644 section 3.4.2.2).
import type { Chapter } from '../suite/clause.js';
import { error, same, status } from '../suite/finding.js';
import { pick } from '../suite/pick.js';
import { everyType } from '../suite/check.js';
import { freshText } from '../suite/values.js';
import { finds } from './filter.js';

export const filterLanguage: Chapter = {
  title: 'Filters: language',
  tests: ['test/unit/filter/parse.test.ts', 'test/conformance/bad-input.test.ts'],
  clauses: [
    {
      id: 'filter-names-in-any-case',
      rfc: 7644,
      section: '3.4.2.2',
      quote: 'Attribute names and attribute operators used in filters are case insensitive.',
      severity: 'MUST',
      heldIn: 'src/filter/tokens.ts',
      needs: ['filter'],
      check: everyType(async (type) => {
        const place = pick.text(type);
        const value = freshText();
        const created = await type.create([place, value]);
        await finds(type, `${place.path.toUpperCase()} Eq "${value}"`, [created], [0]);
        await finds(type, `NOT (${place.path.toLowerCase()} NE "${value}") AND ID PR`, [created], [0]);
      }),
    },
    {
      id: 'filter-logic',
      rfc: 7644,
      section: '3.4.2.2',
      quote: 'Multiple expressions MAY be combined using logical operators (see Table 4).',
      severity: 'MUST',
      heldIn: 'src/filter/parser.ts',
      needs: ['filter'],
      check: everyType(async (type) => {
        const place = pick.text(type);
        const [a, b] = [freshText(), freshText()];
        const resources = [await type.create([place, a]), await type.create([place, b])];
        const is = (value: string): string => `${place.path} eq "${value}"`;
        await finds(type, `${is(a)} or ${is(b)}`, resources, [0, 1]);
        await finds(type, `${is(a)} and ${is(b)}`, resources, []);
        await finds(type, `not (${is(a)})`, resources, [1]);
      }),
    },
    {
      id: 'filter-grouping',
      rfc: 7644,
      section: '3.4.2.2',
      quote: 'Expressions MAY be grouped together using round brackets "(" and ")" (see Table 5).',
      severity: 'MUST',
      heldIn: 'src/filter/parser.ts',
      needs: ['filter'],
      check: everyType(async (type) => {
        const place = pick.text(type);
        const [a, b] = [freshText(), freshText()];
        const resources = [await type.create([place, a]), await type.create([place, b])];
        const text = `(${place.path} eq "${a}" or ${place.path} eq "${b}") and ${place.path} eq "none"`;
        await finds(type, text, resources, []);
      }),
    },
    {
      id: 'filter-precedence',
      rfc: 7644,
      section: '3.4.2.2',
      quote: 'Filters MUST be evaluated using the following order of operations, in order of precedence:',
      severity: 'MUST',
      heldIn: 'src/filter/parser.ts',
      needs: ['filter'],
      check: everyType(async (type) => {
        const place = pick.text(type);
        const [a, b] = [freshText(), freshText()];
        const resources = [await type.create([place, a]), await type.create([place, b])];
        const is = (value: string): string => `${place.path} eq "${value}"`;
        await finds(type, `${is(a)} or ${is(b)} and ${is('none')}`, resources, [0]);
        await finds(type, `not (${is(a)}) and ${is(a)} or ${is(b)}`, resources, [1]);
      }),
    },
    {
      id: 'filter-json-text',
      rfc: 7644,
      section: '3.4.2.2',
      quote: 'SCIM filters MUST conform to the following ABNF [RFC5234] rules as specified below:',
      severity: 'MUST',
      heldIn: 'src/filter/tokens.ts',
      needs: ['filter'],
      check: everyType(async (type) => {
        const place = pick.optionalText(type);
        const value = `${freshText()} "q" \\ .* é 漢 😀`;
        const created = await type.create([place, value]);
        await finds(type, `${place.path} eq ${JSON.stringify(value)}`, [created], [0]);
        const escaped = JSON.stringify(value).replaceAll(/[^\0-\x7f]/g, (unit) => `\\u${hex(unit)}`);
        await finds(type, `${place.path} eq ${escaped}`, [created], [0]);
        await finds(type, `${place.path} co ".*"`, [created], [0]);
        await finds(type, `${place.path} sw ".*"`, [created], []);
      }),
    },
    {
      id: 'filter-expression',
      rfc: 7644,
      section: '3.4.2.2',
      quote: 'Each expression MUST contain an attribute name followed by an attribute operator and optional value.',
      severity: 'MUST',
      heldIn: 'src/filter/parse.ts',
      needs: ['filter'],
      check: everyType(async (type) => {
        const { path } = pick.text(type);
        for (const text of [
          path,
          'eq "a"',
          `${path} eq`,
          `(${path} pr`,
          `${path} pr and`,
          `${path} eq 'a'`,
          `${path} pr pr`,
        ]) {
          error(await type.list({ filter: text }), 400, 'invalidFilter');
        }
      }),
    },
    {
      id: 'filter-unknown-operator',
      rfc: 7644,
      section: '3.4.2.2',
      quote:
        'Providers MUST decline to filter results if the specified filter operation is not recognized and return an HTTP 400 error with a "scimType" error of "invalidFilter" and an appropriate human-readable response as per Section 3.12.',
      severity: 'MUST',
      heldIn: 'src/filter/parse.ts',
      needs: ['filter'],
      check: everyType(async (type) => {
        const reply = await type.list({ filter: `${pick.text(type).path} regex "x"` });
        error(reply, 400, 'invalidFilter');
        same(typeof reply.body?.detail, 'string', 'the type of detail');
      }),
    },
    {
      id: 'filter-invalid',
      rfc: 7644,
      section: '3.12',
      quote:
        'The specified filter syntax was invalid (does not comply with Figure 1), or the specified attribute and filter comparison combination is not supported.',
      severity: 'MUST',
      heldIn: 'src/filter/literal.ts',
      needs: ['filter'],
      check: everyType(async (type) => {
        error(await type.list({ filter: `${pick.text(type).path} eq 5` }), 400, 'invalidFilter');
      }),
    },
    {
      id: 'filter-nothing-found',
      rfc: 7644,
      section: '3.4.2',
      quote:
        'A query that does not return any matches SHALL return success (HTTP status code 200) with "totalResults" set to a value of 0.',
      severity: 'MUST',
      heldIn: 'src/http/actions.ts',
      needs: ['filter'],
      check: everyType(async (type) => {
        const reply = await type.list({ filter: `${pick.text(type).path} eq "${freshText()}"` });
        status(reply, 200);
        same(reply.body?.totalResults, 0, 'totalResults');
      }),
    },
  ],
};

function hex(unit: string): string {
  return unit.charCodeAt(0).toString(16).padStart(4, '0');
}
