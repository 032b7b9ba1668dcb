// Slows those who fail to authenticate, by their address: who has failed often is refused before anything is looked up.
// A credential that was good before is not: it may come from the same address as those who guess.
import { hash } from 'node:crypto';
import { ScimError } from '../errors/scim-error.js';
import type { Failures } from '../limits/failures.js';
import { createLatest } from '../limits/latest.js';
import { networkOf } from '../limits/network.js';
import type { Observe } from '../observe/observation.js';
import type { Authenticator } from './actor.js';

export interface GuardOptions {
  /** By network; undefined where nobody is slowed. */
  readonly failures: Failures | undefined;
  readonly observe: Observe;
}

/**
 * Lets an attempt be made, or refuses it.
 * @param secret what is tried
 * @param attempt gives undefined where it failed
 * @throws ScimError tooManyRequests
 */
export type Guard = <T>(
  address: string,
  secret: string,
  attempt: () => Promise<T | undefined>,
) => Promise<T | undefined>;

/** Credentials that are remembered, the latest. */
const MOST_ACCEPTED = 10_000;

export function createGuard({ failures, observe }: GuardOptions): Guard {
  if (failures === undefined) return (_address, _secret, attempt) => attempt();
  const accepted = createLatest<true>(MOST_ACCEPTED);
  return async (address, secret, attempt) => {
    const network = networkOf(address);
    // Not as it is: a secret is kept nowhere.
    const known = hash('sha256', secret, 'base64');
    const wait = failures.wait(network);
    if (wait > 0 && accepted.get(known) === undefined) {
      observe({ kind: 'requestRefused', reason: 'failedAuthentications', address });
      throw new ScimError('tooManyRequests', 'too many requests from this address failed to authenticate', {
        retryAfter: wait / 1000,
      });
    }
    const found = await attempt();
    if (found === undefined) {
      accepted.delete(known);
      await failures.count(network);
    } else accepted.set(known, true);
    return found;
  };
}

/** @throws ScimError tooManyRequests, from `authenticate` */
export function guarded(inner: Authenticator, guard: Guard): Authenticator {
  return {
    async authenticate(credentials) {
      const { authorization, address } = credentials;
      const attempt = () => inner.authenticate(credentials);
      // Who brings nothing guesses nothing.
      return authorization === undefined ? attempt() : guard(address, authorization, attempt);
    },
  };
}
