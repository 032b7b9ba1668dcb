// A wall clock that jumps forwards and comes back, under a server that runs.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { Agent, get } from 'node:https';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { until } from '../support/until.js';
import { deploy, deployments, USER } from '../runbooks/deployment.js';
import type { Deployment } from '../runbooks/deployment.js';
import { call } from '../support/call.js';
import { newPair, writePair } from '../support/certificates.js';
import { grant } from '../support/oauth.js';
import { databaseUri } from '../support/server.js';
import { stop } from './child.js';
import { runCommand } from './command.js';
import { SCIM } from '../support/programs.js';

jest.setTimeout(180_000);

const HOUR = 3_600;
const COMMAND = ['node', '--import', 'tsx', '--import', './test/support/shifted-clock.ts', 'src/main.ts'] as const;

const start = deployments();
let folder: string;
let CLOCK_FILE: string;
let server: Deployment;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scim-clock-'));
  CLOCK_FILE = join(folder, 'seconds');
  await jump(0);
  server = await deploy({ MONGODB_URI: databaseUri(), CLOCK_FILE }, [...COMMAND]);
});
afterAll(async () => {
  await stop(server.child);
  await rm(folder, { recursive: true });
});

/** The clock of the server is off by so many seconds from now on. */
const jump = (seconds: number) => writeFile(CLOCK_FILE, String(seconds));

/** By a process whose clock is right. */
async function made(...args: readonly string[]): Promise<any> {
  const command = [...SCIM, ...args, '--json'] as const;
  return JSON.parse((await runCommand(command, server.environment)).stdout);
}

const statusOf = async (token: string) => (await call({ url: server.url, token }, 'GET', '/Users?count=0')).status;
const create = async (userName: string) => (await call(server, 'POST', '/Users', { schemas: [USER], userName })).body;

test('a token that expires has ended while the clock is ahead, and is good when it is back', async () => {
  const { token } = await made('token', 'create', 'short', '--expires', '1h');
  expect(await statusOf(token)).toBe(200);
  await jump(2 * HOUR);
  expect(await statusOf(token)).toBe(401);
  // One without an end doesn't care.
  expect(await statusOf(server.token)).toBe(200);
  await jump(0);
  expect(await statusOf(token)).toBe(200);
  await jump(-2 * HOUR);
  expect(await statusOf(token)).toBe(200);
  await jump(0);
});

test('an access token ends by the clock that checks it; one that was made ahead is refused when the clock is back', async () => {
  const client = await made('client', 'create', 'Entra ID');
  const credentials = { id: client.client_id, secret: client.client_secret };
  const now = (await grant(server, credentials)).body.access_token;
  expect(await statusOf(now)).toBe(200);
  await jump(2 * HOUR);
  expect(await statusOf(now)).toBe(401);
  const ahead = (await grant(server, credentials)).body.access_token;
  expect(await statusOf(ahead)).toBe(200);
  await jump(0);
  expect([await statusOf(ahead), await statusOf(now)]).toEqual([401, 200]);
  // Whoever asks for a new one is let in at once.
  expect(await statusOf((await grant(server, credentials)).body.access_token)).toBe(200);
});

test('a cursor expires by the clock: 400 expiredCursor ahead, good again when it is back', async () => {
  for (const name of ['a', 'b', 'c']) await create(`page-${name}`);
  const page = '/Users?filter=userName%20sw%20%22page-%22&count=1&cursor=';
  const cursor: string = (await call(server, 'GET', page)).body.nextCursor;
  await jump(2 * HOUR);
  const late = await call(server, 'GET', `${page}${cursor}`);
  expect([late.status, late.body.scimType]).toEqual([400, 'expiredCursor']);
  for (const seconds of [0, -2 * HOUR]) {
    await jump(seconds);
    const next = await call(server, 'GET', `${page}${cursor}`);
    expect([next.status, next.body.Resources[0].userName]).toEqual([200, 'page-b']);
  }
  await jump(0);
});

test('ids stay in order of creation, and versions rise, whatever the clock does', async () => {
  const users = [];
  for (const [name, seconds] of Object.entries({ a: 0, b: 24 * HOUR, c: 0, d: -24 * HOUR })) {
    await jump(seconds);
    users.push(await create(`id-${name}`));
  }
  const ids = users.map(({ id }) => id);
  expect(ids).toEqual(ids.toSorted());
  const list = await call(server, 'GET', '/Users?filter=userName%20sw%20%22id-%22');
  expect(list.body.Resources.map(({ id }: { id: string }) => id)).toEqual(ids);
  const [first] = users;
  const Operations = [{ op: 'add', path: 'title', value: 'Dr' }];
  const patch = { schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'], Operations };
  const changed = await call(server, 'PATCH', `/Users/${first.id}`, patch);
  expect([changed.status, changed.body.meta.version]).toEqual([200, 'W/"2"']);
  await jump(0);
});

test('a certificate that expires while it is served is served on; read again, it is refused', async () => {
  const files = await writePair(await newPair({ days: 1 }));
  const https = await start({ MONGODB_URI: databaseUri(), CLOCK_FILE, ...files }, [...COMMAND]);
  await jump(48 * HOUR);
  https.child.process.kill('SIGHUP');
  await until(() => https.lines().some(({ err }) => /^TLS_CERT_FILE: .* expired at /.test(err?.message ?? '')));
  const agent = new Agent({ rejectUnauthorized: false });
  const url = `${https.url}/ServiceProviderConfig`;
  const [answer] = (await once(get(url, { agent }), 'response')) as [IncomingMessage];
  answer.resume();
  expect(answer.statusCode).toBe(200);
  await jump(0);
  await rm(dirname(files.TLS_CERT_FILE), { recursive: true });
});

test('what a tenant owes of its rate stays, and so does a brake that has stopped', async () => {
  const limits = { TENANT_RATE: '1', TENANT_BURST: '20', BRAKE: 'stop', BRAKE_LEAST: '1' };
  const limited = await start({ MONGODB_URI: databaseUri(), CLOCK_FILE, ...limits }, [...COMMAND]);
  const [one, other] = await Promise.all(
    ['one', 'other'].map((userName) => call(limited, 'POST', '/Users', { schemas: [USER], userName })),
  );
  const remove = async (user: typeof one) => (await call(limited, 'DELETE', `/Users/${user?.body.id}`)).status;
  expect([await remove(one), await remove(other)]).toEqual([204, 429]);
  await jump(24 * HOUR);
  expect(await remove(other)).toBe(429);

  // Five minutes of the rate.
  const Operations = Array.from({ length: 300 }, () => ({ method: 'DELETE', path: '/Users/nobody' }));
  const bulk = { schemas: ['urn:ietf:params:scim:api:messages:2.0:BulkRequest'], Operations };
  expect((await call(limited, 'POST', '/Bulk', bulk)).status).toBe(200);
  for (const seconds of [24 * HOUR, 48 * HOUR, -24 * HOUR, 0]) {
    await jump(seconds);
    const { status, headers } = await call(limited, 'GET', '/Users');
    expect([seconds, status]).toEqual([seconds, 429]);
    expect(Number(headers.get('retry-after'))).toBeLessThanOrEqual(300);
  }
});
