// Why a JWT is not accepted: for log and metrics. Who sent it learns only that it is not (RFC 6750 section 3.1).
import { errors } from 'jose';
import type { TokenReason } from '../observe/observation.js';

export class Refusal extends Error {
  constructor(
    readonly reason: TokenReason,
    why: string,
  ) {
    super(why);
    this.name = 'Refusal';
  }
}

/** By jose's codes. */
const REASONS: Readonly<Record<string, TokenReason>> = {
  ERR_JWS_INVALID: 'malformed',
  ERR_JWT_INVALID: 'malformed',
  ERR_JWKS_NO_MATCHING_KEY: 'key',
  ERR_JWKS_MULTIPLE_MATCHING_KEYS: 'key',
  ERR_JOSE_ALG_NOT_ALLOWED: 'algorithm',
  ERR_JOSE_NOT_SUPPORTED: 'algorithm',
  ERR_JWS_SIGNATURE_VERIFICATION_FAILED: 'signature',
  ERR_JWT_EXPIRED: 'time',
  ERR_JWT_CLAIM_VALIDATION_FAILED: 'claim',
};
const TIMES = new Set(['exp', 'nbf', 'iat']);

/** The reason of what a look at a JWT has thrown. */
export function reasonOf(error: unknown): TokenReason {
  if (error instanceof Refusal) return error.reason;
  if (error instanceof errors.JWTClaimValidationFailed && error.reason === 'check_failed' && TIMES.has(error.claim))
    return 'time';
  return (error instanceof errors.JOSEError ? REASONS[error.code] : undefined) ?? 'other';
}
