// An outcome that MongoDB refuses for good, though it takes others: its event stays unknown, and holds nothing up.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newGroup, newUser } from '../conformance/subject.js';
import { TestClient } from '../support/client.js';
import type { TestServer } from '../support/server.js';
import { startServer } from '../support/server.js';
import { until } from '../support/until.js';
import { delivered, eventsOf, settledEvents } from './events.js';

let server: TestServer;
let client: TestClient;

beforeAll(async () => {
  server = await startServer();
  client = new TestClient(server);
});
afterAll(() => server.close());

test('the outcomes of others are told all the same, and it is tried no more', async () => {
  const { body: user } = await client.post('/Users', newUser());
  const created = await Promise.all([1, 2, 3].map(() => client.post('/Groups', newGroup())));
  const groups = created.map(({ body }) => body);
  await delivered(server.db);
  const [refused] = groups;
  const outcome = { 'r.target.id': refused.id, 'r.action': 'patch', 'r.outcome.result': 'success' };
  await server.db.command({ collMod: 'audit', validator: { $nor: [outcome] } });
  const add = { op: 'add', path: 'members', value: [{ value: user.id }] };
  const replies = await Promise.all(groups.map(({ id }) => client.patch(`/Groups/${id}`, [add])));
  expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);

  for (const { id } of groups.slice(1)) {
    const [, patched] = await settledEvents(server.db, id, 2);
    expect(patched).toMatchObject({ action: 'patch', outcome: { result: 'success' } });
  }
  const failures = () => server.observations.filter(({ kind }) => kind === 'jobFailed');
  expect(await until(() => failures().length > 0 && failures())).toMatchObject([{ error: { code: 121 } }]);
  expect((await eventsOf(server.db, refused.id))[1]).toMatchObject({ outcome: { result: 'unknown' } });

  await client.patch(`/Groups/${groups[1].id}`, [{ op: 'remove', path: `members[value eq "${user.id}"]` }]);
  await settledEvents(server.db, groups[1].id, 3);
  expect(failures()).toHaveLength(1);
});
