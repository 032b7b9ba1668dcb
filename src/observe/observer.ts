// An observer: a record with a function for each kind of observation that it hears.
import type { Observation, Observe } from './observation.js';

type Kind = Observation['kind'];
type Of<K extends Kind> = Extract<Observation, { readonly kind: K }>;

/** null: the observer leaves it out on purpose. */
export type Hearing = { readonly [K in Kind]: ((observation: Of<K>) => void) | null };

export function createObserver(hearing: Partial<Hearing>): Observe {
  return (observation) => {
    // The kind selects the function for just this observation, which TypeScript can't follow through a union.
    const hear = hearing[observation.kind] as ((observation: Observation) => void) | null | undefined;
    hear?.(observation);
  };
}

/** What one observes, all of them hear, in their order. */
export function toAll(observers: readonly Observe[]): Observe {
  return (observation) => {
    for (const observe of observers) observe(observation);
  };
}
