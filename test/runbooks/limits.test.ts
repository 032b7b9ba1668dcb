// The run books of a tenant that asks too much, and of one that deactivates too many.
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { stop } from '../e2e/child.js';
import { runCommand } from '../e2e/command.js';
import { until } from '../support/until.js';
import { call } from '../support/call.js';
import { databaseUri } from '../support/server.js';
import type { Deployment } from './deployment.js';
import { deploy, USER } from './deployment.js';
import { runBook } from './run-book.js';
import { SCIM } from '../support/programs.js';

jest.setTimeout(240_000);

const TENANT = 'acme';
const SETTINGS = { BRAKE: 'stop', BRAKE_LEAST: '2', BRAKE_SHARE: '10' };

let server: Deployment;
let acme: { readonly url: string; readonly token: string };
beforeAll(async () => {
  server = await deploy({ MONGODB_URI: databaseUri(), ...SETTINGS });
  await scim('tenant', 'create', TENANT);
  const { token } = JSON.parse(await scim('token', 'create', 'Okta', '--tenant', TENANT, '--json'));
  acme = { url: server.url, token };
});
afterAll(() => stop(server.child));

async function scim(...args: readonly string[]): Promise<string> {
  const command = [...SCIM, ...args] as const;
  return (await runCommand(command, server.environment)).stdout;
}

const list = () => call(acme, 'GET', '/Users?count=0');

test('A tenant asks too much', async () => {
  await scim('tenant', 'limit', TENANT, '--rate', '1', '--burst', '1');
  const book = runBook('A tenant asks too much', { ...server.environment, TENANT, TOKEN: acme.token });
  await until(async () => (await list()).status === 429);
  const seen = await book.next();
  expect(seen.stdout).toMatch(/^scim_requests_refused_total\{reason="tenantRate"\} [1-9]/m);
  expect(seen.stdout).toMatch(/^acme +active +1\/s, 1 at once /m);
  expect(server.lines()).toContainEqual(expect.objectContaining({ msg: 'request', status: 429, tenant: TENANT }));
  // Another tenant is not bothered.
  expect((await call(server, 'GET', '/Users?count=0')).status).toBe(200);

  expect(await book.next()).toMatchObject({ code: 0 });
  await until(async () => (await list()).status === 200);
  const after = await book.next();
  expect(after.stdout).toMatch(/^200\n/);
  expect(after.stdout).toMatch(/^acme +active +200\/s, 2000 at once /m);
  book.finish();
});

test('A tenant deactivates too many', async () => {
  const users = await Promise.all(
    ['a', 'b', 'c'].map((userName) => call(acme, 'POST', '/Users', { schemas: [USER], userName })),
  );
  const remove = async (index: number) => (await call(acme, 'DELETE', `/Users/${users[index]?.body.id}`)).status;
  const deactivate = async (index: number) => {
    const Operations = [{ op: 'replace', value: { active: false } }];
    const patch = { schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'], Operations };
    return (await call(acme, 'PATCH', `/Users/${users[index]?.body.id}`, patch)).status;
  };
  expect([await remove(0), await deactivate(1), await remove(2)]).toEqual([204, 200, 429]);
  const stopped = 'deactivation is stopped: npm run scim -- tenant release allows it again';
  await until(() => server.lines().some(({ msg }) => msg === stopped));
  expect(server.lines().find(({ msg }) => msg === stopped)).toMatchObject({ level: 50, tenant: TENANT, type: 'User' });

  const book = runBook('A tenant deactivates too many', { ...server.environment, TENANT });
  const seen = await book.next();
  expect(seen.stdout).toMatch(/^User +\S+Z +2 +2 +stopped /m);
  expect(seen.stdout).toMatch(new RegExp(`delete  User  ${users[0]?.body.id}`));
  expect(seen.stdout).toMatch(new RegExp(`patch  User  ${users[1]?.body.id}`));
  expect(seen.stdout).toMatch(/\n2 of 2\n/);
  const released = await book.next();
  expect(released).toMatchObject({ code: 0, stdout: 'released acme\n' });
  const after = await book.next();
  expect(after.stdout).not.toContain('stopped');
  expect(await remove(2)).toBe(204);
  book.finish();
});
