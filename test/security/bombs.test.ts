// Bodies that are small on the wire and large behind their coding: what is beyond MAX_PAYLOAD_SIZE is never unfolded.
import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { expectError, newUser, serverUnderTest } from '../conformance/subject.js';
import type { Reply } from '../support/client.js';
import { growth, MOSTLY_LINEAR } from './cost.js';

const subject = serverUnderTest();
const MIB = 1024 * 1024;

const brotli = (body: Buffer) => brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } });
const CODINGS: readonly (readonly [coding: string, compress: (body: Buffer) => Buffer])[] = [
  ['gzip', gzipSync],
  ['deflate', deflateSync],
  ['br', brotli],
];

async function post(coding: string, body: Buffer): Promise<Pick<Reply, 'status' | 'headers' | 'body' | 'text'>> {
  const headers = {
    authorization: `Bearer ${subject.token}`,
    'content-type': 'application/scim+json',
    'content-encoding': coding,
  };
  const answer = await fetch(`${subject.url}/Users`, { method: 'POST', headers, body: new Uint8Array(body) });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, text, body: JSON.parse(text) };
}

/** A user, and spaces that JSON lets stand. */
const padded = (size: number) => Buffer.from(JSON.stringify(newUser()).padEnd(size));

describe.each(CODINGS)('%s', (coding, compress) => {
  test('a body within the limit is read', async () => {
    expect((await post(coding, compress(padded(MIB)))).status).toBe(201);
  });

  test('a bomb is 413, its connection closed, and a larger one costs no more', async () => {
    const bombs = new Map([4, 16].map((size) => [size, compress(padded(size * MIB))]));
    const small = bombs.get(4) ?? Buffer.alloc(0);
    expect(small.length).toBeLessThan(MIB / 4);
    const refused = await post(coding, small);
    expectError(refused, 413);
    expect(refused.body.detail).toBe('the body is larger than 1048576 bytes');
    expect(refused.headers.get('connection')).toBe('close');
    expect(await growth((size) => post(coding, bombs.get(size) ?? small), 4)).toBeLessThan(MOSTLY_LINEAR / 2);
  });

  test('a bomb of nesting is 400', async () => {
    const { status, body } = await post(coding, compress(Buffer.from('['.repeat(MIB - 1))));
    expect([status, body.scimType]).toEqual([400, 'invalidSyntax']);
  });

  test('what breaks off, or is no such coding, is 400', async () => {
    const whole = compress(padded(1_000));
    for (const broken of [whole.subarray(0, whole.length - 12), Buffer.from('{"schemas":[]}')]) {
      expectError(await post(coding, broken), 400, 'invalidSyntax');
    }
  });
});

test('a coding in a coding is none that is known', async () => {
  for (const coding of ['gzip, gzip', 'gzip,br', 'x-gzip', 'compress', 'zstd']) {
    expectError(await post(coding, gzipSync(gzipSync(padded(1_000)))), 415);
  }
});

test('deflate without its wrapper is refused or read, never a fault', async () => {
  expect((await post('deflate', deflateRawSync(padded(1_000)))).status).toBeLessThan(500);
});
