// The composition root of what answers requests: builds the adapters and hands them to each other. What serves one
// tenant is built by runtime.ts, tokens and tenants by control.ts.
import cluster from 'node:cluster';
import { join } from 'node:path';
import { startAdmin } from './admin.js';
import type { Actor, Authenticator } from './auth/actor.js';
import { createBearer } from './auth/bearer.js';
import { createGuard, guarded } from './auth/guarded.js';
import { createHolders } from './auth/holders.js';
import { PROFILES } from './clients/profiles.js';
import { createTolerances } from './clients/tolerance.js';
import { readCertificate } from './config/certificate.js';
import type { Config } from './config/config.js';
import type { TlsConfig } from './config/tls.js';
import { localOrigin } from './control/origin.js';
import { createControl } from './control.js';
import { ScimError } from './errors/scim-error.js';
import type { AppOptions } from './http/app.js';
import { createApp } from './http/app.js';
import { listen } from './http/listener.js';
import { createPages } from './http/pages.js';
import type { TlsOptions } from './http/tls.js';
import { createAllowances } from './limits/allowance.js';
import { createBuckets } from './limits/bucket.js';
import type { Failures } from './limits/failures.js';
import { createFailures, createSharedFailures } from './limits/failures.js';
import { askFirstProcess } from './limits/leases.js';
import type { AskForLease } from './limits/limiter.js';
import { createLeasingLimiter, createLimiter } from './limits/limiter.js';
import { issuerOf } from './oauth/metadata.js';
import { createOAuth } from './oauth/oauth.js';
import type { Observe } from './observe/observation.js';
import { createRuntime } from './runtime.js';
import { typeNamed } from './service/context.js';
import { readExamples } from './spec/examples.js';
import { loadSource } from './spec/load.js';
import { guarded as guardedStore } from './storage/mongo/guarded.js';
import { openDatabase } from './storage/mongo/open.js';
import { tenantDatabase } from './storage/mongo/tenant-store.js';
import { createRuntimes, OPENED_AGAIN_AFTER_SECONDS } from './tenants/runtimes.js';
import type { Tenant } from './tenants/tenants.js';
import { DEFAULT_TENANT } from './tenants/tenants.js';

export interface Server {
  readonly url: string;
  /** Resolves when the embedded mongod has ended: nothing can bring it back but a new start. */
  readonly databaseLost: Promise<Error>;
  /** Reads the TLS certificate again. */
  reload(): void;
  /** Stops accepting, finishes what is under way, closes the database. */
  close(): Promise<void>;
}

export interface ServerOptions {
  readonly config: Config;
  readonly observe: Observe;
  /** Shows the token that was made at the first start. */
  readonly announceToken: (token: string) => void;
}

/** How often the last use of tokens is written down, known to the minute, and what served deleted tenants is closed. */
const TIDY_MS = 30_000;
const clock = () => new Date();
const sinceStart = () => performance.now();
/** Keys of buckets that a process remembers: tenants and tokens, and addresses of strangers, whom nobody counts. */
const MOST_ASKERS = 100_000;
const MOST_STRANGERS = 100_000;

/**
 * Starts the server.
 * @throws DocumentError, before anything is opened; Error where the database or the address can't be had
 */
export async function startServer({ config, observe, announceToken }: ServerOptions): Promise<Server> {
  const source = loadSource(config.openapiDir, config.openapiOverlays);
  const database = await openDatabase(config, observe);
  const { db } = database;
  try {
    const control = await createControl({ db, source, config, observe });
    await control.prepare();
    const eventType = typeNamed(control.model, 'AuditEvent');
    const toleranceOf = createTolerances(PROFILES, observe);
    const opening = guardedStore({
      async open(tenant: Tenant) {
        const source = control.sourceOf(tenant);
        const of = { tenant: tenant.id, source, eventType, db: tenantDatabase(db, tenant.id, observe) };
        return createRuntime({ config, ...of, toleranceOf, observe });
      },
    });
    const runtimes = createRuntimes({ store: control.tenantStore, ...opening, clock });
    const firstTenant = await runtimes.find(DEFAULT_TENANT);
    if (firstTenant === undefined) throw new Error(`the tenant ${DEFAULT_TENANT} is missing in the database`);
    const first = await runtimes.serve(firstTenant);
    // What answers strangers writes nothing.
    first.end();

    const { bearerToken, tokenSubject: subject } = config;
    const { key } = control;
    const holders = createHolders({ store: control.tokenStore, clock });
    const bearer = createBearer({
      holders,
      key,
      configured: bearerToken === undefined ? undefined : { token: bearerToken, tenant: DEFAULT_TENANT, subject },
    });
    const acts = control.by(localOrigin('server', 'serve'));
    const ask = cluster.isWorker ? askFirstProcess(process) : undefined;
    const guard = createGuard({ failures: failuresOf(config, ask?.('strangers'), observe), observe });
    const allowanceOf = createAllowances({
      limiter:
        ask === undefined
          ? createLimiter(createBuckets(sinceStart, MOST_ASKERS))
          : createLeasingLimiter(ask('known'), sinceStart, MOST_ASKERS),
      tenantRate: config.tenantRate,
      tokenRate: config.tokenRate,
      observe,
    });
    const enter = async (actor: Actor) => {
      const tenant = await runtimes.find(actor.tenant);
      if (tenant === undefined || tenant.suspended) return false;
      await allowanceOf({ ...actor, rate: tenant.rate }).enter();
      return true;
    };
    const oauth = createOAuth({
      holders,
      key,
      keys: acts.keys,
      issuers: control.issuerStore,
      issuer: issuerOf(config),
      audience: config.baseUrl,
      life: config.oauthTokenLifetime,
      guard,
      enter,
      observe,
      clock,
    });
    if (bearerToken === undefined && (await control.tokenStore.list()).length === 0) {
      const { token } = await acts.tokens.create({ name: 'first start', tenant: DEFAULT_TENANT, subject });
      announceToken(token);
    }
    const tokens: Authenticator = {
      authenticate: async (credentials) =>
        (await bearer.authenticate(credentials)) ?? oauth.authenticator.authenticate(credentials),
    };
    const authenticator = guarded(tokens, guard);
    const admit: AppOptions['admit'] = async (credentials) => {
      const actor = await authenticator.authenticate(credentials);
      const tenant = actor && (await runtimes.find(actor.tenant));
      if (actor === undefined || tenant === undefined) return { actor: undefined, ...first.runtime };
      if (tenant.suspended) throw new ScimError('forbidden', 'the tenant of the token is suspended');
      const allowance = allowanceOf({ ...actor, rate: tenant.rate });
      const { runtime, end } = await runtimes.serve(tenant).catch(refuse);
      return { actor, allowance, end, ...runtime };
    };
    const app = createApp({
      admit,
      basePath: config.basePath,
      trustProxy: config.trustProxy,
      limits: config,
      observe,
      pages: createPages({
        async admit(credentials) {
          const admission = await admit(credentials);
          admission.end?.();
          return admission;
        },
        examples: readExamples(join(config.openapiDir, 'examples')),
        baseUrl: config.baseUrl,
        isReady: database.isReady,
        oauth: oauth.endpoints,
      }),
    });
    const { admin: adminAt } = config;
    const tls = config.tls && tlsOptions(config.tls);
    const common = { config, tls, control, database, guard, toleranceOf, observe };
    const admin = adminAt && (await startAdmin({ admin: adminAt, ...common }));
    const handle = app.callback();
    const { host, port, maxHeaderSize } = config;
    const at = { host, port, maxHeaderSize, tls, observe };
    const listener = await listen((request, response) => void handle(request, response), at);
    const reportOf = (job: string) => (error: unknown) => observe({ kind: 'jobFailed', job, error });
    const flush = async () => {
      await Promise.all([holders.flush(), admin?.flush()]).catch(reportOf('last use of tokens'));
    };
    const tidying = setInterval(() => {
      void flush();
      runtimes.closeGone().catch(reportOf('end of what served deleted tenants'));
    }, TIDY_MS);
    observe({ kind: 'listening', url: config.baseUrl });
    return {
      url: config.baseUrl,
      databaseLost: database.lost,
      reload() {
        listener.reload();
        admin?.reload();
      },
      async close() {
        clearInterval(tidying);
        await Promise.all([listener.close(), admin?.close()]);
        await Promise.all([control.close(), runtimes.close()]);
        await flush();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** @throws ScimError unavailable where a tenant's document is at fault; what is the database's says so itself */
function refuse(cause: unknown): never {
  if (cause instanceof ScimError) throw cause;
  const why = "the tenant's document can't be served: the log of the server says why";
  throw new ScimError('unavailable', why, { cause, retryAfter: OPENED_AGAIN_AFTER_SECONDS });
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

function tlsOptions({ clientAuth, ...files }: TlsConfig): TlsOptions {
  return { clientAuth, files: Object.values(files), read: () => readCertificate(files, clock()) };
}
