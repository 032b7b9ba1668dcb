// The run book of backup and restore: a deployment with a tenant, dumped, lost, and brought back on another mongod.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { startEmbedded } from '../../src/storage/mongo/embedded/start.js';
import type { EmbeddedMongod } from '../../src/storage/mongo/embedded/start.js';
import { stop } from '../e2e/child.js';
import { runCommand } from '../e2e/command.js';
import { call } from '../support/call.js';
import { deployments, USER } from './deployment.js';
import { runBook } from './run-book.js';
import { SCIM } from '../support/programs.js';

jest.setTimeout(300_000);

const GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group';
const SCIM_TOKEN_KEY = 'the-key-of-the-run-books-0123456789';

const start = deployments();
let folder: string;
let first: EmbeddedMongod;
let second: EmbeddedMongod;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scim-backup-'));
  first = await startEmbedded({ dataDir: join(folder, 'a'), report: () => undefined });
  second = await startEmbedded({ dataDir: join(folder, 'b'), report: () => undefined });
});
afterEach(async () => {
  await first.stop();
  await second.stop();
  await rm(folder, { recursive: true, force: true });
});

const databaseOf = ({ uri }: EmbeddedMongod) => uri.replace('/?', '/scim?');

test('Backup, and restore', async () => {
  const before = await start({ MONGODB_URI: databaseOf(first), SCIM_TOKEN_KEY });
  const scim = async (...args: readonly string[]) => (await runCommand([...SCIM, ...args], before.environment)).stdout;
  await scim('tenant', 'create', 'acme');
  const created = await scim('token', 'create', 'Okta', '--tenant', 'acme', '--json');
  const { token } = JSON.parse(created) as { token: string };
  const acme = { url: before.url, token };
  const user = await call(acme, 'POST', '/Users', { schemas: [USER], userName: 'kept' });
  const members = [{ value: user.body.id }];
  const group = await call(acme, 'POST', '/Groups', { schemas: [GROUP], displayName: 'kept', members });
  expect([user.status, group.status]).toEqual([201, 201]);

  const environment = { ...before.environment, BACKUP: join(folder, 'scim.gz') };
  const book = runBook('Backup, and restore', environment);
  expect(await book.next({ CLUSTER: first.uri })).toMatchObject({ code: 0 });
  // After the dump: gone with it.
  await call(acme, 'POST', '/Users', { schemas: [USER], userName: 'later' });
  expect(await stop(before.child)).toBe(0);
  await first.stop();

  expect(await book.next({ CLUSTER: second.uri })).toMatchObject({ code: 0 });
  const wrong = await start({ MONGODB_URI: databaseOf(second), SCIM_TOKEN_KEY: `another-${SCIM_TOKEN_KEY}` });
  expect((await call({ url: wrong.url, token }, 'GET', '/Users')).status).toBe(401);
  expect(await stop(wrong.child)).toBe(0);

  const restored = await start({ MONGODB_URI: databaseOf(second), SCIM_TOKEN_KEY });
  const seen = await book.next({ ...restored.environment, TOKEN: token });
  expect(seen.stdout).toMatch(/^acme +active /m);
  expect(seen.stdout).toMatch(/\n200\n$/);
  const tenant = { url: restored.url, token };
  expect((await call(tenant, 'GET', `/Users/${user.body.id}`)).body.groups).toMatchObject([{ value: group.body.id }]);
  expect((await call(tenant, 'GET', `/Groups/${group.body.id}`)).body.members).toMatchObject(members);
  expect((await call(tenant, 'GET', '/Users')).body.totalResults).toBe(1);
  // Indexes came along: a userName is unique still.
  expect((await call(tenant, 'POST', '/Users', { schemas: [USER], userName: 'KEPT' })).status).toBe(409);
  book.finish();
});
