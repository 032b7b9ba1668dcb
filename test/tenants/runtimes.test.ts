// What serves a tenant ends when another one takes its place, and costs less and less while nothing is asked of it.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Db } from 'mongodb';
import type { Acts } from '../../src/control/kinds.js';
import { tenantDatabase } from '../../src/storage/mongo/tenant-store.js';
import { clientOf, controlOf } from '../support/control.js';
import type { TestServer } from '../support/server.js';
import { startServer } from '../support/server.js';
import { until } from '../support/until.js';

const BADGE = 'urn:example:params:scim:schemas:Badge';
const OVERLAY = readFileSync('test/fixtures/overlays/one-badge.yaml', 'utf8');

let server: TestServer;
let control: Acts;
beforeAll(async () => {
  server = await startServer();
  control = await controlOf(server);
});
afterAll(async () => {
  for (const { id } of await control.tenants.list()) if (id !== 'default') await control.tenants.remove(id);
  await server.close();
});

test('runtimes that an overlay replaced look for events no more', async () => {
  await control.tenants.create('changing');
  const { token } = await clientOf(server, control, { tenant: 'changing' });
  const schemas = async () => {
    const answer = await fetch(`${server.url}/Schemas`, { headers: { authorization: `Bearer ${token}` } });
    return answer.text();
  };
  await schemas();
  const db = tenantDatabase(server.db, 'changing');
  await db.setProfilingLevel('all');
  for (const overlay of [OVERLAY, null, OVERLAY]) {
    await control.tenants.change('changing', { overlay });
    await until(async () => (await schemas()).includes(BADGE) === (overlay !== null));
  }
  const opened = Date.now();
  // One that is new looks at once, and next after 5 s: all that are older have looked by then, or never will.
  await until(async () => {
    const all = await looks(db);
    const first = Math.max(...all.filter((at) => at <= opened));
    return all.some((at) => at > first + 4_900);
  });
  expect((await looks(db)).filter((at) => at > opened)).toHaveLength(1);
});

test('a tenant whose document cannot be served is 503, the log says why, and retries do not open it again', async () => {
  await control.tenants.create('broken');
  const client = await clientOf(server, control, { tenant: 'broken' });
  // As an overlay that was right becomes when the document below it changes.
  const overlays = server.db.collection<{ _id: string }>('tenants');
  await overlays.updateOne({ _id: 'broken' }, { $set: { overlay: 'resources: { User: { schema: Nothing } }' } });
  const answers = [await client.get('/Users'), await client.get('/ServiceProviderConfig')];
  for (const { status, body, headers } of answers) {
    expect([status, headers.get('retry-after')]).toEqual([503, '10']);
    expect(body.detail).toBe("the tenant's document can't be served: the log of the server says why");
  }
  const causes = server.observations.flatMap((each) =>
    each.kind === 'requestFailed' ? [(each.error as Error).cause as Error] : [],
  );
  expect(causes[0]?.message).toContain('Nothing');
  expect(causes[1]).toBe(causes[0]);

  await control.tenants.change('broken', { overlay: null });
  await until(async () => (await client.get('/Users')).status === 200);
});

/** What is looked for is so old: someone else may be about to deliver what is younger. */
const LEFT_AFTER_MS = 2_000;

/** When looks at users for events that they carry began, by what they ask for: some wait for the database. */
async function looks(db: Db): Promise<number[]> {
  const found = await db.collection('system.profile').find({ op: 'query', 'command.find': 'User' }).toArray();
  const before = found.flatMap(({ command }) => command.filter['events.time']?.$lt ?? []) as Date[];
  return before.map((time) => time.getTime() + LEFT_AFTER_MS);
}
