// Times as operators write them.
import { InvalidArgumentError } from 'commander';

export const DAY = 86_400;
const SECONDS_OF = { s: 1, m: 60, h: 3600, d: DAY } as const;

/** A hundred years: a time from now on that every date can tell (RFC 3339 has four digits for the year). */
const MOST_DAYS = 36_500;

/**
 * Seconds, of a text like `90d`, `12h`, `15m` or `30s`.
 * @throws InvalidArgumentError
 */
export function duration(text: string): number {
  const [, count, unit] = /^(\d+)([smhd])$/.exec(text) ?? [];
  const seconds = Number(count) * SECONDS_OF[unit as keyof typeof SECONDS_OF];
  if (seconds <= MOST_DAYS * DAY) return seconds;
  throw new InvalidArgumentError(`Give a time like 90d, 12h, 15m or 30s, ${MOST_DAYS}d at most.`);
}
