// What a change of each keyword of an attribute means: one rule for the keywords that say one thing together. A test
// holds the list to openapi/vocabulary/attribute.json.
import { isDeepStrictEqual } from 'node:util';
import type { AttributeSchema, Characteristics } from '../../../src/spec/attribute-schema.js';

export interface Verdict {
  readonly effect: 'breaking' | 'compatible';
  readonly what: string;
  /** What a stored value is that the change makes invalid, as a condition of MongoDB on the value. */
  readonly invalid?: Readonly<Record<string, unknown>>;
  /** A value must differ from all others now; folded where letter case no longer counts. */
  readonly duplicates?: 'as they are' | 'folded';
  /** Several values are invalid now. */
  readonly isSingleNow?: true;
}

export interface Rule {
  /** Keywords of the attribute, `x-scim.` before those that stand there. */
  readonly keywords: readonly string[];
  readonly judge: (before: AttributeSchema, after: AttributeSchema) => Verdict | undefined;
}

const yes = (what: string, more: Partial<Verdict> = {}): Verdict => ({ effect: 'breaking', what, ...more });
const no = (what: string): Verdict => ({ effect: 'compatible', what });

const scim = (schema: AttributeSchema): Characteristics => schema['x-scim'] ?? {};
/** The schema of one value. */
const one = (schema: AttributeSchema): AttributeSchema => schema.items ?? schema;

/** Rules of one value that the keyword of the same name states. */
const constraint = (
  keyword: 'minLength' | 'maxLength' | 'pattern',
  isTighter: (before: Constraint, after: Constraint) => boolean,
  invalid: (after: Constraint) => RegExp | { readonly $not: RegExp },
): Rule => ({
  keywords: [keyword],
  judge(before, after) {
    const [was, is] = [one(before), one(after)].map((schema) => (schema as Constraints)[keyword]);
    if (was === is) return undefined;
    if (is === undefined) return no(`has no ${keyword} any more`);
    if (!isTighter(was, is)) return no(`${keyword} is ${is}`);
    const condition = invalid(is);
    return yes(`${keyword} is ${is}`, {
      invalid: { $type: 'string', ...('$not' in condition ? condition : { $regex: condition }) },
    });
  },
});
type Constraint = string | number | undefined;
type Constraints = AttributeSchema & Readonly<Record<'minLength' | 'maxLength' | 'pattern', Constraint>>;

/** The text that is one of a type: what a migration converts. */
const TEXT_OF: Readonly<Record<string, RegExp>> = {
  integer: /^[+-]?\d+$/,
  number: /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i,
  boolean: /^(true|false)$/i,
  'string date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/i,
  'string byte': /^[A-Za-z0-9+/_-]*={0,2}$/,
};

const typeOf = (schema: AttributeSchema): string => {
  const { type, format } = one(schema);
  return ['date-time', 'byte'].includes(format ?? '') ? `${type} ${format ?? ''}` : type;
};

const mutabilityOf = (schema: AttributeSchema) =>
  schema.readOnly === true
    ? 'readOnly'
    : schema.writeOnly === true
      ? 'writeOnly'
      : (scim(schema).mutability ?? 'readWrite');

/** What clients may do with a value. */
const MAY: Readonly<Record<string, readonly string[]>> = {
  readWrite: ['give', 'change', 'read'],
  immutable: ['give', 'read'],
  writeOnly: ['give', 'change'],
  readOnly: ['read'],
};

/** The more to the right, the more answers show it. */
const RETURNED = ['never', 'request', 'default', 'always'];
const returnedOf = (schema: AttributeSchema) =>
  scim(schema).returned ?? (schema.writeOnly === true ? 'never' : 'default');

const uniquenessOf = (schema: AttributeSchema) => scim(schema).uniqueness ?? 'none';

const set = (values: readonly string[] | undefined) => `[${(values ?? []).join(', ')}]`;

export const RULES: readonly Rule[] = [
  {
    keywords: ['type'],
    judge(before, after) {
      const [was, is] = [typeOf(before), typeOf(after)];
      if (was === is) return undefined;
      const text = TEXT_OF[is];
      return yes(`${was} becomes ${is}`, text === undefined ? {} : { invalid: { $type: 'string', $not: text } });
    },
  },
  {
    keywords: ['items'],
    judge(before, after) {
      if ((before.type === 'array') === (after.type === 'array')) return undefined;
      return after.type === 'array'
        ? yes('one value becomes several')
        : yes('several values become one', { isSingleNow: true });
    },
  },
  {
    keywords: ['format'],
    judge(before, after) {
      const [was = 'none', is = 'none'] = [one(before).format, one(after).format];
      if (was === is || typeOf(before) !== typeOf(after)) return undefined;
      // A URI is a URI reference.
      const isLooser = is === 'none' || (was === 'uri' && is === 'uri-reference');
      return isLooser ? no(`format ${was} becomes ${is}`) : yes(`format ${was} becomes ${is}`);
    },
  },
  {
    keywords: ['description'],
    judge: (before, after) => (before.description === after.description ? undefined : no('has another description')),
  },
  {
    keywords: ['default'],
    judge(before, after) {
      if (isDeepStrictEqual(before.default, after.default)) return undefined;
      if (before.default === undefined) return no(`has the default ${JSON.stringify(after.default)}`);
      const is =
        after.default === undefined ? 'no default any more' : `another default: ${JSON.stringify(after.default)}`;
      return yes(`has ${is}`);
    },
  },
  constraint(
    'minLength',
    (was, is) => Number(is) > Number(was ?? 0),
    (is) => new RegExp(`^[\\s\\S]{0,${Number(is) - 1}}$`),
  ),
  constraint(
    'maxLength',
    (was, is) => Number(is) < Number(was ?? Infinity),
    (is) => new RegExp(`^[\\s\\S]{${Number(is) + 1},}`),
  ),
  constraint(
    'pattern',
    () => true,
    (is) => ({ $not: new RegExp(String(is)) }),
  ),
  {
    keywords: ['readOnly', 'writeOnly', 'x-scim.mutability'],
    judge(before, after) {
      const [was, is] = [mutabilityOf(before), mutabilityOf(after)];
      if (was === is) return undefined;
      const lost = (MAY[was] ?? []).filter((what) => MAY[is]?.includes(what) !== true);
      const what = `mutability ${was} becomes ${is}`;
      return lost.length === 0 ? no(what) : yes(`${what}: clients may no longer ${lost.join(' or ')} it`);
    },
  },
  {
    keywords: ['x-scim.returned'],
    judge(before, after) {
      const [was, is] = [returnedOf(before), returnedOf(after)];
      if (was === is) return undefined;
      const what = `returned ${was} becomes ${is}`;
      return RETURNED.indexOf(is) < RETURNED.indexOf(was) ? yes(what) : no(what);
    },
  },
  {
    keywords: ['x-scim.caseExact'],
    judge(before, after) {
      const [was = false, is = false] = [scim(before).caseExact, scim(after).caseExact];
      if (was === is) return undefined;
      const isUnique = uniquenessOf(after) !== 'none' && !is;
      return yes(`letter case ${is ? 'counts' : 'no longer counts'}`, isUnique ? { duplicates: 'folded' } : {});
    },
  },
  {
    keywords: ['x-scim.uniqueness'],
    judge(before, after) {
      const [was, is] = [uniquenessOf(before), uniquenessOf(after)];
      if (was === is) return undefined;
      const what = `uniqueness ${was} becomes ${is}`;
      return was === 'none' ? yes(what, { duplicates: 'as they are' }) : no(what);
    },
  },
  {
    keywords: ['x-scim.canonicalValues'],
    judge(before, after) {
      const [was, is] = [set(scim(before).canonicalValues), set(scim(after).canonicalValues)];
      // "The service provider MAY choose to ignore" others: they are suggestions (RFC 7643 section 7).
      return was === is ? undefined : no(`suggests ${is}`);
    },
  },
  {
    keywords: ['x-scim.referenceTypes'],
    judge(before, after) {
      const [was, is] = [scim(before).referenceTypes, scim(after).referenceTypes];
      if (set(was) === set(is)) return undefined;
      const what = `refers to ${set(is)} rather than ${set(was)}`;
      return was === undefined || is === undefined || was.some((type) => !is.includes(type)) ? yes(what) : no(what);
    },
  },
  {
    keywords: ['x-scim.index'],
    judge(before, after) {
      const [was = false, is = false] = [scim(before).index, scim(after).index];
      if (was === is) return undefined;
      return no(is ? 'has an index' : 'has no index any more: filters on it scan, up to MAX_SCAN');
    },
  },
  {
    keywords: ['x-scim.secret'],
    judge(before, after) {
      const [was, is] = [scim(before).secret, scim(after).secret];
      if (was === is) return undefined;
      return was === undefined
        ? yes(`is a secret (${is ?? ''}): no filter sees it`)
        : no(`secret ${was} becomes ${is ?? 'none'}`);
    },
  },
  {
    keywords: ['x-scim.edge'],
    judge(before, after) {
      const [was, is] = [scim(before).edge?.inverse, scim(after).edge?.inverse];
      if (was === is) return undefined;
      if (was === undefined) return yes(`is kept as edges, with the inverse ${is ?? ''}; what is stored is not moved`);
      return yes(is === undefined ? 'is no longer kept as edges' : `has the inverse ${is} rather than ${was}`);
    },
  },
];

/** Keywords that the walk over attributes treats itself. */
export const WALKED: readonly string[] = ['properties', 'required', 'x-scim', 'x-scim.renamedFrom'];
