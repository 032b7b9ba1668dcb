// The tolerance that profiles add up to.
import type { Observe } from '../observe/observation.js';
import type { Tolerance } from '../schema/tolerance.js';
import type { Profile } from './profiles.js';

/**
 * Allows what any of the profiles allows, and makes each use visible.
 * @param profile what the profiles are together, in the words of logs and metrics
 */
export function createTolerance(profiles: readonly Profile[], observe: Observe, profile = 'all'): Tolerance {
  const allowed = new Set(profiles.flatMap(({ deviations }) => Object.keys(deviations)));
  return {
    foreignSchemas: new Set(profiles.flatMap(({ foreignSchemas }) => foreignSchemas)),
    allows(deviation) {
      if (!allowed.has(deviation)) return false;
      observe({ kind: 'deviationTolerated', deviation, profile });
      return true;
    },
  };
}
