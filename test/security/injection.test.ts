// Text that would break out of a log line or a header: line breaks, escape sequences of terminals, separators that some
// readers of lines obey. It is sent wherever a request has text, to a server in a process of its own whose log is read.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { MongoClient } from 'mongodb';
import { spawnServer, stop, untilReady } from '../e2e/child.js';
import type { Child } from '../e2e/child.js';
import { runCommand } from '../e2e/command.js';
import { databaseUri } from '../support/server.js';
import { sendRaw } from './raw.js';

const TOKEN = 'a-token-of-the-test-0123456789';
const MONGODB_URI = databaseUri();
const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
const BULK = 'urn:ietf:params:scim:api:messages:2.0:BulkRequest';
const PATCH = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';
const SEARCH = 'urn:ietf:params:scim:api:messages:2.0:SearchRequest';

const TEXTS: readonly (readonly [what: string, text: string])[] = [
  ['CR LF', 'a\r\nX-Injected: yes\r\n\r\nb'],
  ['LF and a line of a log', 'a\n{"level":30,"msg":"forged"}\n'],
  ['CR', 'a\rforged'],
  ['ESC', '\u001b[2J\u001b[31mforged'],
  ['CSI in one character', '\u009b31mforged'],
  ['BEL, BS and DEL', '\u0007\u0008\u007fforged'],
  ['NEL', 'a\u0085forged'],
  ['U+2028', 'a\u2028forged'],
  ['U+2029', 'a\u2029forged'],
  ['directions', '\u202eforged\u2066'],
];

let child: Child;
let base: string;
beforeAll(async () => {
  child = await spawnServer({ MONGODB_URI, SCIM_BEARER_TOKEN: TOKEN, LOG_LEVEL: 'debug', AUTH_FAILURES: 'off' });
  base = `${child.origin}/scim/v2`;
  await untilReady(child);
}, 120_000);
afterAll(async () => {
  await stop(child);
  const client = await MongoClient.connect(MONGODB_URI);
  await client.db().dropDatabase();
  await client.close();
});

/** Names that an answer may have. */
const HEADERS = new Set([
  ...['allow', 'cache-control', 'connection', 'content-encoding', 'content-length', 'content-location'],
  ...['content-type', 'date', 'etag', 'keep-alive', 'location', 'retry-after', 'transfer-encoding', 'vary'],
  ...['www-authenticate', 'x-content-type-options', 'x-request-id'],
]);

/** Wherever a request has text, but for its headers. */
function requestsWith(text: string): readonly (readonly [method: string, path: string, body?: object])[] {
  const inUrl = encodeURIComponent(text);
  return [
    ['GET', `/Users/${inUrl}`],
    ['GET', `/${inUrl}`],
    ['GET', `/Schemas/${inUrl}`],
    ['GET', `/ResourceTypes/${inUrl}`],
    ['DELETE', `/Users/${inUrl}`],
    ['GET', `/Users?filter=${inUrl}`],
    ['GET', `/Users?filter=${encodeURIComponent(`userName eq ${JSON.stringify(text)}`)}`],
    ['GET', `/Users?filter=${encodeURIComponent(`userName eq "${text}"`)}`],
    ['GET', `/Users?sortBy=${inUrl}&sortOrder=${inUrl}`],
    ['GET', `/Users?attributes=${inUrl}`],
    ['GET', `/Users?cursor=${inUrl}`],
    ['GET', `/Users?count=${inUrl}&startIndex=${inUrl}`],
    ['GET', `/Users?${inUrl}=${inUrl}`],
    ['POST', '/Users', { schemas: [USER], userName: text, title: text }],
    ['POST', '/Users', { schemas: [text], userName: 'x' }],
    ['POST', '/Users', { schemas: [USER], userName: 'y', [text]: text, active: text }],
    ['POST', '/Users', { schemas: [USER], userName: 'z', emails: [{ value: 'a', [text]: 1, primary: text }] }],
    ['PUT', `/Users/${inUrl}`, { schemas: [USER], id: text, userName: text }],
    ['PATCH', '/Users/x', { schemas: [PATCH], Operations: [{ op: text, path: text, value: text }] }],
    [
      'PATCH',
      '/Users/x',
      { schemas: [PATCH], Operations: [{ op: 'add', path: `emails[type eq "${text}"]`, value: 1 }] },
    ],
    ['POST', '/Users/.search', { schemas: [SEARCH], filter: text, sortBy: text, attributes: [text] }],
    ['POST', '/Bulk', { schemas: [BULK], Operations: [{ method: text, path: text, bulkId: text, data: text }] }],
    [
      'POST',
      '/Bulk',
      { schemas: [BULK], Operations: [{ method: 'PUT', path: `/Users/${text}`, data: { [text]: text } }] },
    ],
  ];
}

test.each(TEXTS)('%s: no answer is a fault, no header is made of it', async (_what, text) => {
  for (const [method, path, body] of requestsWith(text)) {
    const answer = await fetch(`${base}${path}`, {
      method,
      headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/scim+json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    expect([method, path, answer.status < 500]).toEqual([method, path, true]);
    expect([...answer.headers.keys()].filter((name) => !HEADERS.has(name))).toEqual([]);
    for (const [, value] of answer.headers) expect(value).not.toMatch(/forged|Injected|[^\x20-\x7e]/);
    JSON.parse((await answer.text()) || '{}');
  }
});

test.each(TEXTS)('%s in headers: refused by the parser, or only text', async (_what, text) => {
  const bytes = Buffer.from(text, 'utf8').toString('latin1');
  for (const name of [
    'User-Agent',
    'Accept',
    'If-Match',
    'If-None-Match',
    'Authorization',
    'traceparent',
    'X-Request-Id',
  ]) {
    const own = name === 'Authorization' ? [] : [`Authorization: Bearer ${TOKEN}`];
    const head = ['GET /scim/v2/Users/x HTTP/1.1', 'Host: x', ...own, `${name}: ${bytes}`, 'Connection: close', '', ''];
    const [answer] = await sendRaw(child.origin, head.join('\r\n'), 1);
    expect([400, 401, 404, 406]).toContain(answer?.status);
    expect(answer?.head).not.toMatch(/^x-injected/im);
    expect(answer?.head).not.toMatch(/forged/);
  }
});

/** Whatever any reader takes for the end of a line, or a terminal for a command. */

const HARMFUL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029]/;

test('each line of the log is one object, and nothing in it is more than text', () => {
  const { stdout, stderr } = child.output();
  expect(stdout).not.toMatch(HARMFUL);
  const lines = stdout.trimEnd().split('\n');
  expect(lines.length).toBeGreaterThan(TEXTS.length * 20);
  for (const line of lines) expect(JSON.parse(line)).toHaveProperty('level');
  expect(lines.filter((line) => JSON.parse(line).msg === 'forged')).toEqual([]);
  expect(stderr).toBe('');
});

test('nor in an error that carries what a client sent', async () => {
  const program = `
    import { createLogger } from './src/logging/logger.ts';
    const { observe, close } = createLogger({
      level: 'info', base: null, stream: process.stdout, mask: (line) => line, dropped: () => process.exit(9),
    });
    for (const text of ${JSON.stringify(TEXTS.map(([, text]) => text))}) {
      observe({ kind: 'jobFailed', job: text, error: new Error(text, { cause: text }) });
      observe({ kind: 'starting', what: text });
    }
    await close();`;
  const { code, stdout } = await runCommand(['node', '--import', 'tsx', '--input-type=module', '-e', program], {});
  expect(code).toBe(0);
  expect(stdout).not.toMatch(HARMFUL);
  const lines = stdout.trimEnd().split('\n');
  expect(lines).toHaveLength(2 * TEXTS.length);
  const told = lines.map((line) => JSON.parse(line));
  expect(told.filter(({ err }) => err !== undefined).map(({ job }) => job)).toEqual(TEXTS.map(([, text]) => text));
}, 60_000);
