// The access tokens that the server makes and accepts: JWTs as in RFC 9068. One is worth what the client is that it was
// made for, at the time of the request.
import { randomUUID } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import type { JWTVerifyResult } from 'jose';
import type { Actor } from '../auth/actor.js';
import { createFreshByDigest } from '../auth/fresh.js';
import type { Holder, Holders } from '../auth/holders.js';
import type { Scope } from '../auth/scope.js';
import { covers } from '../auth/scope.js';
import type { SigningKeys } from './keys.js';
import { ALGORITHM } from './keys.js';
import { Refusal } from './refusal.js';

/** What clocks may differ, in seconds. */
export const LEEWAY = 10;

const TYPE = 'at+jwt';
const CLAIMS = ['sub', 'client_id', 'iat', 'exp', 'jti', 'scope', 'tenant', 'credential'];

export interface AccessTokens {
  /** `iss` of its tokens (RFC 8414). */
  readonly issuer: string;
  issue(holder: Holder, scopes: readonly Scope[]): Promise<IssuedToken>;
  /** Who an access token speaks for. @throws Error that says why it is refused; ScimError unavailable */
  actorOf(token: string, certificate: string | undefined): Promise<Actor>;
}

interface IssuedToken {
  readonly token: string;
  /** Seconds. */
  readonly expiresIn: number;
}

export interface AccessTokensOptions {
  readonly keys: SigningKeys;
  readonly holders: Holders;
  readonly issuer: string;
  readonly audience: string;
  /** Seconds. */
  readonly life: number;
  readonly clock: () => Date;
}

export function createAccessTokens({ keys, holders, clock, ...options }: AccessTokensOptions): AccessTokens {
  const { issuer, audience, life } = options;
  // The same token comes with request after request: its signature is looked at once a second.
  const verify = createFreshByDigest(
    (token): Promise<JWTVerifyResult> =>
      jwtVerify(token, async ({ kid = '' }) => trusted(await keys.find(kid)), {
        algorithms: [ALGORITHM],
        typ: TYPE,
        issuer,
        audience,
        requiredClaims: CLAIMS,
        clockTolerance: LEEWAY,
        // One from a clock that was ahead would outlive its time.
        maxTokenAge: life,
        currentDate: clock(),
      }),
    clock,
  );
  return {
    issuer,
    async issue({ record }, scopes) {
      const { id, key } = await keys.signer();
      const now = Math.floor(clock().getTime() / 1000);
      const end = record.expires === undefined ? Infinity : Math.floor(record.expires.getTime() / 1000);
      const exp = Math.min(now + life, end);
      const claims = {
        client_id: record.client,
        scope: scopes.join(' '),
        tenant: record.tenant,
        credential: record.id,
      };
      const token = await new SignJWT(claims)
        .setProtectedHeader({ alg: ALGORITHM, typ: TYPE, kid: id })
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject(record.client ?? '')
        .setIssuedAt(now)
        .setExpirationTime(exp)
        .setJti(randomUUID())
        .sign(key);
      return { token, expiresIn: exp - now };
    },
    async actorOf(token, certificate) {
      const { payload, protectedHeader } = await verify(token);
      // What the look at the signature found may have ended since.
      trusted(await keys.find(protectedHeader.kid ?? ''));
      const holder = await holders.find(String(payload['credential']), certificate);
      if (holder === undefined)
        throw new Refusal('client', 'its client is revoked, expired, or bound to another certificate');
      const { actor, record } = holder;
      if (record.client === undefined || record.client !== payload['client_id'])
        throw new Refusal('client', 'client_id is another');
      if (record.tenant !== payload['tenant']) throw new Refusal('client', 'tenant is another');
      holders.note(record.id);
      const scopes = String(payload['scope']).split(' ') as Scope[];
      return { ...actor, scopes: new Set(scopes.filter((scope) => covers(actor.scopes, scope))) };
    },
  };
}

function trusted<Key>(key: Key | undefined): Key {
  if (key === undefined) throw new Refusal('key', 'its kid names no trusted key');
  return key;
}
