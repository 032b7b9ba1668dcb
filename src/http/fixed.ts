// What is sent as it is, the same for all who ask: tagged, so that a cache asks for it no second time in vain, and
// compressed once (RFC 9110 sections 8.4 and 8.8.3).
import { hash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Context } from 'koa';
import { THRESHOLD } from './compress.js';

const CODINGS = {
  // Compressing once, it may take longer than for one answer: but less than a second for a megabyte.
  br: (bytes: Buffer) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
  gzip: (bytes: Buffer) => promisify(gzip)(bytes),
} as const;
type Coding = keyof typeof CODINGS;

export interface Fixed {
  readonly type: string;
  /** Cache-Control. */
  readonly cache: string;
  readonly bytes: Buffer;
  readonly tag: string;
  /** As it was compressed so far. */
  readonly coded: Map<Coding, Promise<Buffer>>;
}

export function fixed(type: string, cache: string, content: string | Buffer): Fixed {
  const bytes = Buffer.from(content);
  // Weak: each coding is other bytes.
  return { type, cache, bytes, tag: `W/"${hash('sha256', bytes, 'base64url')}"`, coded: new Map() };
}

/** Answers by it, or by 304 where the client has it. */
export async function sendFixed(ctx: Context, answer: Fixed): Promise<void> {
  ctx.set({ 'Cache-Control': answer.cache, ETag: answer.tag });
  ctx.status = 200;
  if (ctx.fresh) {
    ctx.status = 304;
    return;
  }
  const coding = codingOf(ctx, answer);
  const bytes = coding === undefined ? answer.bytes : await codedBy(coding, answer);
  if (coding !== undefined) ctx.set('Content-Encoding', coding);
  ctx.type = answer.type;
  ctx.body = bytes;
}

function codingOf(ctx: Context, { bytes }: Fixed): Coding | undefined {
  if (bytes.length < THRESHOLD) return undefined;
  return (['br', 'gzip'] as const).find((coding) => ctx.acceptsEncodings(coding) === coding);
}

function codedBy(coding: Coding, { bytes, coded }: Fixed): Promise<Buffer> {
  const made = coded.get(coding) ?? CODINGS[coding](bytes);
  coded.set(coding, made);
  return made;
}
