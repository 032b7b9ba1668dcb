// Spans that a collector receives of a server that was driven.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { MongoClient } from 'mongodb';
import type { Child } from '../e2e/child.js';
import { spawnServer, stop, untilReady } from '../e2e/child.js';
import { TestClient } from '../support/client.js';
import { databaseUri } from '../support/server.js';
import { until } from '../support/until.js';
import type { Collector, ReceivedSpan } from './collector.js';
import { startCollector } from './collector.js';

const TOKEN = 'a-token-of-the-test-0123456789';
const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
const SERVER = 2;
const CLIENT = 3;
const CALLER = { trace: '4bf92f3577b34da6a3ce929d0e0e4736', span: '00f067aa0ba902b7' };

const uri = databaseUri();

let collector: Collector;
let child: Child;
let client: TestClient;

const traced = async (settings: Record<string, string>) => {
  const started = await spawnServer({
    SCIM_BEARER_TOKEN: TOKEN,
    MONGODB_URI: databaseUri(),
    OTEL_BSP_SCHEDULE_DELAY: '50',
    ...settings,
  });
  await untilReady(started);
  return started;
};
const CHECKED = '00-4bf92f3577b34da6a3ce929d0e0e4700-00f067aa0ba902b8-01';
const clientOf = ({ origin }: Child) => new TestClient({ url: `${origin}/scim/v2`, token: TOKEN });
const named = (name: string) => (span: { name: string }) => span.name === name;

beforeAll(async () => {
  collector = await startCollector();
  child = await traced({
    MONGODB_URI: uri,
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
    OTEL_SERVICE_NAME: 'scim-of-the-test',
    OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=test',
  });
  client = clientOf(child);
});
afterAll(async () => {
  if (child.process.exitCode === null) await stop(child);
  await collector.close();
});

test('a request is a span by the operation, with the calls of the database below it', async () => {
  const created = await client.post('/Users', { schemas: [USER], userName: 'Geheimrat' });
  const [span] = await collector.until(named('createUser'));
  expect(span).toMatchObject({ kind: SERVER, parentSpanId: undefined, isError: false });
  expect(span?.attributes).toEqual({
    'http.request.method': 'POST',
    'http.response.status_code': 201,
    'scim.operation': 'createUser',
    'scim.request_id': created.headers.get('x-request-id'),
    'scim.token': 'configured',
    'scim.tenant': 'default',
  });
  expect(span?.resource).toMatchObject({
    'service.name': 'scim-of-the-test',
    'service.version': expect.any(String),
    'deployment.environment.name': 'test',
  });
  const below = await collector.until(({ parentSpanId }) => parentSpanId === span?.spanId);
  for (const { kind, traceId, attributes } of below) {
    expect([kind, traceId, attributes['db.system.name']]).toEqual([CLIENT, span?.traceId, 'mongodb']);
  }
  expect(below.map(({ name }) => name)).toEqual(expect.arrayContaining(['mongodb insert']));
  for (const { milliseconds } of below) expect(milliseconds).toBeLessThanOrEqual((span?.milliseconds ?? 0) + 1);
  expect(JSON.stringify(collector.spans)).not.toContain('Geheimrat');
});

test('the trace id is that of the line in the log', async () => {
  const { headers } = await client.get('/Users/nobody');
  const [span] = await collector.until(
    ({ attributes }) => attributes['scim.request_id'] === headers.get('x-request-id'),
  );
  await until(() => child.output().stdout.includes(`"traceId":"${span?.traceId ?? 'none'}"`));
});

test('checks of health and readiness have no span', async () => {
  for (const path of ['/healthz', '/readyz', '/docs']) {
    const { status } = await fetch(`${child.origin}${path}`, { headers: { traceparent: CHECKED } });
    expect([path, status]).toEqual([path, 200]);
  }
  const isAsked = ({ traceId }: ReceivedSpan) => traceId === CHECKED.split('-')[1];
  await collector.until((span) => isAsked(span) && span.name === 'GET');
  // That of /docs, which came last.
  expect(collector.spans.filter(isAsked)).toHaveLength(1);
});

test("the caller's span is the parent, and what the caller doesn't record is not recorded", async () => {
  const traceparent = (flags: string) => ({ traceparent: `00-${CALLER.trace}-${CALLER.span}-${flags}` });
  await client.get('/ResourceTypes', traceparent('00'));
  await client.get('/Schemas', traceparent('01'));
  const [span] = await collector.until(named('listSchemas'));
  expect(span).toMatchObject({ traceId: CALLER.trace, parentSpanId: CALLER.span });
  expect(collector.spans.filter(named('listResourceTypes'))).toEqual([]);
});

test('what nobody foresaw is an error of its span, without a word of it', async () => {
  const mongo = await MongoClient.connect(uri);
  await mongo.db().command({ collMod: 'User', validator: { never: true } });
  const refused = await client.post('/Users', { schemas: [USER], userName: 'Geheimrat' });
  await mongo.db().command({ collMod: 'User', validator: {} });
  await mongo.close();
  expect(refused.status).toBe(500);
  const isIt = ({ attributes }: ReceivedSpan) => attributes['scim.request_id'] === refused.headers.get('x-request-id');
  const [span] = await collector.until(isIt);
  expect(span).toMatchObject({ name: 'createUser', isError: true });
  expect(span?.events).toEqual([
    { name: 'exception', attributes: { 'exception.type': expect.stringMatching(/^Mongo/) } },
  ]);
  expect(JSON.stringify(collector.spans)).not.toMatch(/Geheimrat|validation/);
});

test('what waits is sent at the end', async () => {
  await client.get('/ServiceProviderConfig');
  expect(await stop(child)).toBe(0);
  expect(collector.spans.filter(named('getServiceProviderConfig'))).toHaveLength(1);
  expect(new Set(collector.bodies.map(({ path }) => path))).toEqual(new Set(['/v1/traces']));
});

test('http/protobuf is what is sent where nothing else is said; OTEL_TRACES_SAMPLER decides what', async () => {
  const all = await traced({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url });
  const none = await traced({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_TRACES_SAMPLER: 'always_off' });
  await clientOf(all).get('/ServiceProviderConfig');
  await clientOf(none).get('/Schemas');
  expect([await stop(all), await stop(none)]).toEqual([0, 0]);
  const sent = collector.bodies.filter(({ type }) => type === 'application/x-protobuf');
  const text = sent.map(({ body }) => body.toString('latin1')).join();
  expect(text).toContain('getServiceProviderConfig');
  expect(text).not.toContain('listSchemas');
});

test('a collector that refuses costs its spans, and a line in the log', async () => {
  const refusing = await startCollector(400);
  const unheard = await traced({ OTEL_EXPORTER_OTLP_ENDPOINT: refusing.url });
  expect((await clientOf(unheard).get('/Users')).status).toBe(200);
  expect(await stop(unheard)).toBe(0);
  expect(unheard.output().stdout).toContain('"job":"export of traces"');
  await refusing.close();
});

test.each([{ OTEL_SDK_DISABLED: 'true' }, { OTEL_TRACES_EXPORTER: 'none' }])(
  '%j: nothing of it is loaded',
  async (off) => {
    const before = collector.bodies.length;
    // Shows each module that is loaded, to standard error.
    const settings = { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, NODE_DEBUG: 'esm,module', ...off };
    const silent = await traced(settings);
    await clientOf(silent).get('/Users');
    await stop(silent);
    expect(silent.output().stderr).toContain('node_modules/koa');
    expect(silent.output().stderr).not.toContain('@opentelemetry');
    expect(collector.bodies).toHaveLength(before);
  },
);
