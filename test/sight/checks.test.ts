// What asks a server every few seconds whether it lives fills no log.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Child } from '../e2e/child.js';
import { spawnServer, stop, untilReady } from '../e2e/child.js';
import { until } from '../support/until.js';
import { databaseUri, freePort } from '../support/server.js';

let child: Child;
let metrics: string;
beforeAll(async () => {
  const port = await freePort();
  metrics = `http://127.0.0.1:${port}/metrics`;
  child = await spawnServer({ MONGODB_URI: databaseUri(), METRICS_PORT: String(port) });
  await untilReady(child);
});
afterAll(() => stop(child));

test('checks of health and readiness, and scrapes, are no lines of the log; what else is asked is', async () => {
  const checks = [`${child.origin}/healthz`, `${child.origin}/readyz`, metrics];
  for (const url of checks) expect([url, (await fetch(url)).status]).toEqual([url, 200]);
  // Written behind them.
  await fetch(`${child.origin}/docs`);
  const paths = () => [...child.output().stdout.matchAll(/"path":"([^"]+)".*"msg":"request"/g)].map(([, path]) => path);
  await until(() => paths().includes('/docs'));
  expect(paths()).toEqual(['/docs']);
  expect(child.output().stdout).not.toMatch(/healthz|readyz|metrics"/);
});
