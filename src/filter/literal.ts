// Types the literal of a comparison by the attribute: a literal that could never match is an error for the client, not
// an empty list.
import { ScimError, show } from '../errors/scim-error.js';
import { isBase64, isDateTime } from '../schema/data-types.js';
import type { Attribute, DataType } from '../schema/model.js';
import { searchValue } from '../schema/search-form.js';
import type { CompValue, CompareOp } from './ast.js';
import type { BoundComparison, BoundValue } from './bound.js';

type Bound = Pick<BoundComparison, 'value' | 'literal'>;
type SimpleType = Exclude<DataType, 'complex'>;

interface Comparability {
  readonly operators: readonly CompareOp[];
  /** What a literal must be, as an error says it. */
  readonly expects: string;
  /** The literal as a value of the type, or undefined. */
  readonly read: (literal: CompValue) => string | number | boolean | undefined;
}

const EQUALITY = ['eq', 'ne'] as const;
const ORDER = ['gt', 'ge', 'lt', 'le'] as const;
const PARTS = ['co', 'sw', 'ew'] as const;

/** Some characters are eighteen when they are folded. MongoDB takes no regular expression of more than some 64 KB. */
const MAX_LENGTH = 10_000;
/**
 * What is sought anywhere in a text may be compared at each place of it. So far V8 looks for it in proportion to the
 * text alone (it skips by the last 250 characters of what it seeks); MongoDB compares it at each place.
 */
const MAX_SOUGHT = 250;

const text: Comparability = {
  operators: [...EQUALITY, ...PARTS, ...ORDER],
  expects: 'text in double quotes',
  read: (literal) => (typeof literal === 'string' ? literal : undefined),
};

const number: Comparability = {
  operators: [...EQUALITY, ...ORDER],
  expects: 'a number',
  read: (literal) => (typeof literal === 'number' ? literal : undefined),
};

/** Table 3 of RFC 7644 section 3.4.2.2: which operators a data type takes, and which literals. */
const COMPARABILITY: Readonly<Record<SimpleType, Comparability>> = {
  string: text,
  reference: text,
  integer: number,
  decimal: number,
  boolean: { operators: EQUALITY, expects: 'true or false', read: readBoolean },
  dateTime: {
    operators: [...EQUALITY, ...ORDER],
    expects: 'a date and time such as "2011-05-13T04:42:34Z"',
    read: (literal) => (typeof literal === 'string' && isDateTime(literal) ? literal : undefined),
  },
  binary: {
    operators: EQUALITY,
    expects: 'base64 text in double quotes',
    read: (literal) => (typeof literal === 'string' && isBase64(literal) ? literal : undefined),
  },
};

/**
 * The value that a comparison looks for in the search form, and the same as the client wrote it.
 * @param name the attribute as errors call it
 * @throws ScimError invalidFilter where the attribute's type doesn't take the operator, or the literal
 */
export function bindLiteral(attribute: Attribute, name: string, operator: CompareOp, literal: CompValue): Bound {
  if (attribute.type === 'complex') {
    throw new ScimError('invalidFilter', `${name} is complex and has no "value": compare one of its sub-attributes`);
  }
  const { operators, expects, read } = COMPARABILITY[attribute.type];
  if (!operators.includes(operator)) {
    const allowed = operators.join(', ');
    throw new ScimError('invalidFilter', `${name} is ${attribute.type} and takes ${allowed} or pr, not ${operator}`);
  }
  const value = read(literal);
  if (value === undefined) {
    throw new ScimError('invalidFilter', `${name} is compared with ${show(literal)}; ${expects} is expected`);
  }
  // A simple value stays one in the search form.
  const found = searchValue(attribute, value) as BoundValue;
  if (typeof found === 'string' && found.length > MAX_LENGTH) {
    throw new ScimError('invalidFilter', `${name} is compared with text that is too long once its case is folded`);
  }
  if (operator === 'co' && typeof found === 'string' && found.length > MAX_SOUGHT) {
    throw new ScimError('invalidFilter', `${name} is compared by co with more than ${MAX_SOUGHT} characters`);
  }
  return { value: found, literal: value };
}

/** Entra ID asks for `primary eq "True"`. */
function readBoolean(literal: CompValue): boolean | undefined {
  const word = typeof literal === 'string' ? literal.toLowerCase() : literal;
  if (word === 'true' || word === true) return true;
  return word === 'false' || word === false ? false : undefined;
}
