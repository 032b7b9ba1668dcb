// What an attribute is made of: its type, the items of a list, the parts of a complex value, keywords of another type.
import { article } from '../../errors/scim-error.js';
import type { AttributeSchema } from '../attribute-schema.js';
import type { Rules } from './rule.js';
import { eachAttribute } from './rule.js';

/** Keywords that mean something for one type alone. */
const KEYWORD_OF: Readonly<Record<string, AttributeSchema['type']>> = {
  format: 'string',
  minLength: 'string',
  maxLength: 'string',
  pattern: 'string',
  items: 'array',
  properties: 'object',
  required: 'object',
};

/** Keywords that stand on the list, and would not be read on its items. */
const OF_LIST = ['description', 'readOnly', 'writeOnly', 'default', 'x-scim'] as const;

/** The types of sub-attributes that mean the same in every list (RFC 7643 section 2.4). */
const STANDARD_PARTS: ReadonlyMap<string, AttributeSchema['type']> = new Map(
  Object.entries({
    type: 'string',
    display: 'string',
    primary: 'boolean',
    $ref: 'string',
  } as const),
);

const has = (schema: AttributeSchema, keyword: string): boolean => keyword in schema;

export const SHAPE_RULES: Rules = {
  'keyword-of-another-type': {
    why: 'The keyword says nothing of a value of this type, so it would be silently without effect',
    mend: 'remove it, or give the attribute the type; of a list, what is true of each value stands in items',
    find: ({ attributes }) =>
      attributes.flatMap(({ path, title, attribute, value, isList }) => {
        const parts = isList ? [attribute, value] : [attribute];
        return parts.flatMap((schema, index) =>
          Object.entries(KEYWORD_OF)
            .filter(([keyword, type]) => has(schema, keyword) && schema.type !== type)
            .map(([keyword, type]) => ({
              what: `${title} is ${article(schema.type)} with ${keyword}, which is for ${article(type)}`,
              at: [...path, ...(index === 0 ? [] : ['items']), keyword],
            })),
        );
      }),
  },
  'list-without-items': {
    why: 'Nothing says what a value of the list is',
    mend: 'items: { type: string }',
    find: eachAttribute(
      ({ isList, attribute }) => isList && attribute.items === undefined && 'is a list without items',
    ),
  },
  'list-in-list': {
    why: 'A multi-valued attribute has simple or complex values, never lists (RFC 7643 section 2.4)',
    mend: 'items: { type: object, properties: { value: … } }',
    find: eachAttribute(
      ({ isList, value }) => isList && value.type === 'array' && has(value, 'items') && 'is a list of lists',
      'items',
    ),
  },
  'items-characteristics': {
    why: 'Characteristics are those of the attribute, so they are read on the list and not on its items',
    mend: 'write it beside items',
    find: ({ attributes }) =>
      attributes.flatMap(({ path, title, isList, attribute: { items } }) =>
        OF_LIST.filter((keyword) => isList && items !== undefined && has(items, keyword)).map((keyword) => ({
          what: `the items of ${title} have ${keyword}`,
          at: [...path, 'items', keyword],
        })),
      ),
  },
  'complex-without-parts': {
    why: 'A complex attribute is made of sub-attributes (RFC 7643 section 2.3.8)',
    mend: 'properties: { value: { type: string, description: …, x-scim: { caseExact: false } } }',
    find: eachAttribute(
      ({ value }) =>
        value.type === 'object' && Object.keys(value.properties ?? {}).length === 0 && 'is complex without parts',
    ),
  },
  'complex-in-complex': {
    why: 'A sub-attribute has no sub-attributes (RFC 7643 section 2.3.8), and filters and PATCH paths have no way to them',
    mend: 'make its parts attributes of their own, as addressCountry and addressCity',
    find: eachAttribute(
      ({ kind, parent, value }) =>
        kind !== 'protocol' &&
        parent !== undefined &&
        value.type === 'object' &&
        'is complex within a complex attribute',
    ),
  },
  'standard-part': {
    why: 'It means the same in every list (RFC 7643 section 2.4), and clients and the server read it so',
    mend: 'primary: { type: boolean }; type, display and $ref: { type: string }',
    find: eachAttribute(({ parent, name, attribute }) => {
      const type = STANDARD_PARTS.get(name);
      if (parent?.isList !== true || type === undefined || attribute.type === type) return undefined;
      return `is ${article(attribute.type)}, not ${article(type)}`;
    }, 'type'),
  },
  pattern: {
    why: 'Every value is matched with it',
    mend: "pattern: '^[A-Z]{2}[0-9]+$'",
    find: ({ attributes }) =>
      attributes.flatMap(({ path, title, value, isList }) => {
        const fault = patternFault((value as { pattern?: string }).pattern);
        const at = [...path, ...(isList ? ['items'] : []), 'pattern'];
        return fault === undefined
          ? []
          : [{ what: `${title} has a pattern that is not a regular expression: ${fault}`, at }];
      }),
  },
  length: {
    why: 'No value could have it',
    mend: 'minLength: 1, maxLength: 64',
    find: eachAttribute(({ value }) => {
      const { minLength = 0, maxLength = Infinity } = value as { minLength?: number; maxLength?: number };
      return minLength > maxLength && `has a minLength of ${minLength} above its maxLength of ${maxLength}`;
    }),
  },
};

function patternFault(pattern: string | undefined): string | undefined {
  try {
    if (pattern !== undefined) new RegExp(pattern, 'u');
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
