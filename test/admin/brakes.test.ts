// The brake of a tenant by the admin API: what it has counted, and its release, which is in the log of what is
// administered, whoever does it.
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { runCommand } from '../e2e/command.js';
import { until } from '../support/until.js';
import { clientOf } from '../support/control.js';
import { SCIM } from '../support/programs.js';
import type { AdminServer } from './admin-server.js';
import { startAdminServer } from './admin-server.js';

// A command takes its time to start.
jest.setTimeout(60_000);

const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
const TIME = /^\d{4}-.*Z$/;

let at: AdminServer;
let client: Awaited<ReturnType<typeof clientOf>>;
beforeAll(async () => {
  at = await startAdminServer({ BRAKE: 'stop', BRAKE_LEAST: '1', BRAKE_SHARE: '1' });
  await at.admin.post('/Tenants', { name: 'braked' });
  client = await clientOf(at.server, at.acts, { tenant: 'braked' });
});
afterAll(() => at.close());

const brakes = async () => (await at.admin.get('/Tenants/braked/Brakes')).body;
const removeOne = async (name: string) => {
  const { id } = (await client.post('/Users', { schemas: [USER], userName: name })).body;
  return (await client.delete(`/Users/${id}`)).status;
};
/** The releases in the log, the oldest first, once so many are complete. */
const releases = (count: number): Promise<any[]> =>
  until(async () => {
    const filter = encodeURIComponent('target.type eq "Brake" and tenant eq "braked"');
    const path = `/AdminEvents?filter=${filter}&sortBy=time&sortOrder=ascending`;
    const { Resources } = (await at.admin.get(path)).body;
    const isWhole = Resources.length >= count && Resources.every(({ outcome }: any) => outcome.result !== 'unknown');
    return isWhole ? Resources : undefined;
  });

test('what is counted is seen; a release lets it go on, and is in the log with who and whose it is', async () => {
  expect(await brakes()).toMatchObject({ totalResults: 0 });
  expect([await removeOne('a'), await removeOne('b')]).toEqual([204, 429]);
  const { totalResults, Resources } = await brakes();
  expect(totalResults).toBe(1);
  expect(Resources[0]).toEqual({
    schemas: ['urn:scim-server:admin:schemas:Brake'],
    id: 'User',
    type: 'User',
    since: expect.stringMatching(TIME),
    count: 1,
    allowed: 1,
    stopped: expect.stringMatching(TIME),
    meta: { resourceType: 'Brake' },
  });
  const stopped = encodeURIComponent('stopped pr');
  expect((await at.admin.get(`/Tenants/braked/Brakes?filter=${stopped}`)).body.totalResults).toBe(1);

  const released = await at.admin.request('POST', '/Tenants/braked/release');
  expect([released.status, released.body.id]).toEqual([200, 'braked']);
  expect(await removeOne('c')).toBe(204);
  const [event] = await releases(1);
  expect(event).toMatchObject({
    tenant: 'braked',
    actor: { token: at.adminTokenId, address: '127.0.0.1' },
    request: { id: released.headers.get('x-request-id'), operation: 'releaseTenant' },
    action: 'patch',
    target: { type: 'Brake', id: 'User', display: 'User' },
    outcome: { result: 'success' },
  });
  const changes = new Map(event.changes.map(({ path, ...change }: any) => [path, change]));
  expect(changes.get('stopped')).toEqual({ op: 'remove', before: Resources[0].stopped });
  expect(changes.get('count')).toEqual({ op: 'replace', before: '1', after: '0' });
});

test('for a time nothing is stopped, by the API and by the command line alike', async () => {
  const soon = Date.now() + 3_600_000;
  expect((await at.admin.request('POST', '/Tenants/braked/release?for=3600')).status).toBe(200);
  for (const name of ['d', 'e', 'f']) expect(await removeOne(name)).toBe(204);
  const [{ count, releasedUntil }] = (await brakes()).Resources;
  expect(count).toBe(0);
  expect(new Date(releasedUntil).getTime()).toBeGreaterThanOrEqual(soon);

  const command = [...SCIM, 'tenant', 'release', 'braked', '--for', '2h'] as const;
  const done = await runCommand(command, { MONGODB_URI: at.server.uri });
  expect(done).toEqual({ code: 0, stdout: 'released braked\n', stderr: '' });
  const event = (await releases(3)).at(-1);
  expect(event).toMatchObject({
    tenant: 'braked',
    actor: { token: 'cli' },
    request: { operation: 'scim tenant release' },
    target: { type: 'Brake', id: 'User' },
    outcome: { result: 'success' },
  });
  expect(event.changes.map(({ path }: any) => path)).toContain('releasedUntil');
});

test('of a tenant that there is not, and for a time that is none', async () => {
  for (const path of ['/Tenants/nobody/release', '/Tenants/nobody/release?for=60']) {
    const missing = await at.admin.request('POST', path);
    expect([missing.status, missing.body.detail]).toEqual([404, 'there is no tenant "nobody"']);
  }
  const wrong = await at.admin.request('POST', '/Tenants/braked/release?for=1h');
  expect([wrong.status, wrong.body.detail]).toEqual([400, expect.stringContaining('for')]);
});
