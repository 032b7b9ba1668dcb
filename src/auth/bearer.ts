// Bearer tokens (RFC 6750). A text that is not formed as a token costs nothing; what was looked up is good for less
// than a second: a revoked token is refused everywhere by then.
import { timingSafeEqual } from 'node:crypto';
import type { Actor, Credentials } from './actor.js';
import { createFresh } from './fresh.js';
import type { Recognising } from './guarded.js';
import { EVERYTHING } from './scope.js';
import { tokenId } from './token-form.js';
import type { TokenRecord, TokenStore } from './tokens.js';
import { digestOf, isOver } from './tokens.js';

/** How exactly the last use is kept: a write a minute for each token at most. */
const USE_MS = 60_000;

export interface BearerOptions {
  readonly store: TokenStore;
  readonly key: Buffer;
  /** A token from the settings, that may everything with the resources of a tenant. */
  readonly configured:
    { readonly token: string; readonly tenant: string; readonly subject?: string | undefined } | undefined;
  readonly clock: () => Date;
}

export interface Bearer extends Recognising {
  /** Writes down what was used since the last time. */
  flush(): Promise<void>;
}

/** A token that was looked up, and who has it. */
interface Holder {
  readonly record: TokenRecord;
  readonly actor: Actor;
}

export function createBearer({ store, key, configured, clock }: BearerOptions): Bearer {
  const find = createFresh(async (id): Promise<Holder | undefined> => {
    const record = await store.find(id);
    return record && { record, actor: actorOf(record) };
  }, clock);
  const noted = new Map<string, number>();
  let unwritten = new Map<string, Date>();

  const note = (id: string, now: Date): void => {
    if (now.getTime() - (noted.get(id) ?? 0) < USE_MS) return;
    noted.set(id, now.getTime());
    unwritten.set(id, now);
  };
  const flush = async (): Promise<void> => {
    if (unwritten.size === 0) return;
    const times = unwritten;
    unwritten = new Map();
    await store.used(times);
  };

  const fixed = configured && { actor: configuredActor(configured), digest: digestOf(key, configured.token) };
  const isFixed = (digest: Buffer) => fixed !== undefined && timingSafeEqual(digest, fixed.digest);
  return {
    flush,
    recognises({ authorization }) {
      const token = bearerOf(authorization);
      if (token === undefined) return false;
      return noted.has(tokenId(token) ?? '') || isFixed(digestOf(key, token));
    },
    async authenticate({ authorization, certificate }) {
      const token = bearerOf(authorization);
      if (token === undefined) return undefined;
      const digest = digestOf(key, token);
      if (fixed !== undefined && isFixed(digest)) return fixed.actor;
      const id = tokenId(token);
      if (id === undefined) return undefined;
      const now = clock();
      const { record, actor } = (await find(id)) ?? {};
      if (record === undefined || !timingSafeEqual(digest, record.digest) || isOver(record, now)) return undefined;
      if (record.certificate !== undefined && record.certificate !== certificate) return undefined;
      note(id, now);
      return actor;
    },
  };
}

const HEADER = /^bearer +([A-Za-z0-9\-._~+/]+=*)$/i;

/** The token of an Authorization header (RFC 6750 section 2.1). */
export function bearerOf(authorization: Credentials['authorization']): string | undefined {
  return HEADER.exec(authorization ?? '')?.[1];
}

function actorOf({ id, tenant, scopes, profile, subject }: TokenRecord): Actor {
  return { token: id, tenant, scopes: new Set(scopes), profile, subject };
}

function configuredActor({ tenant, subject }: NonNullable<BearerOptions['configured']>): Actor {
  return { token: 'configured', tenant, scopes: new Set(EVERYTHING), subject };
}
