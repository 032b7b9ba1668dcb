// The names of attributes, and what is said of them for people.
import { schemaExtensions } from './extensions.js';
import type { Rules } from './rule.js';
import { eachAttribute, repeated } from './rule.js';
import { schemasOf } from './survey.js';

/** `$` may stand in a name by the RFC's grammar, but only `$ref` is one. */
const NAME = /^(\$ref|[A-Za-z][A-Za-z0-9_-]*)$/;

export const NAME_RULES: Rules = {
  'attribute-name': {
    why: 'A name has letters, digits, - and _, and begins with a letter (RFC 7643 section 2.1)',
    mend: 'badgeNumber',
    find: eachAttribute(({ name }) => !NAME.test(name) && 'has a name that SCIM does not allow'),
  },
  'attribute-name-reserved': {
    why: 'Every object of JavaScript has a member of this name, so a resource without the attribute would seem to have it',
    mend: 'another name',
    find: eachAttribute(
      ({ name }) => name in Object.prototype && 'has a name that cannot be told from what is built in',
    ),
  },
  'attribute-name-case': {
    why: 'Names are case-insensitive (RFC 7643 section 2.1), so one of the two could never be reached',
    mend: 'keep one of them',
    find: ({ attributes }) =>
      repeated(attributes, ({ title, name }) => `${title.slice(0, -name.length)}${name.toLowerCase()}`).map(
        ({ entry, first }) => ({ what: `${entry.title} and ${first.name} have one name`, at: entry.path }),
      ),
  },
  'attribute-name-common': {
    why: 'Every resource has an attribute of that name already (RFC 7643 section 3.1)',
    mend: 'another name',
    find: eachAttribute(({ kind, parent, name }, { source }) => {
      const [common] = schemasOf(source).filter((each) => each.kind === 'common');
      const names = Object.keys(common?.schema.properties ?? {}).map((each) => each.toLowerCase());
      return (
        kind === 'base' && parent === undefined && names.includes(name.toLowerCase()) && 'hides a common attribute'
      );
    }),
  },
  'attribute-name-extension': {
    why: 'Stored resources keep an extension under the name of its file, and SDKs name a field after it: the attribute would be there too',
    mend: 'another name for one of the two',
    find: (survey) =>
      survey.attributes
        .filter(({ kind, parent }) => parent === undefined && (kind === 'base' || kind === 'common'))
        .flatMap(({ title, name, path }) => {
          const [first, key] = path;
          const extensions = schemaExtensions(survey.source, first === 'common' ? undefined : String(key));
          const same = extensions.find((extension) => extension.toLowerCase() === name.toLowerCase());
          return same === undefined ? [] : [{ what: `${title} is named like the extension ${same}`, at: path }];
        }),
  },
  'renamed-from': {
    why: 'What is stored under the old name moves to one new name, and an attribute that is there keeps its own',
    mend: 'remove the old attribute, or leave renamedFrom out',
    find: ({ attributes }) => {
      const renamed = attributes.flatMap((place) => {
        const from = place.attribute['x-scim']?.renamedFrom;
        return from === undefined ? [] : [{ place, from, was: `${place.title.slice(0, -place.name.length)}${from}` }];
      });
      return [
        ...renamed
          .filter(({ was }) => attributes.some(({ title }) => title === was))
          .map(({ place, from }) => ({ place, what: `is renamedFrom ${from}, which is there still` })),
        ...repeated(renamed, ({ was }) => was).map(({ entry: { place, from }, first }) => ({
          place,
          what: `is renamedFrom ${from}, and so is ${first.place.name}`,
        })),
      ].map(({ place, what }) => ({ what: `${place.title} ${what}`, at: [...place.path, 'x-scim', 'renamedFrom'] }));
    },
  },
  description: {
    why: '/Schemas, the reference page and SDKs show it (RFC 7643 section 7)',
    mend: 'description: The badge that opens the doors.',
    find: (survey) => [
      ...eachAttribute(({ attribute }) => isBlank(attribute.description) && 'has no description')(survey),
      ...schemasOf(survey.source)
        .filter(({ schema: { description } }) => isBlank(description))
        .map(({ key, path }) => ({ what: `the schema ${key} has no description`, at: [...path, 'description'] })),
    ],
  },
};

function isBlank(text: unknown): boolean {
  return text === undefined || (typeof text === 'string' && text.trim() === '');
}
