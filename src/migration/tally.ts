// Counts what can't be converted: by attribute and reason, with a few examples.
import type { Inconvertible } from './convert.js';

export interface Count extends Inconvertible {
  readonly resources: number;
  /** Ids of a few of them. */
  readonly examples: readonly string[];
}

export interface Tally {
  add(id: string, refusals: readonly Inconvertible[]): void;
  counts(): readonly Count[];
}

const EXAMPLES = 5;

export function createTally(): Tally {
  const found = new Map<string, Count>();
  return {
    add(id, refusals) {
      // A list may have several values of one kind.
      for (const [key, { path, reason }] of new Map(refusals.map((each) => [`${each.path} ${each.reason}`, each]))) {
        const { resources, examples } = found.get(key) ?? { resources: 0, examples: [] };
        found.set(key, {
          path,
          reason,
          resources: resources + 1,
          examples: resources < EXAMPLES ? [...examples, id] : examples,
        });
      }
    },
    counts: () => [...found.values()],
  };
}
