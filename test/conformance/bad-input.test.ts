// Input that is wrong, huge or hostile: a clear 4xx of SCIM, nothing stored, no operator of MongoDB reached.
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Reply } from '../support/client.js';
import { PATCH_OP, USER, expectError, filtered, newUser, serverUnderTest, stored, unique } from './subject.js';

const subject = serverUnderTest();
let user: Reply['body'];

beforeAll(async () => {
  user = await subject.createUser({ title: 'Guide' });
});

/** Of processor time: what other processes of a busy machine take is not counted. */
const MOST_MICROSECONDS = 1_000_000;

/** An answer of 4xx, in the form of an error, at a low cost. */
async function expectRefusal(ask: () => Promise<Reply>, statuses: readonly number[] = [400]): Promise<void> {
  const before = await stored(subject.db);
  const used = process.cpuUsage();
  const reply = await ask();
  const { user: own, system } = process.cpuUsage(used);
  expect(own + system).toBeLessThan(MOST_MICROSECONDS);
  expect(statuses).toContain(reply.status);
  expectError(reply, reply.status, reply.body.scimType);
  expect(await stored(subject.db)).toBe(before);
}

const deep = (open: string, close: string): string => open.repeat(5000) + close.repeat(5000);
const withTitle = (json: string): string => `{"schemas":["${USER}"],"userName":"${unique('bad')}","title":${json}}`;
const named = (json: string): string => `{"schemas":["${USER}"],"userName":${json}}`;

const bodies: readonly (readonly [what: string, body: string])[] = [
  ['nothing', ''],
  ['half an object', '{"schemas":'],
  ['no JSON', 'userName=x'],
  ['a list', '[]'],
  ['a string', '"x"'],
  ['a number', '7'],
  ['null', 'null'],
  ['NaN', withTitle('NaN')],
  ['text after the object', '{} {}'],
  ['5,000 lists', deep('[', ']')],
  ['5,000 lists in an attribute', withTitle(deep('[', ']'))],
  ['5,000 objects in an attribute', withTitle(`${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`)],
  ['5,000 lists in emails', `{"schemas":["${USER}"],"userName":"${unique('bad')}","emails":${deep('[', ']')}}`],
  ['an object with an operator as userName', named('{"$ne":null}')],
  ['an object with an operator as title', withTitle('{"$gt":""}')],
  ['a NUL in userName', named('"a\\u0000b"')],
  ['a NUL in title', withTitle('"a\\u0000b"')],
  ['half of a surrogate pair', withTitle('"\\ud800"')],
  ['the other half', withTitle('"\\udc00 x"')],
  ['a number too large for an integer', withTitle('1e400')],
];

describe('bad bodies', () => {
  test.each(bodies)('POST of %s', async (_what, body) => {
    await expectRefusal(() => subject.client.request('POST', '/Users', { body }));
  });

  test.each(bodies)('PUT of %s', async (_what, body) => {
    await expectRefusal(() => subject.client.request('PUT', `/Users/${user.id}`, { body }));
  });

  test.each([
    ['a NUL', '"a\\u0000b"'],
    ['half of a surrogate pair', '"\\ud800"'],
    ['an operator', '{"$set":{"title":"x"}}'],
    ['5,000 lists', deep('[', ']')],
  ])('PATCH with %s as the value of title', async (_what, value) => {
    const body = `{"schemas":["${PATCH_OP}"],"Operations":[{"op":"replace","path":"title","value":${value}}]}`;
    await expectRefusal(() => subject.client.request('PATCH', `/Users/${user.id}`, { body }));
  });

  test('a body of 1 MiB and more is 413, whatever it holds and however it is sent', async () => {
    const large = ' '.repeat(1024 * 1024 + 1);
    await expectRefusal(() => subject.client.post('/Users', large), [413]);
    await expectRefusal(() => subject.client.put(`/Users/${user.id}`, large), [413]);
    await expectRefusal(() => subject.client.request('PATCH', `/Users/${user.id}`, { body: large }), [413]);
  });

  test('a body of nearly 1 MiB is read', async () => {
    const padded = JSON.stringify(newUser()) + ' '.repeat(1024 * 1024 - 1000);
    expect((await subject.client.post('/Users', padded)).status).toBe(201);
  });
});

describe('hostile keys', () => {
  test.each([
    ['__proto__', 400],
    ['constructor', 201],
    ['prototype', 201],
    ['$set', 201],
    ['$where', 201],
    ['a.b', 201],
    ['r.title', 201],
    ['', 201],
  ])('%j is refused, or ignored as any unknown attribute, and never stored: %d', async (key, status) => {
    const json = JSON.stringify(newUser()).slice(0, -1);
    const name = JSON.stringify(key);
    const body = `${json},${name}:{"polluted":"evil-value"},"name":{${name}:"evil-value"}}`;
    const reply = await subject.client.request('POST', '/Users', { body });
    expect(reply.status).toBe(status);
    expect(reply.text).not.toContain('evil-value');
    expect(await stored(subject.db)).not.toContain('evil-value');
    expect({}).not.toHaveProperty('polluted');
  });

  test.each([
    '__proto__',
    '__proto__.polluted',
    'constructor.prototype',
    '$set',
    'name.$set',
    'name.__proto__',
    'r.title',
  ])('a PATCH of the path %s is refused', async (path) => {
    const operation = { op: 'add', path, value: 'x' };
    await expectRefusal(() => subject.client.patch(`/Users/${user.id}`, [operation]));
  });
});

describe('ids that are no ids', () => {
  test.each([
    'nobody',
    '0',
    '%00',
    'a%00b',
    '%',
    '%ff',
    '%2F',
    '..%2F..%2Fetc',
    '%7B%22%24gt%22%3A%22%22%7D',
    '%24ne',
    '__proto__',
    'constructor',
    '%F0%9F%92%A9',
    'x'.repeat(4000),
    `${'0'.repeat(8)}-0000-0000-0000-${'0'.repeat(12)}`,
  ])('/Users/%s', async (id) => {
    const path = `/Users/${id}`;
    const statuses = [400, 404];
    const operation = { op: 'add', path: 'title', value: 'x' };
    await expectRefusal(() => subject.client.get(path), statuses);
    await expectRefusal(() => subject.client.delete(path), statuses);
    await expectRefusal(() => subject.client.put(path, newUser()), statuses);
    await expectRefusal(() => subject.client.patch(path, [operation]), statuses);
  });

  test.each([[{ $ne: null }], [7], [''], ['a\u0000b'], [['x']], [null]])('the member %j', async (value) => {
    const group = await subject.createGroup();
    const operation = { op: 'add', path: 'members', value: [{ value }] };
    await expectRefusal(() => subject.client.patch(`/Groups/${group.id}`, [operation]));
  });
});

describe('bad queries', () => {
  // A URL has to fit in the 16 KiB that Node reads of a request's head; beyond them Node itself answers 431.
  const room = 15_000;
  const escaped = '%28'.length;

  test.each([
    ['that is long', `userName eq "${'x'.repeat(room)}`],
    ['of thousands of brackets', '('.repeat(room / escaped)],
    ['of thousands of pairs of brackets', `${'('.repeat(2400)}title pr${')'.repeat(2400)}`],
    ['of a thousand negations', `${'not('.repeat(1000)}title pr${')'.repeat(1000)}`],
    ['with a NUL', 'userName eq "a\u0000b'],
    ['with an operator', 'userName eq {"$ne":null}'],
    ['with an operator as a name', '$where eq "sleep(1000)"'],
    ['of a path into what is stored', 'r.title pr'],
  ])('the filter %s', async (_what, filter) => {
    await expectRefusal(() => subject.client.get(filtered('/Users', filter)));
  });

  test('a regular expression in a filter is text', async () => {
    for (const value of ['.*', '^', '(a+)+$', '[', '\\\\']) {
      const reply = await subject.client.get(filtered('/Users', `userName co "${value}"`));
      expect([reply.status, reply.body.totalResults]).toEqual([200, 0]);
    }
  });

  test.each(['filter=title%20pr&filter=active%20pr', 'filter=%ff', 'filter=%', 'count=1&count=2'])(
    'the query %s is refused',
    async (query) => {
      await expectRefusal(() => subject.client.get(`/Users?${query}`));
    },
  );

  test.each(['filter[$ne]=x', 'count[$gt]=0', 'startIndex[]=1'])(
    'the query %s has an unknown parameter, which is ignored',
    async (query) => {
      const { status, body } = await subject.client.get(`/Users?${query}`);
      expect(status).toBe(200);
      expect(body).toEqual((await subject.client.get('/Users')).body);
    },
  );
});
