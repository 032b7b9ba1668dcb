// Queries by POST, and of all resource types together (RFC 7644 sections 3.4.3 and 3.4.2.1).
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Reply } from '../support/client.js';
import { expectError, filtered, newGroup, newUser, serverUnderTest } from './subject.js';

const subject = serverUnderTest();
const SEARCH = 'urn:ietf:params:scim:api:messages:2.0:SearchRequest';

beforeAll(async () => {
  const { client } = subject;
  await client.post('/Users', newUser({ userName: 'anna', displayName: 'Anna', title: 'Guide' }));
  await client.post('/Groups', newGroup({ displayName: 'Admins' }));
  await client.post('/Users', newUser({ userName: 'bert', displayName: 'Bert' }));
  await client.post('/Groups', newGroup({ displayName: 'Guides' }));
});

const search = (path: string, query: object) => subject.client.post(path, { schemas: [SEARCH], ...query });
const names = ({ body }: Reply) => body.Resources.map(({ displayName }: { displayName: string }) => displayName);

describe('RFC 7644 3.4.3: POST .search', () => {
  test.each([
    ['/Users/.search', { filter: 'title pr' }, ['Anna']],
    ['/Users/.search', { sortBy: 'userName', sortOrder: 'descending' }, ['Bert', 'Anna']],
    ['/Users/.search', { startIndex: 2, count: 1 }, ['Bert']],
    ['/Groups/.search', { filter: 'displayName sw "a"' }, ['Admins']],
    ['/.search', { filter: 'displayName co "guide"' }, ['Guides']],
    ['/Users/.search', { filter: null, sortBy: null, attributes: null, cursor: null, count: 1 }, ['Anna']],
    ['/.search', {}, ['Anna', 'Admins', 'Bert', 'Guides']],
  ])('%s %j', async (path, query, expected) => {
    const reply = await search(path, query);
    expect([reply.status, names(reply)]).toEqual([200, expected]);
  });

  test('attributes and excludedAttributes are lists', async () => {
    const { body } = await search('/Users/.search', { filter: 'title pr', attributes: ['title'] });
    expect(Object.keys(body.Resources[0]).sort()).toEqual(['id', 'schemas', 'title']);
    const excluded = await search('/Users/.search', { filter: 'title pr', excludedAttributes: ['title', 'meta'] });
    expect(excluded.body.Resources[0]).not.toHaveProperty('title');
  });

  test('pages by cursor', async () => {
    const first = await search('/.search', { count: 3, cursor: '' });
    const second = await search('/.search', { count: 3, cursor: first.body.nextCursor });
    expect([...names(first), ...names(second)]).toEqual(['Anna', 'Admins', 'Bert', 'Guides']);
  });

  test.each([
    [{ filter: 'nothing eq "x"' }, 'invalidFilter'],
    [{ count: 'ten' }, 'invalidSyntax'],
    [{ count: 1, Count: 2 }, 'invalidSyntax'],
    [{ schemas: ['urn:ietf:params:scim:api:messages:2.0:BulkRequest'] }, 'invalidSyntax'],
    [{ filter: `userName eq "${'x'.repeat(900_000)}"` }, 'invalidFilter'],
    [{ filter: `${'('.repeat(400_000)}userName pr` }, 'invalidFilter'],
  ])('%.60j is 400 %s', async (query, scimType) => {
    expectError(await search('/Users/.search', query), 400, scimType);
  });
});

describe('RFC 7644 3.4.2.1: a query at the root', () => {
  test.each([
    ['displayName pr', ['Anna', 'Admins', 'Bert', 'Guides']],
    ['userName eq "anna" or displayName eq "guides"', ['Anna', 'Guides']],
    ['not (userName pr)', ['Admins', 'Guides']],
    ['userName ne "anna"', ['Admins', 'Bert', 'Guides']],
    ['meta.resourceType eq "Group"', ['Admins', 'Guides']],
  ])('%s', async (filter, expected) => {
    const reply = await subject.client.get(filtered('/', filter));
    expect([reply.status, names(reply), reply.body.totalResults]).toEqual([200, expected, expected.length]);
  });

  test('is sorted and paged like one list', async () => {
    const query = { sortBy: 'displayName', count: '2' };
    const page = (startIndex: string) =>
      subject.client.get(`/?${new URLSearchParams({ ...query, startIndex }).toString()}`);
    expect([names(await page('1')), names(await page('3'))]).toEqual([
      ['Admins', 'Anna'],
      ['Bert', 'Guides'],
    ]);
  });

  test('an attribute that no type has is 400 invalidFilter', async () => {
    expectError(await subject.client.get(filtered('/', 'nothing pr')), 400, 'invalidFilter');
  });
});
