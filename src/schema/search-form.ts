// The search form of a resource: what filters, sorts and indexes see. Strings whose attribute isn't caseExact are
// folded, a dateTime is a Date, and what no filter may see is left out. Filters in memory and in the database both
// read this form, so they agree by construction.
import type { Json, JsonObject } from '../spec/json.js';
import { isObject } from '../spec/json.js';
import type { Attribute } from './model.js';
import { isHidden } from './model.js';

export type SearchValue = null | boolean | number | string | Date | SearchValue[] | SearchForm;
export interface SearchForm {
  [key: string]: SearchValue;
}

/** All but the printable characters of ASCII, which have one form each. */
const BEYOND_ASCII = /[^ -~]/;

/**
 * Folds text for comparison without case, in the spirit of PRECIS' UsernameCaseMapped (RFC 7644 section 5, RFC 8265
 * section 3.3): width and the other compatibility forms by NFKC, then lower case, in no language's own way. Nothing is
 * refused and nothing dropped, and ß stays apart from ss, as it does there.
 *
 * Folded again it is the same. A part of a text folds to a part of the folded text, which co, sw and ew need: so the
 * sigma of a word's end, which lower case makes by where it stands, becomes the other one. Marks alone join what is
 * before them.
 */
export function fold(text: string): string {
  if (!BEYOND_ASCII.test(text)) return text.toLowerCase();
  return text.normalize('NFKC').toLowerCase().replaceAll('ς', 'σ').normalize('NFKC');
}

/** The search form of one value (not a list) of an attribute. */
export function searchValue(attribute: Attribute, value: Json): SearchValue {
  if (isObject(value)) return searchForm(attribute, value);
  if (typeof value !== 'string') return value;
  if (attribute.type === 'dateTime') return new Date(value);
  // Base64 text is case exact whatever the schema says (RFC 7643 section 2.3.6).
  return attribute.caseExact || attribute.type === 'binary' ? value : fold(value);
}

/**
 * The search form of a complex value, or of a whole resource.
 * @param parent its attribute, or the root of its resource type
 * @param value canonical JSON: names as the model has them
 */
export function searchForm(parent: Attribute, value: JsonObject): SearchForm {
  const form: SearchForm = {};
  for (const [name, member] of Object.entries(value)) {
    const attribute = parent.byName.get(name.toLowerCase());
    if (attribute === undefined || isHidden(attribute)) continue;
    form[name] = Array.isArray(member)
      ? member.map((item) => searchValue(attribute, item))
      : searchValue(attribute, member);
  }
  return isNotPrimary(parent, form) ? { ...form, primary: false } : form;
}

/** A value of a list that doesn't say so is not the primary one (RFC 7643 section 2.4): filters find it so. */
function isNotPrimary({ multiValued, byName }: Attribute, form: SearchForm): boolean {
  if (!multiValued || byName.get('primary')?.type !== 'boolean') return false;
  return form['primary'] === undefined && Object.keys(form).length > 0;
}

/** Tells a complex value from a simple one and from a list. */
export function isForm(value: SearchValue | undefined): value is SearchForm {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

/** By code point, as the database does. JavaScript's `<` compares UTF-16 units, which puts U+1F600 before U+FF01. */
export function compareText(a: string, b: string): number {
  return a === b ? 0 : Buffer.compare(Buffer.from(a), Buffer.from(b));
}
