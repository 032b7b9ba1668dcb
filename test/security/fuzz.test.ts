// A small run of the fuzzer; npm run fuzz is the large one.
import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { MongoClient } from 'mongodb';
import { spawnServer, stop, untilReady } from '../e2e/child.js';
import { databaseUri } from '../support/server.js';
import { fuzz, problemsOfLog } from './fuzz/run.js';

test('2,000 requests by the grammar: no 5xx, no hang, no secret in an answer or a log line', async () => {
  const token = `fuzz-${randomUUID()}`;
  const uri = databaseUri();
  const child = await spawnServer({ SCIM_BEARER_TOKEN: token, MONGODB_URI: uri, AUTH_FAILURES: 'off' });
  await untilReady(child);
  const { problems, statuses } = await fuzz({ child, token, requests: 2_000, seed: 7 });
  expect(await stop(child)).toBe(0);
  expect([...problems, ...problemsOfLog(child.output().stdout, token)]).toEqual([]);
  // It reached what it tries: creates, reads, and refusals of every kind.
  for (const status of [200, 201, 204, 400, 401, 404, 405, 406, 412, 415])
    expect(statuses).toHaveProperty(String(status));
  const client = await MongoClient.connect(uri);
  await client.db().dropDatabase();
  await client.close();
});
