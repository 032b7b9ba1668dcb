// What serves each tenant: opened when its first request comes, anew when its overlay is another one.
import { createFresh } from '../auth/fresh.js';
import type { Tenant, TenantStore } from './tenants.js';

export interface Serving<Runtime> {
  readonly tenant: Tenant;
  readonly runtime: Runtime;
}

interface Opened<Runtime> {
  readonly overlay: string | undefined;
  readonly runtime: Promise<Runtime>;
}

export interface RuntimesOptions<Runtime> {
  readonly store: Pick<TenantStore, 'find'>;
  readonly open: (tenant: Tenant) => Promise<Runtime>;
  readonly clock: () => Date;
}

/** @returns the tenant of an id, and what serves it; undefined where there is none */
export function createRuntimes<Runtime>({
  store,
  open,
  clock,
}: RuntimesOptions<Runtime>): (id: string) => Promise<Serving<Runtime> | undefined> {
  const find = createFresh((id) => store.find(id), clock);
  const opened = new Map<string, Opened<Runtime>>();

  const runtimeOf = (tenant: Tenant): Promise<Runtime> => {
    const { id, overlay } = tenant;
    const found = opened.get(id);
    if (found !== undefined && found.overlay === overlay) return found.runtime;
    const runtime = open(tenant);
    runtime.catch(() => opened.delete(id));
    opened.set(id, { overlay, runtime });
    return runtime;
  };
  return async (id) => {
    const tenant = await find(id);
    if (tenant === undefined) {
      opened.delete(id);
      return undefined;
    }
    return { tenant, runtime: await runtimeOf(tenant) };
  };
}
