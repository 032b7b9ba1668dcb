// Ratios within a run: one for each round, and of those the median with the least and the greatest.
import type { Sample } from './compare.js';

export interface Ratio {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

type Pick = (sample: Sample) => number;

/** A number of `subject` by that of `against`; undefined where one of them has no sample. */
export function ratio(samples: readonly Sample[], pick: Pick, subject: string, against: string): Ratio | undefined {
  const rounds = [...new Set(samples.map(({ round }) => round))];
  const ratios = rounds.flatMap((round) => {
    const at = (name: string) =>
      median(
        of(samples, name)
          .filter((each) => each.round === round)
          .map(pick),
      );
    const one = at(subject) / at(against);
    return Number.isFinite(one) ? [one] : [];
  });
  if (ratios.length === 0) return undefined;
  return { median: median(ratios), min: Math.min(...ratios), max: Math.max(...ratios) };
}

/** The samples of one subject. */
export function of(samples: readonly Sample[], subject: string): Sample[] {
  return samples.filter((sample) => sample.subject === subject);
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[sorted.length / 2 - 1] ?? NaN)) / 2;
}
