// Times as operators write them.
import { InvalidArgumentError } from 'commander';

export const DAY = 86_400;
const SECONDS_OF = { s: 1, m: 60, h: 3600, d: DAY } as const;
/** A hundred years. What is far beyond is no date of JavaScript, and would be kept as one that has passed. */
const MOST = 36_500 * DAY;

/** Seconds, of a text like `90d`, `12h`, `15m` or `30s`. @throws InvalidArgumentError */
export function duration(text: string): number {
  const [, count, unit] = /^(\d+)([smhd])$/.exec(text) ?? [];
  const seconds = Number(count) * SECONDS_OF[unit as keyof typeof SECONDS_OF];
  if (seconds <= MOST) return seconds;
  throw new InvalidArgumentError('Give a time like 90d, 12h, 15m or 30s, of 36500d at most.');
}
