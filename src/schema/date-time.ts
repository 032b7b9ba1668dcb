// What a dateTime is (RFC 7643 section 2.3.5): RFC 3339 with a time zone, without which the instant would depend on
// where the server runs, and an instant that JavaScript and BSON know, so no leap second.

const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/i;

export function isDateTime(text: string): boolean {
  if (!DATE_TIME.test(text) || Number.isNaN(Date.parse(text))) return false;
  // Date makes the 30th of February the 2nd of March.
  const day = text.slice(0, 10);
  return new Date(day).toISOString().startsWith(day);
}
