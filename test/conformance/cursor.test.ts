// Paging by cursor (RFC 9865).
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Reply } from '../support/client.js';
import { expectError, newUser, serverUnderTest } from './subject.js';

const subject = serverUnderTest();
const all = ['u1', 'u2', 'u3', 'u4', 'u5', 'u6', 'u7'];

beforeAll(async () => {
  for (const userName of all) await subject.client.post('/Users', newUser({ userName, title: 'T' }));
});

const page = (cursor: string, query: Readonly<Record<string, string>> = { count: '3' }): Promise<Reply> =>
  subject.client.get(`/Users?${new URLSearchParams({ ...query, cursor }).toString()}`);
const names = ({ body }: Reply) => body.Resources.map(({ userName }: { userName: string }) => userName);

describe('RFC 9865 2', () => {
  test('pages forwards to the end, and back to the start', async () => {
    const first = await page('');
    expect(first.body).toMatchObject({
      totalResults: 7,
      itemsPerPage: 3,
      nextCursor: expect.stringMatching(/^[\w.~-]+$/),
    });
    expect(first.body).not.toHaveProperty('previousCursor');
    expect(first.body).not.toHaveProperty('startIndex');
    const second = await page(first.body.nextCursor);
    const third = await page(second.body.nextCursor);
    expect([names(first), names(second), names(third)]).toEqual([all.slice(0, 3), all.slice(3, 6), all.slice(6)]);
    expect(third.body).not.toHaveProperty('nextCursor');
    const back = await page(third.body.previousCursor);
    expect(names(back)).toEqual(all.slice(3, 6));
    expect(names(await page(back.body.previousCursor))).toEqual(all.slice(0, 3));
  });

  test('what is created or deleted between pages moves no other resource', async () => {
    const first = await page('', { count: '2', sortBy: 'userName', filter: 'userName sw "u"' });
    const gone = first.body.Resources[1];
    await subject.client.delete(`/Users/${gone.id}`);
    await subject.client.post('/Users', newUser({ userName: 'u0' }));
    const next = await page(first.body.nextCursor, { count: '2', sortBy: 'userName', filter: 'userName sw "u"' });
    expect(names(next)).toEqual(['u3', 'u4']);
    await subject.client.post('/Users', newUser({ userName: 'u2' }));
  });

  test('count 0 asks for the total alone', async () => {
    const reply = await page('', { count: '0' });
    expect(reply.body).toMatchObject({ itemsPerPage: 0, Resources: [] });
    expect(reply.body.totalResults).toBeGreaterThanOrEqual(7);
    expect(reply.body).not.toHaveProperty('nextCursor');
  });

  test('without cursor the page is one by index', async () => {
    const { body } = await subject.client.get('/Users?count=2');
    expect(body).toMatchObject({ startIndex: 1 });
    expect(body).not.toHaveProperty('nextCursor');
  });
});

describe('RFC 9865 2.1: errors', () => {
  test.each([
    ['of nobody', () => 'x', {}],
    ['that was tampered with', (cursor: string) => `A${cursor.slice(1)}`, {}],
    ['whose signature is gone', (cursor: string) => cursor.split('.')[0] ?? '', {}],
    ['of another filter', (cursor: string) => cursor, { filter: 'title pr' }],
    ['of another sort', (cursor: string) => cursor, { sortBy: 'userName' }],
  ])('a cursor %s is 400 invalidCursor', async (_what, change, query) => {
    const { nextCursor } = (await page('')).body;
    expectError(await page(change(nextCursor), { count: '3', ...query }), 400, 'invalidCursor');
  });

  test('a cursor of another endpoint is 400 invalidCursor', async () => {
    const { nextCursor } = (await page('')).body;
    expectError(await subject.client.get(`/Groups?count=3&cursor=${nextCursor}`), 400, 'invalidCursor');
  });

  test('another count is 400 invalidCount, and one over the limit', async () => {
    const { nextCursor } = (await page('')).body;
    const reply = await page(nextCursor, { count: '4' });
    expectError(reply, 400, 'invalidCount');
    expect(reply.body.detail).toBe('count is 4, but the query began with 3');
    expectError(await page('', { count: '4294967296' }), 400, 'invalidCount');
  });
});

test('RFC 9865 4: ServiceProviderConfig tells the limits', async () => {
  expect((await subject.client.get('/ServiceProviderConfig')).body.pagination).toEqual({
    cursor: true,
    index: true,
    defaultPaginationMethod: 'index',
    defaultPageSize: 100,
    maxPageSize: 1000,
    cursorTimeout: 3600,
  });
});
