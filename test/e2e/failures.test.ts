// Failed authentications of an address are counted by all workers together.
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { get } from 'node:http';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { MongoClient } from 'mongodb';
import { newToken } from '../../src/auth/token-form.js';
import { databaseUri } from '../support/server.js';
import type { Child } from './child.js';
import { spawnServer, stop, untilReady } from './child.js';

const SCIM_BEARER_TOKEN = 'a-token-of-the-test-0123456789';
const WORKERS = 3;
const FAILURES = 12;
const MONGODB_URI = databaseUri();

let child: Child;
beforeAll(async () => {
  const failures = { AUTH_FAILURES: String(FAILURES), AUTH_FAILURES_WINDOW: '86400' };
  child = await spawnServer({ MONGODB_URI, SCIM_BEARER_TOKEN, WORKERS: String(WORKERS), ...failures });
  await untilReady(child);
  while (workers().size < WORKERS) await ask(SCIM_BEARER_TOKEN);
}, 240_000);
afterAll(async () => {
  await stop(child);
  const client = await MongoClient.connect(MONGODB_URI);
  await client.db().dropDatabase();
  await client.close();
});

/** The processes that answered, by their logs. */
const workers = () => new Set([...child.output().stdout.matchAll(/"pid":(\d+).*"request"/g)].map(([, pid]) => pid));

/** The status of a request on a connection of its own, which any worker may get. */
async function ask(token: string): Promise<number | undefined> {
  const headers = { authorization: `Bearer ${token}` };
  const sent = get(`${child.origin}/scim/v2/Users?count=0`, { agent: false, headers });
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  response.resume();
  await once(response, 'end');
  return response.statusCode;
}

test('so many failures of an address pass, whatever worker they come to; who was let in before goes on', async () => {
  const statuses: (number | undefined)[] = [];
  // Each worker hears of the address by a failure of its own.
  for (let n = 0; n < 10 * FAILURES; n += 1) statuses.push(await ask(newToken().token));
  const failed = statuses.filter((status) => status === 401).length;
  expect(new Set(statuses)).toEqual(new Set([401, 429]));
  expect(failed).toBeGreaterThanOrEqual(FAILURES);
  expect(failed).toBeLessThan(FAILURES + WORKERS);
  const known = await Promise.all(Array.from({ length: 20 }, () => ask(SCIM_BEARER_TOKEN)));
  expect(new Set(known)).toEqual(new Set([200]));
}, 240_000);
