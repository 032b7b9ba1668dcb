// Bearer tokens (RFC 6750). A text that is not formed as a token costs nothing.
import { timingSafeEqual } from 'node:crypto';
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

export function createBearer({ holders, key, prefix, configured }: BearerOptions): Authenticator {
  const fixed = configured && { actor: configuredActor(configured), digest: digestOf(key, configured.token) };
  return {
    async authenticate({ authorization, certificate }) {
      const token = bearerOf(authorization);
      if (token === undefined) return undefined;
      const digest = digestOf(key, token);
      if (fixed !== undefined && timingSafeEqual(digest, fixed.digest)) return fixed.actor;
      const id = tokenId(token, prefix);
      const holder = id === undefined ? undefined : await holders.find(id, certificate);
      if (holder === undefined || !timingSafeEqual(digest, holder.record.digest)) return undefined;
      // The secret of a client is no token: it gets one.
      if (holder.record.client !== undefined) return undefined;
      holders.note(holder.record.id);
      return holder.actor;
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
