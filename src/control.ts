// Composes what rules a deployment, its tokens, clients, signing keys, issuers and tenants: for the server and for the
// command line. Part of the composition root.
import { createTokens } from './auth/tokens.js';
import type { TokenStore, Tokens } from './auth/tokens.js';
import { PROFILES } from './clients/profiles.js';
import type { Config } from './config/config.js';
import type { Limits } from './config/limits.js';
import { filterLimits } from './config/limits.js';
import type { FilterLimits } from './filter/parse.js';
import { bindFilter } from './filter/bind.js';
import { createParser } from './filter/parse.js';
import { LEEWAY } from './oauth/access-token.js';
import type { Issuers, IssuerStore } from './oauth/issuers.js';
import { createIssuers } from './oauth/issuers.js';
import type { SigningKeys } from './oauth/keys.js';
import { createSigningKeys } from './oauth/keys.js';
import { issuerOf } from './oauth/metadata.js';
import { createSeal } from './oauth/sealed.js';
import { buildModel } from './schema/build.js';
import { loadOverlaid } from './spec/load.js';
import type { Source } from './spec/source.js';
import type { Connection } from './storage/mongo/client.js';
import { createIssuerStore } from './storage/mongo/issuer-store.js';
import { createKeyStore } from './storage/mongo/key-store.js';
import { sharedSecret } from './storage/mongo/secrets.js';
import { createTenantStore } from './storage/mongo/tenant-store.js';
import { createTokenStore } from './storage/mongo/token-store.js';
import type { Tenant, TenantStore, Tenants } from './tenants/tenants.js';
import { createTenants, DEFAULT_TENANT } from './tenants/tenants.js';

export interface Control {
  readonly tokens: Tokens;
  readonly tenants: Tenants;
  readonly keys: SigningKeys;
  readonly issuers: Issuers;
  readonly tokenStore: TokenStore;
  readonly issuerStore: IssuerStore;
  readonly tenantStore: TenantStore;
  /** Of the digests of tokens. */
  readonly key: Buffer;
  /** The document of a tenant. */
  sourceOf(tenant: Tenant): Source;
}

export interface ControlOptions {
  readonly db: Connection['db'];
  readonly source: Source;
  readonly config: Pick<
    Config,
    'openapiDir' | 'openapiOverlays' | 'tokenKey' | 'oauthTokenLifetime' | 'baseUrl' | 'basePath' | keyof Limits
  >;
}

const clock = () => new Date();

export async function createControl({ db, source, config }: ControlOptions): Promise<Control> {
  const { openapiDir, openapiOverlays, tokenKey, oauthTokenLifetime } = config;
  const tokenStore = createTokenStore(db);
  const tenantStore = createTenantStore(db);
  const issuerStore = createIssuerStore(db);
  const profiles = new Set(Object.keys(PROFILES));
  // One is kept in the database where none is given.
  const key = tokenKey === undefined ? await sharedSecret(db, 'tokens') : Buffer.from(tokenKey);
  await tenantStore.insert({ id: DEFAULT_TENANT, created: clock(), suspended: false });
  const overlaid = (name: string, text: string) => loadOverlaid(openapiDir, openapiOverlays, name, text);
  const sourceOf: Control['sourceOf'] = ({ id, overlay }) =>
    overlay === undefined ? source : overlaid(`overlay of ${id}`, overlay);
  return {
    tokenStore,
    issuerStore,
    tenantStore,
    key,
    tokens: createTokens({
      store: tokenStore,
      hasTenant: async (id) => (await tenantStore.find(id)) !== undefined,
      key,
      profiles,
      clock,
    }),
    keys: createSigningKeys({
      store: createKeyStore(db),
      seal: createSeal(key, 'signing keys'),
      tokenLife: oauthTokenLifetime + LEEWAY,
      clock,
    }),
    issuers: createIssuers({
      store: issuerStore,
      own: issuerOf(config),
      async checkTenant(id, attribute) {
        const tenant = await tenantStore.find(id);
        if (tenant === undefined) throw new Error(`there is no tenant ${id}`);
        if (attribute !== undefined) checkSubject(sourceOf(tenant), attribute, filterLimits(config));
      },
      profiles,
      clock,
    }),
    tenants: createTenants({
      store: tenantStore,
      credentials: [tokenStore, issuerStore],
      checkOverlay: (overlay) => void overlaid('overlay', overlay),
      clock,
    }),
    sourceOf,
  };
}

/** @throws Error in one line where no filter on the attribute finds what /Me is */
function checkSubject(source: Source, attribute: string, limits: FilterLimits): void {
  const [name] = Object.entries(source.resources).find(([, { subject }]) => subject === true) ?? [];
  const type = buildModel(source).resourceTypes.find((each) => each.name === name);
  if (type === undefined) throw new Error('subject: no resource type of the document is /Me');
  try {
    bindFilter(createParser(limits).parseFilter(`${attribute} eq "a"`), type);
  } catch (error) {
    throw new Error(`subject: ${error instanceof Error ? error.message : String(error)}`);
  }
}
