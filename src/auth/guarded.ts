// Slows those who fail to authenticate, by their address: who has failed often is refused before anything is looked up.
// A credential that was good before is not: it may come from the same address as those who guess.
import { createHash } from 'node:crypto';
import { ScimError } from '../errors/scim-error.js';
import type { Buckets, Rate } from '../limits/bucket.js';
import { networkOf } from '../limits/network.js';
import type { Observe } from '../observe/observation.js';
import type { Authenticator } from './actor.js';

export interface GuardOptions {
  readonly buckets: Buckets;
  /** Of failures; undefined where nobody is slowed. */
  readonly rate: Rate | undefined;
  readonly observe: Observe;
}

/** Credentials that are remembered, the latest. */
const MOST_ACCEPTED = 10_000;

/** @throws ScimError tooManyRequests, from `authenticate` */
export function guarded(inner: Authenticator, { buckets, rate, observe }: GuardOptions): Authenticator {
  if (rate === undefined) return inner;
  const accepted = new Set<string>();
  const remember = (known: string): void => {
    // Set anew, it is the youngest.
    accepted.delete(known);
    accepted.add(known);
    const [oldest] = accepted;
    if (accepted.size > MOST_ACCEPTED && oldest !== undefined) accepted.delete(oldest);
  };
  return {
    async authenticate(credentials) {
      // Who brings nothing guesses nothing.
      if (credentials.authorization === undefined) return inner.authenticate(credentials);
      const network = networkOf(credentials.address);
      // Not as it is: a secret is kept nowhere.
      const known = createHash('sha256').update(credentials.authorization).digest('base64');
      const wait = buckets.wait(network, rate);
      if (wait > 0 && !accepted.has(known)) {
        observe({ kind: 'requestRefused', reason: 'failedAuthentications', address: credentials.address });
        throw new ScimError('tooManyRequests', 'too many requests of this address brought no valid token', {
          retryAfter: wait / 1000,
        });
      }
      const actor = await inner.authenticate(credentials);
      if (actor === undefined) {
        accepted.delete(known);
        buckets.take(network, rate, 1);
      } else remember(known);
      return actor;
    },
  };
}
