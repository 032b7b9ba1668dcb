// Stores of tokens, issuers, keys, tenants and brakes that have each write in the ledger: whatever changes a record, by
// the admin API, the command line or a rule of its own, it is written down here.
import type { TokenRecord, TokenStore } from '../auth/tokens.js';
import type { Issuer, IssuerStore } from '../oauth/issuers.js';
import { printGrant } from '../oauth/issuers.js';
import type { KeyStore } from '../oauth/keys.js';
import type { BrakeState, BrakeStore } from '../tenants/state.js';
import type { Tenant, TenantStore } from '../tenants/tenants.js';
import { DEFAULT_TENANT } from '../tenants/tenants.js';
import type { Ledger } from './ledger.js';
import type { ControlRecord } from './record.js';

/** @param typeOf the name of the resource type of one */
export function auditedTokens(store: TokenStore, ledger: Ledger, typeOf: (record: TokenRecord) => string): TokenStore {
  const remove = async (id: string): Promise<void> => {
    const before = await store.find(id);
    if (before === undefined) return;
    await ledger.keep({ type: typeOf(before), tenant: before.tenant, before }, () => store.remove(id));
  };
  return {
    ...store,
    insert: (record) =>
      ledger.keep({ type: typeOf(record), tenant: record.tenant, after: record }, () => store.insert(record)),
    async expire(id, end) {
      const before = await store.find(id);
      if (before === undefined) return;
      const entry = { type: typeOf(before), tenant: before.tenant, before, after: { ...before, ...end } };
      await ledger.keep(entry, () => store.expire(id, end));
    },
    remove,
    async removeOf(tenant) {
      for (const { id } of await store.list(tenant)) await remove(id);
      // Of those that came meanwhile nobody has a use.
      await store.removeOf(tenant);
    },
  };
}

/** An issuer as the admin API has it: in the words of who adds one. */
export function issuerRecord({ grants, subject, ...issuer }: Issuer) {
  const me = subject === undefined ? {} : { subject: `${subject.claim}=${subject.attribute}` };
  return { ...issuer, ...me, grants: grants.map(printGrant) };
}

export function auditedIssuers(store: IssuerStore, ledger: Ledger): IssuerStore {
  const type = 'Issuer';
  const remove = async (id: string): Promise<boolean> => {
    const before = (await store.list()).find((issuer) => issuer.id === id);
    if (before === undefined) return false;
    return ledger.keep({ type, tenant: before.tenant, before: issuerRecord(before) }, () => store.remove(id));
  };
  return {
    ...store,
    insert: (issuer) =>
      ledger.keep({ type, tenant: issuer.tenant, after: issuerRecord(issuer) }, () => store.insert(issuer)),
    remove,
    async removeOf(tenant) {
      for (const issuer of await store.list()) if (issuer.tenant === tenant) await remove(issuer.id);
      await store.removeOf(tenant);
    },
  };
}

/** Keys are of no tenant; that one which has ended goes is nothing that anybody does. */
export function auditedKeys(store: KeyStore, ledger: Ledger): KeyStore {
  const common = { type: 'SigningKey', tenant: DEFAULT_TENANT };
  return {
    ...store,
    insert: (record) => ledger.keep({ ...common, after: record }, () => store.insert(record)),
    async end(id, ends, lastModified) {
      const before = await store.find(id);
      if (before === undefined) return;
      const after = { ...before, ends };
      await ledger.keep({ ...common, before, after }, () => store.end(id, ends, lastModified));
    },
  };
}

/** A tenant as the admin API has it. */
export function tenantRecord(tenant: Tenant): Tenant & { readonly name: string } {
  return { ...tenant, name: tenant.id };
}

export function auditedTenants(store: TenantStore, ledger: Ledger): TenantStore {
  const entryOf = (id: string, before?: Tenant, after?: Tenant) => ({
    type: 'Tenant',
    tenant: id,
    before: before && tenantRecord(before),
    after: after && tenantRecord(after),
  });
  return {
    ...store,
    insert: (tenant) => ledger.keep(entryOf(tenant.id, undefined, tenant), () => store.insert(tenant)),
    async update(id, change, version) {
      const before = await store.find(id);
      if (before === undefined) return false;
      const { suspended = before.suspended, overlay = before.overlay, rate = before.rate } = change;
      const after = { ...before, suspended, overlay: overlay ?? undefined, rate: rate ?? undefined };
      return ledger.keep(entryOf(id, before, after), () => store.update(id, change, version));
    },
    async remove(id) {
      const before = await store.find(id);
      if (before === undefined) return false;
      return ledger.keep(entryOf(id, before), () => store.remove(id));
    },
  };
}

/** A brake as the admin API has it: it is one for each type, so that is its id. */
export function brakeRecord(state: BrakeState): BrakeState & ControlRecord {
  return { ...state, id: state.type, created: state.since };
}

export function auditedBrakes(store: BrakeStore, ledger: Ledger): BrakeStore {
  return {
    ...store,
    async release(tenant, released) {
      const { type, since } = released;
      // One may be released before anything was counted.
      const found = (await store.list(tenant)).find((state) => state.type === type);
      const before = found ?? { type, since, count: 0, allowed: 0 };
      const after = { ...before, ...released, count: 0, stopped: undefined, warned: undefined };
      const entry = { type: 'Brake', tenant, before: brakeRecord(before), after: brakeRecord(after) };
      await ledger.keep(entry, () => store.release(tenant, released));
    },
  };
}
