// What serves each tenant: opened when its first request comes, anew when its overlay is another one. One that was
// replaced, or whose tenant is gone, is closed when the requests under way on it have ended.
import { createFresh } from '../auth/fresh.js';
import { ScimError } from '../errors/scim-error.js';
import type { Tenant, TenantStore } from './tenants.js';

interface Serving<Runtime> {
  readonly runtime: Runtime;
  /** To be called once, when the request has been answered. */
  end(): void;
}

export interface Runtimes<Runtime> {
  /** The tenant of an id, as it was within the last second; undefined where there is none. */
  find(id: string): Promise<Tenant | undefined>;
  /**
   * What serves a tenant, for one request.
   * @throws whatever kept it from being opened: until it is tried again the same, but for a ScimError, which is of the
   * moment
   */
  serve(tenant: Tenant): Promise<Serving<Runtime>>;
  /** Closes what serves tenants that are gone: no request tells of them any more. */
  closeGone(): Promise<void>;
  /** Closes all, whether requests are under way or not. */
  close(): Promise<void>;
}

export interface RuntimesOptions<Runtime> {
  readonly store: Pick<TenantStore, 'find' | 'list'>;
  /** What it opens never fails to close. */
  readonly open: (tenant: Tenant) => Promise<Runtime>;
  readonly clock: () => Date;
}

/** To open takes long, and what is wrong in a document stays wrong until it is mended. */
export const OPENED_AGAIN_AFTER_SECONDS = 10;

interface Opened<Runtime> {
  readonly tenant: Tenant;
  readonly runtime: Promise<Runtime>;
  underWay: number;
  isRetired: boolean;
  closed?: Promise<void>;
}

export function createRuntimes<Runtime extends { close(): Promise<void> }>({
  store,
  open,
  clock,
}: RuntimesOptions<Runtime>): Runtimes<Runtime> {
  const look = createFresh((id) => store.find(id), clock);
  const current = new Map<string, Opened<Runtime>>();
  const notClosed = new Set<Opened<Runtime>>();

  const close = (each: Opened<Runtime>): Promise<void> => {
    const closing = async () => {
      // One that could not be opened has nothing to close.
      const runtime = await each.runtime.catch(() => undefined);
      await runtime?.close();
      notClosed.delete(each);
    };
    each.closed ??= closing();
    return each.closed;
  };
  const closeUnused = (each: Opened<Runtime>) => {
    if (each.isRetired && each.underWay === 0) void close(each);
  };
  const retire = (id: string) => {
    const known = current.get(id);
    if (known === undefined) return;
    current.delete(id);
    known.isRetired = true;
    closeUnused(known);
  };
  const openedFor = (tenant: Tenant): Opened<Runtime> => {
    const { id } = tenant;
    const known = current.get(id);
    if (known !== undefined && isSame(known.tenant, tenant)) return known;
    retire(id);
    const opened = { tenant, runtime: open(tenant), underWay: 0, isRetired: false };
    current.set(id, opened);
    notClosed.add(opened);
    opened.runtime.catch((error: unknown) => {
      const forget = () => {
        if (current.get(id) === opened) retire(id);
      };
      if (error instanceof ScimError) forget();
      else setTimeout(forget, OPENED_AGAIN_AFTER_SECONDS * 1000).unref();
    });
    return opened;
  };
  return {
    async find(id) {
      const tenant = await look(id);
      if (tenant === undefined) retire(id);
      return tenant;
    },
    async serve(tenant) {
      const opened = openedFor(tenant);
      opened.underWay += 1;
      const end = () => {
        opened.underWay -= 1;
        closeUnused(opened);
      };
      try {
        return { runtime: await opened.runtime, end };
      } catch (error) {
        end();
        throw error;
      }
    },
    async closeGone() {
      const known = new Set((await store.list()).map(({ id }) => id));
      for (const id of current.keys()) if (!known.has(id)) retire(id);
    },
    async close() {
      await Promise.all(Array.from(notClosed, close));
    },
  };
}

/** One that was deleted and made again has another database: without indexes, until it is opened. */
function isSame(opened: Tenant, now: Tenant): boolean {
  return opened.overlay === now.overlay && opened.created.getTime() === now.created.getTime();
}
