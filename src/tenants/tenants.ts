// The tenants of a deployment: made, listed, suspended, deleted. Each has a database of its own.
import { setTimeout } from 'node:timers/promises';
import { ScimError, show } from '../errors/scim-error.js';
import type { Rate } from '../limits/bucket.js';

export interface Tenant {
  /** Names it in tokens, in the name of its database and in logs. */
  readonly id: string;
  readonly created: Date;
  /** Of one that was changed since. */
  readonly lastModified?: Date | undefined;
  /** One more with each change. */
  readonly version: number;
  /** Its tokens are answered 403 while it is. */
  readonly suspended: boolean;
  /** YAML laid over the document of the deployment: its own attributes, extensions and resource types. */
  readonly overlay?: string | undefined;
  /** Of its requests; that of the settings where it has none of its own. */
  readonly rate?: Rate | undefined;
}

/** What changes of a tenant; null takes away what it has of its own. */
export interface TenantChange {
  readonly suspended?: boolean;
  readonly overlay?: string | null;
  readonly rate?: Rate | null;
}

export interface TenantStore {
  /** @returns false where there is one of that id */
  insert(tenant: Tenant): Promise<boolean>;
  find(id: string): Promise<Tenant | undefined>;
  /** By id. */
  list(): Promise<readonly Tenant[]>;
  /**
   * @param version that it has to have, if it has to have one
   * @returns false where there is none
   */
  update(id: string, change: TenantChange & Pick<Tenant, 'lastModified'>, version?: number): Promise<boolean>;
  /** @returns the name of the database that one of that id would have, where it has collections already */
  findOccupied(id: string): Promise<string | undefined>;
  /** Drops the database of a tenant, with all that is in it, and forgets the tenant. */
  remove(id: string): Promise<boolean>;
}

export interface Tenants {
  /** @throws Error in one line */
  create(id: string, own?: Pick<Tenant, 'overlay' | 'rate'>): Promise<Tenant>;
  list(): Promise<readonly Tenant[]>;
  /** @throws ScimError notFound */
  find(id: string): Promise<Tenant>;
  /**
   * @param check throws where the tenant is not to be changed as it is now
   * @throws Error in one line
   */
  change(id: string, change: TenantChange, check?: (tenant: Tenant) => void): Promise<void>;
  /**
   * Ends its tokens, clients and issuers, then its resources: nothing that is left reaches what is half gone.
   * @param check throws where the tenant is not to be removed as it is now
   * @throws Error in one line
   */
  remove(id: string, check?: (tenant: Tenant) => void): Promise<void>;
}

/** The tenant that is always there: its database is the deployment's. */
export const DEFAULT_TENANT = 'default';

/** A part of the name of a database, which has 63 bytes at most. */
const ID = /^[a-z0-9]([a-z0-9-]{0,28}[a-z0-9])?$/;

export interface TenantsOptions {
  readonly store: TenantStore;
  /** What lets anybody in: it ends with the tenant. */
  readonly credentials: readonly { removeOf(tenant: string): Promise<void> }[];
  /**
   * @param overlay that a tenant is to have; null stands for none
   * @throws ScimError invalidValue that says what is wrong in it; conflict where what is stored has another form
   */
  readonly checkOverlay: (id: string, overlay: string | null) => Promise<void>;
  readonly clock: () => Date;
}

export function createTenants({ store, credentials, checkOverlay, clock }: TenantsOptions): Tenants {
  const find = async (id: string): Promise<Tenant> => {
    const tenant = await store.find(id);
    if (tenant === undefined) throw unknown(id);
    return tenant;
  };
  /** What is in it may be another deployment's, and a deletion of the tenant would drop it. */
  const checkDatabase = async (id: string) => {
    if ((await store.find(id)) !== undefined) throw taken(id);
    const database = await store.findOccupied(id);
    if (database === undefined) return;
    const why = `the database ${database} of a tenant ${id} has collections already; take another id, or drop it`;
    throw new ScimError('conflict', why);
  };
  const change: Tenants['change'] = async (id, asked, check) => {
    const { overlay, rate } = asked;
    const tenant = await find(id);
    check?.(tenant);
    if (overlay !== undefined && overlay !== (tenant.overlay ?? null)) await checkOverlay(id, overlay);
    if (rate) checkRate(rate);
    if (await store.update(id, { ...asked, lastModified: clock() }, check && tenant.version)) return;
    // Changed since, or gone.
    if (check === undefined) throw unknown(id);
    await change(id, asked, check);
  };
  return {
    async create(id, { overlay, rate } = {}) {
      if (!ID.test(id))
        throw new ScimError('invalidValue', `${JSON.stringify(id)} can't name a tenant: up to 30 of a-z, 0-9 and -`);
      await checkDatabase(id);
      if (overlay !== undefined) await checkOverlay(id, overlay);
      if (rate !== undefined) checkRate(rate);
      const tenant: Tenant = { id, created: clock(), version: 1, suspended: false, overlay, rate };
      if (!(await store.insert(tenant))) throw taken(id);
      return tenant;
    },
    list: () => store.list(),
    find,
    change,
    async remove(id, check) {
      if (id === DEFAULT_TENANT)
        throw new ScimError('conflict', 'the tenant default is the deployment itself: it cannot be deleted');
      await change(id, { suspended: true }, check);
      // Until nobody lets its tokens in any more.
      await setTimeout(1_000);
      for (const kind of credentials) await kind.removeOf(id);
      await store.remove(id);
    },
  };
}

const MOST: Rate = { perSecond: 1_000_000, burst: 10_000_000 };

function checkRate(rate: Rate): void {
  for (const name of ['perSecond', 'burst'] as const) {
    const value = rate[name];
    if (!Number.isInteger(value) || value < 1 || value > MOST[name])
      throw new ScimError('invalidValue', `rate.${name}: ${value} is not a whole number from 1 to ${MOST[name]}`);
  }
}

function taken(id: string): ScimError {
  return new ScimError('uniqueness', `there is a tenant ${show(id)} already`);
}

function unknown(id: string): ScimError {
  return new ScimError('notFound', `there is no tenant ${show(id)}`);
}
