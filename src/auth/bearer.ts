// Bearer tokens (RFC 6750). A text that is not formed as a token costs nothing.
import { hash, timingSafeEqual } from 'node:crypto';
import { createLatest } from '../limits/latest.js';
import type { Actor, Authenticator, Credentials } from './actor.js';
import type { Holders } from './holders.js';
import { EVERYTHING } from './scope.js';
import type { Prefix } from './token-form.js';
import { tokenId } from './token-form.js';
import { digestOf } from './tokens.js';

export interface BearerOptions {
  readonly holders: Holders;
  readonly key: Buffer;
  /** Of the tokens that it lets in; that of SCIM where none is given. */
  readonly prefix?: Prefix;
  /** A token from the settings, that may everything with the resources of a tenant. */
  readonly configured:
    { readonly token: string; readonly tenant: string; readonly subject?: string | undefined } | undefined;
}

/** Tokens whose digest is remembered, the latest. */
const MOST_DIGESTS = 10_000;

export function createBearer({ holders, key, prefix, configured }: BearerOptions): Authenticator {
  const fixed = configured && { actor: configuredActor(configured), digest: digestOf(key, configured.token) };
  const actorOf = async (token: string, digest: Buffer, certificate: string | undefined) => {
    if (fixed !== undefined && timingSafeEqual(digest, fixed.digest)) return fixed.actor;
    const id = tokenId(token, prefix);
    const holder = id === undefined ? undefined : await holders.find(id, certificate);
    if (holder === undefined || !timingSafeEqual(digest, holder.record.digest)) return undefined;
    // The secret of a client is no token: it gets one.
    if (holder.record.client !== undefined) return undefined;
    holders.note(holder.record.id);
    return holder.actor;
  };
  // A keyed digest takes a tenth of the time of a short request, a plain one a hundredth: of those who were let in
  // the keyed one is found by the plain one. The token itself is kept nowhere.
  const digests = createLatest<Buffer>(MOST_DIGESTS);
  return {
    async authenticate({ authorization, certificate }) {
      const token = bearerOf(authorization);
      if (token === undefined) return undefined;
      const known = hash('sha256', token, 'base64');
      const digest = digests.get(known) ?? digestOf(key, token);
      const actor = await actorOf(token, digest, certificate);
      if (actor !== undefined) digests.set(known, digest);
      return actor;
    },
  };
}

const HEADER = /^bearer +([A-Za-z0-9\-._~+/]+=*)$/i;

/** The token of an Authorization header (RFC 6750 section 2.1). */
export function bearerOf(authorization: Credentials['authorization']): string | undefined {
  return HEADER.exec(authorization ?? '')?.[1];
}

function configuredActor({ tenant, subject }: NonNullable<BearerOptions['configured']>): Actor {
  return { token: 'configured', tenant, scopes: new Set(EVERYTHING), subject };
}
