// Composes the admin API: openapi-admin/ by the same loader, backend and app as SCIM, on a port of its own, with tokens
// of its own. Part of the composition root.
import { createBearer } from './auth/bearer.js';
import type { Guard } from './auth/guarded.js';
import { guarded } from './auth/guarded.js';
import { createHolders, flushing } from './auth/holders.js';
import type { AdminConfig, Config } from './config/config.js';
import { filterLimits } from './config/limits.js';
import { KINDS } from './control/kinds.js';
import { localOrigin } from './control/origin.js';
import { createListStore } from './control/list-store.js';
import { recordOf } from './control/record.js';
import type { Control } from './control.js';
import { createParser } from './filter/parse.js';
import { NDJSON } from './http/accept.js';
import type { AdminContext } from './http/admin-actions.js';
import { adminActions } from './http/admin-actions.js';
import type { Admission } from './http/arrival.js';
import { createApp } from './http/app.js';
import { createBackend } from './http/backend.js';
import type { BackendOptions } from './http/backend.js';
import type { Listener } from './http/listener.js';
import { listen } from './http/listener.js';
import type { TlsOptions } from './http/tls.js';
import { createPages } from './http/pages.js';
import { createAuditReader } from './audit-reader.js';
import type { Observe } from './observe/observation.js';
import type { Credentials } from './auth/actor.js';
import { createPresenter } from './representation/resource.js';
import { loadAdminSource } from './spec/load.js';
import { publish } from './spec/publish.js';
import type { Connection } from './storage/mongo/client.js';
import { tenantDatabase } from './storage/mongo/tenant-store.js';
import { DEFAULT_TENANT } from './tenants/tenants.js';

export interface AdminOptions {
  readonly config: Config;
  readonly admin: AdminConfig;
  readonly tls: TlsOptions | undefined;
  readonly control: Control;
  readonly database: Pick<Connection, 'db' | 'isReady'>;
  readonly guard: Guard;
  readonly toleranceOf: BackendOptions['toleranceOf'];
  readonly observe: Observe;
}

interface Admin extends Listener {
  /** Writes down when tokens were used. Never fails. */
  flush(): Promise<void>;
}

const NO_EXAMPLES = { operations: {}, responses: {} };
const clock = () => new Date();

/** @throws Error where the address can't be had */
export async function startAdmin(options: AdminOptions): Promise<Admin> {
  const { config, admin, tls, control, database, guard, toleranceOf, observe } = options;
  const { model, adminTokenStore: store, key } = control;
  const { baseUrl, basePath } = admin;
  const document = publish(loadAdminSource(config.adminDir, config.adminComponentsDir));
  const reader = await readersOf(options);
  const backend = await createBackend({
    document,
    model,
    basePath,
    refusesUnknown: true,
    location: (type, id) => `${baseUrl}${type.endpoint}/${id}`,
    findSubject: async () => undefined,
    // Operators have no client whose faults are known.
    toleranceOf: () => toleranceOf('strict'),
    resourceActions: adminActions({ kinds: KINDS, by: control.by, readerOf: reader }),
    actions: {},
  });
  const holders = createHolders({ store, clock });
  const authenticator = guarded(createBearer({ holders, key, prefix: 'scimadmin', configured: undefined }), guard);
  const admit = async (credentials: Credentials): Promise<Admission> => {
    return { actor: await authenticator.authenticate(credentials), backend, document };
  };
  const app = createApp({
    admit,
    basePath,
    otherType: NDJSON,
    trustProxy: config.trustProxy,
    limits: config,
    observe,
    pages: createPages({ admit, examples: NO_EXAMPLES, baseUrl, isReady: database.isReady }),
  });
  const handle = app.callback();
  const { host, port } = admin;
  const at = { host, port, maxHeaderSize: config.maxHeaderSize, tls, observe, settings: 'ADMIN_HOST, ADMIN_PORT' };
  const listener = await listen((request, response) => void handle(request, response), at);
  observe({ kind: 'listening', url: baseUrl });
  const flush = flushing(holders, observe);
  return {
    ...listener,
    flush,
    async close() {
      await listener.close();
      await flush();
    },
  };
}

/** Records are read from a list, events from the log that they are in. */
async function readersOf({
  config,
  admin,
  control,
  database: { db },
}: AdminOptions): Promise<AdminContext['readerOf']> {
  const { model } = control;
  const common = { model, config, parser: createParser(filterLimits(config)) };
  // Whoever reads is in no log.
  const acts = control.by(localOrigin('server', 'read'));
  const recordsOf = (tenant: string) =>
    createListStore(async (type) =>
      ((await KINDS[type.name]?.list(acts, tenant)) ?? []).map((record) => recordOf(type, record)),
    );
  const ofEvents = await createAuditReader({ ...common, db, baseUrl: admin.baseUrl });
  // What is a state of a tenant has no URL of its own, and was never created.
  const ofStates = createPresenter(model, admin.baseUrl, ({ resourceType }) => ({ resourceType }));
  const ofRecords = { ...ofEvents, resources: recordsOf(DEFAULT_TENANT) };
  return async (type, tenant) => {
    if (tenant === undefined) return type.name in KINDS ? ofRecords : ofEvents;
    await acts.tenants.find(tenant);
    if (type.name in KINDS) return { ...ofEvents, resources: recordsOf(tenant), presenter: ofStates };
    const baseUrl = `${admin.baseUrl}/Tenants/${tenant}`;
    return createAuditReader({ ...common, db: tenantDatabase(db, tenant), baseUrl });
  };
}
