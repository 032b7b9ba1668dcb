// The composition root of what answers requests: what is opened, in its order, and handed to each other. What serves
// one tenant is built by runtime.ts, what lets requests in by access.ts, tokens and tenants by control.ts.
import { join } from 'node:path';
import type { Access } from './access.js';
import { createAccess } from './access.js';
import { startAdmin } from './admin.js';
import { PROFILES } from './clients/profiles.js';
import { createTolerances } from './clients/tolerance.js';
import { readCertificate } from './config/certificate.js';
import type { Config } from './config/config.js';
import type { TlsConfig } from './config/tls.js';
import type { Acts } from './control/kinds.js';
import { localOrigin } from './control/origin.js';
import type { Control } from './control.js';
import { createControl } from './control.js';
import { createApp } from './http/app.js';
import type { BackendOptions } from './http/backend.js';
import type { Listener } from './http/listener.js';
import { listen } from './http/listener.js';
import { createPages } from './http/pages.js';
import type { TlsOptions } from './http/tls.js';
import type { Observe } from './observe/observation.js';
import { createOpened } from './opened.js';
import type { Runtime } from './runtime.js';
import { createRuntime } from './runtime.js';
import { typeNamed } from './service/context.js';
import { readExamples } from './spec/examples.js';
import { loadSource } from './spec/load.js';
import { guarded } from './storage/mongo/guarded.js';
import type { Database } from './storage/mongo/open.js';
import { openDatabase } from './storage/mongo/open.js';
import { tenantDatabase } from './storage/mongo/tenant-store.js';
import type { Runtimes } from './tenants/runtimes.js';
import { createRuntimes } from './tenants/runtimes.js';
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

/** What most of the parts need. */
interface Common {
  readonly config: Config;
  readonly database: Database;
  readonly control: Control;
  readonly toleranceOf: BackendOptions['toleranceOf'];
  readonly tls: TlsOptions | undefined;
  readonly observe: Observe;
}

/** How often the last use of tokens is written down, known to the minute, and what served deleted tenants is closed. */
const TIDY_MS = 30_000;
const clock = () => new Date();

/**
 * Starts the server. Where that fails, what was opened is closed again.
 * @throws DocumentError, before anything is opened; Error where the database or the address can't be had
 */
export async function startServer({ config, observe, announceToken }: ServerOptions): Promise<Server> {
  const source = loadSource(config.openapiDir, config.openapiOverlays);
  const opened = createOpened();
  try {
    const database = opened.keep(await openDatabase(config, observe));
    const control = opened.keep(await createControl({ db: database.db, source, config, observe }));
    await control.prepare();
    const tls = config.tls && tlsOptions(config.tls);
    const common: Common = {
      config,
      database,
      control,
      toleranceOf: createTolerances(PROFILES, observe),
      tls,
      observe,
    };
    const runtimes = opened.keep(openRuntimes(common));
    const stranger = await openFirst(runtimes);
    const acts = control.by(localOrigin('server', 'serve'));
    const access = opened.keep(createAccess({ ...common, acts, runtimes, stranger }));
    if (config.bearerToken === undefined) await makeFirstToken(control, acts, config, announceToken);

    // They end at the same time: each waits for what is under way.
    const listeners: Listener[] = [];
    opened.keep({ close: () => Promise.all(listeners.map((each) => each.close())) });
    const { guard } = access;
    const admin = config.admin && (await startAdmin({ ...common, admin: config.admin, guard }));
    if (admin !== undefined) listeners.push(admin);
    listeners.push(await listenToScim(common, access));
    const tidying = setInterval(() => {
      void access.flush();
      void admin?.flush();
      runtimes
        .closeGone()
        .catch((error: unknown) => observe({ kind: 'jobFailed', job: 'end of what served deleted tenants', error }));
    }, TIDY_MS);
    opened.keep({ close: async () => clearInterval(tidying) });
    observe({ kind: 'listening', url: config.baseUrl });
    return {
      url: config.baseUrl,
      databaseLost: database.lost,
      reload() {
        for (const listener of listeners) listener.reload();
      },
      close: opened.close,
    };
  } catch (error) {
    // Why it could not start matters more than what could not be closed.
    await opened.close().catch(() => undefined);
    throw error;
  }
}

/** What serves each tenant, by its document on its database. */
function openRuntimes({ config, database: { db }, control, toleranceOf, observe }: Common): Runtimes<Runtime> {
  const eventType = typeNamed(control.model, 'AuditEvent');
  const opening = guarded({
    async open(tenant: Tenant) {
      const source = control.sourceOf(tenant);
      const of = { tenant: tenant.id, source, eventType, db: tenantDatabase(db, tenant.id, observe) };
      return createRuntime({ config, ...of, toleranceOf, observe });
    },
  });
  return createRuntimes({ store: control.tenantStore, ...opening, clock });
}

/** The first tenant's, which answers strangers too. */
async function openFirst(runtimes: Runtimes<Runtime>): Promise<Runtime> {
  const tenant = await runtimes.find(DEFAULT_TENANT);
  if (tenant === undefined) throw new Error(`the tenant ${DEFAULT_TENANT} is missing in the database`);
  const { runtime, end } = await runtimes.serve(tenant);
  // What answers strangers writes nothing.
  end();
  return runtime;
}

async function makeFirstToken(
  { tokenStore }: Control,
  { tokens }: Acts,
  { tokenSubject: subject }: Config,
  announceToken: ServerOptions['announceToken'],
): Promise<void> {
  if ((await tokenStore.list()).length > 0) return;
  const { token } = await tokens.create({ name: 'first start', tenant: DEFAULT_TENANT, subject });
  announceToken(token);
}

/** @throws Error where the address can't be had */
async function listenToScim(common: Common, { admit, oauth }: Access): Promise<Listener> {
  const { config, database, tls, observe } = common;
  const { baseUrl, basePath, trustProxy, host, port, maxHeaderSize } = config;
  const app = createApp({
    admit,
    basePath,
    trustProxy,
    limits: config,
    observe,
    pages: createPages({
      async admit(credentials) {
        const admission = await admit(credentials);
        admission.end?.();
        return admission;
      },
      examples: readExamples(join(config.openapiDir, 'examples')),
      baseUrl,
      isReady: database.isReady,
      oauth,
    }),
  });
  const handle = app.callback();
  return listen((request, response) => void handle(request, response), { host, port, maxHeaderSize, tls, observe });
}

function tlsOptions({ clientAuth, ...files }: TlsConfig): TlsOptions {
  return { clientAuth, files: Object.values(files), read: () => readCertificate(files, clock()) };
}
