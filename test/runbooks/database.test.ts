// The run books of the database: away, refusing writes, busy with an index; on a replica set that is broken for real.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { spawnServer, stop, untilReady } from '../e2e/child.js';
import type { ReplicaSet } from '../faults/replica-set.js';
import { startReplicaSet } from '../faults/replica-set.js';
import { until } from '../support/until.js';
import { call } from '../support/call.js';
import type { Deployment } from './deployment.js';
import { deploy, USER } from './deployment.js';
import { runBook } from './run-book.js';

jest.setTimeout(300_000);

let set: ReplicaSet;
let server: Deployment;
beforeAll(async () => {
  set = await startReplicaSet();
  server = await deploy({ MONGODB_URI: `${set.uri('books')}&serverSelectionTimeoutMS=2000` });
});
afterAll(async () => {
  await stop(server.child);
  await set.stop();
});

const create = (userName: string) => call(server, 'POST', '/Users', { schemas: [USER], userName });
const count = (text: string, metric: string) =>
  text
    .split('\n')
    .filter((line) => line.startsWith(metric))
    .reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);

test('The database is away', async () => {
  expect((await create('before')).status).toBe(201);
  const book = runBook('The database is away', server.environment);
  for (const node of set.nodes) await node.kill();
  const failed = await create('while');
  expect([failed.status, failed.headers.get('retry-after')]).toEqual([503, expect.stringMatching(/^\d+$/)]);
  const seen = await book.next();
  expect(seen.stdout).toMatch(/\n503\n/);
  expect(count(seen.stdout, 'scim_failures_total')).toBeGreaterThan(0);
  await until(() =>
    server.lines().some(({ msg, err }) => msg === 'request failed' && JSON.stringify(err).includes('Mongo')),
  );

  for (const node of set.nodes) await node.start();
  await set.whole();
  await untilReady(server.child);
  const after = await book.next();
  expect(after.stdout).toMatch(/\n200\n/);
  expect(after.stdout).toMatch(/^\d of \d$/m);
  book.finish();
  expect((await create('while')).status).toBe(201);
});

test('Writes are refused', async () => {
  // That which refuses.
  await set.holdPrimary();
  const primary = await set.primary();
  const failCommands = ['insert', 'update', 'delete', 'findAndModify'];
  const book = runBook('Writes are refused', server.environment);
  await primary.command({
    configureFailPoint: 'failCommand',
    mode: 'alwaysOn',
    data: { failCommands, errorCode: 14031 },
  });
  expect((await create('full')).status).toBe(503);
  expect((await call(server, 'GET', '/Users?filter=userName%20eq%20%22before%22')).body.totalResults).toBe(1);
  const seen = await book.next();
  expect(count(seen.stdout, 'scim_requests_total{operation="createUser",status="503"}')).toBeGreaterThan(0);
  expect(count(seen.stdout, 'scim_database_command_errors_total{command="insert"}')).toBeGreaterThan(0);
  expect((await fetch(`${new URL(server.url).origin}/readyz`)).status).toBe(200);
  expect(server.lines().some(({ err }) => JSON.stringify(err ?? '').includes('14031'))).toBe(true);

  await primary.command({ configureFailPoint: 'failCommand', mode: 'off' });
  const after = await book.next();
  expect(after.stdout).toMatch(/^404\n/);
  book.finish();
  expect((await create('full')).status).toBe(201);
});

test('An index is being built', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'scim-index-'));
  const OPENAPI_OVERLAY = join(folder, 'next.yaml');
  const nickName = { 'x-scim': { index: true } };
  await writeFile(OPENAPI_OVERLAY, JSON.stringify({ schemas: { User: { properties: { nickName } } } }));
  const book = runBook('An index is being built', { ...server.environment, OPENAPI_OVERLAY });
  const primary = await set.primary();
  // Of an empty collection an index is there at once.
  expect((await create('indexed')).status).toBe(201);
  // As long as a large collection takes.
  const hang = { configureFailPoint: 'hangAfterStartingIndexBuild' };
  await primary.command({ ...hang, mode: 'alwaysOn' });
  const next = await spawnServer({ MONGODB_URI: set.uri('books'), OPENAPI_OVERLAY });
  let seen = await book.next();
  while (!seen.stdout.includes('building')) seen = await book.again();
  expect(seen.stdout).toMatch(/^User +s\.nickName,_id +building /m);
  expect(next.output().stdout).not.toContain('"msg":"listening"');
  // The old server goes on.
  expect((await create('meanwhile')).status).toBe(201);
  expect((await call(server, 'GET', '/Users')).status).toBe(200);

  await primary.command({ ...hang, mode: 'off' });
  await untilReady(next);
  const after = await book.next();
  expect(after.stdout).toMatch(/^User +s\.nickName,_id +exists /m);
  expect(after.stdout).not.toMatch(/building|missing/);
  book.finish();
  await stop(next);
  await rm(folder, { recursive: true });
});
