// The client of sdk/ before a service provider that is busy.
import { afterEach, describe, expect, test } from '@jest/globals';
import { createScimClient } from '../../sdk/src/client.js';
import type { paths } from '../../src/generated/openapi.js';
import { serverUnderTest, unique, USER } from '../conformance/subject.js';
import { openDoor } from './door.js';
import type { Door, Turn } from './door.js';

const subject = serverUnderTest();
let door: Door | undefined;
afterEach(() => door?.close());

/** A client whose first requests are answered so; and how long it waited before each of the others. */
async function clientOf(...turns: readonly Turn[]) {
  const left = [...turns];
  door = await openDoor(subject.url, (url) => left.shift() ?? url);
  const waited: number[] = [];
  const wait = async (milliseconds: number) => void waited.push(milliseconds);
  const scim = createScimClient<paths>({ baseUrl: door.url, token: subject.token, retry: { wait } });
  return { users: scim.resources('/Users'), waited, seen: door.seen };
}

const busy = (status: number, after?: string): Turn => ({
  status,
  headers: after === undefined ? {} : { 'Retry-After': after },
});

describe('a request is tried again', () => {
  test.each([429, 503])('after a %i, when Retry-After says', async (status) => {
    const { users, waited, seen } = await clientOf(busy(status, '2'), busy(status, '0'));
    const made = await users.create({ schemas: [USER], userName: unique('u') });
    expect(made.id).toMatch(/\S/);
    expect(waited).toEqual([2_000, 0]);
    expect(seen).toEqual(['POST /Users', 'POST /Users', 'POST /Users']);
  });

  test('at the date that Retry-After names', async () => {
    const { users, waited } = await clientOf(busy(503, new Date(Date.now() + 30_000).toUTCString()));
    await users.list().next();
    expect(waited).toHaveLength(1);
    expect(waited[0]).toBeGreaterThan(25_000);
    expect(waited[0]).toBeLessThanOrEqual(30_000);
  });

  test('later and later, where nothing says when', async () => {
    const { users, waited } = await clientOf(busy(503), busy(503), busy(429));
    await users.list().next();
    expect(waited).toEqual([250, 500, 1_000]);
  });
});

describe('a request is not tried again', () => {
  test('more than three times', async () => {
    const { users, seen } = await clientOf(...Array.from({ length: 9 }, () => busy(503, '1')));
    await expect(users.list().next()).rejects.toMatchObject({ status: 503 });
    expect(seen).toHaveLength(4);
  });

  test('where it might be done twice, and nothing says that it was not done', async () => {
    const { users, seen } = await clientOf(busy(503));
    await expect(users.create({ schemas: [USER], userName: unique('u') })).rejects.toMatchObject({ status: 503 });
    expect(seen).toHaveLength(1);
  });

  test('where the wait is longer than a minute', async () => {
    const { users, waited } = await clientOf(busy(429, '3600'));
    await expect(users.list().next()).rejects.toMatchObject({ status: 429 });
    expect(waited).toEqual([]);
  });

  test('where it is simply wrong', async () => {
    const { users, seen } = await clientOf();
    await expect(users.get('nobody')).rejects.toMatchObject({ status: 404 });
    expect(seen).toHaveLength(1);
  });
});

test('a wait ends when the caller gives up', async () => {
  const behind = await openDoor(subject.url, () => busy(503, '30'));
  door = behind;
  const scim = createScimClient<paths>({ baseUrl: behind.url, token: subject.token });
  const aborter = new AbortController();
  const asked = scim.api.GET('/Users', { signal: aborter.signal });
  while (behind.seen.length === 0) await subject.client.get('/ServiceProviderConfig');
  aborter.abort(new Error('no longer needed'));
  await expect(asked).rejects.toThrow('no longer needed');
});
