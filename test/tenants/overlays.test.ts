// An overlay that what a tenant has stored does not fit: who gives it is told, and no client of the tenant notices.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { AdminServer } from '../admin/admin-server.js';
import { startAdminServer } from '../admin/admin-server.js';
import { runCommand } from '../e2e/command.js';
import { call } from '../support/call.js';
import { SCIM } from '../support/programs.js';
import { untilStatus } from '../support/until-status.js';

// A command takes its time to start.
jest.setTimeout(120_000);

const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
const RENAMED = `
schemas:
  User:
    properties:
      nickName: null
      alias: { type: string, description: Another name., x-scim: { caseExact: false, renamedFrom: nickName } }
`;
const UNIQUE = 'schemas: { User: { properties: { title: { x-scim: { uniqueness: server } } } } }';
const folder = mkdtempSync(join(tmpdir(), 'scim-overlays-'));
const FILE = join(folder, 'renamed.yaml');

let at: AdminServer;
beforeAll(async () => {
  writeFileSync(FILE, RENAMED);
  at = await startAdminServer();
});
afterAll(async () => {
  await at.close();
  rmSync(folder, { recursive: true });
});

const scim = (args: readonly string[], settings: Readonly<Record<string, string>> = {}) =>
  runCommand([...SCIM, ...args], { MONGODB_URI: at.server.uri, ...settings });
const json = async (...args: readonly string[]) => JSON.parse((await scim([...args, '--json'])).stdout);

/** A tenant with users, and what asks in its name. */
async function tenantWith(name: string, users: readonly object[]) {
  expect((await at.admin.post('/Tenants', { name })).status).toBe(201);
  const { token } = (await at.admin.post('/Tokens', { name, tenant: name, scopes: ['read', 'write'] })).body;
  const ask = (method: string, path: string, body?: object) => call({ url: at.server.url, token }, method, path, body);
  for (const [n, user] of users.entries()) {
    const made = await ask('POST', '/Users', { schemas: [USER], userName: `${name} ${n}`, ...user });
    expect(made.status).toBe(201);
  }
  return ask;
}

test('a change of the document of the deployment: scim migrate looks at all tenants', async () => {
  await tenantWith('one', [{ nickName: 'Al' }]);
  await tenantWith('two', [{ nickName: 'Bo' }, { nickName: 'Cy' }]);
  const { code, stdout, stderr } = await scim(['migrate', '--dry-run', '--json'], { OPENAPI_OVERLAY: FILE });
  expect([code, stderr]).toEqual([0, '']);
  expect(JSON.parse(stdout)).toMatchObject([
    { tenant: 'default', resources: 0 },
    { tenant: 'one', resources: 1, isDone: false },
    { tenant: 'two', resources: 2, isDone: false },
  ]);
});

test('what needs a migration is refused with its command, and taken when that is done', async () => {
  const ask = await tenantWith('moving', [{ nickName: 'Al' }, {}]);
  const refused = await at.admin.put('/Tenants/moving', { name: 'moving', overlay: RENAMED });
  expect([refused.status, refused.body.detail]).toEqual([
    409,
    'overlay: stored resources of the type User were written by another document: nickName becomes alias. Migrate them ' +
      'first: npm run scim -- migrate, of a tenant with --tenant and --overlay (docs/migrations.md)',
  ]);
  const byHand = await scim(['tenant', 'overlay', 'moving', FILE]);
  expect(byHand).toEqual({ code: 1, stdout: '', stderr: `${refused.body.detail}\n` });
  expect((await at.admin.get('/Tenants/moving')).body).not.toHaveProperty('overlay');
  expect((await ask('GET', '/Users?filter=nickName%20eq%20%22al%22')).body.totalResults).toBe(1);

  const migrate = ['migrate', '--tenant', 'moving', '--overlay', FILE];
  const common = { tenant: 'moving', type: 'User', resources: 1, written: 1 };
  expect(await json(...migrate, '--dry-run')).toMatchObject([{ ...common, isDone: false }]);
  expect((await at.admin.put('/Tenants/moving', { name: 'moving', overlay: RENAMED })).status).toBe(409);
  await at.admin.post('/Tenants/moving/suspend', {});
  await untilStatus(() => ask('GET', '/Users'), 403);
  const migrated = await scim(migrate);
  expect([migrated.code, migrated.stdout]).toEqual([0, expect.stringMatching(/^User of moving: 1 resources\n/)]);
  const taken = await at.admin.put('/Tenants/moving', { name: 'moving', overlay: RENAMED });
  expect([taken.status, taken.body.overlay]).toEqual([200, RENAMED]);
  await at.admin.post('/Tenants/moving/resume', {});
  const { answer } = await untilStatus(() => ask('GET', '/Users?filter=alias%20eq%20%22al%22'), 200);
  expect(answer.body).toMatchObject({ totalResults: 1, Resources: [{ alias: 'Al' }] });
});

test('to be unique is refused where stored values clash; who shares one is told', async () => {
  const ask = await tenantWith('clashing', [{ title: 'Dr' }, { title: 'dr' }]);
  const { status, body } = await at.admin.put('/Tenants/clashing', { name: 'clashing', overlay: UNIQUE });
  expect([status, body.detail]).toEqual([409, expect.stringContaining("overlay: User.title can't be unique")]);
  const users = (await ask('GET', '/Users')).body.Resources;
  for (const { id } of users) expect(body.detail).toContain(id);
  await ask('DELETE', `/Users/${users[0].id}`);
  expect((await at.admin.put('/Tenants/clashing', { name: 'clashing', overlay: UNIQUE })).status).toBe(200);
});

test.each([
  [['--tenant', 'nobody'], 'there is no tenant nobody'],
  [['--overlay', FILE], '--overlay: needs --tenant'],
])('scim migrate %j is refused in one line', async (args, line) => {
  expect(await scim(['migrate', ...args])).toEqual({ code: 1, stdout: '', stderr: `${line}\n` });
});
