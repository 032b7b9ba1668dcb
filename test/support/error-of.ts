// The error that an act ends in, for tests that look at more of it than its message.
import { ScimError } from '../../src/errors/scim-error.js';

/**
 * @returns the ScimError that `act` throws
 * @throws Error where it throws nothing; what it throws, where that is no ScimError
 */
export function errorOf(act: () => unknown): ScimError {
  try {
    act();
  } catch (error) {
    if (error instanceof ScimError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}
