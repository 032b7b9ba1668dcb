// Composes what lets requests in: tokens, access tokens and their rates, and the tenant that serves each. Part of the
// composition root.
import cluster from 'node:cluster';
import type { Actor } from './auth/actor.js';
import { createBearer } from './auth/bearer.js';
import type { Guard } from './auth/guarded.js';
import { createGuard, guarded } from './auth/guarded.js';
import { createHolders, flushing } from './auth/holders.js';
import type { Config } from './config/config.js';
import type { Acts } from './control/kinds.js';
import type { Control } from './control.js';
import { ScimError } from './errors/scim-error.js';
import type { AppOptions } from './http/app.js';
import { createAllowances } from './limits/allowance.js';
import { createBuckets } from './limits/bucket.js';
import type { Failures } from './limits/failures.js';
import { createFailures, createSharedFailures } from './limits/failures.js';
import { askFirstProcess } from './limits/leases.js';
import type { AskForLease, Limiter } from './limits/limiter.js';
import { createLeasingLimiter, createLimiter } from './limits/limiter.js';
import { issuerOf } from './oauth/metadata.js';
import type { OAuthEndpoints } from './oauth/oauth.js';
import { createOAuth } from './oauth/oauth.js';
import type { Observe } from './observe/observation.js';
import type { Runtime } from './runtime.js';
import type { Runtimes } from './tenants/runtimes.js';
import { OPENED_AGAIN_AFTER_SECONDS } from './tenants/runtimes.js';
import { DEFAULT_TENANT } from './tenants/tenants.js';

export interface Access {
  readonly admit: AppOptions['admit'];
  /** The endpoints at which clients get access tokens. */
  readonly oauth: OAuthEndpoints;
  /** Of those who fail to authenticate, whatever they ask for. */
  readonly guard: Guard;
  /** Writes down when tokens were used. Never fails. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

export interface AccessOptions {
  readonly config: Config;
  readonly control: Control;
  readonly acts: Acts;
  readonly runtimes: Runtimes<Runtime>;
  /** What answers whoever has no token. */
  readonly stranger: Runtime;
  readonly observe: Observe;
}

/** Keys of buckets that a process remembers: tenants and tokens, and addresses of strangers, whom nobody counts. */
const MOST_ASKERS = 100_000;
const MOST_STRANGERS = 100_000;
const clock = () => new Date();
const sinceStart = () => performance.now();

export function createAccess({ config, control, acts, runtimes, stranger, observe }: AccessOptions): Access {
  const { key } = control;
  const ask = cluster.isWorker ? askFirstProcess(process) : undefined;
  const guard = createGuard({ failures: failuresOf(config, ask?.('strangers'), observe), observe });
  const { tenantRate, tokenRate } = config;
  const allowanceOf = createAllowances({ limiter: limiterOf(ask?.('known')), tenantRate, tokenRate, observe });
  const holders = createHolders({ store: control.tokenStore, clock });
  const bearer = createBearer({ holders, key, configured: configuredToken(config) });
  const oauth = createOAuth({
    holders,
    key,
    keys: acts.keys,
    issuers: control.issuerStore,
    issuer: issuerOf(config),
    audience: config.baseUrl,
    life: config.oauthTokenLifetime,
    guard,
    async enter(actor: Actor) {
      const tenant = await runtimes.find(actor.tenant);
      if (tenant === undefined || tenant.suspended) return false;
      await allowanceOf({ ...actor, rate: tenant.rate }).enter();
      return true;
    },
    observe,
    clock,
  });
  const authenticator = guarded(
    {
      authenticate: async (credentials) =>
        (await bearer.authenticate(credentials)) ?? oauth.authenticator.authenticate(credentials),
    },
    guard,
  );
  const flush = flushing(holders, observe);
  return {
    async admit(credentials) {
      const actor = await authenticator.authenticate(credentials);
      const tenant = actor && (await runtimes.find(actor.tenant));
      if (actor === undefined || tenant === undefined) return { actor: undefined, ...stranger };
      if (tenant.suspended) throw new ScimError('forbidden', 'the tenant of the token is suspended');
      const allowance = allowanceOf({ ...actor, rate: tenant.rate });
      const { runtime, end } = await runtimes.serve(tenant).catch(refuse);
      return { actor, allowance, end, ...runtime };
    },
    oauth: oauth.endpoints,
    guard,
    flush,
    close: flush,
  };
}

/** @throws ScimError unavailable where a tenant's document is at fault; what is the database's says so itself */
function refuse(cause: unknown): never {
  if (cause instanceof ScimError) throw cause;
  const why = "the tenant's document can't be served: the log of the server says why";
  throw new ScimError('unavailable', why, { cause, retryAfter: OPENED_AGAIN_AFTER_SECONDS });
}

function configuredToken({ bearerToken: token, tokenSubject: subject }: Config) {
  return token === undefined ? undefined : { token, tenant: DEFAULT_TENANT, subject };
}

function limiterOf(ask: AskForLease | undefined): Limiter {
  if (ask === undefined) return createLimiter(createBuckets(sinceStart, MOST_ASKERS));
  return createLeasingLimiter(ask, sinceStart, MOST_ASKERS);
}

/** Behind a proxy that isn't trusted to tell who they are, all clients have one address: nobody is slowed. */
function failuresOf(
  { tlsTerminatedUpstream, trustProxy, failureRate: rate }: Config,
  ask: AskForLease | undefined,
  observe: Observe,
): Failures | undefined {
  if (rate === undefined) return undefined;
  if (tlsTerminatedUpstream && trustProxy === 0) {
    const why = 'clients of the proxy in front all have its address: set TRUST_PROXY';
    observe({ kind: 'settingIgnored', setting: 'AUTH_FAILURES', why });
    return undefined;
  }
  if (ask === undefined) return createFailures(createBuckets(sinceStart, MOST_STRANGERS), rate);
  return createSharedFailures(ask, sinceStart, rate, MOST_STRANGERS);
}
