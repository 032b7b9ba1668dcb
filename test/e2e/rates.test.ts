// A rate holds for all workers together, and a tenant gets one of its own from the command line.
import { get } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { expect, test } from '@jest/globals';
import { MongoClient } from 'mongodb';
import { databaseUri } from '../support/server.js';
import { spawnServer, stop, untilReady } from './child.js';
import { runCommand } from './command.js';

const TOKEN = 'a-token-of-the-test-0123456789';
const BURST = 40;

test('several workers let in what one bucket has, by whatever worker they come', async () => {
  const MONGODB_URI = databaseUri();
  const child = await spawnServer({
    MONGODB_URI,
    SCIM_BEARER_TOKEN: TOKEN,
    WORKERS: '3',
    TENANT_RATE: '1',
    TENANT_BURST: String(BURST),
    TOKEN_RATE: 'off',
  });
  await untilReady(child);
  const ask = async (): Promise<number | undefined> => {
    const sent = get(`${child.origin}/scim/v2/Users?count=0`, {
      agent: false,
      headers: { authorization: `Bearer ${TOKEN}` },
    });
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    response.resume();
    await once(response, 'end');
    return response.statusCode;
  };
  const start = performance.now();
  const statuses: (number | undefined)[] = [];
  while (statuses.length < 5 * BURST) statuses.push(...(await Promise.all(Array.from({ length: 20 }, ask))));
  const workers = new Set([...child.output().stdout.matchAll(/"pid":(\d+).*"request"/g)].map(([, pid]) => pid));
  expect(workers.size).toBeGreaterThan(1);
  const letIn = statuses.filter((status) => status === 200).length;
  expect(new Set(statuses)).toEqual(new Set([200, 429]));
  expect(letIn).toBeGreaterThanOrEqual(BURST);
  expect(letIn).toBeLessThanOrEqual(BURST + Math.ceil((performance.now() - start) / 1000));

  const scim = (...args: string[]) =>
    runCommand(['node', '--import', 'tsx', 'src/cli/scim.ts', ...args], { MONGODB_URI });
  expect(await scim('tenant', 'limit', 'default', '--rate', '100', '--json')).toEqual({
    code: 0,
    stdout: '{\n  "id": "default",\n  "changed": true\n}\n',
    stderr: '',
  });
  // Within a second all workers know it: 100 a second, 1,000 at once.
  const changed = performance.now();
  let status: number | undefined = 429;
  while (status === 429 && performance.now() - changed < 5_000) status = await ask();
  expect(status).toBe(200);
  expect((await scim('tenant', 'list')).stdout).toContain('100/s, 1000 at once');
  expect(await scim('tenant', 'limit', 'default')).toMatchObject({
    code: 1,
    stderr: 'give either --rate, or --usual\n',
  });
  expect((await scim('tenant', 'limit', 'default', '--rate', '0')).code).toBe(2);

  expect(await stop(child)).toBe(0);
  const client = await MongoClient.connect(MONGODB_URI);
  await client.db().dropDatabase();
  await client.close();
});
