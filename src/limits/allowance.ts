// What a request takes from the buckets of its token and its tenant: one when it comes, and one for each further
// operation of a bulk request.
import { ScimError } from '../errors/scim-error.js';
import type { Observe } from '../observe/observation.js';
import type { Rate } from './bucket.js';
import type { Limiter } from './limiter.js';

export interface Allowance {
  /** Lets a request in. @throws ScimError tooManyRequests */
  enter(): Promise<void>;
  /** Takes more for a request that was let in: the next ones wait for what is not there. */
  charge(amount: number): void;
}

export interface AllowanceOptions {
  readonly limiter: Limiter;
  /** Undefined where there is no limit. */
  readonly tenantRate: Rate | undefined;
  readonly tokenRate: Rate | undefined;
  readonly observe: Observe;
}

/** Who asks. */
export interface Asker {
  readonly token: string;
  readonly tenant: string;
  /** The tenant's own, where it has one. */
  readonly rate: Rate | undefined;
}

interface Bucket {
  readonly of: 'token' | 'tenant';
  readonly key: string;
  readonly rate: Rate;
}

export function createAllowances({ limiter, tenantRate, tokenRate, observe }: AllowanceOptions) {
  return ({ token, tenant, rate = tenantRate }: Asker): Allowance => {
    const buckets = [...bucketOf('token', `${tenant} ${token}`, tokenRate), ...bucketOf('tenant', tenant, rate)];
    return {
      async enter() {
        for (const { of, key, rate: allowed } of buckets) {
          const taken = limiter.take(key, allowed);
          const wait = typeof taken === 'number' ? taken : await taken;
          if (wait === 0) continue;
          observe({ kind: 'requestRefused', reason: `${of}Rate`, token, tenant });
          throw tooMany(of, allowed, wait);
        }
      },
      charge(amount) {
        for (const { key, rate: allowed } of buckets) limiter.owe(key, allowed, amount);
      },
    };
  };
}

/** Of another rate it is another bucket, which is full: what was owed of the old one would take its time. */
function bucketOf(of: Bucket['of'], whose: string, rate: Rate | undefined): Bucket[] {
  return rate === undefined ? [] : [{ of, key: `${of} ${whose} ${rate.perSecond} ${rate.burst}`, rate }];
}

function tooMany(of: Bucket['of'], { perSecond, burst }: Rate, wait: number): ScimError {
  const allowed = `${perSecond} requests a second, and ${burst} at once`;
  return new ScimError(
    'tooManyRequests',
    `the ${of} may make ${allowed}; an operation of a bulk request counts as one`,
    {
      retryAfter: wait / 1000,
    },
  );
}
