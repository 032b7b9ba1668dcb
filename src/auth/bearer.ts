// Bearer tokens (RFC 6750): kept as digests, compared in constant time.
import { createHash, randomInt, timingSafeEqual } from 'node:crypto';

/** Who asks. */
export interface Actor {
  readonly token: string;
  /** The id of the resource that the token is bound to: /Me. */
  readonly subject?: string;
}

export interface Authenticator {
  /**
   * The actor of an Authorization header; undefined where it holds no token that is accepted.
   * @param clientCertificate the fingerprint of what the client has proven, to which a token may be bound
   */
  authenticate(authorization: string | undefined, clientCertificate?: string): Actor | undefined;
}

/** Where the digest of the token that the server made for itself is kept. */
export interface TokenStore {
  load(): Promise<Buffer | undefined>;
  /** Keeps a digest unless one is kept already; returns the one that is kept then. */
  keep(digest: Buffer): Promise<Buffer>;
}

const HEADER = /^bearer +([A-Za-z0-9\-._~+/]+=*)$/i;
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const LENGTH = 43;

/** A token is random, so a plain digest of it tells nothing: no slow hash is needed, which each request would pay. */
export function digestOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** A new token: 256 bits behind a prefix that leak scanners can find. */
export function newToken(): string {
  return `scim_${Array.from({ length: LENGTH }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('')}`;
}

/**
 * Accepts the token of one digest.
 * @param subject the id of the resource that the token is bound to, if any
 */
export function createAuthenticator(digest: Buffer, subject: string | undefined): Authenticator {
  const actor: Actor = { token: 'default', ...(subject === undefined ? {} : { subject }) };
  return {
    authenticate(authorization) {
      const [, token] = HEADER.exec(authorization ?? '') ?? [];
      if (token === undefined || !timingSafeEqual(digestOf(token), digest)) return undefined;
      return actor;
    },
  };
}

/**
 * The digest of the token to accept: the configured one, else the one made at the first start, which is announced
 * then and never again.
 */
export async function acceptedDigest(
  configured: string | undefined,
  store: TokenStore,
  announce: (token: string) => void,
): Promise<Buffer> {
  if (configured !== undefined) return digestOf(configured);
  const kept = await store.load();
  if (kept !== undefined) return kept;
  const token = newToken();
  const digest = await store.keep(digestOf(token));
  // Of several servers that start for the first time at once, one made the token.
  if (digest.equals(digestOf(token))) announce(token);
  return digest;
}
