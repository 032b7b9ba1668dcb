// Slows those who fail to authenticate, by their address: who has failed often is refused before anything is looked up.
// A credential that was good before is not: it may come from the same address as those who guess.
import { ScimError } from '../errors/scim-error.js';
import type { Buckets, Rate } from '../limits/bucket.js';
import { networkOf } from '../limits/network.js';
import type { Observe } from '../observe/observation.js';
import type { Authenticator, Credentials } from './actor.js';

/** An authenticator that can tell, without looking anything up, which credentials it has accepted before. */
export interface Recognising extends Authenticator {
  recognises(credentials: Credentials): boolean;
}

export interface GuardOptions {
  readonly buckets: Buckets;
  /** Of failures; undefined where nobody is slowed. */
  readonly rate: Rate | undefined;
  readonly observe: Observe;
}

/** @throws ScimError tooManyRequests, from `authenticate` */
export function guarded(inner: Recognising, { buckets, rate, observe }: GuardOptions): Authenticator {
  if (rate === undefined) return inner;
  return {
    async authenticate(credentials) {
      // Who brings nothing guesses nothing.
      if (credentials.authorization === undefined) return inner.authenticate(credentials);
      const network = networkOf(credentials.address);
      const wait = buckets.wait(network, rate);
      if (wait > 0 && !inner.recognises(credentials)) {
        observe({ kind: 'requestRefused', reason: 'failedAuthentications', address: credentials.address });
        throw new ScimError('tooManyRequests', 'too many requests of this address brought no valid token', {
          retryAfter: wait / 1000,
        });
      }
      const actor = await inner.authenticate(credentials);
      if (actor === undefined) buckets.take(network, rate, 1);
      return actor;
    },
  };
}
