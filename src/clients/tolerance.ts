// What is tolerated of the clients of each profile, and of those that name none.
import type { Observe } from '../observe/observation.js';
import type { Tolerance } from '../schema/tolerance.js';
import type { Profile } from './profiles.js';

/** What all profiles are together, in the words of logs and metrics. */
const TOGETHER = 'all';

/** @returns the tolerance of a profile; of no profile, or one that is not here: of all of them together */
export function createTolerances(
  profiles: Readonly<Record<string, Profile>>,
  observe: Observe,
): (profile: string | undefined) => Tolerance {
  const together = createTolerance(Object.values(profiles), observe);
  const each = new Map(Object.entries(profiles).map(([name, one]) => [name, createTolerance([one], observe, name)]));
  return (profile) => each.get(profile ?? '') ?? together;
}

/** Allows what any of the profiles allows, and makes each use visible under their name. */
export function createTolerance(profiles: readonly Profile[], observe: Observe, name = TOGETHER): Tolerance {
  const allowed = new Set(profiles.flatMap(({ deviations }) => Object.keys(deviations)));
  return {
    foreignSchemas: new Set(profiles.flatMap(({ foreignSchemas }) => foreignSchemas)),
    allows(deviation) {
      if (!allowed.has(deviation)) return false;
      observe({ kind: 'deviationTolerated', deviation, profile: name });
      return true;
    },
  };
}
