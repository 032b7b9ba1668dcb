// The URNs of schemas: each is one, the name of one schema alone, and the beginning of its paths.
import type { Source } from '../source.js';
import type { Rules } from './rule.js';
import { repeated } from './rule.js';

/** RFC 8141 section 2, without the components behind a question mark or a number sign. */
const URN = /^urn:[a-z0-9][a-z0-9-]{0,30}[a-z0-9]:[\w().,:=@;$!*'%/~+-]+$/i;

/** What a path takes of a URN; the rest of RFC 8141 would end it, or be a separator (RFC 7644 section 3.10). */
const IN_PATHS = /^[\w.:@$~%/+-]+$/;

export const URN_RULES: Rules = {
  urn: {
    why: 'A schema is known by its URN (RFC 7643 section 10.2), which also begins the paths of its attributes',
    mend: 'x-scim-schema: { id: "urn:example:params:scim:schemas:extension:payroll:2.0:User", name: Payroll }',
    find: ({ source }) =>
      urnsOf(source)
        .filter(({ urn }) => !URN.test(urn))
        .map(({ key, urn }) => ({ what: `the schema ${key} has the id ${urn}, which is not a URN`, at: atUrn(key) })),
  },
  'urn-in-paths': {
    why: 'Filters, and lists of attributes, name an attribute of the schema by a path that begins with its URN',
    mend: 'letters, digits and : . - _ ~ @ $ % + /',
    find: ({ source }) =>
      urnsOf(source)
        .filter(({ urn }) => URN.test(urn) && !IN_PATHS.test(urn))
        .map(({ key, urn }) => ({
          what: `the schema ${key} has the id ${urn}, which no path can begin with`,
          at: atUrn(key),
        })),
  },
  'urn-of-attribute': {
    why: 'The path of an attribute is the URN of its schema, a colon and its name (RFC 7644 section 3.10), so it is unclear which of the two is meant',
    mend: 'another URN, or another name of the attribute',
    find: ({ source, attributes }) => {
      const urns = urnsOf(source);
      const paths = attributes.flatMap(({ path: [, key], title }) =>
        urns
          .filter((of) => of.key === key)
          .map(({ urn }) => ({ title, path: `${urn}:${title.slice(`${key}.`.length)}`.toLowerCase() })),
      );
      return urns.flatMap(({ key, urn }) =>
        paths
          .filter(({ path }) => path === urn.toLowerCase())
          .map(({ title }) => ({
            what: `the schema ${key} has the id ${urn}, which is the path of ${title}`,
            at: atUrn(key),
          })),
      );
    },
  },
  'urn-twice': {
    why: 'A URN is the name of one schema, in any letter case',
    mend: 'a URN of its own',
    find: ({ source }) =>
      repeated(urnsOf(source), ({ urn }) => urn.toLowerCase()).map(({ entry, first }) => ({
        what: `the schemas ${first.key} and ${entry.key} have the same id ${entry.urn}`,
        at: atUrn(entry.key),
      })),
  },
};

function urnsOf({ schemas }: Source): { key: string; urn: string }[] {
  return Object.entries(schemas).map(([key, schema]) => ({ key, urn: schema['x-scim-schema'].id }));
}

function atUrn(key: string): string[] {
  return ['schemas', key, 'x-scim-schema', 'id'];
}
