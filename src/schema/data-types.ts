// Which texts are values of a data type (RFC 7643 section 2.3), and which are of none.

/**
 * Marks on one character, more than any script has (UAX #15 section 13 stops at 30 for the same reason): what puts them
 * in order takes the square of their number. Looked for where a run of marks begins: a run of 63 would else be looked
 * through from each of its marks.
 */
export const TOO_MANY_MARKS = /(?<!\p{M})\p{M}{64}/u;

const DATE_TIME = /^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/i;

/**
 * RFC 3339 with a time zone, without which the instant would depend on where the server runs; and an instant that
 * JavaScript and BSON know, so no leap second, nor the hour 24 that RFC 3339 lacks (section 2.3.5).
 */
export function isDateTime(text: string): boolean {
  if (!DATE_TIME.test(text) || Number.isNaN(Date.parse(text))) return false;
  // Date makes the 30th of February the 2nd of March.
  const day = text.slice(0, 10);
  return new Date(day).toISOString().startsWith(day);
}

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}(?:==)?|[A-Za-z0-9+/]{3}=?)?$/;

/** As RFC 4648 section 4 has it, which allows no line breaks; the padding may be omitted (section 2.3.6). */
export function isBase64(text: string): boolean {
  return BASE64.test(text);
}

/** What `true` and `false` in any letter case mean; undefined for any other text. */
export function truthOf(text: string): boolean | undefined {
  const folded = text.toLowerCase();
  return folded === 'true' ? true : folded === 'false' ? false : undefined;
}
