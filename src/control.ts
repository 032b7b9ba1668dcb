// Composes what rules a deployment, its tokens and its tenants: for the server and for the command line. Part of the
// composition root.
import { createTokens } from './auth/tokens.js';
import type { TokenStore, Tokens } from './auth/tokens.js';
import { PROFILES } from './clients/profiles.js';
import type { Config } from './config/config.js';
import { loadOverlaid } from './spec/load.js';
import type { Source } from './spec/source.js';
import type { Connection } from './storage/mongo/client.js';
import { sharedSecret } from './storage/mongo/secrets.js';
import { createTenantStore } from './storage/mongo/tenant-store.js';
import { createTokenStore } from './storage/mongo/token-store.js';
import type { Tenant, TenantStore, Tenants } from './tenants/tenants.js';
import { createTenants, DEFAULT_TENANT } from './tenants/tenants.js';

export interface Control {
  readonly tokens: Tokens;
  readonly tenants: Tenants;
  readonly tokenStore: TokenStore;
  readonly tenantStore: TenantStore;
  /** Of the digests of tokens. */
  readonly key: Buffer;
  /** The document of a tenant. */
  sourceOf(tenant: Tenant): Source;
}

export interface ControlOptions {
  readonly db: Connection['db'];
  readonly source: Source;
  readonly config: Pick<Config, 'openapiDir' | 'openapiOverlays' | 'tokenKey'>;
}

const clock = () => new Date();

export async function createControl({ db, source, config }: ControlOptions): Promise<Control> {
  const { openapiDir, openapiOverlays, tokenKey } = config;
  const tokenStore = createTokenStore(db);
  const tenantStore = createTenantStore(db);
  // One is kept in the database where none is given.
  const key = tokenKey === undefined ? await sharedSecret(db, 'tokens') : Buffer.from(tokenKey);
  await tenantStore.insert({ id: DEFAULT_TENANT, created: clock(), suspended: false });
  const overlaid = (name: string, text: string) => loadOverlaid(openapiDir, openapiOverlays, name, text);
  return {
    tokenStore,
    tenantStore,
    key,
    tokens: createTokens({
      store: tokenStore,
      hasTenant: async (id) => (await tenantStore.find(id)) !== undefined,
      key,
      profiles: new Set(Object.keys(PROFILES)),
      clock,
    }),
    tenants: createTenants({
      store: tenantStore,
      tokens: tokenStore,
      checkOverlay: (overlay) => void overlaid('overlay', overlay),
      clock,
    }),
    sourceOf: ({ id, overlay }) => (overlay === undefined ? source : overlaid(`overlay of ${id}`, overlay)),
  };
}
