// Searches of one tenant leave connections to the database to the others.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { TestClient } from '../support/client.js';
import type { TestServer } from '../support/server.js';
import { startServer } from '../support/server.js';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
  // Enough that MongoDB is still at the first search when the last one comes.
  const now = new Date();
  const users = Array.from({ length: 20_000 }, (_none, index) => ({
    ...{ _id: `u${index}` as never, version: 1, created: now, lastModified: now, edges: 0 },
    ...{ r: { userName: `u${index}` }, s: { userName: `u${index}`, title: `guide ${index}` }, k: {} },
  }));
  await server.db.collection('User').insertMany(users);
});
afterAll(() => server.close());

test('of 60 filters without an index at once all are answered, and leave connections unused', async () => {
  const client = new TestClient(server);
  const before = server.observations.length;
  const search = () => client.get('/Users?filter=title%20co%20%22nobody%22');
  const answers = await Promise.all(Array.from({ length: 60 }, search));
  expect(new Set(answers.map(({ status, body }) => `${status} ${body.totalResults}`))).toEqual(new Set(['200 0']));
  const inUse = server.observations.slice(before).flatMap((each) => (each.kind === 'databasePool' ? each.inUse : []));
  expect(Math.max(...inUse)).toBeGreaterThanOrEqual(16);
  // Sixteen, and the looks for the token and for how many there are to scan.
  expect(Math.max(...inUse)).toBeLessThanOrEqual(24);
});
