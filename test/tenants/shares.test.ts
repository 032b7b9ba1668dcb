// The places of the requests under way: who holds them all by bodies that do not come leaves some to the others.
import { once } from 'node:events';
import { request } from 'node:http';
import type { ClientRequest } from 'node:http';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { expectError } from '../conformance/subject.js';
import type { Acts } from '../../src/control/kinds.js';
import { TestClient } from '../support/client.js';
import { clientOf, controlOf } from '../support/control.js';
import type { TestServer } from '../support/server.js';
import { startServer } from '../support/server.js';

let server: TestServer;
let control: Acts;
const held: ClientRequest[] = [];
beforeAll(async () => {
  server = await startServer({ MAX_CONCURRENT_REQUESTS: '8', TRUST_PROXY: '1' });
  control = await controlOf(server);
  await control.tenants.create('other');
});
afterEach(() => {
  for (const one of held.splice(0)) one.destroy();
});
afterAll(async () => {
  await control.tenants.remove('other');
  await server.close();
});

/** A request that is under way, as its body was asked for, and stays so. */
async function hold(path: string, headers: Record<string, string>): Promise<void> {
  const one = request(new URL(path, server.url), { method: 'POST', headers: { ...headers, expect: '100-continue' } });
  one.on('error', () => undefined);
  held.push(one);
  one.flushHeaders();
  await once(one, 'continue');
}

const FORM = 'application/x-www-form-urlencoded';
const statusOf = async (path: string, headers: Record<string, string>) =>
  (await fetch(new URL(path, server.url), { headers })).status;

test('a tenant has three quarters; the other one is answered', async () => {
  const other = await clientOf(server, control, { tenant: 'other' });
  const json = { authorization: `Bearer ${server.token}`, 'content-type': 'application/json' };
  for (let count = 0; count < 6; count += 1) await hold('/scim/v2/Users', json);
  const refused = await new TestClient(server).get('/Users');
  expectError(refused, 503);
  expect(refused.headers.get('retry-after')).toMatch(/^[1-9]\d*$/);
  expect(refused.body.detail).toBe('you have as many requests under way as the server leaves to one: try again later');
  expect((await other.get('/Users')).status).toBe(200);
});

test('who has no token has a quarter from one address, a half from all of them; tenants are answered', async () => {
  const from = (address: string) => ({ 'x-forwarded-for': address, 'content-type': FORM });
  for (let count = 0; count < 2; count += 1) await hold('/oauth/token', from('203.0.113.1'));
  expect(await statusOf('/oauth/jwks', from('203.0.113.1'))).toBe(503);
  expect(await statusOf('/oauth/jwks', from('203.0.113.2'))).toBe(200);
  for (let count = 0; count < 2; count += 1) await hold('/oauth/token', from(`2001:db8:0:${count}::1`));
  expect(await statusOf('/oauth/jwks', from('203.0.113.2'))).toBe(503);
  expect((await new TestClient(server).get('/Users')).status).toBe(200);
  expect(await statusOf('/healthz', {})).toBe(200);
});
