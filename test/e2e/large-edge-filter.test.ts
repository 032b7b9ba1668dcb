// Filters on the members of groups that are larger than MongoDB lists in one answer, or takes in one query: 16 MB, some
// 340,000 ids.
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { newUser } from '../conformance/subject.js';
import { TestClient } from '../support/client.js';
import { fillGroup, fillUsers } from '../support/large-group.js';
import type { TestServer } from '../support/server.js';
import { startServer } from '../support/server.js';

// Half a million edges take their time to be written.
jest.setTimeout(300_000);

const GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group';
let server: TestServer;
let client: TestClient;
const ids = new Map<string, string>();

beforeAll(async () => {
  server = await startServer();
  client = new TestClient(server);
  await fillUsers(server.db, 3);
  for (const [displayName, size] of [
    ['Huge', 400_000],
    ['Large', 100_000],
  ] as const) {
    const { id } = (await client.post('/Groups', { schemas: [GROUP], displayName })).body;
    await fillGroup(server.db, id, size);
    ids.set(displayName, id);
  }
  const nested = { schemas: [GROUP], displayName: 'Outer', members: [{ value: ids.get('Huge') }] };
  ids.set('Outer', (await client.post('/Groups', nested)).body.id);
  await client.post('/Users', newUser());
});
afterAll(() => server.close());

const list = (filter: string) => client.get(`/Users?filter=${encodeURIComponent(filter)}`);

test.each(['groups.value eq "Large"', 'groups.display eq "Large"', 'not (groups.value eq "Large")'])(
  '%s of 100,000 is answered',
  async (filter) => {
    const reply = await list(filter.replace('value eq "Large"', `value eq "${ids.get('Large') ?? ''}"`));
    expect([reply.status, reply.body.totalResults]).toEqual([200, filter.startsWith('not') ? 1 : 3]);
  },
);

test.each(['groups.value eq "Huge"', 'groups.value eq "Outer"', 'groups.display eq "Huge"', 'groups pr'])(
  '%s of 400,000 is 400 tooMany, and says what to do',
  async (filter) => {
    const reply = await list(filter.replace(/value eq "(.*)"/, (_all, name) => `value eq "${ids.get(name) ?? ''}"`));
    expect([reply.status, reply.body]).toMatchObject([
      400,
      {
        scimType: 'tooMany',
        detail:
          'the filter is refused: what it asks of members or groups matches more than 200000 resources; ' +
          'read members of the Group instead',
      },
    ]);
  },
);
