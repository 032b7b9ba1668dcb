// Composes what rules a deployment, its tokens, its tenants and their logs: for the server, the admin API and the
// command line. Part of the composition root.
import { v7 as uuidv7 } from 'uuid';
import { createTokens } from './auth/tokens.js';
import type { TokenStore, Tokens } from './auth/tokens.js';
import { PROFILES } from './clients/profiles.js';
import type { Config } from './config/config.js';
import { auditedTenants, auditedTokens } from './control/audited.js';
import type { Acts } from './control/kinds.js';
import { createLedger } from './control/ledger.js';
import { ScimError } from './errors/scim-error.js';
import type { Observe } from './observe/observation.js';
import { buildModel } from './schema/build.js';
import type { Model } from './schema/model.js';
import type { Origin } from './service/audit-event.js';
import { typeNamed } from './service/context.js';
import { DocumentError, loadOverlaid } from './spec/load.js';
import type { Source } from './spec/source.js';
import { readDeclarations } from './spec/source.js';
import { buildAuditIndexes, createAuditStore } from './storage/mongo/audit-store.js';
import type { Connection } from './storage/mongo/client.js';
import { sharedSecret } from './storage/mongo/secrets.js';
import { createTenantStore } from './storage/mongo/tenant-store.js';
import { createTokenStore } from './storage/mongo/token-store.js';
import type { Tenant, TenantStore } from './tenants/tenants.js';
import { createTenants, DEFAULT_TENANT } from './tenants/tenants.js';

export interface Control {
  readonly tokenStore: TokenStore;
  readonly adminTokenStore: TokenStore;
  readonly tenantStore: TenantStore;
  /** Of the digests of tokens. */
  readonly key: Buffer;
  /** That of openapi-admin/. */
  readonly model: Model;
  /** The document of a tenant. */
  sourceOf(tenant: Tenant): Source;
  /** What can be done, in the name of somebody: each change is in the log of what is administered. */
  by(origin: Origin): Acts;
  /** Makes the indexes of that log. */
  prepare(): Promise<void>;
  /** Writes what nobody waited for. */
  close(): Promise<void>;
}

export interface ControlOptions {
  readonly db: Connection['db'];
  readonly source: Source;
  readonly config: Pick<
    Config,
    'openapiDir' | 'openapiOverlays' | 'tokenKey' | 'adminDir' | 'audit' | 'auditRetentionDays'
  >;
  readonly observe: Observe;
}

const clock = () => new Date();

export async function createControl({ db, source, config, observe }: ControlOptions): Promise<Control> {
  const { openapiDir, openapiOverlays, tokenKey } = config;
  const model = buildModel(readDeclarations(config.adminDir));
  const eventType = typeNamed(model, 'AdminEvent');
  const tokenStore = createTokenStore(db);
  const adminTokenStore = createTokenStore(db, 'adminTokens');
  const tenantStore = createTenantStore(db);
  // One is kept in the database where none is given.
  const key = tokenKey === undefined ? await sharedSecret(db, 'tokens') : Buffer.from(tokenKey);
  await tenantStore.insert({ id: DEFAULT_TENANT, created: clock(), suspended: false });
  const audit = config.audit ? createAuditStore(db, eventType, { tenant: DEFAULT_TENANT, observe }) : undefined;
  const overlaid = (name: string, text: string) => loadOverlaid(openapiDir, openapiOverlays, name, text);
  const tokensOf = (store: TokenStore, prefix: 'scim' | 'scimadmin'): Tokens =>
    createTokens({
      store,
      hasTenant: async (id) => (await tenantStore.find(id)) !== undefined,
      key,
      prefix,
      profiles: new Set(Object.keys(PROFILES)),
      clock,
    });
  return {
    tokenStore,
    adminTokenStore,
    tenantStore,
    key,
    model,
    sourceOf: ({ id, overlay }) => (overlay === undefined ? source : overlaid(`overlay of ${id}`, overlay)),
    by(origin) {
      const ledger = createLedger({ audit, model, clock, newId: () => uuidv7() }, origin);
      const tokens = auditedTokens(tokenStore, 'Token', ledger);
      return {
        tokens: tokensOf(tokens, 'scim'),
        adminTokens: tokensOf(auditedTokens(adminTokenStore, 'AdminToken', ledger), 'scimadmin'),
        tenants: createTenants({
          store: auditedTenants(tenantStore, 'Tenant', ledger),
          tokens,
          checkOverlay: (overlay) => checked(() => overlaid('overlay', overlay)),
          clock,
        }),
      };
    },
    async prepare() {
      if (audit !== undefined) await buildAuditIndexes(db, eventType, config.auditRetentionDays);
    },
    close: async () => audit?.close(),
  };
}

/** @throws ScimError invalidValue with a line for each fault */
function checked(load: () => Source): void {
  try {
    load();
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    throw new ScimError('invalidValue', error.message, { cause: error });
  }
}
