// Failed authentications of an address are counted by all workers together.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newToken } from '../../src/auth/token-form.js';
import type { Several } from './several.js';
import { startSeveral } from './several.js';

const WORKERS = 3;
const FAILURES = 12;
const USERS = '/scim/v2/Users?count=0';

let server: Several;
beforeAll(async () => {
  server = await startSeveral(WORKERS, USERS, { AUTH_FAILURES: String(FAILURES), AUTH_FAILURES_WINDOW: '86400' });
}, 240_000);
afterAll(() => server.stop());

const ask = (token?: string) => server.ask(USERS, token);

test('so many failures of an address pass, whatever worker they come to; who was let in before goes on', async () => {
  const statuses: (number | undefined)[] = [];
  // Each worker hears of the address by a failure of its own.
  for (let n = 0; n < 10 * FAILURES; n += 1) statuses.push(await ask(newToken().token));
  const failed = statuses.filter((status) => status === 401).length;
  expect(new Set(statuses)).toEqual(new Set([401, 429]));
  expect(failed).toBeGreaterThanOrEqual(FAILURES);
  expect(failed).toBeLessThan(FAILURES + WORKERS);
  const known = await Promise.all(Array.from({ length: 20 }, () => ask()));
  expect(new Set(known)).toEqual(new Set([200]));
}, 240_000);
