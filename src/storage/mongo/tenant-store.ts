// Tenants in MongoDB: a list in the deployment's database, and a database for each.
import type { Db } from 'mongodb';
import type { Observe } from '../../observe/observation.js';
import type { Tenant, TenantStore } from '../../tenants/tenants.js';
import { DEFAULT_TENANT } from '../../tenants/tenants.js';
import { guarded } from './guarded.js';
import { observed } from './observed.js';
import { fromStored, insertNew } from './record.js';

type StoredTenant = Omit<Tenant, 'id' | 'version'> & { _id: string; version?: number | null };

/** The database of a tenant's resources. */
export function tenantDatabase(db: Db, tenant: string, observe: Observe = () => undefined): Db {
  return tenant === DEFAULT_TENANT ? db : observed(db.client.db(`${db.databaseName}-${tenant}`), observe);
}

export function createTenantStore(db: Db): TenantStore {
  const tenants = db.collection<StoredTenant>('tenants');
  return guarded<TenantStore>({
    insert: (tenant) => insertNew(tenants, tenant),
    async find(id) {
      const stored = await tenants.findOne({ _id: id });
      return stored === null ? undefined : tenantOf(stored);
    },
    list: async () => (await tenants.find().sort({ _id: 1 }).toArray()).map(tenantOf),
    async update(id, change, version) {
      const entries = Object.entries(change).filter(([, value]) => value !== undefined);
      const gone = entries.filter(([, value]) => value === null).map(([name]) => [name, 1] as const);
      const update = {
        $set: Object.fromEntries(entries.filter(([, value]) => value !== null)),
        $unset: Object.fromEntries(gone),
        $inc: { version: 1 },
      };
      const wanted = version === undefined ? {} : { version: version === 0 ? null : version };
      return (await tenants.updateOne({ _id: id, ...wanted }, update)).matchedCount === 1;
    },
    async findOccupied(id) {
      const own = tenantDatabase(db, id);
      return (await own.listCollections({}, { nameOnly: true }).hasNext()) ? own.databaseName : undefined;
    },
    async remove(id) {
      // In this order: what is half gone is still known, and can be removed again.
      await tenantDatabase(db, id).dropDatabase();
      return (await tenants.deleteOne({ _id: id })).deletedCount === 1;
    },
  });
}

/** Those of before versions were counted have none, until they are changed. */
function tenantOf(stored: StoredTenant): Tenant {
  return { ...fromStored(stored), version: stored.version ?? 0 };
}
