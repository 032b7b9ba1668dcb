// Parallel writes: unique values are given once, versions win once, and nobody's change is lost.
import { describe, expect, test } from '@jest/globals';
import { ENTERPRISE, expectError, filtered, newUser, serverUnderTest, unique } from './subject.js';

const subject = serverUnderTest();

const inParallel = <T>(count: number, work: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)));

/** Another letter case of a name for every number. */
const cased = (name: string, number: number): string =>
  name.replace(/[a-z]/g, (letter, at: number) => (((number >> (at % 5)) & 1) === 1 ? letter.toUpperCase() : letter));

describe('parallel writes', () => {
  test('RFC 7643 4.1.1: of 32 creates of one userName in varied letter case one is 201, the others 409', async () => {
    const name = unique('race');
    const replies = await inParallel(32, (index) =>
      subject.client.post('/Users', newUser({ userName: cased(name, index) })),
    );
    expect(replies.filter(({ status }) => status === 201)).toHaveLength(1);
    for (const reply of replies.filter(({ status }) => status !== 201)) expectError(reply, 409, 'uniqueness');
    const found = await subject.client.get(filtered('/Users', `userName eq "${name}"`));
    expect(found.body.totalResults).toBe(1);
  });

  test('RFC 7644 3.5.2.1: 32 members added to one group at once are all members', async () => {
    const users = await inParallel(32, () => subject.createUser());
    const group = await subject.createGroup();
    const replies = await inParallel(32, (index) =>
      subject.client.patch(`/Groups/${group.id}`, [
        { op: 'add', path: 'members', value: [{ value: users[index].id }] },
      ]),
    );
    expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 200));
    const { members } = (await subject.client.get(`/Groups/${group.id}`)).body;
    expect(members.map(({ value }: { value: string }) => value).sort()).toEqual(users.map(({ id }) => id).sort());
  });

  test('RFC 7644 3.14: of 16 PATCHes with one If-Match one is 200, the others 412', async () => {
    const user = await subject.createUser();
    const replies = await inParallel(16, (index) =>
      subject.client.patch(`/Users/${user.id}`, [{ op: 'replace', path: 'title', value: `title ${index}` }], {
        'if-match': user.meta.version,
      }),
    );
    const [winner, ...more] = replies.filter(({ status }) => status === 200);
    expect(more).toEqual([]);
    for (const reply of replies.filter(({ status }) => status !== 200)) expectError(reply, 412);
    expect((await subject.client.get(`/Users/${user.id}`)).body).toEqual(winner?.body);
  });

  test('RFC 7644 3.5.2: 16 PATCHes of different attributes without If-Match all land', async () => {
    const user = await subject.createUser();
    const paths = [
      ...['title', 'nickName', 'displayName', 'userType', 'externalId', 'locale', 'timezone', 'preferredLanguage'],
      ...['formatted', 'familyName', 'givenName', 'middleName', 'honorificPrefix', 'honorificSuffix'].map(
        (part) => `name.${part}`,
      ),
      ...['department', 'division'].map((part) => `${ENTERPRISE}:${part}`),
    ];
    const replies = await inParallel(paths.length, (index) =>
      subject.client.patch(`/Users/${user.id}`, [{ op: 'add', path: paths[index], value: `value ${index}` }]),
    );
    expect(replies.map(({ status }) => status)).toEqual(paths.map(() => 200));
    const filter = paths.map((path, index) => `${path} eq "value ${index}"`).join(' and ');
    const found = await subject.client.get(filtered('/Users', filter));
    expect(found.body.Resources).toMatchObject([{ id: user.id }]);
  });

  test('RFC 7644 3.14: a DELETE with If-Match: * among 16 PATCHes is 204, and those after it 404', async () => {
    const user = await subject.createUser();
    const at = `/Users/${user.id}`;
    const patch = (index: number) => subject.client.patch(at, [{ op: 'replace', path: 'title', value: `${index}` }]);
    const [deletion, ...patches] = await Promise.all([
      subject.client.delete(at, { 'if-match': '*' }),
      ...Array.from({ length: 16 }, (_, index) => patch(index)),
    ]);
    expect(deletion.status).toBe(204);
    for (const { status } of patches) expect([200, 404]).toContain(status);
    expectError(await subject.client.get(at), 404);
  });

  test('RFC 7644 3.6: of 16 DELETEs of one user one is 204, the others 404', async () => {
    const user = await subject.createUser();
    const replies = await inParallel(16, () => subject.client.delete(`/Users/${user.id}`));
    expect(replies.filter(({ status }) => status === 204)).toHaveLength(1);
    for (const reply of replies.filter(({ status }) => status !== 204)) expectError(reply, 404);
  });
});
