// Composes what rules a deployment, its tokens and its tenants: for the server and for the command line. Part of the
// composition root.
import { createTokens } from './auth/tokens.js';
import type { TokenStore, Tokens } from './auth/tokens.js';
import { PROFILES } from './clients/profiles.js';
import { buildModel } from './schema/build.js';
import { overlaidBy } from './spec/load.js';
import { publish } from './spec/publish.js';
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
  /** The key of the digests of tokens; one is kept in the database where none is given. */
  readonly tokenKey: string | undefined;
}

const clock = () => new Date();

export async function createControl({ db, source, tokenKey }: ControlOptions): Promise<Control> {
  const tokenStore = createTokenStore(db);
  const tenantStore = createTenantStore(db);
  const key = tokenKey === undefined ? await sharedSecret(db, 'tokens') : Buffer.from(tokenKey);
  await tenantStore.insert({ id: DEFAULT_TENANT, created: clock(), suspended: false });
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
      checkOverlay: (overlay) => {
        const overlaid = overlaidBy(source, 'overlay', overlay);
        publish(overlaid);
        buildModel(overlaid);
      },
      clock,
    }),
    sourceOf: ({ id, overlay }) => (overlay === undefined ? source : overlaidBy(source, `overlay of ${id}`, overlay)),
  };
}
