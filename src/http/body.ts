// Reads the body of a request: JSON under either media type, bounded in size and depth, text that can be stored.
import type { Context, Middleware } from 'koa';
import bodyParser from 'koa-bodyparser';
import { ScimError } from '../errors/scim-error.js';
import { MEDIA_TYPES } from './accept.js';

/** Deeper than any resource, shallower than any stack. */
const MAX_DEPTH = 32;

/**
 * @param maxPayloadSize bytes, after decompression
 * @param mayRead tells whether the request's body is worth reading: that of a stranger is not
 * @throws ScimError unsupportedMediaType, payloadTooLarge, invalidSyntax
 */
export function readBody(maxPayloadSize: number, mayRead: (ctx: Context) => boolean): Middleware {
  const parse = bodyParser({
    enableTypes: ['json'],
    extendTypes: { json: MEDIA_TYPES },
    jsonLimit: String(maxPayloadSize),
    onerror: (error, ctx) => {
      // What is left of the body is thrown away, so that the client gets to read the answer; then the connection ends.
      ctx.req.unpipe();
      ctx.req.resume();
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
    await parse(ctx, async () => {
      checkJson(ctx.request.body, '');
    });
    await next();
  };
}

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
  return new ScimError('invalidSyntax', `the body is not a JSON object: ${error.message}`, { cause: error });
}

/** @throws ScimError for JSON that is too deep, or has text that is not Unicode or that the database would cut */
function checkJson(node: unknown, path: string, depth = 0): void {
  if (depth > MAX_DEPTH) throw new ScimError('invalidSyntax', `the body nests deeper than ${MAX_DEPTH} levels`);
  if (typeof node === 'string') return checkText(node, path);
  if (typeof node !== 'object' || node === null) return;
  for (const [key, value] of Object.entries(node)) checkJson(value, path === '' ? key : `${path}.${key}`, depth + 1);
}

function checkText(text: string, path: string): void {
  if (text.includes('\0')) throw new ScimError('invalidValue', `${path} has a NUL character`);
  if (!text.isWellFormed()) throw new ScimError('invalidValue', `${path} has half a surrogate pair`);
}
