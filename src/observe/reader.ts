// A reader of observations: a record with a function for each kind that it hears.
import type { Observation, Observe } from './observation.js';

export type Kind = Observation['kind'];
type Of<K extends Kind> = Extract<Observation, { readonly kind: K }>;

/** null: the reader decides not to hear it. */
export type Hearing = { readonly [K in Kind]: ((observation: Of<K>) => void) | null };

export function createReader(hearing: Partial<Hearing>): Observe {
  return (observation) => {
    // The kind selects the function for just this observation, which TypeScript can't follow through a union.
    const hear = hearing[observation.kind] as ((observation: Observation) => void) | null | undefined;
    hear?.(observation);
  };
}

/** What one observes, all of them hear, in their order. */
export function toAll(readers: readonly Observe[]): Observe {
  return (observation) => {
    for (const read of readers) read(observation);
  };
}
