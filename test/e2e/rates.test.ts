// A rate holds for all workers together; a tenant gets one of its own from the command line, and its brake released.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { SCIM } from '../support/programs.js';
import { runCommand } from './command.js';
import type { Several } from './several.js';
import { startSeveral } from './several.js';

const WORKERS = 2;
const BURST = 40;

let server: Several;
beforeAll(async () => {
  server = await startSeveral(WORKERS, '/docs', { TENANT_RATE: '1', TENANT_BURST: String(BURST), TOKEN_RATE: 'off' });
}, 240_000);
afterAll(() => server.stop());

const ask = () => server.ask('/scim/v2/Users?count=0');
const scim = (...args: string[]) => runCommand([...SCIM, ...args], { MONGODB_URI: server.mongodbUri });

test('several workers let in what one bucket has, by whatever worker they come', async () => {
  const start = performance.now();
  const statuses: (number | undefined)[] = [];
  while (statuses.length < 5 * BURST) {
    statuses.push(...(await Promise.all(Array.from({ length: 20 }, () => ask()))));
  }
  const letIn = statuses.filter((status) => status === 200).length;
  expect(new Set(statuses)).toEqual(new Set([200, 429]));
  expect(letIn).toBeGreaterThanOrEqual(BURST);
  expect(letIn).toBeLessThanOrEqual(BURST + Math.ceil((performance.now() - start) / 1000));
});

test('scim tenant limit holds in all workers within a second', async () => {
  expect(await scim('tenant', 'limit', 'default', '--rate', '100', '--json')).toEqual({
    code: 0,
    stdout: '{\n  "id": "default",\n  "changed": true\n}\n',
    stderr: '',
  });
  const changed = performance.now();
  while (performance.now() - changed < 1_000) await server.ask('/readyz');
  const statuses = await Promise.all(Array.from({ length: 2 * BURST }, () => ask()));
  expect(new Set(statuses)).toEqual(new Set([200]));

  expect((await scim('tenant', 'list')).stdout).toContain('100/s, 1000 at once');
  expect(await scim('tenant', 'limit', 'default')).toMatchObject({
    code: 1,
    stderr: 'give either --rate, or --usual\n',
  });
  expect((await scim('tenant', 'limit', 'default', '--rate', '0')).code).toBe(2);
}, 240_000);

test('scim tenant release and brake', async () => {
  expect(await scim('tenant', 'release', 'default', '--for', '1h')).toEqual({
    code: 0,
    stdout: 'released default\n',
    stderr: '',
  });
  const { stdout } = await scim('tenant', 'brake', 'default', '--json');
  expect(JSON.parse(stdout)).toEqual([
    {
      type: 'User',
      since: expect.any(String),
      count: 0,
      allowed: 0,
      releasedUntil: expect.any(String),
    },
  ]);
  expect(await scim('tenant', 'release', 'nobody')).toMatchObject({ code: 1, stderr: 'there is no tenant "nobody"\n' });
}, 240_000);
