// Sizes, depths and counts are settings: each refuses what is one more, and ServiceProviderConfig tells those that
// clients must know.
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Reply } from '../support/client.js';
import { expectError, newUser, serverUnderTest } from './subject.js';

const subject = serverUnderTest({
  MAX_HEADER_SIZE: '4096',
  MAX_PAYLOAD_SIZE: '20000',
  MAX_JSON_DEPTH: '8',
  FILTER_MAX_LENGTH: '256',
  FILTER_MAX_DEPTH: '4',
  FILTER_MAX_CLAUSES: '8',
  FILTER_MAX_OWNERS: '1',
  FILTER_MAX_IDS: '8',
  MAX_RESULTS: '7',
  DEFAULT_RESULTS: '2',
  PATCH_MAX_OPERATIONS: '3',
  PATCH_MAX_WORK: '10000',
  BULK_MAX_OPERATIONS: '5',
});
const SEARCH = 'urn:ietf:params:scim:api:messages:2.0:SearchRequest';
const BULK = 'urn:ietf:params:scim:api:messages:2.0:BulkRequest';
let user: Reply['body'];

beforeAll(async () => {
  user = await subject.createUser();
});

const search = (filter: string) => subject.client.post('/Users/.search', { schemas: [SEARCH], filter });
const list = (length: number) => Array.from({ length }, (_, n) => n);
const patch = (length: number) =>
  subject.client.patch(
    `/Users/${user.id}`,
    list(length).map((n) => ({ op: 'replace', path: 'title', value: `title ${n}` })),
  );
const bulk = (length: number) =>
  subject.client.post('/Bulk', {
    schemas: [BULK],
    Operations: list(length).map((n) => ({ method: 'DELETE', path: `/Users/none-${n}` })),
  });
const nested = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
const filter = (length: number) => `title eq "${'x'.repeat(length - 11)}"`;
const parentheses = (depth: number) => `${'('.repeat(depth)}title pr${')'.repeat(depth)}`;
const clauses = (count: number) => Array(count).fill('title pr').join(' or ');

type Ask = (amount: number) => Promise<Reply>;

describe('one more than the setting is refused, and what is as much is not', () => {
  test.each<[string, number, Ask, [status: number, scimType?: string], RegExp]>([
    [
      'MAX_PAYLOAD_SIZE',
      20_000,
      (size) => subject.client.post('/Users', JSON.stringify(newUser()).padEnd(size)),
      [413],
      /^the body is larger than 20000 bytes$/,
    ],
    [
      'MAX_JSON_DEPTH',
      8,
      (depth) => subject.client.post('/Users', nested(depth)),
      [400, 'invalidSyntax'],
      /^the body nests deeper than 8 levels$/,
    ],
    ['FILTER_MAX_LENGTH', 256, (length) => search(filter(length)), [400, 'invalidFilter'], /longer .*256 characters/],
    ['FILTER_MAX_DEPTH', 4, (depth) => search(parentheses(depth)), [400, 'invalidFilter'], /deeper .*4 levels/],
    ['FILTER_MAX_CLAUSES', 8, (count) => search(clauses(count)), [400, 'invalidFilter'], /more clauses .*8/],
    ['PATCH_MAX_OPERATIONS', 3, patch, [413], /^the PATCH has 4 operations; at most 3 are allowed$/],
    ['BULK_MAX_OPERATIONS', 5, bulk, [413], /^the request has 6 operations; at most 5 are allowed /],
  ])('%s', async (_setting, most, ask, [status, scimType], detail) => {
    const refused = await ask(most + 1);
    expectError(refused, status, scimType);
    expect(refused.body.detail).toMatch(detail);
    const { body } = await ask(most);
    expect(body?.detail ?? '').not.toMatch(detail);
  });

  test('MAX_HEADER_SIZE', async () => {
    const headers = (size: number) => ({ 'x-note': 'x'.repeat(size) });
    expect((await subject.client.get('/Users?count=0', headers(2_000))).status).toBe(200);
    expect((await fetch(`${subject.url}/Users`, { headers: headers(5_000) })).status).toBe(431);
  });

  test('PATCH_MAX_WORK', async () => {
    const { id } = await subject.createUser();
    const titles = (length: number) => list(length).map((n) => ({ op: 'replace', path: 'title', value: `title ${n}` }));
    for (const domain of ['a', 'b']) {
      const value = list(850).map((n) => ({ value: `${n}@${domain}` }));
      expect((await subject.client.patch(`/Users/${id}`, [{ op: 'add', path: 'emails', value }])).status).toBe(200);
    }
    const refused = await subject.client.patch(`/Users/${id}`, titles(3));
    expectError(refused, 413);
    expect(refused.body.detail).toMatch(/^3 operations on \d+ values are too much for one PATCH/);
    expect((await subject.client.patch(`/Users/${id}`, titles(2))).status).toBe(200);
  });

  test('PATCH_MAX_WORK, of filters that look at the same members; a single one may look at all', async () => {
    const members = await Promise.all(list(400).map(async () => ({ value: (await subject.createUser()).id })));
    const { id } = await subject.createGroup({ members: members.slice(0, 200) });
    const rest = [{ op: 'add', path: 'members', value: members.slice(200) }];
    expect((await subject.client.patch(`/Groups/${id}`, rest)).status).toBe(204);
    const removals = (length: number) =>
      list(length).map((n) => ({ op: 'remove', path: `members[display eq "${n}"]` }));
    expect((await subject.client.patch(`/Groups/${id}`, removals(2))).status).toBe(204);
    const refused = await subject.client.patch(`/Groups/${id}`, removals(3));
    expectError(refused, 413);
    expect(refused.body.detail).toMatch(/^the filters on members look at too many values for one PATCH/);
  });

  test('FILTER_MAX_OWNERS', async () => {
    const chain = async () => {
      const { id } = await subject.createGroup({ members: [{ value: user.id }] });
      await subject.createGroup({ members: [{ value: id }] });
    };
    await chain();
    expect((await search('groups.type eq "indirect"')).status).toBe(200);
    await chain();
    const refused = await search('groups.type eq "indirect"');
    expectError(refused, 400, 'tooMany');
    expect(refused.body.detail).toMatch(/what is below 2 resources of the type Group/);
  });

  test('FILTER_MAX_IDS, of all parts of a filter together', async () => {
    const groupOf = async (size: number): Promise<string> => {
      const users = await Promise.all(list(size).map(() => subject.createUser()));
      return (await subject.createGroup({ members: users.map(({ id }) => ({ value: id })) })).id;
    };
    const [five, three, nine] = [await groupOf(5), await groupOf(3), await groupOf(9)];
    const either = await search(`groups.value eq "${five}" or groups.value eq "${three}"`);
    expect([either.status, either.body.totalResults]).toEqual([200, 8]);
    const detail =
      'the filter is refused: what it asks of members or groups matches more than 8 resources; ' +
      'read members of the Group instead';
    for (const filter of [
      `groups.value eq "${nine}"`,
      `groups.value eq "${five}" or groups.value eq "${three}" or groups.value eq "${three}"`,
    ]) {
      const refused = await search(filter);
      expectError(refused, 400, 'tooMany');
      expect(refused.body.detail).toBe(detail);
    }
    // Of groups as well: there are seven, and each of these parts matches all that have members.
    const groups = await subject.client.get(
      `/Groups?filter=${encodeURIComponent('members pr or members.type eq "User"')}`,
    );
    expectError(groups, 400, 'tooMany');
    expect(groups.body.detail).toMatch(/more than 8 resources; compare members\.value with eq$/);
  });
});

test('DEFAULT_RESULTS and MAX_RESULTS bound a page', async () => {
  await Promise.all(list(9).map(() => subject.createUser()));
  expect((await subject.client.get('/Users')).body.itemsPerPage).toBe(2);
  expect((await subject.client.get('/Users?count=100')).body.itemsPerPage).toBe(7);
});

test('ServiceProviderConfig tells what is set', async () => {
  const { body } = await subject.client.get('/ServiceProviderConfig');
  expect(body).toMatchObject({
    bulk: { maxOperations: 5, maxPayloadSize: 20_000 },
    filter: { maxResults: 7 },
    pagination: { defaultPageSize: 2, maxPageSize: 7 },
  });
});
