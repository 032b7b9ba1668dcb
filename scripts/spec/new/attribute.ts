// One attribute, from answers to the YAML of it.
import type { JsonObject } from '../../../src/spec/json.js';

export const TYPES = ['string', 'boolean', 'integer', 'decimal', 'dateTime', 'binary', 'reference', 'complex'] as const;
export type AttributeType = (typeof TYPES)[number];

export interface AttributeAnswers {
  readonly type: AttributeType;
  readonly multiValued: boolean;
  readonly description: string;
  /** Undefined takes what SCIM takes unsaid. */
  readonly caseExact?: boolean | undefined;
  readonly mutability?: 'readWrite' | 'readOnly' | 'immutable' | 'writeOnly' | undefined;
  readonly returned?: 'always' | 'never' | 'default' | 'request' | undefined;
  readonly uniqueness?: 'none' | 'server' | 'global' | undefined;
  readonly canonicalValues?: readonly string[] | undefined;
  readonly referenceTypes?: readonly string[] | undefined;
  readonly index?: boolean | undefined;
}

/** What each data type of RFC 7643 section 2.3 is in OpenAPI. */
const VALUES: Readonly<Record<Exclude<AttributeType, 'complex'>, JsonObject>> = {
  string: { type: 'string' },
  boolean: { type: 'boolean' },
  integer: { type: 'integer' },
  decimal: { type: 'number' },
  dateTime: { type: 'string', format: 'date-time' },
  binary: { type: 'string', format: 'byte' },
  reference: { type: 'string', format: 'uri-reference' },
};

/** Those whose letter case may or may not count; of a reference it does (RFC 7643 section 2.3.7). */
const CASED: Partial<Record<AttributeType, boolean>> = { string: false, reference: true };

const text = (description: string, more: JsonObject = {}): JsonObject => ({
  type: 'string',
  description,
  'x-scim': { caseExact: false, ...more },
});

/** Values of a list have the sub-attributes of RFC 7643 section 2.4; a single complex value begins with one. */
function subAttributes({ multiValued, description }: AttributeAnswers): JsonObject {
  const value = { value: text(multiValued ? `One of the values. ${description}` : description) };
  if (!multiValued) return value;
  return {
    ...value,
    display: text('A human-readable name of the value.'),
    type: text('What the value is for.'),
    primary: { type: 'boolean', description: 'Whether this is the preferred value; one may be.' },
  };
}

/** The YAML of an attribute as JSON. */
export function attributeYaml(answers: AttributeAnswers): JsonObject {
  const { type, multiValued, description, mutability } = answers;
  const value: JsonObject =
    type === 'complex' ? { type: 'object', properties: subAttributes(answers) } : { ...VALUES[type] };
  const { type: jsonType = 'string', ...keywords } = value;
  const scim = characteristics(answers);
  return {
    type: multiValued ? 'array' : jsonType,
    ...(multiValued || type === 'complex' ? {} : keywords),
    description,
    ...(mutability === 'readOnly' ? { readOnly: true } : {}),
    ...(mutability === 'writeOnly' ? { writeOnly: true } : {}),
    ...(Object.keys(scim).length > 0 ? { 'x-scim': scim } : {}),
    ...(multiValued ? { items: value } : type === 'complex' ? keywords : {}),
  };
}

function characteristics(answers: AttributeAnswers): JsonObject {
  const { type, mutability, returned, uniqueness, canonicalValues = [], referenceTypes = [], index } = answers;
  const caseExact = answers.caseExact ?? CASED[type];
  return {
    ...(caseExact === undefined || CASED[type] === undefined ? {} : { caseExact }),
    ...(mutability === 'immutable' ? { mutability } : {}),
    ...(returned === undefined || returned === 'default' ? {} : { returned }),
    ...(uniqueness === undefined || uniqueness === 'none' ? {} : { uniqueness }),
    ...(canonicalValues.length > 0 ? { canonicalValues: [...canonicalValues] } : {}),
    ...(type === 'reference' ? { referenceTypes: referenceTypes.length > 0 ? [...referenceTypes] : ['external'] } : {}),
    ...(index === true ? { index } : {}),
  };
}
