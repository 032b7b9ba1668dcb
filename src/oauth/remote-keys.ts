// The keys of an external issuer (RFC 7517), fetched and kept: fetched again now and then, and when a token has a key
// that is not among them. While the issuer is away, those that are known go on for a day.
import { createLocalJWKSet, errors } from 'jose';
import type { JSONWebKeySet, JWTVerifyGetKey } from 'jose';
import { ScimError } from '../errors/scim-error.js';
import { isSafeUrl } from './issuers.js';
import { Refusal } from './refusal.js';

/** Keys as old as this are fetched again. */
const FRESH_MS = 10 * 60_000;
/** Keys as old as this are trusted no more: they may have been withdrawn. */
const STALE_MS = 24 * 3_600_000;
/** Between two fetches: whoever sends unknown keys doesn't make the server ask for each. */
const COOLDOWN_MS = 2_000;
const TIMEOUT_MS = 5_000;
const MAX_BYTES = 256 * 1024;

export interface RemoteKeysOptions {
  readonly issuer: string;
  /** Found by the metadata of the issuer where there is none. */
  readonly jwksUri: string | undefined;
  /** Hears why keys could not be had. */
  readonly report: (error: unknown) => void;
  readonly clock: () => Date;
}

/** @returns what finds the key of a token; it throws an error where there is none, ScimError where nobody can know */
export function createRemoteKeys({ issuer, jwksUri, report, clock }: RemoteKeysOptions): JWTVerifyGetKey {
  let known: { readonly keys: JWTVerifyGetKey; readonly at: number } | undefined;
  let last: { readonly done: Promise<boolean>; ended?: number } | undefined;

  const fetchKeys = async (): Promise<boolean> => {
    try {
      const uri = jwksUri ?? (await discover(issuer));
      known = { keys: createLocalJWKSet((await getJson(uri)) as unknown as JSONWebKeySet), at: clock().getTime() };
      return true;
    } catch (error) {
      report(error);
      return false;
    }
  };
  const isYounger = (at: number, milliseconds: number) => {
    const age = clock().getTime() - at;
    return age >= 0 && age < milliseconds;
  };
  /** @returns whether the last fetch worked, which may be under way, or a moment ago */
  const refresh = (): Promise<boolean> => {
    if (last !== undefined && (last.ended === undefined || isYounger(last.ended, COOLDOWN_MS))) return last.done;
    const begun: NonNullable<typeof last> = { done: fetchKeys() };
    void begun.done.then(() => (begun.ended = clock().getTime()));
    last = begun;
    return begun.done;
  };
  const current = () => (known !== undefined && isYounger(known.at, STALE_MS) ? known.keys : undefined);

  return async (header, token) => {
    if (current() === undefined) await refresh();
    else if (known !== undefined && !isYounger(known.at, FRESH_MS)) void refresh();
    try {
      const keys = current();
      if (keys !== undefined) return await keys(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
    }
    const answered = await refresh();
    const keys = current();
    if (!answered || keys === undefined) {
      throw new ScimError('unavailable', 'the keys of the issuer of the token cannot be fetched: try again later');
    }
    return await keys(header, token);
  };
}

/** The `jwks_uri` of an issuer's metadata (OpenID Connect Discovery 1.0 section 4, RFC 8414). */
async function discover(issuer: string): Promise<string> {
  const metadata = await getJson(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
  const { issuer: named, jwks_uri: uri } = metadata;
  // Else one issuer could speak for another (section 4.3).
  if (named !== issuer) throw new Refusal('issuer', `the metadata of ${issuer} is that of another issuer`);
  if (typeof uri !== 'string' || !isSafeUrl(uri))
    throw new Refusal('issuer', `the metadata of ${issuer} has no https jwks_uri`);
  return uri;
}

/** @throws Error where there is no answer in time, a redirect, or something else than a short JSON object */
async function getJson(url: string): Promise<Record<string, unknown>> {
  const response = await fetch(url, {
    headers: { accept: 'application/json' },
    // It could lead to where the operator would not let the server ask.
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  const body: unknown = JSON.parse(await shortText(response));
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new Error(`${url} is not a JSON object`);
  return body as Record<string, unknown>;
}

async function shortText({ body, url }: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += chunk.length;
    if (bytes > MAX_BYTES) throw new Error(`${url} is longer than ${MAX_BYTES} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
