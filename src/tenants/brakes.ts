// The brakes on mass deactivation of the tenants: what they have counted, and their release.
import type { BrakeState, BrakeStore } from './state.js';
import type { Tenant } from './tenants.js';

export interface Brakes {
  /** @throws ScimError notFound */
  list(tenant: string): Promise<readonly BrakeState[]>;
  /**
   * Lets go on what the brakes of a tenant have stopped: their counts begin anew, and nothing is stopped for so many
   * seconds.
   * @returns until when
   * @throws ScimError notFound
   */
  release(tenant: string, seconds: number): Promise<Date>;
}

export interface BrakesOptions {
  readonly store: BrakeStore;
  /** @throws ScimError notFound */
  readonly find: (tenant: string) => Promise<Tenant>;
  /** The names of the resource types of a tenant that have a brake. */
  readonly typesOf: (tenant: Tenant) => readonly string[];
  readonly clock: () => Date;
}

export function createBrakes({ store, find, typesOf, clock }: BrakesOptions): Brakes {
  return {
    list: async (tenant) => store.list((await find(tenant)).id),
    async release(tenant, seconds) {
      const types = typesOf(await find(tenant));
      const since = clock();
      const releasedUntil = new Date(since.getTime() + seconds * 1000);
      for (const type of types) await store.release(tenant, { type, since, releasedUntil });
      return releasedUntil;
    },
  };
}
