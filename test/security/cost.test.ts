// A2 parser DoS: no text makes the server work more than in proportion to its length, and what is a product of two
// counts is bounded. Times are compared with those of the same text, shorter.
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Reply } from '../support/client.js';
import { USER, expectError, newUser, serverUnderTest } from '../conformance/subject.js';
import { growth, MOSTLY_LINEAR } from './cost.js';

const subject = serverUnderTest();
const SEARCH = 'urn:ietf:params:scim:api:messages:2.0:SearchRequest';
let user: Reply['body'];

beforeAll(async () => {
  user = await subject.createUser();
});

const search = (query: object) => subject.client.post('/Users/.search', { schemas: [SEARCH], count: 0, ...query });
const patch = (path: string) => subject.client.patch(`/Users/${user.id}`, [{ op: 'add', path, value: 'x' }]);

type Act = (length: number) => Promise<Reply>;

const filters: readonly (readonly [what: string, text: (length: number) => string])[] = [
  ['dots', (length) => `a${'.'.repeat(length)}`],
  ['names and dots', (length) => 'a.'.repeat(length / 2)],
  ['an operator and dots', (length) => `or${'.'.repeat(length)}`],
  ['percents', (length) => `a${'%'.repeat(length)}`],
  ['quotes', (length) => '"'.repeat(length)],
  ['backslashes', (length) => `userName eq "${'\\\\'.repeat(length / 2)}`],
  ['signs', (length) => `title eq 1${'-+'.repeat(length / 2)}`],
  ['spaces', (length) => ' '.repeat(length)],
  ['negations', (length) => 'not '.repeat(length / 4)],
  ['brackets', (length) => `emails${'['.repeat(length)}`],
];

describe('in proportion to its length is the cost of', () => {
  test.each<[string, Act, number]>([
    ['brackets in attributes', (length) => search({ attributes: ['['.repeat(length)] }), 25_000],
    ['brackets in excludedAttributes', (length) => search({ excludedAttributes: ['['.repeat(length)] }), 25_000],
    ['brackets in the path of a PATCH', (length) => patch('['.repeat(length)), 25_000],
    ['dots in the path of a PATCH', (length) => patch('a.'.repeat(length)), 25_000],
    ['colons in sortBy', (length) => search({ sortBy: ':'.repeat(length) }), 25_000],
    ['many attributes', (length) => search({ attributes: Array(length).fill('a.b') }), 10_000],
    [
      'marks on one character',
      (length) => subject.client.post('/Users', newUser({ title: '\u0301\u0316'.repeat(length) })),
      20_000,
    ],
    [
      'spaces in a unique name',
      (length) => subject.client.post('/Users', { schemas: [USER], userName: ' '.repeat(length) }),
      50_000,
    ],
    ['a URI', (length) => subject.client.post('/Users', newUser({ profileUrl: `//${'1.'.repeat(length)}[` })), 50_000],
    [
      'base64',
      (length) => subject.client.post('/Users', newUser({ x509Certificates: [{ value: 'A'.repeat(4 * length + 1) }] })),
      25_000,
    ],
    [
      'objects in each other',
      (length) => subject.client.post('/Users', '{"a":'.repeat(length) + '1' + '}'.repeat(length)),
      20_000,
    ],
    ['lists in each other', (length) => subject.client.post('/Users', '['.repeat(length)), 50_000],
    [
      'unknown members',
      (length) => subject.client.post('/Users', Object.fromEntries(Array.from({ length }, (_, n) => [`a${n}`, 1]))),
      10_000,
    ],
    ['parameters of a query', (length) => subject.client.get(`/Users?count=0${'&a='.repeat(length)}`), 4_000],
    ['a cursor', (length) => search({ cursor: '.'.repeat(length), count: 1 }), 50_000],
    ['Accept', (length) => subject.client.get('/Users?count=0', { accept: `a;q=0${'.0'.repeat(length)}` }), 7_000],
    [
      'If-None-Match',
      (length) => subject.client.get(`/Users/${user.id}`, { 'if-none-match': 'W/"'.repeat(length) }),
      4_500,
    ],
    ['a token', (length) => subject.client.get('/Users', { authorization: `Bearer ${'a='.repeat(length)}` }), 7_000],
  ])('%s', async (_what, act, length) => {
    expect(await growth(act, length)).toBeLessThan(MOSTLY_LINEAR);
  });

  test.each(filters)('a filter of %s', async (_what, text) => {
    expect(await growth((length) => search({ filter: text(length) }), 2_400)).toBeLessThan(MOSTLY_LINEAR);
  });

  test.each(filters)('a path of %s', async (_what, text) => {
    expect(await growth((length) => patch(text(length)), 2_400)).toBeLessThan(MOSTLY_LINEAR);
  });

  test('operations on members', async () => {
    const group = await subject.createGroup();
    const operation = { op: 'remove', path: 'members', value: [] };
    const act = (length: number) => subject.client.patch(`/Groups/${group.id}`, Array(length).fill(operation));
    expect(await growth(act, 4_000)).toBeLessThan(MOSTLY_LINEAR);
  });
});

describe('refused is', () => {
  test('a PATCH whose operations and values are too many together: 413, nothing changed', async () => {
    const operations = Array.from({ length: 2_000 }, (_, n) => ({
      op: 'add',
      path: 'emails',
      value: [{ value: `a${n}` }],
    }));
    const reply = await subject.client.patch(`/Users/${user.id}`, operations);
    expectError(reply, 413);
    expect(reply.body.detail).toMatch(/^2000 operations on \d+ values are too much for one PATCH/);
    expect((await subject.client.get(`/Users/${user.id}`)).body).toEqual(user);
    expect((await subject.client.patch(`/Users/${user.id}`, operations.slice(0, 500))).status).toBe(200);
  });

  test('a PATCH whose filters and values are too many together: 413 before they are looked at', async () => {
    const { id } = await subject.createUser({
      emails: Array.from({ length: 1_500 }, (_, n) => ({ value: `a${n}`, type: 'work' })),
    });
    const clauses = Array.from({ length: 249 }, (_, n) => `value eq "${n}"`).join(' or ');
    const operations = (length: number) =>
      Array(length).fill({ op: 'replace', path: `emails[${clauses} or type eq "work"].display`, value: 'x' });
    const refused = await subject.client.patch(`/Users/${id}`, operations(100));
    expectError(refused, 413);
    expect(refused.body.detail).toMatch(
      /^100 operations, with 25000 clauses in filters, on \d+ values are too much for one PATCH/,
    );
    expect((await subject.client.patch(`/Users/${id}`, operations(10))).status).toBe(200);
  });

  test('a PATCH whose operations read too much text together: 413; one that only writes beside it is not', async () => {
    const { id } = await subject.createUser({ emails: [{ value: 'x'.repeat(100_000), type: 'work' }] });
    const operations = (operation: object, length: number) => Array(length).fill(operation);
    const readers = [
      { op: 'remove', path: 'emails[value eq "a"]' },
      { op: 'add', path: 'emails', value: [{ value: 'a' }] },
      { op: 'remove', path: 'emails', value: [{ value: 'a' }] },
    ];
    for (const reader of readers) {
      const refused = await subject.client.patch(`/Users/${id}`, operations(reader, 500));
      expectError(refused, 413);
      expect(refused.body.detail).toMatch(/^500 operations on \d+ values of long texts are too much for one PATCH/);
      expect((await subject.client.patch(`/Users/${id}`, operations(reader, 100))).status).toBe(200);
    }
    const beside = await subject.client.patch(
      `/Users/${id}`,
      operations({ op: 'replace', path: 'title', value: 'a' }, 1_000),
    );
    expect(beside.status).toBe(200);
  });

  test('text with 64 marks on one character; with 63 it is kept', async () => {
    const title = (marks: number) => newUser({ title: `a${'\u0301'.repeat(marks)}` });
    const refused = await subject.client.post('/Users', title(64));
    expectError(refused, 400, 'invalidValue');
    expect(refused.body.detail).toBe('title has 64 marks or more on one character');
    expect((await subject.client.post('/Users', title(63))).status).toBe(201);
  });

  test('a filter with 64 marks on one character, which no resource has; with 63 it is answered', async () => {
    const filter = (marks: number) => encodeURIComponent(`title eq "a${'\u0301'.repeat(marks)}"`);
    const refused = await subject.client.get(`/Users?filter=${filter(64)}`);
    expectError(refused, 400, 'invalidFilter');
    expect(refused.body.detail).toMatch(/64 marks on one character$/);
    expect((await subject.client.get(`/Users?count=0&filter=${filter(63)}`)).status).toBe(200);
  });

  test('a filter whose text is too long for the database once it is folded', async () => {
    for (const operator of ['co', 'sw', 'ew', 'eq']) {
      const reply = await search({ filter: `userName ${operator} "${'\ufdfa'.repeat(9_000)}"` });
      expectError(reply, 400, 'invalidFilter');
      expect(reply.body.detail).toBe('userName is compared with text that is too long once its case is folded');
    }
    for (const operator of ['sw', 'ew', 'eq']) {
      const longest = await search({ filter: `userName ${operator} "${'\u3042'.repeat(9_980)}"` });
      expect([longest.status, longest.body.totalResults]).toEqual([200, 0]);
    }
  });

  test('a filter that seeks much text by co, alone or together', async () => {
    const sought = (length: number, times = 1) =>
      search({
        filter: Array(times)
          .fill(`title co "${'x'.repeat(length)}"`)
          .join(' or '),
      });
    const long = await sought(251);
    expectError(long, 400, 'invalidFilter');
    expect(long.body.detail).toBe('title is compared by co with more than 250 characters');
    const many = await sought(250, 5);
    expectError(many, 400, 'invalidFilter');
    expect(many.body.detail).toBe('the filter seeks more than 1000 characters by co');
    expect((await sought(250, 4)).status).toBe(200);
    expectError(await patch(`emails[value co "${'x'.repeat(251)}"]`), 400, 'invalidFilter');
  });

  test('a resource that the database can not hold: 413, and what is written beside it is written', async () => {
    const emails = [{ value: '\ufdfa'.repeat(300_000) }];
    const [large, ...others] = await Promise.all([
      subject.client.post('/Users', newUser({ emails })),
      ...Array.from({ length: 8 }, () => subject.client.post('/Users', newUser())),
    ]);
    expectError(large, 413);
    expect(large.body.detail).toMatch(/^the resource is larger than \d+ bytes/);
    expect(others.map(({ status }) => status)).toEqual(others.map(() => 201));
    const { id } = await subject.createUser();
    expectError(await subject.client.patch(`/Users/${id}`, [{ op: 'add', path: 'emails', value: emails }]), 413);
  });

  test('what is beyond a limit of filters, paths and bulk requests, each before anything is done', async () => {
    const bulk = (count: number) =>
      subject.client.post('/Bulk', {
        schemas: ['urn:ietf:params:scim:api:messages:2.0:BulkRequest'],
        Operations: Array.from({ length: count }, (_, n) => ({ method: 'DELETE', path: `/Users/none-${n}` })),
      });
    expectError(await search({ filter: `title eq "${'x'.repeat(10_000)}"` }), 400, 'invalidFilter');
    expectError(await search({ filter: `${'('.repeat(51)}title pr${')'.repeat(51)}` }), 400, 'invalidFilter');
    expectError(await search({ filter: Array(251).fill('title pr').join(' or ') }), 400, 'invalidFilter');
    expectError(await patch(`emails[${'('.repeat(51)}type pr${')'.repeat(51)}]`), 400, 'invalidPath');
    expectError(await bulk(1_001), 413);
  });
});
