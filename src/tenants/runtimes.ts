// What serves each tenant: opened when its first request comes, anew when its overlay is another one.
import type { Tenant, TenantStore } from './tenants.js';

/** How long a look at a tenant is good for: one that is suspended is refused everywhere within a second. */
const FRESH_MS = 900;

export interface Serving<Runtime> {
  readonly tenant: Tenant;
  readonly runtime: Runtime;
}

interface Known {
  readonly at: number;
  readonly tenant: Promise<Tenant | undefined>;
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
  const known = new Map<string, Known>();
  const opened = new Map<string, Opened<Runtime>>();

  const find = (id: string): Promise<Tenant | undefined> => {
    const now = clock().getTime();
    const found = known.get(id);
    if (found !== undefined && now - found.at < FRESH_MS) return found.tenant;
    const tenant = store.find(id);
    tenant.catch(() => known.delete(id));
    known.set(id, { at: now, tenant });
    return tenant;
  };
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
