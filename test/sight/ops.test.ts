// What ops/ asks Prometheus for is there: each metric and each label of the dashboard and of the alert rules stands in
// what servers export that were driven.
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { request } from 'node:http';
import { dirname } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { MongoClient } from 'mongodb';
import { parse } from 'yaml';
import type { Child } from '../e2e/child.js';
import { spawnServer, stop, untilReady } from '../e2e/child.js';
import { newPair, writePair } from '../support/certificates.js';
import { TestClient } from '../support/client.js';
import { databaseUri, freePort } from '../support/server.js';
import type { Sample } from './exposition.js';
import { scrape } from './exposition.js';
import { until } from '../support/until.js';

const TOKEN = 'a-token-of-the-test-0123456789';
const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
const PATIENCE_MS = 20_000;
/** What Prometheus adds to all that it reads. */
const ADDED = ['job', 'instance', 'le'];

interface Expression {
  readonly where: string;
  readonly text: string;
  /** What is told of its result. */
  readonly templates: readonly string[];
}

const fileIn = (name: string) => readFileSync(new URL(`../../ops/${name}`, import.meta.url), 'utf8');
const dashboard = JSON.parse(fileIn('grafana/scim-server.json'));
const alerts = parse(fileIn('prometheus/alerts.yaml'));
const expressions: readonly Expression[] = [
  ...dashboard.panels.flatMap(({ title, targets = [] }: any) =>
    targets.map(({ expr, legendFormat }: any) => ({ where: title, text: expr, templates: [legendFormat] })),
  ),
  ...alerts.groups.flatMap(({ rules }: any) =>
    rules.map(({ alert, expr, annotations }: any) => ({
      where: alert,
      text: expr,
      templates: Object.values(annotations),
    })),
  ),
];

let samples: readonly Sample[];
const started: Child[] = [];

beforeAll(async () => {
  const ports = [await freePort(), await freePort()] as const;
  const uri = databaseUri();
  const single = await spawnServer({
    ...{ SCIM_BEARER_TOKEN: TOKEN, MONGODB_URI: uri, MAX_CONCURRENT_REQUESTS: '1', SLOW_REQUEST_MS: '1' },
    METRICS_PORT: String(ports[0]),
  });
  started.push(single);
  await untilReady(single);
  await drive(single, uri);

  const files = await writePair(await newPair());
  started.push(
    await spawnServer({ ...files, MONGODB_URI: databaseUri(), WORKERS: '2', METRICS_PORT: String(ports[1]) }),
  );
  const several = await exported(`http://127.0.0.1:${ports[1]}`, 'scim_tls_certificate_expiry_timestamp_seconds');
  const driven = await exported(`http://127.0.0.1:${ports[0]}`, 'scim_job_failures_total');
  samples = [...driven, ...several];
  await rm(dirname(files.TLS_CERT_FILE), { recursive: true });
}, 90_000);
afterAll(async () => {
  for (const child of started) await stop(child);
});

/** What the endpoint exports, once a metric is among it. */
function exported(origin: string, name: string): Promise<readonly Sample[]> {
  const look = async () => {
    const found = await scrape(origin);
    return found.some((sample) => sample.name === name) && found;
  };
  return until(look, { patience: PATIENCE_MS, otherwise: () => `${name} is not exported` });
}

/** Everything happens that is counted by a label. */
async function drive(child: Child, uri: string): Promise<void> {
  const url = `${child.origin}/scim/v2`;
  const client = new TestClient({ url, token: TOKEN });
  const mongo = await MongoClient.connect(uri);
  const db = mongo.db();
  await client.get('/Users', { authorization: 'Bearer wrong' });
  await db.command({ collMod: 'User', validator: { never: true } });
  expect((await client.post('/Users', { schemas: [USER], userName: 'refused' })).status).toBe(500);
  await db.command({ collMod: 'User', validator: {} });
  // What is told of a second event of the same resource clashes with the first.
  const index = {
    ...{ key: { 's.target.display': 1 }, name: 'once', unique: true },
    partialFilterExpression: { 's.outcome.result': 'success' },
  };
  await db.command({ createIndexes: 'audit', indexes: [index] });
  const { body } = await client.post('/Users', { schemas: [USER], userName: 'a', displayName: 'A', active: 'False' });
  await client.patch(`/Users/${body.id}`, [{ op: 'replace', path: 'title', value: 'Dr' }]);

  const slow = request(`${url}/Users`, {
    method: 'POST',
    headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json', expect: '100-continue' },
  });
  slow.flushHeaders();
  await once(slow, 'continue');
  expect((await client.get('/Users')).status).toBe(503);
  slow.end('{}');
  const [answer] = await once(slow, 'response');
  answer.resume();
  await mongo.close();
}

/** The names of metrics in an expression. */
function metricsIn(text: string): string[] {
  return [...new Set([...text.matchAll(/\b(?:scim|process|nodejs)_\w+/g)].map(([name]) => name))];
}

/** Labels that it selects by, with the value where there is one, and those that it groups by. */
function labelsIn(text: string): { selected: (readonly [string, string])[]; grouped: string[] } {
  const selectors = [...text.matchAll(/\{([^}]*)\}/g)].flatMap(([, inner = '']) => [
    ...inner.matchAll(/(\w+)\s*=~?\s*"([^"]*)"/g),
  ]);
  const groups = [...text.matchAll(/\bby \(([^)]*)\)/g)].flatMap(([, inner = '']) => inner.split(/,\s*/));
  return { selected: selectors.map(([, label = '', value = '']) => [label, value] as const), grouped: groups };
}

test('there is something to hold', () => {
  expect(expressions.length).toBeGreaterThan(30);
  expect(expressions.flatMap(({ text }) => metricsIn(text)).length).toBeGreaterThan(30);
});

test.each(expressions.map((expression) => [`${expression.where}: ${expression.text}`, expression] as const))(
  '%s',
  (_name, { text, templates }) => {
    const names = metricsIn(text);
    const of = samples.filter(({ name }) => names.includes(name));
    expect([...new Set(of.map(({ name }) => name))].toSorted()).toEqual(names.toSorted());
    const exported = new Set([...ADDED, ...of.flatMap(({ labels }) => Object.keys(labels))]);
    const { selected, grouped } = labelsIn(text);
    for (const label of [...grouped, ...selected.map(([label]) => label)]) expect([...exported]).toContain(label);
    for (const [label, value] of selected.filter(([label]) => !ADDED.includes(label))) {
      expect(of.map(({ labels }) => labels[label])).toContain(value);
    }
    const told = templates.flatMap((template) => [...template.matchAll(/\{\{\s*(?:\$labels\.)?(\w+)\s*\}\}/g)]);
    for (const [, label = ''] of told) expect(grouped).toContain(label);
  },
);

test('each metric of the server is on the dashboard', () => {
  const shown = new Set(
    dashboard.panels.flatMap(({ targets = [] }: any) => targets.flatMap(({ expr }: any) => metricsIn(expr))),
  );
  const own = new Set(samples.map(({ name }) => name.replace(/_(bucket|sum|count)$/, '')));
  const missing = [...own].filter(
    (name) => name.startsWith('scim_') && ![name, `${name}_bucket`, `${name}_count`].some((form) => shown.has(form)),
  );
  expect(missing).toEqual([]);
});
