// A2 rogue IdP, A1-31: the brake on mass deactivation. Whatever takes users out of use is counted, and what is too much
// is told, or stopped until an operator lets it go on.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createBrakeStore } from '../../src/storage/mongo/brake-store.js';
import { expectError, newUser } from '../conformance/subject.js';
import { until } from '../support/until.js';
import { TestClient } from '../support/client.js';
import type { Reply } from '../support/client.js';
import { clientOf, controlOf } from '../support/control.js';
import type { TestServer } from '../support/server.js';
import { startServer } from '../support/server.js';

const BULK = 'urn:ietf:params:scim:api:messages:2.0:BulkRequest';
const PATCH = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';
/** Of any number of users up to 30, three may go. */
const STOP = { BRAKE: 'stop', BRAKE_LEAST: '3', BRAKE_SHARE: '10', BRAKE_WINDOW: '3600' };
const DEACTIVATE = [{ op: 'replace', path: 'active', value: false }];
const DETAIL =
  /^too many resources of the type User were deactivated or deleted: 10 % of them, .* the brake of the tenant default$/;

type Act = (client: TestClient, user: Reply['body']) => Promise<Reply>;

const status = ({ status: code, body }: Reply): string => body?.Operations?.[0]?.status ?? String(code);
const inBulk = async (client: TestClient, operation: object): Promise<Reply> =>
  client.post('/Bulk', { schemas: [BULK], Operations: [operation] });

/** Everything that takes a user out of use. */
const ACTS: readonly (readonly [what: string, act: Act])[] = [
  ['PATCH', (client, { id }) => client.patch(`/Users/${id}`, DEACTIVATE)],
  [
    'PATCH without a path',
    (client, { id }) => client.patch(`/Users/${id}`, [{ op: 'replace', value: { active: false } }]),
  ],
  [
    'PATCH as Entra ID writes it',
    (client, { id }) => client.patch(`/Users/${id}`, [{ ...DEACTIVATE[0], value: 'False' }]),
  ],
  ['PUT', (client, { id, userName, schemas }) => client.put(`/Users/${id}`, { schemas, userName, active: false })],
  ['DELETE', (client, { id }) => client.delete(`/Users/${id}`)],
  [
    'PATCH in bulk',
    (client, { id }) =>
      inBulk(client, { method: 'PATCH', path: `/Users/${id}`, data: { schemas: [PATCH], Operations: DEACTIVATE } }),
  ],
  ['DELETE in bulk', (client, { id }) => inBulk(client, { method: 'DELETE', path: `/Users/${id}` })],
  ['DELETE with If-Match', (client, { id, meta }) => client.delete(`/Users/${id}`, { 'if-match': meta.version })],
];

describe('BRAKE=stop', () => {
  let server: TestServer;
  let client: TestClient;
  beforeAll(async () => {
    server = await startServer(STOP);
    client = new TestClient(server);
  });
  afterAll(() => server.close());

  const release = (until = new Date()) =>
    createBrakeStore(server.db).release('default', { type: 'User', since: new Date(), releasedUntil: until });
  const users = (count: number) =>
    Promise.all(Array.from({ length: count }, async () => (await client.post('/Users', newUser())).body));
  const counted = async () =>
    (await server.db.collection<{ _id: string; count: number }>('brake').findOne({ _id: 'User' }))?.count;

  test.each(ACTS)('%s: three are done, the fourth is 429 and changes nothing', async (_what, act) => {
    await release();
    const all = await users(4);
    for (const user of all.slice(0, 3)) expect(status(await act(client, user))).toMatch(/^20[04]$/);
    const refused = await act(client, all[3]);
    if (refused.status === 200) expect(refused.body.Operations[0].response.detail).toMatch(DETAIL);
    else {
      expectError(refused, 429);
      expect(refused.headers.get('retry-after')).toBe('600');
      expect(refused.body.detail).toMatch(DETAIL);
    }
    expect(status(refused)).toBe('429');
    expect((await client.get(`/Users/${all[3].id}`)).body).toEqual(all[3]);
  });

  test('what is stopped stays so for every way, and all else goes on', async () => {
    await release();
    const all = await users(5);
    for (const { id } of all.slice(0, 3)) await client.delete(`/Users/${id}`);
    const [, , , user, other] = all;
    for (const [, act] of ACTS) expect(status(await act(client, other))).toBe('429');
    expect((await client.post('/Users', newUser())).status).toBe(201);
    expect((await client.patch(`/Users/${user.id}`, [{ op: 'replace', path: 'title', value: 'x' }])).status).toBe(200);
    expect((await client.get('/Users')).status).toBe(200);
    expect((await client.post('/Users', newUser({ active: false }))).status).toBe(201);
    const group = (
      await client.post('/Groups', { schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'], displayName: 'g' })
    ).body;
    expect((await client.delete(`/Groups/${group.id}`)).status).toBe(204);
    const reached = server.observations.filter(({ kind }) => kind === 'brakeReached');
    expect(reached.at(-1)).toEqual({
      kind: 'brakeReached',
      tenant: 'default',
      type: 'User',
      mode: 'stop',
      count: 3,
      allowed: expect.any(Number),
    });
  });

  test('a release lets it go on, and counts anew; for a time nothing is stopped', async () => {
    await release();
    const all = await users(12);
    const remove = async (index: number) => (await client.delete(`/Users/${all[index].id}`)).status;
    expect([await remove(0), await remove(1), await remove(2), await remove(3)]).toEqual([204, 204, 204, 429]);
    await release();
    expect([await remove(3), await remove(4), await remove(5), await remove(6)]).toEqual([204, 204, 204, 429]);
    await release(new Date(Date.now() + 3_600_000));
    for (let index = 6; index < 12; index += 1) expect(await remove(index)).toBe(204);
    expect(await counted()).toBe(0);
  });

  test('what was not done is not counted, nor what was out of use before; a reactivation gives nothing back', async () => {
    await release();
    const [first, second, third] = await users(3);
    await client.delete('/Users/nobody');
    await client.patch(`/Users/${first.id}`, DEACTIVATE, { 'if-match': 'W/"7"' });
    await client.delete(`/Users/${first.id}`, { 'if-match': 'W/"7"' });
    expect(await counted()).toBe(0);
    await client.patch(`/Users/${first.id}`, DEACTIVATE);
    await client.patch(`/Users/${first.id}`, DEACTIVATE);
    await client.put(`/Users/${first.id}`, { ...first, active: false, title: 'x' });
    expect(await counted()).toBe(1);
    await client.patch(`/Users/${first.id}`, [{ op: 'replace', path: 'active', value: true }]);
    expect(await counted()).toBe(1);
    await Promise.all([second, third].map(({ id }) => client.delete(`/Users/${id}`)));
    expect(await counted()).toBe(3);
    expect((await client.delete(`/Users/${first.id}`)).status).toBe(429);
    expect((await client.patch(`/Users/${first.id}`, [{ op: 'add', path: 'active', value: true }])).status).toBe(200);
  });

  test('a DELETE of what is not there, or is another version, writes no count, and is told so while it is stopped', async () => {
    await release();
    const [first, second, third, fourth] = await users(4);
    const writes = () => server.observations.filter((seen) => seen.kind === 'databaseBatch' && seen.call === 'brake');
    const before = writes().length;
    const statuses = async () => [
      (await client.delete('/Users/nobody')).status,
      (await client.delete('/Users/nobody', { 'if-match': 'W/"1"' })).status,
      (await client.delete(`/Users/${fourth.id}`, { 'if-match': 'W/"7"' })).status,
      status(await inBulk(client, { method: 'DELETE', path: '/Users/nobody' })),
    ];
    expect(await statuses()).toEqual([404, 404, 412, '404']);
    expect(writes()).toHaveLength(before);
    for (const { id } of [first, second, third]) await client.delete(`/Users/${id}`);
    expect((await client.delete(`/Users/${fourth.id}`)).status).toBe(429);
    expect(await statuses()).toEqual([404, 404, 412, '404']);
  });

  test('of many at once exactly as many are done as may be, by two servers on one database', async () => {
    await release();
    const other = await startServer({ ...STOP, MONGODB_URI: server.uri });
    const clients = [client, new TestClient(other)];
    const all = await users(20);
    const statuses = await Promise.all(
      all.map(async ({ id }, n) => (await clients[n % 2]?.patch(`/Users/${id}`, DEACTIVATE))?.status),
    );
    const { totalResults } = (await client.get('/Users?count=0')).body;
    const allowed = Math.max(3, Math.floor(totalResults / 10));
    expect(statuses.filter((code) => code === 200)).toHaveLength(allowed);
    expect(statuses.filter((code) => code === 429)).toHaveLength(20 - allowed);
    await other.stop();
    // It outlives the servers.
    const next = await startServer({ ...STOP, MONGODB_URI: server.uri });
    const left = all.find((_user, n) => statuses[n] === 429);
    expect((await new TestClient(next).delete(`/Users/${left.id}`)).status).toBe(429);
    await next.stop();
  });

  test('of a large tenant the share may go', async () => {
    await release();
    await users(60);
    const { totalResults } = (await client.get('/Users?count=0')).body;
    const { body } = await client.get('/Users?count=20&filter=active eq true');
    const statuses: number[] = [];
    for (const { id } of body.Resources) statuses.push((await client.patch(`/Users/${id}`, DEACTIVATE)).status);
    expect(statuses.filter((code) => code === 200)).toHaveLength(Math.floor(totalResults / 10));
  });

  test('other tenants have brakes of their own', async () => {
    const control = await controlOf(server);
    await control.tenants.create('elsewhere');
    const elsewhere = await clientOf(server, control, { tenant: 'elsewhere' });
    const { id } = (await elsewhere.post('/Users', newUser())).body;
    expect((await elsewhere.delete(`/Users/${id}`)).status).toBe(204);
    await control.tenants.remove('elsewhere');
  });
});

test('BRAKE=warn: everything is done, and the log is told once', async () => {
  const server = await startServer({ ...STOP, BRAKE: 'warn' });
  const client = new TestClient(server);
  for (let n = 0; n < 6; n += 1) {
    const { id } = (await client.post('/Users', newUser())).body;
    expect((await client.patch(`/Users/${id}`, DEACTIVATE, { 'If-Match': 'W/"7"' })).status).toBe(412);
    expect((await client.patch(`/Users/${id}`, DEACTIVATE)).status).toBe(200);
    expect((await client.patch(`/Users/${id}`, DEACTIVATE)).status).toBe(200);
  }
  // Behind the answers; what was refused or changed nothing is not in it.
  await until(async () => (await server.db.collection('brake').findOne({}))?.['count'] === 6);
  await server.close();
  const reached = server.observations.filter(({ kind }) => kind === 'brakeReached');
  // Those of a tenth of a second are counted together: it is told of the first that is too many, or of a later one.
  const counts = reached.map((seen) => ('count' in seen ? seen.count : 0));
  expect(counts).toHaveLength(1);
  expect([4, 5, 6]).toContain(counts[0]);
  expect(reached).toMatchObject([{ tenant: 'default', type: 'User', mode: 'warn', allowed: 3 }]);
});

test('BRAKE=off: nothing is counted', async () => {
  const server = await startServer({ ...STOP, BRAKE: 'off' });
  const client = new TestClient(server);
  for (let n = 0; n < 5; n += 1) {
    const { id } = (await client.post('/Users', newUser())).body;
    expect((await client.delete(`/Users/${id}`)).status).toBe(204);
  }
  expect(await server.db.collection('brake').countDocuments()).toBe(0);
  await server.close();
});
