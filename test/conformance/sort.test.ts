// Sorting (RFC 7644 section 3.4.2.3).
import { beforeAll, describe, expect, test } from '@jest/globals';
import { ENTERPRISE, expectError, filtered, newUser, serverUnderTest } from './subject.js';

const subject = serverUnderTest();

/** By name: the attributes that sort. */
const people: Readonly<Record<string, object>> = {
  ann: { name: { familyName: 'Ångström' }, emails: [{ value: 'z@x.com' }, { value: 'a@x.com', primary: true }] },
  Bob: { name: { familyName: 'smith' }, emails: [{ value: 'b@x.com' }, { value: 'y@x.com' }], active: false },
  cid: { name: { familyName: 'Smith' }, [ENTERPRISE]: { department: 'B' } },
  Dan: { nickName: 'dan', [ENTERPRISE]: { department: 'a' } },
};

beforeAll(async () => {
  for (const [userName, attributes] of Object.entries(people)) {
    await subject.client.post('/Users', newUser({ userName, ...attributes }));
  }
});

const names = async (query: Readonly<Record<string, string>>) => {
  const reply = await subject.client.get(`/Users?${new URLSearchParams(query).toString()}`);
  expect(reply.status).toBe(200);
  return reply.body.Resources.map(({ userName }: { userName: string }) => userName);
};

describe('RFC 7644 3.4.2.3', () => {
  test.each([
    [{ sortBy: 'userName' }, ['ann', 'Bob', 'cid', 'Dan']],
    [{ sortBy: 'USERNAME', sortOrder: 'Descending' }, ['Dan', 'cid', 'Bob', 'ann']],
    [{ sortBy: 'name.familyName' }, ['Bob', 'cid', 'ann', 'Dan']],
    [{ sortBy: 'name.familyName', sortOrder: 'descending' }, ['Dan', 'ann', 'cid', 'Bob']],
    [{ sortBy: 'emails' }, ['ann', 'Bob', 'cid', 'Dan']],
    [{ sortBy: 'emails.value', sortOrder: 'descending' }, ['Dan', 'cid', 'Bob', 'ann']],
    [{ sortBy: `${ENTERPRISE}:department` }, ['Dan', 'cid', 'ann', 'Bob']],
    [{ sortBy: 'active' }, ['Bob', 'ann', 'cid', 'Dan']],
    [{ sortBy: 'meta.created', sortOrder: 'descending' }, ['Dan', 'cid', 'Bob', 'ann']],
    [{ sortBy: 'id', startIndex: '2', count: '2' }, ['Bob', 'cid']],
    [{ sortBy: 'nickName', startIndex: '2', count: '2' }, ['ann', 'Bob']],
    [{ sortBy: 'userName', filter: 'name pr', count: '2' }, ['ann', 'Bob']],
    [{ sortOrder: 'descending' }, ['ann', 'Bob', 'cid', 'Dan']],
  ])('%j', async (query, expected) => {
    expect(await names(query)).toEqual(expected);
  });

  test.each([
    ['password', 'is never returned'],
    ['name', 'no single value'],
    ['groups', 'no single value'],
    ['nothing', 'no attribute "nothing"'],
    ['userName.x', 'no attribute "userName.x"'],
  ])('sortBy=%s is 400 invalidValue: %s', async (sortBy, detail) => {
    const reply = await subject.client.get(`/Users?sortBy=${sortBy}`);
    expectError(reply, 400, 'invalidValue');
    expect(reply.body.detail).toContain(detail);
  });

  test('sortOrder is ascending or descending', async () => {
    expectError(await subject.client.get('/Users?sortBy=userName&sortOrder=up'), 400, 'invalidValue');
  });

  test('a sort goes with a filter and with attributes', async () => {
    const path = filtered('/Users', 'userName sw "b"', { sortBy: 'title', attributes: 'userName' });
    expect((await subject.client.get(path)).body).toMatchObject({ totalResults: 1, Resources: [{ userName: 'Bob' }] });
  });
});
