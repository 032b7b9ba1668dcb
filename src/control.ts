// Composes what rules a deployment, its tokens, clients, signing keys, issuers and tenants: for the server, the admin
// API and the command line. Part of the composition root.
import { v7 as uuidv7 } from 'uuid';
import { createTokens } from './auth/tokens.js';
import type { TokenStore, Tokens } from './auth/tokens.js';
import { PROFILES } from './clients/profiles.js';
import type { Config } from './config/config.js';
import { auditedBrakes, auditedIssuers, auditedKeys, auditedTenants, auditedTokens } from './control/audited.js';
import type { Acts } from './control/kinds.js';
import { createLedger } from './control/ledger.js';
import { ScimError } from './errors/scim-error.js';
import type { Limits } from './config/limits.js';
import { filterLimits } from './config/limits.js';
import type { FilterLimits } from './filter/parse.js';
import { bindFilter } from './filter/bind.js';
import { createParser } from './filter/parse.js';
import { LEEWAY } from './oauth/access-token.js';
import type { IssuerStore } from './oauth/issuers.js';
import { createIssuers } from './oauth/issuers.js';
import { createSigningKeys } from './oauth/keys.js';
import { issuerOf } from './oauth/metadata.js';
import { createSeal } from './oauth/sealed.js';
import type { Observe } from './observe/observation.js';
import { buildModel } from './schema/build.js';
import type { Model } from './schema/model.js';
import type { Origin } from './service/audit-event.js';
import { typeNamed } from './service/context.js';
import { DocumentError, loadOverlaid } from './spec/load.js';
import type { Source } from './spec/source.js';
import { readDeclarations } from './spec/source.js';
import { buildAuditIndexes, createAuditStore } from './storage/mongo/audit-store.js';
import { createBrakeStore } from './storage/mongo/brake-store.js';
import type { Connection } from './storage/mongo/client.js';
import { whyUnfit } from './storage/mongo/fit.js';
import { reportIndexes } from './storage/mongo/index-report.js';
import { createIssuerStore } from './storage/mongo/issuer-store.js';
import { createKeyStore } from './storage/mongo/key-store.js';
import { sharedSecret } from './storage/mongo/secrets.js';
import { createTenantStore, tenantDatabase } from './storage/mongo/tenant-store.js';
import { createTokenStore } from './storage/mongo/token-store.js';
import { createBrakes } from './tenants/brakes.js';
import type { Tenant, TenantStore, TenantsOptions } from './tenants/tenants.js';
import { createTenants, DEFAULT_TENANT } from './tenants/tenants.js';

export interface Control {
  readonly tokenStore: TokenStore;
  readonly adminTokenStore: TokenStore;
  readonly issuerStore: IssuerStore;
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
    | 'openapiDir'
    | 'openapiOverlays'
    | 'tokenKey'
    | 'oauthTokenLifetime'
    | 'baseUrl'
    | 'basePath'
    | 'adminDir'
    | 'audit'
    | 'auditRetentionDays'
    | keyof Limits
  >;
  readonly observe: Observe;
}

const clock = () => new Date();

export async function createControl({ db, source, config, observe }: ControlOptions): Promise<Control> {
  const { tokenKey, oauthTokenLifetime } = config;
  const model = buildModel(readDeclarations(config.adminDir));
  const eventType = typeNamed(model, 'AdminEvent');
  const tokenStore = createTokenStore(db);
  const adminTokenStore = createTokenStore(db, 'adminTokens');
  const tenantStore = createTenantStore(db);
  const issuerStore = createIssuerStore(db);
  const profiles = new Set(Object.keys(PROFILES));
  // One is kept in the database where none is given.
  const key = tokenKey === undefined ? await sharedSecret(db, 'tokens') : Buffer.from(tokenKey);
  await tenantStore.insert({ id: DEFAULT_TENANT, created: clock(), version: 1, suspended: false });
  const audit = config.audit ? createAuditStore(db, eventType, { tenant: DEFAULT_TENANT, observe }) : undefined;
  const sourceOf: Control['sourceOf'] = (tenant) => sourceOfTenant(config, source, tenant);
  const modelOf = (tenant: Tenant) => buildModel(sourceOf(tenant));
  const checkOverlay: TenantsOptions['checkOverlay'] = async (id, overlay) => {
    const given = { id, overlay: overlay ?? undefined };
    const overlaid = checked(() => sourceOfTenant(config, source, given, 'overlay'));
    const why = await whyUnfit(tenantDatabase(db, id), buildModel(overlaid));
    if (why !== undefined) throw new ScimError('conflict', `overlay: ${why}`);
  };
  const seal = createSeal(key, 'signing keys');
  const keyStore = createKeyStore(db);
  const tokensOf = (store: TokenStore, prefix: 'scim' | 'scimadmin'): Tokens => {
    const hasTenant = async (id: string) => (await tenantStore.find(id)) !== undefined;
    return createTokens({ store, hasTenant, key, prefix, profiles, clock });
  };
  return {
    tokenStore,
    adminTokenStore,
    issuerStore,
    tenantStore,
    key,
    model,
    sourceOf,
    by(origin) {
      const ledger = createLedger({ audit, model, clock, newId: () => uuidv7() }, origin);
      const tokens = auditedTokens(tokenStore, ledger, ({ client }) => (client === undefined ? 'Token' : 'Client'));
      const adminTokens = auditedTokens(adminTokenStore, ledger, () => 'AdminToken');
      const issuers = auditedIssuers(issuerStore, ledger);
      const tenants = createTenants({
        store: auditedTenants(tenantStore, ledger),
        credentials: [tokens, issuers],
        checkOverlay,
        clock,
      });
      return {
        tokens: tokensOf(tokens, 'scim'),
        adminTokens: tokensOf(adminTokens, 'scimadmin'),
        keys: createSigningKeys({
          store: auditedKeys(keyStore, ledger),
          seal,
          tokenLife: oauthTokenLifetime + LEEWAY,
          clock,
        }),
        issuers: createIssuers({
          store: issuers,
          own: issuerOf(config),
          async checkTenant(id, attribute) {
            const tenant = await tenantStore.find(id);
            if (tenant === undefined) throw new ScimError('invalidValue', `tenant: there is no tenant ${id}`);
            if (attribute !== undefined) checkSubject(sourceOf(tenant), attribute, filterLimits(config));
          },
          profiles,
          clock,
        }),
        tenants,
        brakes: createBrakes({
          store: auditedBrakes(createBrakeStore(db), ledger),
          find: tenants.find,
          typesOf: (tenant) =>
            modelOf(tenant)
              .resourceTypes.filter(({ status }) => status !== undefined)
              .map(({ name }) => name),
          clock,
        }),
        indexesOf: async (id) => reportIndexes(tenantDatabase(db, id), modelOf(await tenants.find(id)), config.audit),
      };
    },
    async prepare() {
      if (audit !== undefined) await buildAuditIndexes(db, eventType, config.auditRetentionDays);
    },
    close: async () => audit?.close(),
  };
}

/**
 * The document of a tenant.
 * @param source that of the deployment
 * @param name of the overlay, in faults
 */
export function sourceOfTenant(
  { openapiDir, openapiOverlays }: Pick<Config, 'openapiDir' | 'openapiOverlays'>,
  source: Source,
  { id, overlay }: Pick<Tenant, 'id' | 'overlay'>,
  name = `overlay of ${id}`,
): Source {
  return overlay === undefined ? source : loadOverlaid(openapiDir, openapiOverlays, name, overlay);
}

/** @throws ScimError invalidValue with a line for each fault */
function checked(load: () => Source): Source {
  try {
    return load();
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    throw new ScimError('invalidValue', error.message, { cause: error });
  }
}

/** @throws ScimError invalidValue where no filter on the attribute finds what /Me is */
function checkSubject(source: Source, attribute: string, limits: FilterLimits): void {
  const [name] = Object.entries(source.resources).find(([, { subject }]) => subject === true) ?? [];
  const type = buildModel(source).resourceTypes.find((each) => each.name === name);
  if (type === undefined) throw new ScimError('invalidValue', 'subject: no resource type of the document is /Me');
  try {
    bindFilter(createParser(limits).parseFilter(`${attribute} eq "a"`), type);
  } catch (error) {
    throw new ScimError('invalidValue', `subject: ${error instanceof Error ? error.message : String(error)}`);
  }
}
