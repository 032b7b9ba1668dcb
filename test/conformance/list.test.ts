// Lists by page: startIndex and count (RFC 7644 3.4.2, 3.4.2.4).
import { beforeAll, describe, expect, test } from '@jest/globals';
import { LIST, expectError, filtered, serverUnderTest } from './subject.js';

const subject = serverUnderTest();
const ids: string[] = [];

test('RFC 7644 3.4.2: an empty list is 200 with totalResults 0', async () => {
  const reply = await subject.client.get('/Groups');
  expect(reply.status).toBe(200);
  expect(reply.body).toEqual({ schemas: [LIST], totalResults: 0, itemsPerPage: 0, startIndex: 1, Resources: [] });
});

describe('RFC 7644 3.4.2.4: of seven users', () => {
  beforeAll(async () => {
    for (const active of [true, true, true, false, false, true, true]) {
      ids.push((await subject.createUser({ active })).id);
    }
  });

  const at = (start: number, end?: number): readonly string[] => ids.slice(start, end);

  test.each([
    ['without a query: all', '', 1, () => at(0)],
    ['startIndex=1&count=3', '?startIndex=1&count=3', 1, () => at(0, 3)],
    ['startIndex=4&count=3', '?startIndex=4&count=3', 4, () => at(3, 6)],
    ['startIndex=7&count=3: what is left', '?startIndex=7&count=3', 7, () => at(6)],
    ['startIndex=3 alone: from there on', '?startIndex=3', 3, () => at(2)],
    ['startIndex=8: beyond the end', '?startIndex=8&count=3', 8, () => []],
    ['startIndex=1000000: far beyond the end', '?startIndex=1000000&count=3', 1_000_000, () => []],
    ['startIndex=0 is 1', '?startIndex=0&count=2', 1, () => at(0, 2)],
    ['startIndex=-5 is 1', '?startIndex=-5&count=2', 1, () => at(0, 2)],
    ['count=0: totalResults alone', '?count=0', 1, () => []],
    ['count=-1 is 0', '?count=-1', 1, () => []],
    ['count=1000: all that there are', '?count=1000', 1, () => at(0)],
    ['count=2147483648: all that there are', '?count=2147483648', 1, () => at(0)],
    ['count of 20 digits', '?count=99999999999999999999', 1, () => at(0)],
    ['count of 20 digits below 0 is 0', '?count=-99999999999999999999', 1, () => []],
    ['startIndex=2147483648: beyond any end', '?startIndex=2147483648', 2 ** 31, () => []],
    ['startIndex of 20 digits is the last that there can be', '?startIndex=99999999999999999999', 2 ** 31, () => []],
    ['startIndex of 20 digits below 0 is 1', '?startIndex=-99999999999999999999&count=2', 1, () => at(0, 2)],
  ])('%s', async (_what, query, startIndex, found) => {
    const reply = await subject.client.get(`/Users${query}`);
    expect(reply.status).toBe(200);
    const { schemas, totalResults, itemsPerPage, Resources = [] } = reply.body;
    expect(Resources.map(({ id }: { id: string }) => id)).toEqual(found());
    expect({ schemas, totalResults, itemsPerPage, startIndex: reply.body.startIndex }).toEqual({
      schemas: [LIST],
      totalResults: 7,
      itemsPerPage: found().length,
      startIndex,
    });
  });

  test('huge numbers in a body are no other', async () => {
    const schemas = ['urn:ietf:params:scim:api:messages:2.0:SearchRequest'];
    for (const path of ['/Users/.search', '/.search']) {
      const { status, body } = await subject.client.post(path, { schemas, startIndex: 1e20, count: 1e300 });
      expect([status, body.totalResults, body.startIndex, body.Resources]).toEqual([200, 7, 2 ** 31, []]);
    }
  });

  test('a cursor page takes no count above the limit: 400 invalidCount', async () => {
    expectError(await subject.client.get('/Users?cursor=&count=2147483648'), 400, 'invalidCount');
  });

  test('pages of a filter: totalResults counts what matches', async () => {
    const reply = await subject.client.get(filtered('/Users', 'active eq true', { startIndex: '3', count: '2' }));
    expect(reply.body).toMatchObject({ totalResults: 5, itemsPerPage: 2, startIndex: 3 });
    expect(reply.body.Resources.map(({ id }: { id: string }) => id)).toEqual([ids[2], ids[5]]);
  });

  test('the order stays the same when a resource changes', async () => {
    await subject.client.patch(`/Users/${ids[2]}`, [{ op: 'add', path: 'title', value: 'changed' }]);
    const reply = await subject.client.get('/Users');
    expect(reply.body.Resources.map(({ id }: { id: string }) => id)).toEqual(ids);
  });

  test('a resource in a list is the one that GET answers', async () => {
    const listed = (await subject.client.get('/Users?count=1')).body.Resources[0];
    expect(listed).toEqual((await subject.client.get(`/Users/${listed.id}`)).body);
  });

  test.each(['startIndex=one', 'count=many', 'count=1.5', 'count=', 'startIndex=%00'])(
    '%s is 400 invalidValue: both are integers',
    async (query) => {
      expectError(await subject.client.get(`/Users?${query}`), 400, 'invalidValue');
    },
  );
});
