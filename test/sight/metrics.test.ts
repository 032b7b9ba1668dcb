// What Prometheus reads of a server that was driven.
import { get, request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { databaseUri, freePort } from '../support/server.js';
import { TestClient } from '../support/client.js';
import { until } from '../support/until.js';
import type { Child } from '../e2e/child.js';
import { spawnServer, stop, untilReady } from '../e2e/child.js';
import { families, scrape, total } from './exposition.js';
import { namesIn, rowsOf } from './table.js';

const TOKEN = 'a-token-of-the-test-0123456789';
const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
const SETTINGS = { SCIM_BEARER_TOKEN: TOKEN, LOG_LEVEL: 'warn' };

let child: Child;
let client: TestClient;
let metrics: string;

beforeAll(async () => {
  const port = await freePort();
  metrics = `http://127.0.0.1:${port}`;
  const settings = {
    ...SETTINGS,
    MONGODB_URI: databaseUri(),
    METRICS_PORT: String(port),
    MAX_CONCURRENT_REQUESTS: '1',
  };
  child = await spawnServer(settings);
  await untilReady(child);
  client = new TestClient({ url: `${child.origin}/scim/v2`, token: TOKEN });
});
afterAll(() => stop(child));

test('requests are counted by operation and status, and timed by operation', async () => {
  const { body } = await client.post('/Users', { schemas: [USER], userName: 'counted' });
  await client.post('/Users', { schemas: [USER], userName: 'counted' });
  await client.get(`/Users/${body.id}`);
  await client.get('/Users?filter=userName%20eq%20%22counted%22', { authorization: 'Bearer wrong' });
  const samples = await scrape(metrics);
  expect(total(samples, 'scim_requests_total', { operation: 'createUser', status: '201' })).toBe(1);
  expect(total(samples, 'scim_requests_total', { operation: 'createUser', status: '409' })).toBe(1);
  expect(total(samples, 'scim_requests_total', { operation: 'getUser', status: '200' })).toBe(1);
  expect(total(samples, 'scim_requests_total', { operation: 'listUsers', status: '401' })).toBe(1);
  expect(total(samples, 'scim_request_duration_seconds_count', { operation: 'createUser' })).toBe(2);
  expect(total(samples, 'scim_request_duration_seconds_sum', { operation: 'createUser' })).toBeGreaterThan(0);
});

test('commands to MongoDB are timed by name, their failures counted, and batches by what went together', async () => {
  const before = await scrape(metrics);
  const { body } = await client.post('/Users', { schemas: [USER], userName: 'stored' });
  await client.get(`/Users/${body.id}`);
  const samples = await scrape(metrics);
  const added = (name: string, labels: Record<string, string>) =>
    total(samples, name, labels) - total(before, name, labels);
  // The resource; a moment later its event comes into the audit log.
  expect(added('scim_database_command_duration_seconds_count', { command: 'insert' })).toBeGreaterThanOrEqual(1);
  expect(added('scim_database_command_duration_seconds_count', { command: 'aggregate' })).toBe(1);
  expect(added('scim_database_batch_size_sum', { call: 'audit' })).toBe(0);
  expect(added('scim_database_batch_size_sum', { call: 'insert' })).toBe(1);
  expect(added('scim_database_batch_size_sum', { call: 'find by id' })).toBe(1);
  expect(samples.filter(({ name, value }) => name === 'scim_database_command_errors_total' && value > 0)).toEqual([]);
  expect(total(samples, 'scim_database_pool_waiting')).toBe(0);
  // Events of the audit log are written a moment later; then no connection is in use.
  while (total(await scrape(metrics), 'scim_database_pool_in_use') > 0) await new Promise(setImmediate);
});

test('a deviation is counted with its profile', async () => {
  const { body } = await client.post('/Users', { schemas: [USER], userName: 'deviant', active: 'False' });
  expect(body.active).toBe(false);
  const labels = { deviation: 'booleanAsString', profile: 'all' };
  expect(total(await scrape(metrics), 'scim_deviations_total', labels)).toBe(1);
});

test('what is under way is shown, and what is refused for its sake is counted', async () => {
  const slow = request(`${child.origin}/scim/v2/Users`, {
    method: 'POST',
    headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json', expect: '100-continue' },
  });
  slow.flushHeaders();
  // Its headers have been read, so it is under way; its body is not there yet.
  await once(slow, 'continue');
  expect((await client.get('/Users')).status).toBe(503);
  const samples = await scrape(metrics);
  expect(total(samples, 'scim_requests_under_way')).toBe(1);
  expect(total(samples, 'scim_requests_refused_total', { reason: 'concurrency' })).toBe(1);
  expect(total(samples, 'scim_requests_total', { operation: 'none', status: '503' })).toBe(1);

  slow.end(JSON.stringify({ schemas: [USER], userName: 'slow' }));
  const [answered] = (await once(slow, 'response')) as [IncomingMessage];
  answered.resume();
  await once(answered, 'end');
  expect(total(await scrape(metrics), 'scim_requests_under_way')).toBe(0);
});

test('paths, ids and headers of clients make no label', async () => {
  for (const path of ['/Users/nobody', '/Nothing', '/Users?filter=title%20eq%20%22boss%22']) await client.get(path);
  await client.request('BREW', '/Users', { headers: { 'user-agent': 'curious/1' } }).catch(() => undefined);
  const shown = JSON.stringify(await scrape(metrics));
  for (const word of ['nobody', 'Nothing', 'boss', 'BREW', 'curious']) expect(shown).not.toContain(word);
});

test('the process itself: build, memory, event loop', async () => {
  const samples = await scrape(metrics);
  const build = samples.find(({ name }) => name === 'scim_build_info');
  expect(build).toEqual({
    name: 'scim_build_info',
    labels: { version: expect.any(String), node: process.version },
    value: 1,
  });
  expect(total(samples, 'process_resident_memory_bytes')).toBeGreaterThan(0);
  expect(samples.some(({ name }) => name === 'nodejs_eventloop_lag_p99_seconds')).toBe(true);
});

test('the metrics are nowhere else, and there is nothing beside them', async () => {
  expect((await fetch(`${child.origin}/metrics`)).status).toBe(404);
  expect((await fetch(`${metrics}/healthz`)).status).toBe(404);
  expect((await fetch(`${metrics}/metrics`, { method: 'POST' })).status).toBe(404);
});

test('refused JWTs are counted by reason, each of which is there from the start', async () => {
  const before = await scrape(metrics);
  const refused = (samples: typeof before, reason: string) => total(samples, 'scim_tokens_refused_total', { reason });
  for (const token of ['AAAA.AAAA.AAAA', 'e30.e30.AAAA', 'e30.e30.AAAA'])
    expect((await client.get('/Users', { authorization: `Bearer ${token}` })).status).toBe(401);
  const after = await scrape(metrics);
  const reasons = before
    .filter(({ name }) => name === 'scim_tokens_refused_total')
    .map(({ labels }) => labels['reason']);
  expect(reasons.sort()).toEqual([
    'algorithm',
    'claim',
    'client',
    'issuer',
    'key',
    'malformed',
    'other',
    'signature',
    'time',
  ]);
  const risen = reasons.map((reason = '') => [reason, refused(after, reason) - refused(before, reason)]);
  expect(risen.filter(([, count]) => count !== 0)).toEqual([
    ['issuer', 2],
    ['malformed', 1],
  ]);
});

const COUNTED = { operation: 'getServiceProviderConfig', status: '200' };

test('of several workers they are added up, and a lost one is counted', async () => {
  const port = await freePort();
  const settings = {
    ...SETTINGS,
    MONGODB_URI: databaseUri(),
    METRICS_PORT: String(port),
    WORKERS: '2',
    LOG_LEVEL: 'info',
  };
  const several = await spawnServer(settings);
  await untilReady(several);
  const url = `${several.origin}/scim/v2/ServiceProviderConfig`;
  const pids = () =>
    [...several.output().stdout.matchAll(/"pid":(\d+).*"getServiceProviderConfig"/g)].map(([, pid]) => pid);
  let sent = 0;
  // On a connection of its own each: any worker may get it. The log says which one did.
  while (new Set(pids()).size < 2) {
    const [answered] = await once(
      get(url, { agent: false, headers: { authorization: `Bearer ${TOKEN}` } }),
      'response',
    );
    answered.resume();
    await once(answered, 'end');
    sent += 1;
    await until(() => pids().length === sent);
  }
  // One that takes longer than a second to answer is not waited for.
  const samples = await until(async () => {
    const scraped = await scrape(`http://127.0.0.1:${port}`);
    return total(scraped, 'scim_workers_answering') === 2 && scraped;
  });
  expect(total(samples, 'scim_requests_total', COUNTED)).toBe(sent);
  expect(total(samples, 'scim_build_info')).toBe(1);
  expect(total(samples, 'scim_workers_lost_total')).toBe(0);

  // One that hangs is shown as it was.
  process.kill(Number(pids()[0]), 'SIGSTOP');
  const hanging = await scrape(`http://127.0.0.1:${port}`);
  expect(total(hanging, 'scim_requests_total', COUNTED)).toBe(sent);
  expect(total(hanging, 'scim_workers_answering')).toBe(1);

  process.kill(Number(pids()[0]), 'SIGKILL');
  // What was handed to a worker in the moment of its death is never answered.
  const ask = () => fetch(url, { signal: AbortSignal.timeout(500) }).catch(() => undefined);
  while (!several.output().stdout.includes('a worker ended')) await ask();
  const after = await scrape(`http://127.0.0.1:${port}`);
  expect(total(after, 'scim_workers_lost_total')).toBe(1);
  // What it had counted is not lost with it.
  expect(total(after, 'scim_requests_total', COUNTED)).toBeGreaterThanOrEqual(sent);
  expect(await stop(several)).toBe(0);
});

test('docs/operations.md has each metric that there is, with its type and labels', async () => {
  const port = await freePort();
  const settings = { ...SETTINGS, MONGODB_URI: databaseUri(), METRICS_PORT: String(port), WORKERS: '2' };
  const several = await spawnServer(settings);
  await untilReady(several);
  const exported = [...(await families(metrics)), ...(await families(`http://127.0.0.1:${port}`))];
  await stop(several);
  const samples = await scrape(metrics);
  const labelsOf = (name: string) =>
    samples
      .filter((sample) => sample.name.replace(/_(bucket|sum|count)$/, '') === name)
      .flatMap(({ labels }) => Object.keys(labels).filter((label) => label !== 'le'));
  const rows = rowsOf('metric').map(([name, type, labels]) => ({ name: namesIn(name)[0] ?? '', type, labels }));
  const own = exported.filter(([name]) => name.startsWith('scim_')).map(([name, type]) => `${name} ${type}`);
  expect(rows.map(({ name, type }) => `${name} ${type}`).toSorted()).toEqual([...new Set(own)].toSorted());
  for (const { name, labels } of rows) expect(namesIn(labels)).toEqual(expect.arrayContaining(labelsOf(name)));
});

test('METRICS_PORT that is taken is one line and exit code 1', async () => {
  const taken = await spawnServer({ ...SETTINGS, MONGODB_URI: databaseUri(), METRICS_PORT: new URL(metrics).port });
  expect(await taken.ended()).toBe(1);
  expect(taken.output().stderr).toMatch(/^METRICS_HOST, METRICS_PORT: can't listen on 127.0.0.1:\d+: .*\n$/);
});
