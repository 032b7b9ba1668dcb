// Writes answers: the only writer of status, ETag, Location, Content-Location and the content type.
import type { Context } from 'koa';
import type { ScimError } from '../errors/scim-error.js';
import { errorBody } from '../representation/error.js';
import { JsonText } from '../representation/json-text.js';
import { isLong } from '../representation/long-list.js';
import { NDJSON } from './accept.js';
import { jsonStream, lineStream } from './json-stream.js';

export const SCIM_JSON = 'application/scim+json; charset=utf-8';
const RETRY_SECONDS = 5;
/** Where a client is told when to try again. */
const RETRIED = new Set([429, 503]);

/** What an action answers. */
export interface Answer {
  readonly status: number;
  readonly body?: object;
  /** In place of a body: a line of JSON each. */
  readonly lines?: AsyncIterable<object>;
  /** The URI of the one resource that the answer is about. */
  readonly location?: string;
  readonly entityTag?: string;
}

export function writeAnswer(ctx: Context, { status, body, lines, location, entityTag }: Answer): void {
  ctx.status = status;
  if (location !== undefined) ctx.set('Location', location);
  // Where there is a representation, or a 304 in place of one (RFC 7643 section 3.1, RFC 9110 sections 8.7 and 15.4.5).
  if (location !== undefined && status !== 204) ctx.set('Content-Location', location);
  if (entityTag !== undefined) ctx.set('ETag', entityTag);
  if (lines !== undefined) {
    ctx.type = NDJSON;
    ctx.body = lineStream(lines);
    return;
  }
  if (body === undefined) {
    // Koa makes a null body a 204; the status goes last.
    ctx.body = null;
    ctx.status = status;
    return;
  }
  ctx.type = SCIM_JSON;
  ctx.body = body instanceof JsonText ? body.bytes : isLong(body) ? jsonStream(body) : JSON.stringify(body);
}

/** RFC 7644 section 3.12, on every status. */
export function writeError(ctx: Context, error: ScimError): void {
  writeAnswer(ctx, { status: error.kind.status, body: errorBody(error) });
  // In whole seconds: Okta reads no other form.
  if (RETRIED.has(error.kind.status)) ctx.set('Retry-After', String(Math.ceil(error.retryAfter ?? RETRY_SECONDS)));
  if (error.kind.status === 401) ctx.set('WWW-Authenticate', challenge(ctx.get('authorization')));
}

/** Who brought a token learns that it isn't accepted, not why (RFC 6750 section 3.1). */
function challenge(authorization: string): string {
  const realm = 'Bearer realm="scim"';
  return /^bearer\s+\S/i.test(authorization) ? `${realm}, error="invalid_token"` : realm;
}
