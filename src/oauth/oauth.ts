// The authorization server, put together: what its endpoints need, and what accepts the tokens that it, or an issuer
// that it trusts, made.
import type { Authenticator } from '../auth/actor.js';
import type { Guard } from '../auth/guarded.js';
import type { Holders } from '../auth/holders.js';
import type { Observe } from '../observe/observation.js';
import { createAccessTokens } from './access-token.js';
import { createExternalTokens } from './external.js';
import type { AccessTokenGrant, Enter } from './grant.js';
import { createGrant } from './grant.js';
import type { IssuerStore } from './issuers.js';
import { createJwtAuthenticator } from './jwt.js';
import type { SigningKeys } from './keys.js';

interface OAuth {
  readonly authenticator: Authenticator;
  readonly endpoints: OAuthEndpoints;
}

export interface OAuthEndpoints {
  readonly issuer: string;
  readonly grant: AccessTokenGrant;
  readonly keys: Pick<SigningKeys, 'published'>;
}

export interface OAuthOptions {
  readonly holders: Holders;
  /** Of the digests of secrets. */
  readonly key: Buffer;
  readonly keys: SigningKeys;
  readonly issuers: IssuerStore;
  readonly issuer: string;
  /** The URL of SCIM, `aud` of access tokens. */
  readonly audience: string;
  /** Of an access token, in seconds. */
  readonly life: number;
  /** Of failures at the token endpoint. */
  readonly guard: Guard;
  /** For the token endpoint. */
  readonly enter: Enter;
  readonly observe: Observe;
  readonly clock: () => Date;
}

export function createOAuth(options: OAuthOptions): OAuth {
  const { holders, key, keys, issuers, issuer, guard, enter, observe, clock } = options;
  const own = createAccessTokens(options);
  const external = createExternalTokens({ store: issuers, observe, clock });
  return {
    authenticator: createJwtAuthenticator({ own, external, observe }),
    endpoints: { issuer, keys, grant: createGrant({ holders, key, tokens: own, guard, enter }) },
  };
}
