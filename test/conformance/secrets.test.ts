// The password: written, never read, never stored as it came (RFC 7643 4.1.1, 7; RFC 7644 7.5).
import { describe, expect, test } from '@jest/globals';
import { expectError, filtered, newUser, serverUnderTest, stored, unique } from './subject.js';

const subject = serverUnderTest();

describe('RFC 7643 4.1.1: password', () => {
  test('is accepted by POST, PUT and PATCH, and neither answered nor stored', async () => {
    const secret = (number: number): string => `t1meMa$heen-${number}`;
    const created = await subject.client.post('/Users', newUser({ password: secret(1) }));
    expect(created.status).toBe(201);
    const { id, userName } = created.body;
    const path = `/Users/${id}`;
    const replies = [
      created,
      await subject.client.put(path, newUser({ userName, password: secret(2) })),
      await subject.client.patch(path, [{ op: 'replace', path: 'password', value: secret(3) }]),
      await subject.client.patch(path, [{ op: 'replace', value: { password: secret(4) } }]),
      await subject.client.get(path),
      await subject.client.get(`${path}?attributes=password`),
      await subject.client.get(filtered('/Users', `id eq "${id}"`, { attributes: 'password' })),
    ];
    expect(replies.map(({ status }) => status)).toEqual([201, 200, 200, 200, 200, 200, 200]);
    for (const { text } of replies) expect(text).not.toMatch(/t1meMa|password/);
    const documents = await stored(subject.db);
    expect(documents).toContain(id);
    expect(documents).not.toContain('t1meMa');
  });

  test.each([
    'password eq "t1meMa$heen"',
    'password pr',
    'PASSWORD sw "t"',
    'urn:ietf:params:scim:schemas:core:2.0:User:password pr',
    'not (password pr)',
    'title pr or password pr',
  ])('RFC 7644 7.5.2: the filter %s is 400 invalidFilter', async (filter) => {
    expectError(await subject.client.get(filtered('/Users', filter)), 400, 'invalidFilter');
  });

  test('is not told in an error', async () => {
    const password = { nested: unique('t1meMa') };
    const user = await subject.createUser();
    const replies = [
      await subject.client.post('/Users', newUser({ password })),
      await subject.client.put(`/Users/${user.id}`, newUser({ userName: user.userName, password })),
      await subject.client.patch(`/Users/${user.id}`, [{ op: 'replace', path: 'password', value: password }]),
      await subject.client.patch(`/Users/${user.id}`, [{ op: 'replace', value: { password } }]),
    ];
    for (const reply of replies) {
      expectError(reply, 400, 'invalidValue');
      expect(reply.text).not.toContain('t1meMa');
    }
  });
});
