// Compressed answers (RFC 9110 8.4, 12.5.3). By node:http: fetch unpacks what it gets and hides that it did.
import { once } from 'node:events';
import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { serverUnderTest } from './subject.js';

const subject = serverUnderTest();
let id = '';

beforeAll(async () => {
  ({ id } = await subject.createUser());
  for (let n = 0; n < 30; n += 1) await subject.createUser({ title: `Guide ${n}` });
});

interface RawReply {
  readonly status: number | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly bytes: Buffer;
}

async function ask(method: string, url: string, headers: Readonly<Record<string, string>>): Promise<RawReply> {
  const sent = request(url, { method, headers: { authorization: `Bearer ${subject.token}`, ...headers } }).end();
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return { status: response.statusCode, headers: response.headers, bytes: Buffer.concat(chunks) };
}

const get = (path: string, coding?: string) =>
  ask('GET', `${subject.url}${path}`, coding === undefined ? {} : { 'accept-encoding': coding });

describe('a long answer', () => {
  test.each([
    ['gzip', 'gzip', gunzipSync],
    ['br', 'br', brotliDecompressSync],
    ['gzip, deflate, br', 'br', brotliDecompressSync],
    ['br;q=0.5, gzip', 'gzip', gunzipSync],
    ['GZIP', 'gzip', gunzipSync],
    ['*', 'gzip', gunzipSync],
  ])('for Accept-Encoding: %s is sent as %s', async (accepted, coding, unpack) => {
    const plain = await get('/Users');
    const { status, headers, bytes } = await get('/Users', accepted);
    expect([status, headers['content-encoding'], headers.vary]).toEqual([200, coding, 'Accept-Encoding']);
    expect(headers['content-type']).toBe('application/scim+json; charset=utf-8');
    expect(headers['content-length']).toBeUndefined();
    expect(unpack(bytes)).toEqual(plain.bytes);
    expect(bytes.length).toBeLessThan(plain.bytes.length / 2);
  });

  test.each([undefined, '', 'identity', 'deflate', 'zstd', 'gzip;q=0', 'br;q=0, *;q=0', 'unheard-of'])(
    'for Accept-Encoding: %s is sent as it is',
    async (accepted) => {
      const { status, headers, bytes } = await get('/Users', accepted);
      expect([status, headers['content-encoding'], headers.vary]).toEqual([200, undefined, 'Accept-Encoding']);
      expect(headers['content-length']).toBe(String(bytes.length));
      expect(JSON.parse(bytes.toString())).toMatchObject({ totalResults: 31 });
    },
  );

  test('HEAD tells no length that the GET would not have', async () => {
    const { status, headers, bytes } = await ask('HEAD', `${subject.url}/Users`, { 'accept-encoding': 'gzip' });
    expect([status, bytes.length, headers['content-length']]).toEqual([200, 0, undefined]);
    expect([headers.vary, headers['content-type']]).toEqual([
      'Accept-Encoding',
      'application/scim+json; charset=utf-8',
    ]);
  });

  test('is compressed when a POST asks for it too', async () => {
    const sent = request(`${subject.url}/Users/.search`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${subject.token}`,
        'content-type': 'application/scim+json',
        'accept-encoding': 'gzip',
      },
    });
    sent.end('{"schemas":["urn:ietf:params:scim:api:messages:2.0:SearchRequest"]}');
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    expect(response.headers['content-encoding']).toBe('gzip');
    response.resume();
  });

  test('is compressed beside SCIM: the document', async () => {
    const { headers } = await ask('GET', new URL('/openapi.json', subject.url).href, { 'accept-encoding': 'br' });
    expect([headers['content-encoding'], headers['content-type']]).toEqual(['br', 'application/json; charset=utf-8']);
  });
});

describe('what is not compressed, and still varies', () => {
  test('one resource: it is short', async () => {
    const { headers, bytes } = await get(`/Users/${id}`, 'gzip, br');
    expect([headers['content-encoding'], headers.vary]).toEqual([undefined, 'Accept-Encoding']);
    expect(headers['content-length']).toBe(String(bytes.length));
    const head = await ask('HEAD', `${subject.url}/Users/${id}`, { 'accept-encoding': 'gzip, br' });
    expect(head.headers['content-length']).toBe(String(bytes.length));
  });

  test('an error', async () => {
    const { status, headers, bytes } = await get('/Users/nobody', 'gzip, br');
    expect([status, headers['content-encoding'], headers.vary]).toEqual([404, undefined, 'Accept-Encoding']);
    expect(JSON.parse(bytes.toString())).toMatchObject({ status: '404' });
  });

  test('a 304', async () => {
    const sent = { 'accept-encoding': 'gzip', 'if-none-match': '*' };
    const { status, headers, bytes } = await ask('GET', `${subject.url}/Users/${id}`, sent);
    expect([status, headers['content-encoding'], headers.vary, bytes.length]).toEqual([
      304,
      undefined,
      'Accept-Encoding',
      0,
    ]);
  });
});
