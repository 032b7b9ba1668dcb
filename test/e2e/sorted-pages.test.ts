// A list that is sorted by an indexed attribute is read by its index: each page examines about what it shows, at any
// depth, in both directions, with resources that have no value. MongoDB's profiler tells what was examined.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { buildModel } from '../../src/schema/build.js';
import { typeNamed } from '../../src/service/context.js';
import { readSource } from '../../src/spec/source.js';
import type { JsonObject } from '../../src/spec/json.js';
import type { StoredResource } from '../../src/storage/mongo/stored-form.js';
import { toStored } from '../../src/storage/mongo/stored-form.js';
import type { Reply } from '../support/client.js';
import { TestClient } from '../support/client.js';
import type { TestServer } from '../support/server.js';
import { startServer } from '../support/server.js';

const USERS = 4_000;
const PAGE = 1_000;
const user = typeNamed(buildModel(readSource('openapi')), 'User');
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

/** Every second user has the attributes that not all have; 20 users have the same of some. */
const attributesOf = (n: number): JsonObject => ({
  userName: `user-${(n * 7_919) % USERS}`,
  emails: n % 2 === 0 ? [{ value: `second-${n}@x` }, { value: `a-${n % 200}@x`, primary: true }] : [],
  ...(n % 2 === 0 ? { externalId: `e-${n % 200}`, [ENTERPRISE]: { employeeNumber: `${n % 200}` } } : {}),
});

let server: TestServer;
let client: TestClient;

beforeAll(async () => {
  server = await startServer();
  client = new TestClient(server);
  const documents = Array.from({ length: USERS }, (_, n) => {
    const at = new Date(Date.UTC(2026, 0, 1) + (n % 100) * 1_000);
    const record = { version: 1, created: at, lastModified: at, attributes: attributesOf(n), edgeCount: 0 };
    return toStored(user, { id: `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`, ...record });
  });
  await server.db.collection<StoredResource>('User').insertMany(documents);
});
afterAll(() => server.close());

/** What the reads of the list examine while something is done. */
async function examinedBy(act: () => Promise<Reply>): Promise<{ reply: Reply; reads: readonly Read[] }> {
  const { db } = server;
  await db.setProfilingLevel('all');
  const reply = await act();
  await db.setProfilingLevel('off');
  const profile = db.collection<Read>('system.profile');
  const reads = await profile.find({ ns: `${db.databaseName}.User`, 'command.find': 'User' }).toArray();
  await profile.drop();
  expect(reads.length).toBeGreaterThan(0);
  return { reply, reads };
}

interface Read {
  readonly keysExamined: number;
  readonly docsExamined: number;
  readonly hasSortStage?: boolean;
}

const sum = (reads: readonly Read[], of: 'keysExamined' | 'docsExamined') =>
  reads.reduce((all, read) => all + read[of], 0);

test.each([
  'userName',
  'externalId',
  'emails',
  `${ENTERPRISE}:employeeNumber`,
  'meta.created',
  'meta.lastModified',
  'id',
])('by %s', async (sortBy) => {
  const orders: string[][] = [];
  for (const sortOrder of ['ascending', 'descending']) {
    const ids: string[] = [];
    for (let cursor: string | undefined = ''; cursor !== undefined;) {
      const query: URLSearchParams = new URLSearchParams({
        sortBy,
        sortOrder,
        count: String(PAGE),
        attributes: 'id',
        cursor,
      });
      const { reply, reads } = await examinedBy(() => client.get(`/Users?${query.toString()}`));
      expect([reply.status, reply.body.totalResults]).toEqual([200, USERS]);
      // One more than the page holds is read, to tell whether the list goes on.
      expect(sum(reads, 'docsExamined')).toBeLessThanOrEqual(PAGE + 1);
      expect(sum(reads, 'keysExamined')).toBeLessThanOrEqual(PAGE + 10);
      expect(reads.filter(({ hasSortStage }) => hasSortStage)).toEqual([]);
      ids.push(...reply.body.Resources.map(({ id }: { id: string }) => id));
      cursor = reply.body.nextCursor;
    }
    expect(new Set(ids).size).toBe(USERS);
    orders.push(ids);
  }
  const [ascending = [], descending = []] = orders;
  expect(descending).toEqual(ascending.reverse());
});
