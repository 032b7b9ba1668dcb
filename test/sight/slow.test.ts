// Slow requests are told with what they asked of the database, and how it answers, without a value of anybody.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Observation, SlowRequest } from '../../src/observe/observation.js';
import { createSlowRequests } from '../../src/observe/slow-requests.js';
import type { Child } from '../e2e/child.js';
import { spawnServer, stop, untilReady } from '../e2e/child.js';
import { TestClient } from '../support/client.js';
import { databaseUri } from '../support/server.js';
import { until } from '../support/until.js';

const TOKEN = 'a-token-of-the-test-0123456789';
const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
const SEARCH = 'urn:ietf:params:scim:api:messages:2.0:SearchRequest';
const PATIENCE_MS = 30_000;

let child: Child;
let client: TestClient;

beforeAll(async () => {
  const settings = { SCIM_BEARER_TOKEN: TOKEN, MONGODB_URI: databaseUri(), SLOW_REQUEST_MS: '1' };
  child = await spawnServer(settings);
  await untilReady(child);
  client = new TestClient({ url: `${child.origin}/scim/v2`, token: TOKEN });
});
afterAll(() => stop(child));

/** The line about the request, once it is there. */
async function lineOf({ headers }: { headers: Headers }): Promise<any> {
  const requestId = headers.get('x-request-id') ?? '';
  const find = () => {
    const lines = child.output().stdout.split('\n').slice(0, -1);
    return lines.find((line) => line.includes(requestId) && line.includes('"slow request"'));
  };
  return JSON.parse(await until(find, { patience: PATIENCE_MS, otherwise: () => child.output().stdout }));
}

test('a write: its operation, duration, and the calls of the database', async () => {
  const created = await client.post('/Users', { schemas: [USER], userName: 'slow-1' });
  const line = await lineOf(created);
  expect(line).toEqual({
    level: 40,
    time: expect.any(String),
    requestId: created.headers.get('x-request-id'),
    traceId: expect.stringMatching(/^[0-9a-f]{32}$/),
    operationId: 'createUser',
    milliseconds: expect.any(Number),
    databaseCalls: expect.any(Number),
    databaseMilliseconds: expect.any(Number),
    msg: 'slow request',
  });
  // The resource, which carries its audit event; now and then the tenant.
  expect([1, 2]).toContain(line.databaseCalls);
});

test('calls that went to the database together are each of who asked', async () => {
  const found = await Promise.all(['a', 'b', 'c', 'd'].map((id) => client.get(`/Users/${id}`)));
  const calls = await Promise.all(found.map(async (reply) => (await lineOf(reply)).databaseCalls));
  // One of them may have looked at the tenant as well.
  expect(calls.toSorted().slice(0, 3)).toEqual([1, 1, 1]);
});

test('a search: its filter and query in shape, the plan, and that it is a scan', async () => {
  const filter = 'title co "Geheimrat" and (meta.created gt "2026-01-01T00:00:00Z" or active eq true)';
  const { plans } = await lineOf(await client.get(`/Users?filter=${encodeURIComponent(filter)}&sortBy=userName`));
  expect(plans).toEqual([
    {
      type: 'User',
      filter: 'title co "string" and (meta.created gt "string" or active eq "boolean")',
      sortBy: 'userName',
      scans: 1,
      queries: expect.any(Array),
    },
  ]);
  const [{ query, sort, stages }] = plans[0].queries;
  expect(JSON.stringify(query)).toMatch(/"s\.title":\{"\$regex":"(string|regexp)"/);
  expect(JSON.stringify(query)).toContain('"date"');
  expect(Object.keys(sort).length).toBeGreaterThan(0);
  expect(stages.length).toBeGreaterThan(0);
  expect(child.output().stdout).not.toContain('Geheimrat');
});

test('a search by POST, and one of all types', async () => {
  const filter = 'displayName sw "Geheim"';
  const { plans } = await lineOf(await client.post('/.search', { schemas: [SEARCH], filter }));
  expect(plans.map(({ type, filter: shape }: any) => [type, shape])).toEqual([
    ['User', 'displayName sw "string"'],
    ['Group', 'displayName sw "string"'],
  ]);
  expect(child.output().stdout).not.toContain('Geheim');
});

test('a query that is wrong has no plan', async () => {
  const reply = await client.get(`/Users?filter=${encodeURIComponent('nothing eq "x"')}`);
  expect(reply.status).toBe(400);
});

test('a request that is not slow is not told, and of those that are one is explained at a time', async () => {
  const told: SlowRequest[] = [];
  const releases: (() => void)[] = [];
  const observe = createSlowRequests(100, (observation: Observation) => {
    if (observation.kind === 'requestSlow') told.push(observation);
  });
  const explain = () => new Promise<object[]>((resolve) => releases.push(() => resolve([{ type: 'User' }])));
  const request = async (requestId: string, milliseconds: number) => {
    const traceId = 'f'.repeat(32);
    observe({ kind: 'requestStarted', requestId, trace: { traceId }, isCheck: false });
    await new Promise(setImmediate);
    observe({ kind: 'searched', explain });
    observe({ kind: 'databaseCall', call: 'find', milliseconds: 40 });
    const rest = { method: 'GET', path: '/Users', operationId: 'listUsers', status: 200 };
    observe({ kind: 'requestCompleted', requestId, traceId, milliseconds, isCheck: false, ...rest });
  };
  await Promise.all([request('fast', 99), request('first', 100), request('second', 200)]);
  for (const release of releases) release();
  await new Promise(setImmediate);
  expect(told.map(({ requestId, plans }) => [requestId, plans]).toSorted()).toEqual([
    ['first', [{ type: 'User' }]],
    ['second', undefined],
  ]);
  expect(told[0]).toMatchObject({ databaseCalls: 1, databaseMilliseconds: 40 });
});
