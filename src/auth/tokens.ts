// The tokens of a deployment, and the secrets of its OAuth clients, which are the same but for what they are good for:
// made, listed, rotated, revoked. One is shown once, to who makes it; a keyed digest of it is kept.
import { createHmac } from 'node:crypto';
import { ScimError } from '../errors/scim-error.js';
import type { Scope } from './scope.js';
import { EVERYTHING, parseScopes } from './scope.js';
import type { Prefix } from './token-form.js';
import { newId, newToken } from './token-form.js';

/** What there is: bearer tokens, and secrets that an OAuth client gets access tokens for (RFC 6749 section 4.4). */
export type TokenKind = 'token' | 'client';

export interface TokenRecord {
  /** Public: the part of the token that names it. */
  readonly id: string;
  readonly name: string;
  /** Of the secret of an OAuth client, its client_id: it stays, however often the secret is rotated. */
  readonly client?: string | undefined;
  readonly tenant: string;
  readonly scopes: readonly Scope[];
  readonly profile?: string | undefined;
  readonly subject?: string | undefined;
  /** The SHA-256 fingerprint of the client certificate without which it is worth nothing. */
  readonly certificate?: string | undefined;
  readonly created: Date;
  /** Of one that was rotated. */
  readonly lastModified?: Date | undefined;
  readonly expires?: Date | undefined;
  /** Of one that was rotated, the milliseconds that it was made for: `expires` is the end of the overlap then. */
  readonly life?: number | undefined;
  /** To the minute. */
  readonly lastUsed?: Date | undefined;
  readonly digest: Buffer;
}

export interface TokenStore {
  insert(record: TokenRecord): Promise<void>;
  find(id: string): Promise<TokenRecord | undefined>;
  /** The one of that id, or all secrets of that client, in order of their making. */
  named(id: string): Promise<readonly TokenRecord[]>;
  /** In order of their making. */
  list(tenant?: string): Promise<readonly TokenRecord[]>;
  /** @param end what the record keeps of it */
  expire(id: string, end: Pick<TokenRecord, 'expires' | 'life' | 'lastModified'>): Promise<void>;
  remove(id: string): Promise<void>;
  removeOf(tenant: string): Promise<void>;
  /** Notes when tokens were last used: the latest time stays, unless a clock that was ahead has told it. */
  used(times: ReadonlyMap<string, Date>): Promise<void>;
}

/** What a new token is asked to be. */
export interface TokenRequest {
  /** A token where none is given. */
  readonly kind?: TokenKind | undefined;
  readonly name: string;
  readonly tenant: string;
  readonly scopes?: readonly string[] | undefined;
  readonly profile?: string | undefined;
  readonly subject?: string | undefined;
  readonly certificate?: string | undefined;
  readonly expires?: Date | undefined;
}

/** A token as it is told of: without its digest. */
export type TokenInfo = Omit<TokenRecord, 'digest' | 'life'>;

export interface NewToken {
  /** Told now, and never again. */
  readonly token: string;
  readonly info: TokenInfo;
}

export interface Tokens {
  /** @throws ScimError invalidValue where a scope, the profile, the certificate or the time is none */
  create(request: TokenRequest): Promise<NewToken>;
  list(tenant?: string): Promise<TokenInfo[]>;
  /**
   * A new token that may what the old one may, which ends after `overlap` seconds: both work until then. By the id of a
   * client it gets a new secret, and all others end.
   * @throws ScimError notFound
   */
  rotate(id: string, overlap: number): Promise<NewToken>;
  /** Ends a token, or a client with all of its secrets. @throws ScimError notFound */
  revoke(id: string): Promise<void>;
}

/** The digest that is kept of a token: it is random, so no slow hash is needed, which each request would pay. */
export function digestOf(key: Buffer, token: string): Buffer {
  return createHmac('sha256', key).update(token).digest();
}

export interface TokensOptions {
  readonly store: TokenStore;
  readonly hasTenant: (id: string) => Promise<boolean>;
  /** Of the digests. */
  readonly key: Buffer;
  /** Of the tokens that it makes; that of SCIM where none is given. */
  readonly prefix?: Prefix;
  readonly profiles: ReadonlySet<string>;
  readonly clock: () => Date;
}

export function createTokens({ store, hasTenant, key, prefix, profiles, clock }: TokensOptions): Tokens {
  const make = async (request: Omit<TokenInfo, 'id' | 'created'>): Promise<NewToken> => {
    const { id, token } = newToken(prefix);
    const info: TokenInfo = { ...request, id, created: clock() };
    await store.insert({ ...info, digest: digestOf(key, token) });
    return { token, info };
  };
  return {
    async create({ kind = 'token', scopes = EVERYTHING, ...request }) {
      check(request, profiles, clock());
      if (!(await hasTenant(request.tenant)))
        throw new ScimError('invalidValue', `tenant: there is no tenant ${request.tenant}`);
      return make({
        ...request,
        client: kind === 'client' ? newId() : undefined,
        certificate: request.certificate?.toLowerCase(),
        scopes: parseScopes(scopes),
      });
    },
    async list(tenant) {
      return (await store.list(tenant)).map(infoOf);
    },
    async rotate(id, overlap) {
      const now = clock();
      const living = (await store.named(id)).filter((record) => !isOver(record, now));
      const old = living.at(-1);
      if (old === undefined) throw new ScimError('notFound', `there is no active token or client ${id}`);
      const { name, client, tenant, scopes, profile, subject, certificate } = old;
      const same = { name, client, tenant, scopes, profile, subject, certificate };
      // It is made for as long as the old one was.
      const life = lifeOf(old);
      const made = await make({ ...same, expires: life === Infinity ? undefined : new Date(now.getTime() + life) });
      const end = new Date(now.getTime() + overlap * 1000);
      for (const one of living) {
        if (one.expires === undefined || end < one.expires)
          await store.expire(one.id, { expires: end, life: lifeOf(one), lastModified: now });
      }
      return made;
    },
    async revoke(id) {
      const found = await store.named(id);
      if (found.length === 0) throw new ScimError('notFound', `there is no token or client ${id}`);
      for (const one of found) await store.remove(one.id);
    },
  };
}

export function isOver({ expires }: Pick<TokenRecord, 'expires'>, now: Date): boolean {
  return expires !== undefined && expires <= now;
}

/** @returns the milliseconds that one was made for; Infinity where it was to have no end */
function lifeOf({ created, expires, life }: TokenRecord): number {
  return life ?? (expires === undefined ? Infinity : expires.getTime() - created.getTime());
}

function infoOf({ digest: _digest, life: _life, ...info }: TokenRecord): TokenInfo {
  return info;
}

const FINGERPRINT = /^[0-9a-f]{64}$/i;

function check(request: TokenRequest, profiles: ReadonlySet<string>, now: Date): void {
  const { name, profile, certificate, expires } = request;
  if (name.trim() === '')
    throw new ScimError('invalidValue', 'name: is required: what uses the token, e.g. "Okta production"');
  if (profile !== undefined && !profiles.has(profile)) {
    throw new ScimError(
      'invalidValue',
      `profile: ${JSON.stringify(profile)} is unknown; use one of ${[...profiles].join(', ')}`,
    );
  }
  if (certificate !== undefined && !FINGERPRINT.test(certificate)) {
    throw new ScimError('invalidValue', 'certificate: takes a SHA-256 fingerprint: 64 hexadecimal digits');
  }
  if (expires !== undefined && expires <= now)
    throw new ScimError('invalidValue', `expires: ${expires.toISOString()} is not in the future`);
}
