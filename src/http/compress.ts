// Compressed answers (RFC 9110 section 8.4), where it pays: long ones, as quickly as a coding can.
import { PassThrough, Readable, Transform } from 'node:stream';
import { constants } from 'node:zlib';
import type { Middleware } from 'koa';
import compress from 'koa-compress';

/**
 * In bytes. Less than this is two or three packets either way, and compressing one resource would cost more time than
 * reading it.
 */
export const THRESHOLD = 4096;

/**
 * Of JSON, which repeats its names and URNs, the lowest quality leaves a sixth; higher ones take several times as long
 * to leave a seventh. What br leaves at quality 1 is less than gzip leaves at level 1, in less time.
 */
export function compressAnswers(): Middleware {
  const compressed = compress({
    threshold: THRESHOLD,
    br: { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } },
    gzip: { level: 1 },
    // Every client that accepts these also accepts br or gzip.
    deflate: false,
    zstd: false,
  });
  return async (ctx, next) => {
    ctx.set('Vary', 'Accept-Encoding');
    await next();
    const source: unknown = ctx.body;
    if (!(source instanceof Readable) && ctx.length < THRESHOLD) return;
    // Who refuses all, no coding included, gets none; koa-compress would fail (RFC 9110 section 12.5.3).
    if (ctx.acceptsEncodings('br', 'gzip', 'identity') === false) ctx.compress = false;
    await compressed(ctx, async () => undefined);
    // koa-compress pipes: what the source breaks off with, the coding would never hear.
    const coded: unknown = ctx.body;
    if (source instanceof Readable && coded instanceof Transform) source.once('error', (error) => coded.destroy(error));
    // A HEAD that doesn't compress can't tell the length that a GET has (RFC 9110 section 8.6): it tells none.
    if (ctx.method === 'HEAD' && ctx.length >= THRESHOLD) ctx.body = new PassThrough().end();
  };
}
