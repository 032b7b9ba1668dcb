// Filters, asked through HTTP (RFC 7644 3.4.2.2). The grammar's corners are test/unit/filter's.
import { beforeAll, describe, expect, test } from '@jest/globals';
import { ENTERPRISE, LIST, USER, expectError, filtered, serverUnderTest } from './subject.js';

const subject = serverUnderTest();

const users = {
  babs: {
    schemas: [USER, ENTERPRISE],
    userName: 'BJensen@example.com',
    externalId: 'Ext-1',
    name: { familyName: "O'Malley", givenName: 'Barbara' },
    title: 'Tour "Guide" 100%',
    active: true,
    emails: [
      { value: 'babs@example.com', type: 'work', primary: true },
      { value: 'babs@jensen.org', type: 'home' },
    ],
    [ENTERPRISE]: { department: 'Tours', manager: { value: 'someone' } },
  },
  john: {
    userName: 'john',
    name: { familyName: 'Smith' },
    active: false,
    emails: [
      { value: 'john@example.com', type: 'home' },
      { value: 'john@jensen.org', type: 'work' },
    ],
  },
  zoe: { userName: 'zoë.\\$', active: true, locale: 'en-US', profileUrl: 'https://login.example.com/Zoe' },
};

beforeAll(async () => {
  for (const user of Object.values(users)) await subject.createUser(user);
});

const [babs, john, zoe] = [users.babs.userName, users.john.userName, users.zoe.userName];

describe('RFC 7644 3.4.2.2: a filter finds', () => {
  test.each<[filter: string, found: readonly string[]]>([
    ['userName eq "bjensen@EXAMPLE.com"', [babs]],
    ['userName eq "nobody"', []],
    ['externalId eq "Ext-1"', [babs]],
    ['externalId eq "ext-1"', []],
    ['userName ne "john"', [babs, zoe]],
    ['userName co "JENSEN"', [babs]],
    ['userName sw "bj"', [babs]],
    ['userName ew ".com"', [babs]],
    ['userName sw "."', []],
    ['title co "100%"', [babs]],
    ['title co "\\"guide\\""', [babs]],
    ['userName ew ".\\\\$"', [zoe]],
    ['userName eq "zo\\u00eb.\\\\$"', [zoe]],
    ['name.familyName co "O\'Malley"', [babs]],
    ['title pr', [babs]],
    ['name pr', [babs, john]],
    ['emails pr', [babs, john]],
    ['not (title pr)', [john, zoe]],
    ['title eq null', [john, zoe]],
    ['title ne null', [babs]],
    ['active eq true', [babs, zoe]],
    ['active eq false', [john]],
    ['userName gt "bjensen@example.com"', [john, zoe]],
    ['userName ge "john"', [john, zoe]],
    ['userName lt "john"', [babs]],
    ['userName le "john"', [babs, john]],
    ['meta.created gt "2011-05-13T04:42:34Z"', [babs, john, zoe]],
    ['meta.created lt "2011-05-13T06:42:34+02:00"', []],
    ['meta.resourceType eq "User"', [babs, john, zoe]],
    [`schemas eq "${ENTERPRISE}"`, [babs]],
    ['title pr and userName eq "john"', []],
    ['title pr or userName eq "john"', [babs, john]],
    ['userName eq "john" or title pr and active eq false', [john]],
    ['(userName eq "john" or title pr) and active eq true', [babs]],
    ['not (userName eq "john" or title pr)', [zoe]],
    ['active eq true and not (title pr)', [zoe]],
    ['emails.value eq "john@jensen.org"', [john]],
    ['emails co "jensen.org"', [babs, john]],
    ['emails[type eq "work" and value co "@example.com"]', [babs]],
    ['emails[type eq "work"] and emails.value co "@example.com"', [babs, john]],
    ['emails[type eq "work"].value eq "babs@example.com"', [babs]],
    ['emails[not (type eq "work")]', [babs, john]],
    ['emails[primary eq true]', [babs]],
    ['emails.type ne "work"', [babs, john]],
    [`${ENTERPRISE}:department eq "tours"`, [babs]],
    [`${ENTERPRISE}:manager.value eq "someone"`, [babs]],
    [`${USER}:userName eq "john"`, [john]],
    [`${USER}:name.familyName eq "smith"`, [john]],
    ['USERNAME EQ "john"', [john]],
    ['TITLE PR OR USERNAME SW "JO"', [babs, john]],
    ['profileUrl sw "https://login.example.com/"', [zoe]],
  ])('%s', async (filter, found) => {
    const reply = await subject.client.get(filtered('/Users', filter));
    expect(reply.status).toBe(200);
    const { schemas, totalResults, itemsPerPage, startIndex, Resources = [] } = reply.body;
    expect(Resources.map(({ userName }: { userName: string }) => userName)).toEqual(found);
    const { length } = found;
    expect({ schemas, totalResults, itemsPerPage, startIndex }).toEqual({
      schemas: [LIST],
      totalResults: length,
      itemsPerPage: length,
      startIndex: 1,
    });
  });

  test('id, and a new filter after a change', async () => {
    const user = await subject.createUser({ title: 'Temporary' });
    const byTitle = filtered('/Users', 'title eq "temporary"');
    expect((await subject.client.get(filtered('/Users', `id eq "${user.id}"`))).body.totalResults).toBe(1);
    expect((await subject.client.get(byTitle)).body.totalResults).toBe(1);
    await subject.client.patch(`/Users/${user.id}`, [{ op: 'replace', path: 'title', value: 'Other' }]);
    expect((await subject.client.get(byTitle)).body.totalResults).toBe(0);
    await subject.client.delete(`/Users/${user.id}`);
  });
});

describe('RFC 7644 3.4.2.2: 400 invalidFilter for', () => {
  test.each([
    '',
    'userName',
    'userName eq',
    'userName eq john',
    'userName eq "john',
    "userName eq 'john'",
    'userName is "john"',
    'eq "john"',
    '(userName eq "john"',
    'userName eq "john")',
    'userName eq "john" and',
    'userName eq "john" userName pr',
    'not userName eq "john"',
    'not title pr',
    'emails[type eq "work"',
    'emails[]',
    'emails[type eq "work" and emails[value pr]]',
    'userName eq "\\x"',
    'shoeSize eq 42',
    'name.shoeSize pr',
    'urn:example:nothing:title pr',
    'userName.value eq "john"',
    'userName eq 5',
    'userName eq true',
    'active eq "sometimes"',
    'active eq 1',
    'active gt true',
    'active co true',
    'meta.created gt "yesterday"',
    'meta.created gt 5',
    'x509Certificates.value gt "MIID"',
    'name eq "Jensen"',
    'title[value eq "x"]',
    '{"$gt": ""}',
    'userName eq {"$gt": ""}',
    '$where eq "1"',
    '__proto__ pr',
    'constructor pr',
  ])('%s', async (filter) => {
    expectError(await subject.client.get(filtered('/Users', filter)), 400, 'invalidFilter');
  });
});

describe('what a filter may ask for has an end', () => {
  const clauses = (count: number) => Array.from({ length: count }, () => 'title pr').join(' or ');
  const nested = (depth: number) => `${'('.repeat(depth)}title pr${')'.repeat(depth)}`;
  const negated = (depth: number) => `${'not ('.repeat(depth)}title pr${')'.repeat(depth)}`;
  const long = (length: number) => 'title eq ""'.replace('""', `"${'x'.repeat(length - 'title eq ""'.length)}"`);

  test.each([
    ['10,000 characters', long(10_000), long(10_001), 'The filter is longer than is allowed (10000 characters)'],
    ['50 parentheses', nested(50), nested(51), 'The filter nests deeper than is allowed (50 levels)'],
    ['50 negations', negated(50), negated(51), 'The filter nests deeper than is allowed (50 levels)'],
    ['50 with brackets', `emails[${nested(49)}]`.replace('title', 'type'), `emails[${nested(50)}]`, '(50 levels)'],
    ['250 clauses', clauses(250), clauses(251), 'The filter has more clauses than is allowed (250)'],
  ])('%s are answered, one more is 400 invalidFilter', async (_what, most, tooMuch, detail) => {
    expect((await subject.client.get(filtered('/Users', most))).status).toBe(200);
    const search = { schemas: ['urn:ietf:params:scim:api:messages:2.0:SearchRequest'], filter: tooMuch };
    for (const refused of [
      await subject.client.get(filtered('/Users', tooMuch)),
      await subject.client.post('/Users/.search', search),
    ]) {
      expectError(refused, 400, 'invalidFilter');
      expect(refused.body.detail).toContain(detail);
    }
  });

  test('so has the path of a PATCH', async () => {
    const { id } = await subject.createUser();
    const path = `emails[${clauses(251).replaceAll('title', 'type')}]`;
    const reply = await subject.client.patch(`/Users/${id}`, [{ op: 'remove', path }]);
    expectError(reply, 400, 'invalidPath');
    expect(reply.body.detail).toBe('The path has more clauses than is allowed (250)');
    await subject.client.delete(`/Users/${id}`);
  });
});
