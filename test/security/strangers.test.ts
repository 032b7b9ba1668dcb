// Who fails to authenticate too often is refused before anything is looked up, by address; nobody chooses an address by
// a header.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newToken } from '../../src/auth/token-form.js';
import { expectError } from '../conformance/subject.js';
import { TestClient } from '../support/client.js';
import { clientOf, controlOf } from '../support/control.js';
import { grant, newClient } from '../support/oauth.js';
import type { TestServer } from '../support/server.js';
import { freePort, startServer } from '../support/server.js';
import { untilStatus } from '../support/until-status.js';

/** So many may fail, and the next one after a long time. */
const FAILURES = { AUTH_FAILURES: '4', AUTH_FAILURES_WINDOW: '86400' };

/** A server for each, as all requests of a test come from one address. */
async function withServer(settings: Record<string, string>, run: (server: TestServer) => Promise<void>): Promise<void> {
  const server = await startServer({ ...FAILURES, ...settings });
  try {
    await run(server);
  } finally {
    await server.close();
  }
}

const ignoredBy = ({ observations }: TestServer) => observations.filter(({ kind }) => kind === 'settingIgnored');

const guess = (server: TestServer, headers: Record<string, string> = {}) =>
  new TestClient({ url: server.url, token: newToken().token }).get('/Users', headers);

/** The statuses of guesses, one after the other. */
async function guesses(server: TestServer, all: readonly Record<string, string>[]): Promise<number[]> {
  const statuses: number[] = [];
  for (const headers of all) statuses.push((await guess(server, headers)).status);
  return statuses;
}

describe('from one address', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer(FAILURES);
  });
  afterAll(() => server.close());

  test('after so many failures 429, with Retry-After, whatever X-Forwarded-For says, and no look at the database', async () => {
    const control = await controlOf(server);
    const used = await clientOf(server, control);
    const unused = await clientOf(server, control);
    const configured = new TestClient(server);
    for (const client of [used, configured]) expect((await client.get('/Users?count=0')).status).toBe(200);
    expect(await guesses(server, Array(4).fill({}))).toEqual([401, 401, 401, 401]);

    await server.db.command({ profile: 2 });
    const slowed = await guess(server);
    expectError(slowed, 429);
    expect(Number(slowed.headers.get('retry-after'))).toBeGreaterThan(21_000);
    expect(slowed.body.detail).toBe('too many requests from this address failed to authenticate');
    const spoofed = ['203.0.113.1', '127.0.0.2', '2001:db8::1'].map((address) => ({ 'x-forwarded-for': address }));
    expect(
      await guesses(server, [...spoofed, { forwarded: 'for=203.0.113.2' }, { 'x-real-ip': '203.0.113.3' }]),
    ).toEqual(Array(5).fill(429));
    expectError(await unused.get('/Users'), 429);
    expect(await server.db.collection('system.profile').countDocuments({ ns: /\.tokens$/ })).toBe(0);

    // What is known to be good goes on; what is brought by nobody is answered as ever.
    for (const client of [used, configured]) expect((await client.get('/Users?count=0')).status).toBe(200);
    expectError(await guess(server, { authorization: '' }), 401);
    expect((await guess(server, { authorization: '' })).headers.get('www-authenticate')).toBe('Bearer realm="scim"');
    expect(server.observations).toContainEqual(
      expect.objectContaining({ kind: 'requestRefused', reason: 'failedAuthentications' }),
    );
  });

  test('nobody can tell a good token from a bad one meanwhile by what needs none', async () => {
    const { url } = server;
    for (const path of [`${url}/ServiceProviderConfig`, new URL('/openapi.json', url).href]) {
      const authorization = `Bearer ${newToken().token}`;
      expect((await fetch(path, { headers: { authorization } })).status).toBe(429);
      expect((await fetch(path)).status).toBe(200);
    }
  });
});

test('a token that was revoked counts, and is looked up', async () => {
  await withServer({}, async (server) => {
    const control = await controlOf(server);
    const client = await clientOf(server, control);
    expect((await client.get('/Users?count=0')).status).toBe(200);
    await control.tokens.revoke(client.tokenId);
    await untilStatus(() => client.get('/Users?count=0'), 401);
    expect(await guesses(server, Array(3).fill({}))).toEqual([401, 401, 401]);
    expect((await guess(server)).status).toBe(429);
  });
});

describe('TRUST_PROXY', () => {
  const from = (...chain: string[]) => ({ 'x-forwarded-for': chain.join(', ') });
  type Row = readonly [what: string, headers: (n: number) => Record<string, string>, fifth: number];

  /** Each row has addresses of its own, so that one server is enough. */
  test.each<[setting: string, rows: readonly Row[]]>([
    [
      '1',
      [
        ['the last address is the client', () => from('203.0.113.1'), 429],
        ['what the client wrote before it is not read', (n) => from(`198.51.100.${n}`, '203.0.113.2'), 429],
        ['another last address is another client', (n) => from(`203.0.113.${10 + n}`), 401],
        ['a port is no part of it', (n) => from(`203.0.113.3:${50_000 + n}`), 429],
        ['IPv6 by /64', (n) => from(`2001:db8:1:2::${n}`), 429],
        ['IPv6 of other networks', (n) => from(`2001:db8:2:${n}::1`), 401],
        ['no address: the proxy itself', (n) => (n % 2 === 0 ? from(`unknown${n}`) : {}), 429],
      ],
    ],
    ['2', [['the last but one', (n) => from(`198.51.100.${n}`, '203.0.113.9', `10.0.0.${n}`), 429]]],
    [
      '127.0.0.1, 10.0.0.0/8, 2001:db8::/32',
      [
        ['the last that is no proxy is the client', (n) => from(`198.51.100.${n}`, '203.0.113.1'), 429],
        ['another one is another client', (n) => from(`203.0.113.${10 + n}`), 401],
        ['proxies in a row', (n) => from('203.0.113.2', `10.0.0.${n}`, `2001:db8::${n}`), 429],
      ],
    ],
    ['10.0.0.0/8', [['not from a proxy: the header is not read', (n) => from(`203.0.113.${n}`), 429]]],
  ])('%s', async (setting, rows) => {
    await withServer({ TRUST_PROXY: setting }, async (server) => {
      for (const [what, headers, fifth] of rows) {
        const statuses = await guesses(server, [0, 1, 2, 3, 4].map(headers));
        expect([what, ...statuses]).toEqual([what, 401, 401, 401, 401, fifth]);
      }
    });
  });

  test('who guesses secrets at the token endpoint is slowed there, and everywhere', async () => {
    await withServer({}, async (server) => {
      const client = await newClient(await controlOf(server));
      expect((await grant(server, client)).status).toBe(200);
      const guessed = async () => (await grant(server, { ...client, secret: newToken().token })).status;
      expect([await guessed(), await guessed(), await guessed(), await guessed(), await guessed()]).toEqual([
        401, 401, 401, 401, 429,
      ]);
      expect((await guess(server)).status).toBe(429);
      expect((await grant(server, client)).status).toBe(200);
    });
  });

  test('behind a proxy that is not trusted to tell who they are, nobody is slowed for what others do', async () => {
    const PORT = String(await freePort());
    const PUBLIC_URL = `http://127.0.0.1:${PORT}`;
    await withServer({ PORT, PUBLIC_URL, TLS_TERMINATED_UPSTREAM: 'true' }, async (server) => {
      expect(await guesses(server, Array(8).fill({}))).toEqual(Array(8).fill(401));
      expect(ignoredBy(server)).toEqual([expect.objectContaining({ setting: 'AUTH_FAILURES' })]);
    });
  });

  test('a server on which AUTH_FAILURES has its effect, or is off, says nothing of it', async () => {
    const PORT = String(await freePort());
    const proxied = { PORT, PUBLIC_URL: `http://127.0.0.1:${PORT}`, TLS_TERMINATED_UPSTREAM: 'true' };
    for (const settings of [{}, { ...proxied, TRUST_PROXY: '1' }, { ...proxied, AUTH_FAILURES: 'off' }]) {
      await withServer(settings, async (server) => expect(ignoredBy(server)).toEqual([]));
    }
  });
});
