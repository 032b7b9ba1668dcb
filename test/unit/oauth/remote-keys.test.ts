// How long keys of an issuer are kept, by a clock that the test moves: when they are fetched again, how long they go on
// while the issuer is away, and what a clock that jumps does.
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { jwtVerify } from 'jose';
import { createRemoteKeys } from '../../../src/oauth/remote-keys.js';
import type { KeyPair, TestIssuer } from '../../support/oauth.js';
import { newKeyPair, sign, startIssuer } from '../../support/oauth.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let pair: KeyPair;
let issuer: TestIssuer;
let token: string;
let now: number;
let errors: unknown[];
let verify: (text?: string) => Promise<unknown>;

beforeAll(async () => {
  pair = await newKeyPair();
  token = await sign(pair, {});
  issuer = await startIssuer(pair.publicJwk);
});
afterAll(() => issuer.close());
beforeEach(() => {
  now = 1_800_000_000_000;
  errors = [];
  issuer.setAway(false);
  issuer.publish(pair.publicJwk);
  const keys = createRemoteKeys({
    issuer: issuer.url,
    jwksUri: issuer.jwksUri,
    report: (error) => errors.push(error),
    clock: () => new Date(now),
  });
  // Only the key counts here: the token may be over by this clock.
  verify = (text = token) => jwtVerify(text, keys, { currentDate: new Date(0) });
});

/** What is fetched beside a request has ended when the same is asked for again and again. */
async function untilFetched(times: number): Promise<void> {
  while (issuer.fetches() < times) await verify();
}

test('fetched once, and again after ten minutes, without a request waiting for it', async () => {
  const before = issuer.fetches();
  await Promise.all([verify(), verify(), verify()]);
  now += 9 * MINUTE;
  await verify();
  expect(issuer.fetches()).toBe(before + 1);
  now += 2 * MINUTE;
  await verify();
  await untilFetched(before + 2);
});

test('away: what is known goes on for a day, then nobody can know: 503', async () => {
  await verify();
  issuer.setAway(true);
  now += 23 * HOUR;
  await verify();
  now += 2 * HOUR;
  await expect(verify()).rejects.toMatchObject({ key: 'unavailable' });
  expect(errors.length).toBeGreaterThan(0);
  issuer.setAway(false);
  // Within two seconds of the last attempt nobody asks again.
  await expect(verify()).rejects.toMatchObject({ key: 'unavailable' });
  now += 3_000;
  await verify();
});

test('never there: 503, and one attempt in two seconds', async () => {
  issuer.setAway(true);
  const before = issuer.fetches();
  for (let i = 0; i < 5; i += 1) await expect(verify()).rejects.toMatchObject({ key: 'unavailable' });
  expect(issuer.fetches()).toBe(before + 1);
});

test('a key that is not among them is asked for, once in two seconds', async () => {
  await verify();
  const other = await newKeyPair();
  const unknown = await sign(other, {});
  const before = issuer.fetches();
  now += 3_000;
  for (let i = 0; i < 5; i += 1) await expect(verify(unknown)).rejects.toThrow('no applicable key');
  expect(issuer.fetches()).toBe(before + 1);
  issuer.publish(pair.publicJwk, other.publicJwk);
  now += 3_000;
  await verify(unknown);
});

test('a clock that went back makes the keys old: they are fetched anew', async () => {
  await verify();
  const before = issuer.fetches();
  now -= 48 * HOUR;
  await verify();
  expect(issuer.fetches()).toBe(before + 1);
  await verify();
});
