// Tokens of external issuers: each belongs to the one issuer and audience that it names, and may what was said of
// these.
import { jwtVerify } from 'jose';
import type { JWTPayload, JWTVerifyResult } from 'jose';
import type { Actor } from '../auth/actor.js';
import { createFresh, createFreshByDigest } from '../auth/fresh.js';
import type { Scope } from '../auth/scope.js';
import type { Observe } from '../observe/observation.js';
import { LEEWAY } from './access-token.js';
import type { Issuer, IssuerStore } from './issuers.js';
import { Refusal } from './refusal.js';
import { createRemoteKeys } from './remote-keys.js';

/** Asymmetric ones alone: a public key is never taken for a shared secret. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];
/** Of access tokens. A token that was made for something else (RFC 8725 section 3.11) has another one. */
const TYPES = new Set(['', 'jwt', 'at+jwt', 'application/at+jwt']);
/** It stands in logs. */
const SUBJECT = /^[\x20-\x7e]{1,255}$/;

export interface ExternalTokens {
  /**
   * Who a token speaks for.
   * @param said its claims, not yet verified
   * @throws Error that says why it is refused; ScimError unavailable where the keys of its issuer can't be had
   */
  actorOf(token: string, said: JWTPayload): Promise<Actor>;
}

export interface ExternalTokensOptions {
  readonly store: Pick<IssuerStore, 'list'>;
  readonly observe: Observe;
  readonly clock: () => Date;
}

type Verifier = (token: string) => Promise<JWTVerifyResult>;

export function createExternalTokens({ store, observe, clock }: ExternalTokensOptions): ExternalTokens {
  const all = createFresh(() => store.list(), clock);
  const verifiers = new Map<string, Verifier>();
  /** Looks at the signature of a token that comes with request after request once a second. */
  const verifierOf = (issuer: Issuer): Verifier => {
    const { id, jwksUri = '' } = issuer;
    const known = verifiers.get(`${id} ${jwksUri}`) ?? createFreshByDigest(verifierFor(issuer), clock);
    verifiers.set(`${id} ${jwksUri}`, known);
    return known;
  };
  const verifierFor = ({ issuer, audience, jwksUri }: Issuer): Verifier => {
    const report = (error: unknown) => observe({ kind: 'jobFailed', job: `keys of ${issuer}`, error });
    const keys = createRemoteKeys({ issuer, jwksUri, report, clock });
    return async (token) => {
      const result = await jwtVerify(token, keys, {
        algorithms: ALGORITHMS,
        issuer,
        audience,
        requiredClaims: ['sub', 'exp'],
        clockTolerance: LEEWAY,
        currentDate: clock(),
      });
      const { typ = '' } = result.protectedHeader;
      if (!TYPES.has(typ.toLowerCase())) throw new Refusal('claim', 'typ is not that of an access token');
      return result;
    };
  };

  return {
    async actorOf(token, said) {
      const audiences = valuesOf(said.aud);
      const named = (await all('')).filter(({ issuer }) => issuer === said.iss);
      const [issuer, another] = named.filter(({ audience }) => audiences.includes(audience));
      if (issuer === undefined) throw new Refusal('issuer', 'no trusted issuer has its iss and aud');
      if (another !== undefined) throw new Refusal('issuer', 'its aud names several tenants');
      const { payload } = await verifierOf(issuer)(token);
      const { sub = '' } = payload;
      if (!SUBJECT.test(sub)) throw new Refusal('claim', 'sub is too long, or not plain text');
      return {
        token: `${issuer.id}:${sub}`,
        tenant: issuer.tenant,
        scopes: new Set(scopesOf(issuer, payload)),
        profile: issuer.profile,
        subject: subjectOf(issuer, payload),
      };
    },
  };
}

function scopesOf({ grants }: Issuer, claims: JWTPayload): Scope[] {
  const granted = grants.filter(
    ({ claim, value = '' }) => claim === undefined || wordsOf(claimOf(claims, claim)).includes(value),
  );
  return granted.flatMap(({ scopes }) => scopes);
}

function subjectOf({ subject }: Issuer, claims: JWTPayload): Actor['subject'] {
  const value = subject && claimOf(claims, subject.claim);
  return subject === undefined || typeof value !== 'string' ? undefined : { attribute: subject.attribute, value };
}

/** A claim that the token itself has, whatever its name. */
function claimOf(claims: JWTPayload, name: string): unknown {
  return Object.hasOwn(claims, name) ? claims[name] : undefined;
}

function valuesOf(claim: unknown): string[] {
  return [claim].flat().filter((value) => typeof value === 'string');
}

/** The values of a claim; a text, as `scope` is, is also each of its words (RFC 8693 section 4.2). */
function wordsOf(claim: unknown): string[] {
  return typeof claim === 'string' ? [claim, ...claim.split(' ')] : valuesOf(claim);
}
