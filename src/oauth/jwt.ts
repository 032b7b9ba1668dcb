// JWTs as bearer tokens: the server's own, and those of issuers that it was told to trust. What is wrong with one is
// for the log alone.
import { decodeJwt } from 'jose';
import type { Authenticator } from '../auth/actor.js';
import { bearerOf } from '../auth/bearer.js';
import { ScimError } from '../errors/scim-error.js';
import type { Observe } from '../observe/observation.js';
import type { AccessTokens } from './access-token.js';
import type { ExternalTokens } from './external.js';
import { reasonOf } from './refusal.js';

/** Three parts (RFC 7515 section 3.1); without a signature it is none. */
const FORM = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/;
const MAX_LENGTH = 8_192;

export interface JwtOptions {
  readonly own: Pick<AccessTokens, 'issuer' | 'actorOf'>;
  readonly external: ExternalTokens;
  readonly observe: Observe;
}

export function createJwtAuthenticator({ own, external, observe }: JwtOptions): Authenticator {
  return {
    async authenticate({ authorization, certificate }) {
      const token = bearerOf(authorization);
      if (token === undefined || token.length > MAX_LENGTH || !FORM.test(token)) return undefined;
      try {
        const claims = decodeJwt(token);
        return await (claims.iss === own.issuer ? own.actorOf(token, certificate) : external.actorOf(token, claims));
      } catch (error) {
        if (error instanceof ScimError) throw error;
        observe({
          kind: 'tokenRefused',
          reason: reasonOf(error),
          why: error instanceof Error ? error.message : String(error),
        });
        return undefined;
      }
    },
  };
}
