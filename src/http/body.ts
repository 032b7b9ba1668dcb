// Reads the body of a request: JSON under either media type, bounded in size and depth, text that can be stored.
import type { IncomingMessage } from 'node:http';
import { finished } from 'node:stream/promises';
import type { Context, Middleware } from 'koa';
import bodyParser from 'koa-bodyparser';
import { ScimError } from '../errors/scim-error.js';
import { TOO_MANY_MARKS } from '../schema/data-types.js';
import { MEDIA_TYPES } from './accept.js';

export interface BodyLimits {
  /** Bytes, after decompression. */
  readonly maxPayloadSize: number;
  /** Objects and lists in each other. */
  readonly maxJsonDepth: number;
}

/**
 * @param mayRead tells whether the request's body is worth reading: that of a stranger is not
 * @throws ScimError unsupportedMediaType, payloadTooLarge, invalidSyntax
 */
export function readBody({ maxPayloadSize, maxJsonDepth }: BodyLimits, mayRead: (ctx: Context) => boolean): Middleware {
  const parse = bodyParser({
    enableTypes: ['json'],
    extendTypes: { json: MEDIA_TYPES },
    jsonLimit: String(maxPayloadSize),
    ...LEAVES_PROTO,
    onerror: (error, ctx) => {
      ctx.req.unpipe();
      ctx.set('Connection', 'close');
      throw bodyError(error, maxPayloadSize);
    },
  });
  return async (ctx, next) => {
    if (!mayRead(ctx)) {
      await next();
      return;
    }
    if (ctx.request.length !== 0 && !ctx.is(...MEDIA_TYPES)) throw unsupported(ctx.get('content-type'));
    // The client has waited for leave to send it (RFC 9110 section 10.1.1).
    if (ctx.get('expect') !== '') ctx.res.writeContinue();
    try {
      await parse(ctx, async () => {
        checkEncoding(ctx.request.rawBody);
        checkJson(ctx.request.body, '', maxJsonDepth);
      });
    } catch (error) {
      await discard(ctx.req);
      throw error;
    }
    await next();
  };
}

/** Whoever sends for longer is cut off. */
const LINGER_MS = 5_000;

/**
 * Throws away what is left of a body. Were the connection closed while the client sends, it would hear of that, and not
 * get to read the answer (RFC 9112 section 9.6).
 */
async function discard(body: IncomingMessage): Promise<void> {
  const signal = AbortSignal.timeout(LINGER_MS);
  await finished(body.resume(), { signal }).catch(() => undefined);
}

/** Said to co-body, whose own refusal of `__proto__` names nothing; checkJson refuses it. */
const LEAVES_PROTO = { onProtoPoisoning: 'ignore' };

function unsupported(contentType: string): ScimError {
  const came = contentType === '' ? 'is missing' : `is ${contentType}`;
  return new ScimError('unsupportedMediaType', `Content-Type ${came}; it must be ${MEDIA_TYPES.join(' or ')}`);
}

function bodyError(error: Error & { status?: number; type?: string }, maxPayloadSize: number): ScimError {
  if (error.status === 413) {
    return new ScimError('payloadTooLarge', `the body is larger than ${maxPayloadSize} bytes`, { cause: error });
  }
  if (error.status === 415) {
    return new ScimError('unsupportedMediaType', 'Content-Encoding must be gzip, deflate, br or none', {
      cause: error,
    });
  }
  // Errors of co-body have a status, those of zlib have none.
  const what =
    error.status === undefined ? 'in the coding that Content-Encoding names' : `a JSON object${placeOf(error)}`;
  return new ScimError('invalidSyntax', `the body is not ${what}`);
}

/** Where JSON is broken. What stands there, which V8 would tell as well, may be a secret. */
function placeOf({ message }: Error): string {
  const [place] = /at position \d+/.exec(message) ?? [];
  return place === undefined ? '' : `: it breaks ${place}`;
}

/**
 * What is not UTF-8 was read as U+FFFD, and different bytes would become one name (RFC 8259 section 8.1). Nobody is
 * named by that character.
 * @param text undefined where there is no body
 * @throws ScimError invalidSyntax
 */
function checkEncoding(text: string | undefined): void {
  if (text?.includes('\u{fffd}') === true) {
    throw new ScimError('invalidSyntax', 'the body is not JSON in UTF-8, or has the character U+FFFD');
  }
}

/** @throws ScimError for JSON that is too deep, or has what cannot be stored or answered: numbers, text */
function checkJson(node: unknown, path: string, most: number, depth = 0): void {
  if (depth > most) throw new ScimError('invalidSyntax', `the body nests deeper than ${most} levels`);
  if (typeof node === 'string') return checkText(node, path);
  // JSON.parse makes Infinity of 1e400, and JSON has no word for it (RFC 8259 section 6).
  if (typeof node === 'number' && !Number.isFinite(node)) {
    throw new ScimError('invalidValue', `${path} has a number beyond ±1.8e308`);
  }
  if (typeof node !== 'object' || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    // As a key it is harmless to JSON, but whatever copies an object by its keys would set a prototype.
    if (key === '__proto__') throw new ScimError('invalidSyntax', `the body has a member ${key}`);
    checkJson(value, path === '' ? key : `${path}.${key}`, most, depth + 1);
  }
}

function checkText(text: string, path: string): void {
  if (text.includes('\0')) throw new ScimError('invalidValue', `${path} has a NUL character`);
  if (!text.isWellFormed()) throw new ScimError('invalidValue', `${path} has half a surrogate pair`);
  if (TOO_MANY_MARKS.test(text)) throw new ScimError('invalidValue', `${path} has 64 marks or more on one character`);
}
