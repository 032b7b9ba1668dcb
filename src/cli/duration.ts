// Times as operators write them.
import { InvalidArgumentError } from 'commander';

export const DAY = 86_400;
const SECONDS_OF = { s: 1, m: 60, h: 3600, d: DAY } as const;

/** Seconds, of a text like `90d`, `12h`, `15m` or `30s`. */
export function duration(text: string): number {
  const [, count, unit] = /^(\d+)([smhd])$/.exec(text) ?? [];
  if (count === undefined || unit === undefined)
    throw new InvalidArgumentError('Give a time like 90d, 12h, 15m or 30s.');
  return Number(count) * SECONDS_OF[unit as keyof typeof SECONDS_OF];
}
