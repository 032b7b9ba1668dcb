// Who holds which token or client: looked up anew each second, so that what is revoked is refused everywhere by then;
// and when each was last used.
import type { Observe } from '../observe/observation.js';
import type { Actor } from './actor.js';
import { createFresh } from './fresh.js';
import type { TokenRecord, TokenStore } from './tokens.js';
import { isOver } from './tokens.js';

/** How exactly the last use is kept: a write a minute for each token at most. */
const USE_MS = 60_000;

/** A token or client that was looked up, and who has it. */
export interface Holder {
  readonly record: TokenRecord;
  readonly actor: Actor;
}

export interface Holders {
  /** @returns the holder of an id, if it lives, and comes with the certificate that it is bound to, if it is to one */
  find(id: string, certificate: string | undefined): Promise<Holder | undefined>;
  /** Notes that it was used: it is who it says. */
  note(id: string): void;
  /** Writes down what was used since the last time; where that fails, the next time does it. */
  flush(): Promise<void>;
}

export interface HoldersOptions {
  readonly store: TokenStore;
  readonly clock: () => Date;
}

export function createHolders({ store, clock }: HoldersOptions): Holders {
  const find = createFresh(async (id): Promise<Holder | undefined> => {
    const record = await store.find(id);
    return record && { record, actor: actorOf(record) };
  }, clock);
  const noted = new Map<string, number>();
  let unwritten = new Map<string, Date>();
  return {
    async find(id, certificate) {
      const holder = await find(id);
      if (holder === undefined || isOver(holder.record, clock())) return undefined;
      const bound = holder.record.certificate;
      return bound === undefined || bound === certificate ? holder : undefined;
    },
    note(id) {
      const now = clock();
      const age = now.getTime() - (noted.get(id) ?? 0);
      // Where the clock went back, nobody knows how long ago it was.
      if (age >= 0 && age < USE_MS) return;
      noted.set(id, now.getTime());
      unwritten.set(id, now);
    },
    async flush() {
      if (unwritten.size === 0) return;
      const times = unwritten;
      unwritten = new Map();
      try {
        await store.used(times);
      } catch (error) {
        unwritten = new Map([...times, ...unwritten]);
        throw error;
      }
    },
  };
}

/** Flushes, and never fails: what could not be written is reported. */
export function flushing(holders: Holders, observe: Observe): () => Promise<void> {
  return () =>
    holders.flush().catch((error: unknown) => observe({ kind: 'jobFailed', job: 'last use of tokens', error }));
}

function actorOf({ id, tenant, scopes, profile, subject }: TokenRecord): Actor {
  return { token: id, tenant, scopes: new Set(scopes), profile, subject };
}
