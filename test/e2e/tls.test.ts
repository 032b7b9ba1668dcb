// HTTPS in process: what it serves, what it refuses at start, a certificate that changes, certificates of clients.
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { Agent, request } from 'node:https';
import type { AgentOptions } from 'node:https';
import { createConnection } from 'node:net';
import { dirname } from 'node:path';
import type { TLSSocket } from 'node:tls';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Observation } from '../../src/observe/observation.js';
import type { Pair } from '../support/certificates.js';
import { newPair, writePair } from '../support/certificates.js';
import type { TestServer } from '../support/server.js';
import { controlOf } from '../support/control.js';
import { newClient } from '../support/oauth.js';
import { databaseUri, freePort, startServer } from '../support/server.js';
import { spawnServer, stop } from './child.js';
import { until } from '../support/until.js';

const TOKEN = 'a-token-of-the-test-0123456789';

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: any;
  /** Of the certificate that the server showed. */
  readonly fingerprint: string;
  readonly isReused: boolean;
}

interface Ask extends AgentOptions {
  readonly agent?: Agent;
  /** What is POSTed. */
  readonly form?: string;
}

/** One request, on a connection of its own where no agent keeps one. */
async function ask(url: string, token: string, { form, ...options }: Ask = {}): Promise<Answer> {
  const { agent = new Agent({ rejectUnauthorized: false, ...options }) } = options;
  const asForm = { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' } };
  const withToken = { headers: { authorization: `Bearer ${token}` } };
  const sent = request(url, { agent, ...(form === undefined ? withToken : asForm) });
  sent.end(form);
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  const { fingerprint256 } = (response.socket as unknown as TLSSocket).getPeerCertificate();
  let text = '';
  for await (const chunk of response) text += String(chunk);
  return {
    status: response.statusCode,
    headers: response.headers,
    body: JSON.parse(text),
    fingerprint: fingerprint256,
    isReused: sent.reusedSocket,
  };
}

const kindsOf = ({ observations }: TestServer, kind: Observation['kind']) =>
  observations.filter((observation) => observation.kind === kind);

describe('a server with a certificate', () => {
  let first: Pair;
  let files: Awaited<ReturnType<typeof writePair>>;
  let server: TestServer;
  let url: string;
  beforeAll(async () => {
    first = await newPair();
    files = await writePair(first);
    server = await startServer(files);
    url = `${server.url}/ServiceProviderConfig`;
  });
  afterAll(async () => {
    await server.close();
    await rm(dirname(files.TLS_CERT_FILE), { recursive: true });
  });

  test('https in every location, and HSTS', async () => {
    const { status, headers, body } = await ask(url, server.token);
    expect([status, body.meta.location]).toEqual([200, url]);
    expect(url).toMatch(/^https:/);
    expect(headers['strict-transport-security']).toBe('max-age=31536000');
  });

  test.each(['TLSv1', 'TLSv1.1'] as const)('%s is refused', async (version) => {
    const old = { minVersion: version, maxVersion: version, ciphers: 'DEFAULT@SECLEVEL=0' };
    await expect(ask(url, server.token, old)).rejects.toThrow(/protocol version|unsupported protocol/i);
  });

  test('a client that never shakes hands is cut off after 10 s', async () => {
    const { hostname, port } = new URL(url);
    const socket = createConnection(Number(port), hostname).resume();
    await once(socket, 'connect');
    const start = performance.now();
    await once(socket, 'close');
    const seconds = (performance.now() - start) / 1_000;
    expect(seconds).toBeGreaterThan(9);
    // A busy machine is late; Node's own limit is 120 s.
    expect(seconds).toBeLessThan(30);
  });

  test('files that change are served to new connections; one that is open lives on', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1, rejectUnauthorized: false });
    expect(await ask(url, server.token, { agent })).toMatchObject({ status: 200, fingerprint: first.fingerprint });
    const next = await newPair();
    await writePair(next, dirname(files.TLS_CERT_FILE));
    await until(async () => (await ask(url, server.token)).fingerprint === next.fingerprint);
    const onOpenConnection = await ask(url, server.token, { agent });
    expect(onOpenConnection).toMatchObject({ status: 200, isReused: true, fingerprint: first.fingerprint });
    agent.destroy();
  });

  test('a new certificate that can not serve is reported, and the old one stays', async () => {
    const { fingerprint } = await ask(url, server.token);
    await writePair({ cert: (await newPair()).cert, key: (await newPair()).key }, dirname(files.TLS_CERT_FILE));
    await until(async () => kindsOf(server, 'certificateRefused').length > 0);
    expect(kindsOf(server, 'certificateRefused')[0]).toMatchObject({
      error: { message: expect.stringMatching(/^TLS_KEY_FILE: the key in .* is not that of the certificate in /) },
    });
    expect((await ask(url, server.token)).fingerprint).toBe(fingerprint);
  });
});

test('SIGHUP: all workers read the certificate again', async () => {
  const files = await writePair(await newPair());
  const settings = {
    MONGODB_URI: databaseUri(),
    SCIM_BEARER_TOKEN: TOKEN,
    WORKERS: '2',
    PORT: String(await freePort()),
  };
  const child = await spawnServer({ ...settings, ...files });
  const told = (what: string) => child.output().stdout.split(`"msg":"${what}`).length - 1;
  const loaded = () => told('certificate loaded');
  // The first process tells those alone that listen.
  await until(() => told('listening') === 2);
  expect(loaded()).toBe(2);
  const next = await newPair();
  await writePair(next, dirname(files.TLS_CERT_FILE));
  child.process.kill('SIGHUP');
  await until(async () => loaded() >= 4);
  const url = `https://127.0.0.1:${settings.PORT}/scim/v2/ServiceProviderConfig`;
  for (let count = 0; count < 4; count += 1) {
    expect(await ask(url, TOKEN)).toMatchObject({ status: 200, fingerprint: next.fingerprint });
  }
  expect(await stop(child)).toBe(0);
  await rm(dirname(files.TLS_CERT_FILE), { recursive: true });
});

test('SIGHUP while a worker starts ends none', async () => {
  const files = await writePair(await newPair());
  const settings = { MONGODB_URI: databaseUri(), SCIM_BEARER_TOKEN: TOKEN, WORKERS: '3' };
  const child = await spawnServer({ ...settings, ...files });
  const listening = () => child.output().stdout.split('"msg":"listening"').length - 1;
  await until(async () => {
    if (listening() > 0) child.process.kill('SIGHUP');
    return listening() >= 3;
  });
  expect(child.output().stdout).not.toContain('a worker ended');
  expect(await stop(child)).toBe(0);
  await rm(dirname(files.TLS_CERT_FILE), { recursive: true });
});

describe('a certificate that can not serve ends the start with one line', () => {
  const faults: Record<string, [() => Promise<Record<string, string>>, RegExp]> = {
    'a certificate that is none': [
      async () => writePair({ cert: 'junk', key: (await newPair()).key }),
      /^TLS_CERT_FILE: takes a certificate in PEM; .*cert.pem is not one: there is no BEGIN CERTIFICATE$/,
    ],
    'a key that is none': [
      async () => writePair({ cert: (await newPair()).cert, key: 'junk' }),
      /^TLS_KEY_FILE: takes a private key in PEM; .*key.pem is not one: /,
    ],
    'the key of another certificate': [
      async () => writePair({ cert: (await newPair()).cert, key: (await newPair()).key }),
      /^TLS_KEY_FILE: the key in .*key.pem is not that of the certificate in .*cert.pem$/,
    ],
    'a certificate that has expired': [
      async () => writePair(await newPair({ days: -2 })),
      /^TLS_CERT_FILE: the certificate in .*cert.pem expired at 20\d\d-/,
    ],
    'authorities of clients that are none': [
      async () => {
        const files = await writePair(await newPair());
        return { ...files, TLS_CLIENT_CA_FILE: files.TLS_KEY_FILE };
      },
      /^TLS_CLIENT_CA_FILE: takes a certificate in PEM; .*key.pem is not one/,
    ],
    'authorities of clients without HTTPS': [
      async () => ({ TLS_CLIENT_CA_FILE: 'ca.pem' }),
      /^TLS_CLIENT_CA_FILE: needs TLS_CERT_FILE and TLS_KEY_FILE$/,
    ],
    'a rule for clients that there is not': [
      async () => ({ ...(await writePair(await newPair())), TLS_CLIENT_AUTH: 'perhaps' }),
      /^TLS_CLIENT_AUTH: .*require.*request/,
    ],
  };
  test.each(Object.keys(faults))('%s', async (name) => {
    const [make, line] = faults[name] ?? [async () => ({}), /never/];
    const child = await spawnServer({ MONGODB_URI: databaseUri(), ...(await make()) });
    expect(await child.ended()).toBe(1);
    expect(child.output().stderr.split('\n')).toEqual([expect.stringMatching(line), '']);
  });
});

describe('certificates of clients', () => {
  let authority: Pair;
  let known: Pair;
  let stranger: Pair;
  let settings: Record<string, string>;
  beforeAll(async () => {
    authority = await newPair();
    known = await newPair({ ca: authority });
    stranger = await newPair({ ca: await newPair() });
    const { TLS_CERT_FILE } = await writePair(authority);
    settings = { ...(await writePair(await newPair())), TLS_CLIENT_CA_FILE: TLS_CERT_FILE };
  });

  const refused = async (server: TestServer, pair: Partial<Pair>, why: RegExp) => {
    const { cert, key } = pair;
    const shown = cert === undefined || key === undefined ? {} : { cert, key };
    const sent = ask(`${server.url}/ServiceProviderConfig`, server.token, shown);
    await expect(sent).rejects.toThrow(/socket hang up|ECONNRESET|EPIPE|disconnected/);
    expect(kindsOf(server, 'clientRefused').at(-1)).toEqual({ kind: 'clientRefused', why: expect.stringMatching(why) });
    expect(kindsOf(server, 'requestStarted')).toEqual([]);
  };

  test('are required: who has none, or one of another authority, is cut off before a request is read', async () => {
    const server = await startServer(settings);
    await refused(server, {}, /no certificate/);
    await refused(server, stranger, /^[A-Z_]+$/);
    await refused(server, await newPair(), /^[A-Z_]+$/);
    const answer = await ask(`${server.url}/ServiceProviderConfig`, server.token, { cert: known.cert, key: known.key });
    expect(answer.status).toBe(200);
    await server.close();
  });

  test('TLS_CLIENT_AUTH=request lets in who has none, and still refuses a false one', async () => {
    const server = await startServer({ ...settings, TLS_CLIENT_AUTH: 'request' });
    await refused(server, stranger, /^[A-Z_]+$/);
    expect((await ask(`${server.url}/ServiceProviderConfig`, server.token)).status).toBe(200);
    await server.close();
  });

  test('a token that is bound to one is 401 without it, and with another that is good', async () => {
    const server = await startServer({ ...settings, TLS_CLIENT_AUTH: 'request' });
    const { tokens } = await controlOf(server);
    const certificate = known.fingerprint.replaceAll(':', '');
    const { token } = await tokens.create({ name: 'bound', tenant: 'default', certificate });
    const statusWith = async (shown: AgentOptions) => (await ask(`${server.url}/Users`, token, shown)).status;
    const other = await newPair({ ca: authority });
    expect(await statusWith({ cert: known.cert, key: known.key })).toBe(200);
    expect(await statusWith({ cert: other.cert, key: other.key })).toBe(401);
    expect(await statusWith({})).toBe(401);
    await server.close();
  });

  test('nor does an OAuth client that is bound to one get a token without it, or use one', async () => {
    const server = await startServer({ ...settings, TLS_CLIENT_AUTH: 'request' });
    const certificate = known.fingerprint.replaceAll(':', '');
    const { id, secret } = await newClient(await controlOf(server), { certificate });
    const endpoint = new URL('/oauth/token', server.url).href;
    const form = `grant_type=client_credentials&client_id=${id}&client_secret=${secret}`;
    const shown = { cert: known.cert, key: known.key };
    expect((await ask(endpoint, '', { form })).status).toBe(401);
    const { status, body } = await ask(endpoint, '', { form, ...shown });
    expect(status).toBe(200);
    expect((await ask(`${server.url}/Users`, body.access_token, shown)).status).toBe(200);
    expect((await ask(`${server.url}/Users`, body.access_token)).status).toBe(401);
    await server.close();
  });
});
