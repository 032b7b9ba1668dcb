// Fresh values by data type (RFC 7643 section 2.3), each unlike any other, and how two of a type compare.
import { randomBytes } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Attribute } from './profile.js';

/** Text that nothing else has, in mixed letter case. */
export function freshText(): string {
  return `Conf${randomBytes(6).toString('hex')}Z`;
}

/** A fresh value of a simple attribute; of a list, one of its values. */
export function freshValue({ type, canonicalValues, mutability }: Attribute): unknown {
  const number = randomBytes(3).readUIntBE(0, 3);
  switch (type) {
    case 'boolean':
      return true;
    case 'integer':
      return number;
    case 'decimal':
      return number + 0.5;
    case 'dateTime':
      return new Date(Date.UTC(2020, 0, 1) + number * 1000).toISOString();
    case 'binary':
      return randomBytes(9).toString('base64');
    case 'reference':
      return `https://example.com/${freshText().toLowerCase()}`;
    default:
      // What can't be read back may be a password: with a letter, a capital, a digit and a sign.
      return canonicalValues[0] ?? (mutability === 'writeOnly' ? `aA1!${freshText()}` : freshText());
  }
}

/** Tells whether a server gave back what it got; text without caseExact may come back in other letters. */
export function isEqual({ type, caseExact, subAttributes }: Attribute, a: any, b: any): boolean {
  if (typeof a !== typeof b || Array.isArray(a) !== Array.isArray(b)) return false;
  if (type === 'complex') {
    if (Array.isArray(a)) return a.length === b.length && a.every((_, i) => equalSubs(subAttributes, a[i], b[i]));
    return equalSubs(subAttributes, a, b);
  }
  if (Array.isArray(a)) return isDeepStrictEqual(a, b);
  if (type === 'dateTime') return Date.parse(a) === Date.parse(b);
  if (type === 'string' && !caseExact) return String(a).toLowerCase() === String(b).toLowerCase();
  return isDeepStrictEqual(a, b);
}

/** Of complex values those sub-attributes count that were given. */
function equalSubs(subAttributes: readonly Attribute[], given: any, came: any): boolean {
  return subAttributes.every(
    (sub) => given?.[sub.name] === undefined || isEqual(sub, given[sub.name], came?.[sub.name]),
  );
}
