// What caches may keep of the pages beside SCIM, and what they cost the second time (RFC 9110 8.8.3, 13.1.2; RFC 9111).
// By node:http: fetch has a cache and unpacks what it gets.
import { once } from 'node:events';
import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { serverUnderTest } from './subject.js';

const subject = serverUnderTest();

async function ask(path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET') {
  const sent = request(new URL(path, subject.url), { method, headers }).end();
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return { status: response.statusCode, headers: response.headers, bytes: Buffer.concat(chunks) };
}

describe.each([
  ['/docs/swagger-ui-bundle.js', 'public, max-age=86400', 'Accept-Encoding'],
  ['/docs/swagger-ui.css', 'public, max-age=86400', 'Accept-Encoding'],
  ['/docs/start.js', 'no-cache', 'Accept-Encoding'],
  ['/docs', 'no-cache', 'Accept-Encoding'],
  ['/openapi.json', 'private, no-cache', 'Accept-Encoding, Authorization'],
  ['/openapi.yaml', 'private, no-cache', 'Accept-Encoding, Authorization'],
])('%s', (path, cache, vary) => {
  test(`is sent with Cache-Control: ${cache}, and a tag; asked for with the tag it is 304 without a body`, async () => {
    const { status, headers } = await ask(path);
    expect([status, headers['cache-control'], headers.vary]).toEqual([200, cache, vary]);
    expect(headers.etag).toMatch(/^W\/"[\w-]{43}"$/);
    const again = await ask(path, { 'if-none-match': `"x", ${headers.etag}` });
    expect([again.status, again.bytes.length, again.headers['content-type']]).toEqual([304, 0, undefined]);
    expect([again.headers['cache-control'], again.headers.vary, again.headers.etag]).toEqual([
      cache,
      vary,
      headers.etag,
    ]);
    expect((await ask(path, { 'if-none-match': 'W/"x"' })).status).toBe(200);
  });

  test('is the same in each coding; what is short is in none', async () => {
    const plain = await ask(path);
    const codings = [
      ['gzip', gunzipSync],
      ['br', brotliDecompressSync],
    ] as const;
    for (const [coding, unpack] of codings) {
      const { headers, bytes } = await ask(path, { 'accept-encoding': coding });
      const isShort = plain.bytes.length < 4096;
      expect([headers['content-encoding'], headers['content-length']]).toEqual([
        isShort ? undefined : coding,
        String(bytes.length),
      ]);
      expect((isShort ? bytes : unpack(bytes)).equals(plain.bytes)).toBe(true);
      expect([headers.etag, headers['content-type']]).toEqual([plain.headers.etag, plain.headers['content-type']]);
    }
  });

  test('HEAD is the same without the body', async () => {
    const [head, got] = [await ask(path, {}, 'HEAD'), await ask(path)];
    expect([head.status, head.bytes.length, head.headers.etag]).toEqual([200, 0, got.headers.etag]);
  });
});

test('no error is kept', async () => {
  const { status, headers } = await ask('/docs/nothing.js');
  expect([status, headers['cache-control'], headers.etag]).toEqual([404, 'no-store', undefined]);
});
