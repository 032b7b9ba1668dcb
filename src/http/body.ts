// Reads the body of a request: JSON under either media type, bounded in size and depth, text that can be stored.
import type { IncomingMessage } from 'node:http';
import type { Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { Context, Middleware } from 'koa';
import { ScimError, show } from '../errors/scim-error.js';
import { MEDIA_TYPES } from './accept.js';

/** Deeper than any resource, shallower than any stack. */
const MAX_DEPTH = 32;

/** By the name of the coding (RFC 9110 section 8.4.1). */
const DECODERS: ReadonlyMap<string, () => Transform> = new Map<string, () => Transform>([
  ['gzip', createGunzip],
  ['deflate', createInflate],
  ['br', createBrotliDecompress],
]);

/**
 * Puts the body into `ctx.state['body']`.
 * @param maxPayloadSize bytes, after decompression
 * @param mayRead tells whether the request's body is worth reading: that of a stranger is not
 * @throws ScimError unsupportedMediaType, payloadTooLarge, invalidSyntax, invalidValue
 */
export function readBody(maxPayloadSize: number, mayRead: (ctx: Context) => boolean): Middleware {
  return async (ctx, next) => {
    if (mayRead(ctx)) ctx.state['body'] = await read(ctx, maxPayloadSize);
    await next();
  };
}

async function read(ctx: Context, maxPayloadSize: number): Promise<unknown> {
  if (ctx.request.length !== 0 && !ctx.is(...MEDIA_TYPES)) throw unsupported(ctx.get('content-type'));
  // The client has waited for leave to send it (RFC 9110 section 10.1.1).
  if (ctx.get('expect') !== '') ctx.res.writeContinue();
  try {
    const body = parse(await readBytes(ctx.req, ctx.get('content-encoding').trim().toLowerCase(), maxPayloadSize));
    checkJson(body, '');
    return body;
  } catch (error) {
    // What is left of the body is thrown away, so that the client gets to read the answer; then the connection ends.
    if (!ctx.req.readableEnded) {
      ctx.req.resume();
      ctx.set('Connection', 'close');
    }
    throw error;
  }
}

async function readBytes(request: IncomingMessage, coding: string, most: number): Promise<Buffer> {
  const decoder = decoderOf(coding)?.();
  // Left before its end, a request that is iterated would take the connection along.
  const source = decoder === undefined ? request.iterator({ destroyOnReturn: false }) : request.pipe(decoder);
  // A pipe doesn't tell that the client is gone.
  request.once('error', (error) => decoder?.destroy(error));
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of source as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > most) throw new ScimError('payloadTooLarge', `the body is larger than ${most} bytes`);
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof ScimError || decoder === undefined || request.errored !== null) throw error;
    throw new ScimError('invalidSyntax', `the body is no ${coding}: ${messageOf(error)}`, { cause: error });
  } finally {
    request.unpipe();
  }
  return Buffer.concat(chunks);
}

/** @throws ScimError unsupportedMediaType */
function decoderOf(coding: string): (() => Transform) | undefined {
  const decoder = DECODERS.get(coding);
  if (decoder !== undefined || coding === '' || coding === 'identity') return decoder;
  const names = [...DECODERS.keys()].join(', ');
  throw new ScimError('unsupportedMediaType', `Content-Encoding is ${show(coding)}; it must be ${names} or none`);
}

/** @throws ScimError invalidSyntax: a JSON object in UTF-8 is expected (RFC 8259 section 8.1) */
function parse(bytes: Buffer): unknown {
  let body: unknown;
  try {
    body = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw new ScimError('invalidSyntax', `the body is not JSON in UTF-8${placeOf(error)}`);
  }
  if (typeof body !== 'object' || body === null) throw new ScimError('invalidSyntax', 'the body is not a JSON object');
  return body;
}

/** Where JSON is broken. What stands there, which V8 would tell as well, may be a secret. */
function placeOf(error: unknown): string {
  const [place] = /at position \d+/.exec(messageOf(error)) ?? [];
  return place === undefined ? '' : `: it breaks ${place}`;
}

function unsupported(contentType: string): ScimError {
  const came = contentType === '' ? 'is missing' : `is ${contentType}`;
  return new ScimError('unsupportedMediaType', `Content-Type ${came}; it must be ${MEDIA_TYPES.join(' or ')}`);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** @throws ScimError for JSON that is too deep, or has text that is not Unicode or that the database would cut */
function checkJson(node: unknown, path: string, depth = 0): void {
  if (depth > MAX_DEPTH) throw new ScimError('invalidSyntax', `the body nests deeper than ${MAX_DEPTH} levels`);
  if (typeof node === 'string') return checkText(node, path);
  if (typeof node !== 'object' || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    // As a key it is harmless to JSON, but whatever copies an object by its keys would set a prototype.
    if (key === '__proto__') throw new ScimError('invalidSyntax', `the body has a member ${key}`);
    checkJson(value, path === '' ? key : `${path}.${key}`, depth + 1);
  }
}

/**
 * Marks on one character, more than any script has (UAX #15 section 13 stops at 30 for the same reason): what puts them
 * in order takes the square of their number.
 */
const TOO_MANY_MARKS = /\p{M}{64}/u;

function checkText(text: string, path: string): void {
  if (text.includes('\0')) throw new ScimError('invalidValue', `${path} has a NUL character`);
  if (!text.isWellFormed()) throw new ScimError('invalidValue', `${path} has half a surrogate pair`);
  if (TOO_MANY_MARKS.test(text)) throw new ScimError('invalidValue', `${path} has 64 marks or more on one character`);
}
