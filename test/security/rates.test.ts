// Who asks more than a tenant or a token may is told when to come again, and nobody else notices. Rates are a request a
// second here, so what passes is a full bucket and what comes back while the test asks.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Acts } from '../../src/control/kinds.js';
import { expectError } from '../conformance/subject.js';
import type { Reply, TestClient } from '../support/client.js';
import { clientOf, controlOf } from '../support/control.js';
import { grant, newClient } from '../support/oauth.js';
import type { TestServer } from '../support/server.js';
import { startServer } from '../support/server.js';
import { untilStatus } from '../support/until-status.js';

const BULK = 'urn:ietf:params:scim:api:messages:2.0:BulkRequest';

let server: TestServer;
let control: Acts;
beforeAll(async () => {
  server = await startServer({ TENANT_RATE: '1', TENANT_BURST: '30', TOKEN_RATE: '1', TOKEN_BURST: '5' });
  control = await controlOf(server);
});
afterAll(async () => {
  for (const { id } of await control.tenants.list()) if (id !== 'default') await control.tenants.remove(id);
  await server.close();
});

/** Asks until it is refused: how often it was let in, and how often at most it could have been. */
async function untilRefused(client: TestClient, bucket: number) {
  const start = performance.now();
  let refused: Reply | undefined;
  let count = -1;
  while (refused === undefined || refused.status === 200) {
    refused = await client.get('/Users?count=0');
    count += 1;
  }
  return { count, most: bucket + Math.ceil((performance.now() - start) / 1000), refused };
}

/** Asks, as soon as it is let in, for so much that nothing is let in for the next 20 s and more. */
async function owing(client: TestClient): Promise<void> {
  const Operations = Array.from({ length: 50 }, (_, n) => ({ method: 'DELETE', path: `/Users/none-${n}` }));
  await untilStatus(() => client.post('/Bulk', { schemas: [BULK], Operations }), 200);
}

function expectTooMany(reply: Reply, detail: RegExp): void {
  expectError(reply, 429);
  expect(reply.headers.get('retry-after')).toMatch(/^[1-9]\d*$/);
  expect(reply.body.detail).toMatch(detail);
}

test('a token that asks more than it may: 429, whole seconds, and another token of the tenant goes on', async () => {
  await control.tenants.create('one');
  const busy = await clientOf(server, control, { tenant: 'one' });
  const other = await clientOf(server, control, { tenant: 'one' });
  const { count, most, refused } = await untilRefused(busy, 5);
  expect(count).toBeGreaterThanOrEqual(5);
  expect(count).toBeLessThanOrEqual(most);
  expectTooMany(
    refused,
    /^the token may make 1 requests a second, and 5 at once; an operation of a bulk request counts/,
  );
  expect(refused.headers.get('retry-after')).toBe('1');
  expect((await other.get('/Users?count=0')).status).toBe(200);
  expect(server.observations).toContainEqual({
    kind: 'requestRefused',
    reason: 'tokenRate',
    token: busy.tokenId,
    tenant: 'one',
  });
});

test('a refused request does nothing: its body is not read', async () => {
  await control.tenants.create('two');
  const client = await clientOf(server, control, { tenant: 'two' });
  await owing(client);
  expectError(await client.request('POST', '/Users', { body: '{"broken' }), 429);
});

test('a bulk request costs as much as its operations; what is not there is owed', async () => {
  await control.tenants.create('three');
  const client = await clientOf(server, control, { tenant: 'three' });
  await owing(client);
  const refused = await client.get('/Users?count=0');
  expectTooMany(refused, /^the token may/);
  // 45 are owed, and one is wanted.
  const seconds = Number(refused.headers.get('retry-after'));
  expect(seconds).toBeGreaterThan(20);
  expect(seconds).toBeLessThanOrEqual(46);
});

test('a bulk request without operations costs as much as any other request', async () => {
  await control.tenants.create('empty');
  const client = await clientOf(server, control, { tenant: 'empty' });
  const start = performance.now();
  const ask = async () => (await client.post('/Bulk', { schemas: [BULK], Operations: [] })).status;
  const statuses: number[] = [];
  // In turns: what one gives back, the next would take.
  for (let turn = 0; turn < 4; turn += 1) statuses.push(...(await Promise.all(Array.from({ length: 8 }, ask))));
  const letIn = statuses.filter((status) => status === 200).length;
  expect(new Set(statuses)).toEqual(new Set([200, 429]));
  expect(letIn).toBeGreaterThanOrEqual(5);
  expect(letIn).toBeLessThanOrEqual(5 + Math.ceil((performance.now() - start) / 1000));
});

test('an access token costs its client and its tenant as much as any other request', async () => {
  await control.tenants.create('granted', { rate: { perSecond: 1, burst: 3 } });
  const client = await newClient(control, { tenant: 'granted' });
  const start = performance.now();
  const replies = await Promise.all(Array.from({ length: 8 }, () => grant(server, client)));
  const letIn = replies.filter(({ status }) => status === 200).length;
  expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200, 429]));
  expect(letIn).toBeGreaterThanOrEqual(3);
  expect(letIn).toBeLessThanOrEqual(3 + Math.ceil((performance.now() - start) / 1000));
  const refused = replies.find(({ status }) => status === 429);
  expect(refused?.headers.get('retry-after')).toMatch(/^[1-9]\d*$/);
  expect(refused?.body.detail).toMatch(/^the tenant may make 1 requests a second, and 3 at once/);
});

test('all tokens of a tenant share its own rate; other tenants have theirs', async () => {
  await control.tenants.create('four', { rate: { perSecond: 1, burst: 3 } });
  const first = await clientOf(server, control, { tenant: 'four' });
  const { count, most, refused } = await untilRefused(first, 3);
  expect(count).toBeGreaterThanOrEqual(3);
  expect(count).toBeLessThanOrEqual(most);
  expectTooMany(refused, /^the tenant may make 1 requests a second, and 3 at once/);
  expect((await (await clientOf(server, control, { tenant: 'one' })).get('/Users?count=0')).status).toBe(200);

  await owing(first);
  // Another token each time: its own bucket is not what is asked for here.
  const another = async () => (await clientOf(server, control, { tenant: 'four' })).get('/Users?count=0');
  expect((await another()).status).toBe(429);

  await control.tenants.change('four', { rate: null });
  await untilStatus(another, 200);
  expect((await control.tenants.list()).find(({ id }) => id === 'four')?.rate).toBeUndefined();
});

test('off: no limit', async () => {
  const open = await startServer({ TENANT_RATE: 'off', TOKEN_RATE: 'off' });
  const client = await clientOf(open, await controlOf(open));
  const statuses = await Promise.all(
    Array.from({ length: 50 }, async () => (await client.get('/Users?count=0')).status),
  );
  expect(new Set(statuses)).toEqual(new Set([200]));
  await open.close();
});
