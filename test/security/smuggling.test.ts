// Requests of which a proxy in front might read another end than the server does: each is refused, and its connection
// closed, so that nothing behind it is taken for a request (RFC 9112 sections 6.3 and 11.2).
import { describe, expect, test } from '@jest/globals';
import { ERROR, serverUnderTest, stored } from '../conformance/subject.js';
import type { RawAnswer } from './raw.js';
import { sendRaw } from './raw.js';

const subject = serverUnderTest();

const SMUGGLED = 'DELETE /scim/v2/smuggled HTTP/1.1\r\nHost: scim.example.com\r\n\r\n';
/** The token is put in when the server runs. */
const send = (text: string, most?: number) => sendRaw(subject.url, text.replaceAll('TOKEN', subject.token), most);
const post =
  (...lines: string[]) =>
  (body: string) =>
    [
      'POST /scim/v2/Users HTTP/1.1',
      'Host: scim.example.com',
      'Authorization: Bearer TOKEN',
      'Content-Type: application/scim+json',
      ...lines,
      '',
      body,
    ].join('\r\n');

function expectScimError({ status, head, body }: RawAnswer | undefined = { status: 0, head: '', body: '' }): void {
  expect(status).toBe(400);
  expect(head).toMatch(/^content-type: application\/scim\+json/im);
  expect(JSON.parse(body)).toEqual({
    schemas: [ERROR],
    status: '400',
    scimType: 'invalidSyntax',
    detail: expect.any(String),
  });
}

describe('400, the connection closed, the request behind it not answered', () => {
  test.each([
    ['Content-Length and Transfer-Encoding', post('Content-Length: 4', 'Transfer-Encoding: chunked')('0\r\n\r\n')],
    ['two lengths', post('Content-Length: 0', 'Content-Length: 5')('')],
    ['a list of lengths', post('Content-Length: 2, 2')('{}')],
    ['a signed length', post('Content-Length: +2')('{}')],
    ['a negative length', post('Content-Length: -1')('{}')],
    ['a hexadecimal length', post('Content-Length: 0x2')('{}')],
    ['an unknown transfer coding', post('Transfer-Encoding: xchunked')('0\r\n\r\n')],
    ['chunked, but not last', post('Transfer-Encoding: chunked, identity')('0\r\n\r\n')],
    ['identity', post('Transfer-Encoding: identity', 'Content-Length: 2')('{}')],
    ['a space before the colon', post('Transfer-Encoding : chunked')('0\r\n\r\n')],
    ['a vertical tab before the coding', post('Transfer-Encoding:\x0bchunked')('0\r\n\r\n')],
    ['a line break in a chunk extension', post('Transfer-Encoding: chunked')('2;x=\n\r\n{}\r\n0\r\n\r\n')],
    ['a chunk of 2^64 bytes and more', post('Transfer-Encoding: chunked')('10000000000000002\r\n{}\r\n0\r\n\r\n')],
    ['a chunk whose size ends with LF', post('Transfer-Encoding: chunked')('2\n{}\r\n0\r\n\r\n')],
    ['a header that goes on in the next line', post('X-Note: a', ' Content-Length: 2')('')],
    ['CR alone in a header', post('X-Note: a\rContent-Length: 2')('')],
    ['NUL in a header', post('X-Note: a\0b')('')],
    ['LF alone at the ends of lines', post('Content-Length: 0')('').replaceAll('\r\n', '\n')],
    ['a preface of HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    ['an unknown method', 'STEAL /scim/v2/Users HTTP/1.1\r\nHost: scim.example.com\r\n\r\n'],
    ['a line break in the URL', 'GET /scim/v2/Users/\rx HTTP/1.1\r\nHost: scim.example.com\r\n\r\n'],
    ['bytes above ASCII in the URL', 'GET /scim/v2/Users/\x85\x9b31m HTTP/1.1\r\nHost: scim.example.com\r\n\r\n'],
  ])('%s', async (_what, request) => {
    const before = await stored(subject.db);
    const answers = await send(request + SMUGGLED);
    expect(answers).toHaveLength(1);
    expectScimError(answers[0]);
    expect(answers[0]?.head).toMatch(/^connection: close$/im);
    expect(await stored(subject.db)).toBe(before);
  });
});

test('RFC 9112 3.2: two Host headers are 400', async () => {
  const request = 'GET /scim/v2/ServiceProviderConfig HTTP/1.1\r\nHost: scim.example.com\r\nHost: evil.example\r\n\r\n';
  const [answer] = await send(request, 1);
  expectScimError(answer);
});

test('a body that an operation does not take ends where its length says', async () => {
  const head = `GET /scim/v2/Users?count=0 HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer TOKEN\r\n`;
  const answers = await send(`${head}Content-Length: ${SMUGGLED.length}\r\n\r\n${SMUGGLED}${head}\r\n`, 2);
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
});

test.each(['h2c', 'websocket'])('an upgrade to %s is not taken: the request is answered as it is', async (protocol) => {
  const head = `GET /scim/v2/Users?count=0 HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer TOKEN\r\n`;
  const [answer] = await send(`${head}Connection: Upgrade\r\nUpgrade: ${protocol}\r\n\r\n`, 1);
  expect(answer?.status).toBe(200);
});

test('CONNECT opens no tunnel', async () => {
  const answers = await send('CONNECT db.example:27017 HTTP/1.1\r\nHost: db.example:27017\r\n\r\n');
  expect(answers).toEqual([]);
});

test('TRACE repeats nothing of the request', async () => {
  const [answer] = await send(
    `TRACE /scim/v2/Users HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer TOKEN\r\nX-Note: repeat-me\r\n\r\n`,
    1,
  );
  expect(answer?.status).toBe(405);
  expect(JSON.stringify(answer)).not.toMatch(new RegExp(`repeat-me|${subject.token}`));
});

test('the body of a stranger is not asked for, nor waited for', async () => {
  const head =
    'POST /scim/v2/Users HTTP/1.1\r\nHost: x\r\nContent-Type: application/scim+json\r\nContent-Length: 900000\r\n';
  for (const request of [`${head}\r\n`, `${head}Expect: 100-continue\r\n\r\n`]) {
    const answers = await send(request, 1);
    expect(answers.map(({ status }) => status)).toEqual([401]);
  }
});

test('a body that is read is asked for, where the client waits for it', async () => {
  const body = JSON.stringify({ schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'], userName: 'waiting' });
  const answers = await send(post(`Content-Length: ${body.length}`, 'Expect: 100-continue')(body), 1);
  expect(answers.map(({ status }) => status)).toEqual([100, 201]);
});
