// What values an attribute has: whether letter case counts, suggested values, defaults, what it refers to.
import { Ajv } from 'ajv';
import addFormatsModule from 'ajv-formats';
import type { Found, Rules } from './rule.js';
import { eachAttribute, repeated } from './rule.js';
import type { AttributePlace } from './survey.js';

const scim = ({ attribute }: AttributePlace) => attribute['x-scim'] ?? {};
const isText = ({ value }: AttributePlace) => value.type === 'string';
/** dateTime and binary are strings that no letter case is folded in. */
const isFolded = (place: AttributePlace) =>
  isText(place) && place.value.format !== 'date-time' && place.value.format !== 'byte';
const folded = (place: AttributePlace, text: string) => (scim(place).caseExact === true ? text : text.toLowerCase());

export const VALUE_RULES: Rules = {
  'case-exact': {
    why: 'Filters and uniqueness compare by it, and stored text is folded by it (RFC 7643 section 2.2)',
    mend: 'x-scim: { caseExact: false }; true for ids, codes and URIs',
    find: eachAttribute(
      (place) => isFolded(place) && scim(place).caseExact === undefined && 'is text without x-scim.caseExact',
    ),
  },
  'case-exact-of-no-text': {
    why: 'Letter case is a matter of text alone',
    mend: 'take caseExact away',
    find: eachAttribute(
      (place) => !isText(place) && scim(place).caseExact !== undefined && `is not text, but has caseExact`,
      'x-scim',
      'caseExact',
    ),
  },
  'canonical-of-no-text': {
    why: 'Canonical values are text (RFC 7643 section 7)',
    mend: 'remove canonicalValues, or make the attribute a string',
    find: eachAttribute(
      (place) =>
        !isFolded(place) && scim(place).canonicalValues !== undefined && 'has canonicalValues, but is not text',
      'x-scim',
      'canonicalValues',
    ),
  },
  'canonical-twice': {
    why: 'Two values that compare as equal are one',
    mend: 'canonicalValues: [work, home]',
    find: ({ attributes }) =>
      attributes.flatMap((place) =>
        repeated(scim(place).canonicalValues ?? [], (value) => folded(place, value)).map(({ entry }) => ({
          what: `${place.title} has the canonical value ${entry} twice`,
          at: [...place.path, 'x-scim', 'canonicalValues'],
        })),
      ),
  },
  'default-type': {
    why: 'A resource that lacks the attribute would get a value that no client may give',
    mend: 'a default of the type: default: true',
    find: ({ attributes }) => attributes.flatMap(wrongDefault),
  },
  'default-canonical': {
    why: 'What the server itself gives should be one of the values that it suggests',
    mend: 'canonicalValues: [new, used] and default: new',
    find: eachAttribute((place) => {
      const values = scim(place).canonicalValues?.map((each) => folded(place, each)) ?? [];
      const given = place.attribute.default;
      if (values.length === 0 || typeof given !== 'string' || values.includes(folded(place, given))) return undefined;
      return `has the default ${given}, which is not one of its canonicalValues`;
    }, 'default'),
  },
  'reference-of-no-text': {
    why: 'A reference is a URI, which is text (RFC 7643 section 2.3.7)',
    mend: 'type: string, format: uri-reference',
    find: eachAttribute(
      (place) => !isText(place) && scim(place).referenceTypes !== undefined && 'has referenceTypes, but is not text',
      'x-scim',
      'referenceTypes',
    ),
  },
  'ref-types': {
    why: 'The server writes $ref itself, and must know at which endpoint',
    mend: 'x-scim: { caseExact: true, referenceTypes: [User] }',
    find: eachAttribute(
      (place) =>
        place.name === '$ref' &&
        place.kind !== 'protocol' &&
        scim(place).referenceTypes === undefined &&
        'has no referenceTypes',
    ),
  },
  'ref-value': {
    why: '$ref is the URI of the resource whose id is in `value` beside it (RFC 7643 section 2.4)',
    mend: 'value: { type: string, description: The id of a user., x-scim: { caseExact: true } }',
    find: eachAttribute(
      ({ name, parent }) =>
        name === '$ref' && parent?.value.properties?.['value'] === undefined && 'has no value beside it',
    ),
  },
  'ref-type': {
    why: 'Of several resource types, `type` beside $ref says which one it is; without it no $ref is shown',
    mend: 'type: { type: string, description: User or Group., x-scim: { caseExact: true } }',
    find: eachAttribute(
      (place) =>
        place.name === '$ref' &&
        (scim(place).referenceTypes ?? []).length > 1 &&
        place.parent?.value.properties?.['type'] === undefined &&
        'leads to several resource types, and has no type beside it',
    ),
  },
};

function wrongDefault({ path, title, attribute }: AttributePlace): Found[] {
  if (attribute.default === undefined) return [];
  const { default: value, ...schema } = attribute;
  const ajv = new Ajv({ strict: false, meta: false, validateSchema: false });
  addFormatsModule.default(ajv);
  try {
    if (ajv.validate(schema, value)) return [];
  } catch {
    // Its schema is wrong, which other rules say of it or of its parts: a pattern that is no regular expression.
    return [];
  }
  return [
    {
      what: `${title} has the default ${JSON.stringify(value)}, which ${ajv.errors?.[0]?.message ?? 'is wrong'}`,
      at: [...path, 'default'],
    },
  ];
}
