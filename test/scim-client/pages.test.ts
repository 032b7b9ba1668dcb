// Lists of the client of sdk/: by cursor, and by index from service providers that have none.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createScimClient } from '../../sdk/src/client.js';
import type { paths } from '../../src/generated/openapi.js';
import { newUser, serverUnderTest } from '../conformance/subject.js';
import { openDoor } from './door.js';
import type { Door, Turn } from './door.js';

const subject = serverUnderTest();
const all = ['u1', 'u2', 'u3', 'u4', 'u5', 'u6', 'u7'];
beforeAll(async () => {
  for (const userName of all) await subject.client.post('/Users', newUser({ userName }));
});

const opened: Door[] = [];
afterAll(() => Promise.all(opened.map((door) => door.close())));
const through = async (turn: (url: URL) => Turn | URL) => {
  const door = await openDoor(subject.url, turn);
  opened.push(door);
  return door;
};
const usersAt = (url: string) => createScimClient<paths>({ baseUrl: url, token: subject.token }).resources('/Users');
const names = async (list: AsyncIterable<{ readonly userName?: string }>) => {
  const found: (string | undefined)[] = [];
  for await (const { userName } of list) found.push(userName);
  return found;
};

test('a list is read by cursor, page by page', async () => {
  const door = await through((url) => url);
  expect(
    await names(usersAt(door.url).list({ count: 3, filter: (f) => f.userName.sw('u'), sortBy: 'userName' })),
  ).toEqual(all);
  expect(door.seen).toEqual([
    'GET /Users?count=3&sortBy=userName&filter=userName%20sw%20%22u%22&cursor=',
    expect.stringMatching(/&cursor=[\w.~-]+$/),
    expect.stringMatching(/&cursor=[\w.~-]+$/),
  ]);
});

test('a page is read when it is asked for, and not before', async () => {
  const door = await through((url) => url);
  const list = usersAt(door.url).list({ count: 2 });
  for (const userName of ['u1', 'u2']) expect((await list.next()).value).toMatchObject({ userName });
  expect(door.seen).toHaveLength(1);
  await list.return();
  expect(door.seen).toHaveLength(1);
});

test('pages tell how many results there are; one that holds all is the last', async () => {
  const pages = usersAt(subject.url).pages({ filter: 'userName sw "u"' });
  expect((await pages.next()).value).toMatchObject({ totalResults: 7, itemsPerPage: 7 });
  expect((await pages.next()).done).toBe(true);
  expect(await names(usersAt(subject.url).list({ filter: (f) => f.userName.eq('nobody') }))).toEqual([]);
  expect(await names(usersAt(subject.url).list({ count: 0 }))).toEqual([]);
});

test('by cursor, an empty page is not the last, and one whose nextCursor is empty is', async () => {
  const page = (nextCursor: string | null, ...found: string[]): Turn => ({
    status: 200,
    headers: { 'Content-Type': 'application/scim+json' },
    body: { totalResults: 2, Resources: found.map((userName) => ({ userName })), nextCursor },
  });
  for (const none of ['', null]) {
    const answers: Readonly<Record<string, Turn>> = {
      '': page('b'),
      b: page('c', 'u1'),
      c: page('d'),
      d: page(none, 'u2'),
    };
    const door = await through((url) => answers[url.searchParams.get('cursor') ?? ''] ?? { status: 404 });
    expect(await names(usersAt(door.url).list())).toEqual(['u1', 'u2']);
    expect(door.seen.map((request) => request.replace('GET /Users?cursor=', ''))).toEqual(['', 'b', 'c', 'd']);
  }
});

describe('a service provider without cursors is read by index', () => {
  const byIndex = [expect.stringContaining('startIndex=4'), expect.stringContaining('startIndex=7')];

  test('where it takes no notice of the parameter', async () => {
    const door = await through((url) => {
      url.searchParams.delete('cursor');
      return url;
    });
    expect(await names(usersAt(door.url).list({ count: 3 }))).toEqual(all);
    expect(door.seen).toEqual([expect.stringContaining('cursor='), ...byIndex]);
  });

  test('where it refuses the parameter', async () => {
    const door = await through((url) => (url.searchParams.has('cursor') ? { status: 400 } : url));
    expect(await names(usersAt(door.url).list({ count: 3 }))).toEqual(all);
    expect(door.seen).toEqual([
      expect.stringContaining('cursor='),
      expect.stringContaining('startIndex=1'),
      ...byIndex,
    ]);
  });

  test('but a wrong filter is refused at once', async () => {
    const door = await through((url) => url);
    await expect(names(usersAt(door.url).list({ filter: 'userName is "u"' }))).rejects.toMatchObject({
      scimType: 'invalidFilter',
    });
    expect(door.seen).toHaveLength(1);
  });
});
