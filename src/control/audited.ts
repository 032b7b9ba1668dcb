// Stores of tokens and tenants that have each write in the ledger: whatever changes a record, by the admin API, the
// command line or a rule of its own, it is written down here.
import type { TokenStore } from '../auth/tokens.js';
import type { Tenant, TenantStore } from '../tenants/tenants.js';
import type { Ledger } from './ledger.js';

/** @param type the name of their resource type */
export function auditedTokens(store: TokenStore, type: string, ledger: Ledger): TokenStore {
  const remove = async (id: string): Promise<boolean> => {
    const before = await store.find(id);
    if (before === undefined) return false;
    return ledger.keep({ type, tenant: before.tenant, before }, () => store.remove(id));
  };
  return {
    ...store,
    insert: (record) => ledger.keep({ type, tenant: record.tenant, after: record }, () => store.insert(record)),
    async expire(id, expires) {
      const before = await store.find(id);
      if (before === undefined) return false;
      const entry = { type, tenant: before.tenant, before, after: { ...before, expires } };
      return ledger.keep(entry, () => store.expire(id, expires));
    },
    remove,
    async removeOf(tenant) {
      for (const { id } of await store.list(tenant)) await remove(id);
      // Of those that came meanwhile nobody has a use.
      await store.removeOf(tenant);
    },
  };
}

/** A tenant as the admin API has it. */
export function tenantRecord(tenant: Tenant): Tenant & { readonly name: string } {
  return { ...tenant, name: tenant.id };
}

export function auditedTenants(store: TenantStore, type: string, ledger: Ledger): TenantStore {
  const entryOf = (id: string, before?: Tenant, after?: Tenant) => ({
    type,
    tenant: id,
    before: before && tenantRecord(before),
    after: after && tenantRecord(after),
  });
  return {
    ...store,
    insert: (tenant) => ledger.keep(entryOf(tenant.id, undefined, tenant), () => store.insert(tenant)),
    async update(id, change) {
      const before = await store.find(id);
      if (before === undefined) return false;
      return ledger.keep(entryOf(id, before, { ...before, ...change }), () => store.update(id, change));
    },
    async remove(id) {
      const before = await store.find(id);
      if (before === undefined) return false;
      return ledger.keep(entryOf(id, before), () => store.remove(id));
    },
  };
}
