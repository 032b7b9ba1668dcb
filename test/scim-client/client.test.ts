// The client of sdk/ against the real server, typed by the document's own types.
import { beforeAll, describe, expect, test } from '@jest/globals';
import { createScimClient } from '../../sdk/src/client.js';
import type { ScimClient } from '../../sdk/src/client.js';
import { ScimError, unwrap } from '../../sdk/src/error.js';
import type { paths } from '../../src/generated/openapi.js';
import { GROUP, USER, serverUnderTest, unique } from '../conformance/subject.js';

const subject = serverUnderTest();
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

let scim: ScimClient<paths>;
beforeAll(() => {
  scim = createScimClient<paths>({ baseUrl: subject.url, token: () => subject.token });
});
const users = () => scim.resources('/Users');
const create = (attributes: object = {}) => users().create({ schemas: [USER], userName: unique('u'), ...attributes });

describe('one resource', () => {
  test('is created, read, replaced, patched and deleted', async () => {
    const userName = unique('bjensen');
    const made = await users().create({
      schemas: [USER, ENTERPRISE],
      userName,
      emails: [{ value: 'b@example.com', type: 'work' }],
      [ENTERPRISE]: { department: 'Sales' },
    });
    expect(made).toMatchObject({ userName, meta: { resourceType: 'User' } });
    expect(await users().get(made.id, { attributes: ['userName'] })).toEqual({
      schemas: [USER, ENTERPRISE],
      id: made.id,
      userName,
    });

    const replaced = await users().replace(made.id, { schemas: [USER], userName, title: 'Guide' });
    expect(replaced).toMatchObject({ id: made.id, title: 'Guide' });
    expect(replaced).not.toHaveProperty('emails');

    const patched = await users().patch(made.id, (patch) =>
      patch
        .add((p) => p.emails, [{ value: 'c@example.com', type: 'work' }])
        .replace((p) => p.emails.where((e) => e.type.eq('work')).value, 'd@example.com')
        .replace((p) => p[ENTERPRISE].department, 'Tours')
        .remove((p) => p.title),
    );
    expect(patched).toMatchObject({ emails: [{ value: 'd@example.com' }], [ENTERPRISE]: { department: 'Tours' } });
    expect(patched).not.toHaveProperty('title');

    await users().delete(made.id);
    await expect(users().get(made.id)).rejects.toMatchObject({ status: 404 });
  });

  test('is found by a filter, or is not', async () => {
    const { id, userName = '' } = await create({ [ENTERPRISE]: { department: 'Found' } });
    expect((await users().find((f) => f.userName.eq(userName.toUpperCase())))?.id).toBe(id);
    expect((await users().find((f) => f[ENTERPRISE].department.eq('Found').and(f.active.eq(true))))?.id).toBe(id);
    expect(await users().find((f) => f.userName.eq(unique('nobody')))).toBeUndefined();
  });

  test.each(['', '.', '..'])('is not asked for by the id "%s", which would lead to others', async (id) => {
    const wrong = new TypeError(`"${id}" can't be the id of a resource`);
    await expect(users().get(id)).rejects.toThrow(wrong);
    await expect(users().replace(id, { schemas: [USER], userName: 'a' })).rejects.toThrow(wrong);
    await expect(users().patch(id, (patch) => patch.remove((p) => p.title))).rejects.toThrow(wrong);
    await expect(users().update(id, () => undefined)).rejects.toThrow(wrong);
    await expect(users().delete(id)).rejects.toThrow(wrong);
  });

  test('of another type takes the same calls', async () => {
    const { id: value } = await create();
    const groups = scim.resources('/Groups');
    const group = await groups.create({ schemas: [GROUP], displayName: unique('g'), members: [{ value }] });
    const found = await groups.find((f) => f.members.value.eq(value));
    expect(found).toMatchObject({ id: group.id, members: [{ value, type: 'User' }] });
    const left = await groups.patch(group.id, (patch) =>
      patch.remove((p) => p.members.where((m) => m.value.eq(value))),
    );
    expect(left).not.toHaveProperty('members');
  });
});

describe('a refusal', () => {
  test('is a ScimError with all that the server said', async () => {
    const { userName = '' } = await create();
    const error: unknown = await users()
      .create({ schemas: [USER], userName })
      .catch((refused: unknown) => refused);
    expect(error).toBeInstanceOf(ScimError);
    expect(error).toMatchObject({ status: 409, scimType: 'uniqueness', detail: expect.stringContaining('userName') });
    expect(String(error)).toMatch(/^ScimError: 409 uniqueness: /);
  });

  test('of a call of openapi-fetch becomes one by unwrap', async () => {
    const config = await unwrap(scim.api.GET('/ServiceProviderConfig'));
    expect(config.patch.supported).toBe(true);
    await expect(unwrap(scim.api.GET('/Schemas/{urn}', { params: { path: { urn: 'urn:x' } } }))).rejects.toMatchObject({
      name: 'ScimError',
      status: 404,
    });
  });

  test('of the token is one too', async () => {
    const stranger = createScimClient<paths>({ baseUrl: subject.url, token: 'wrong' });
    await expect(stranger.resources('/Users').list().next()).rejects.toMatchObject({
      status: 401,
      scimType: undefined,
    });
  });
});

describe('read, modify, write', () => {
  test('asks again with what is there now, where another was faster', async () => {
    const { id } = await create({ title: 'a' });
    const seen: (string | undefined)[] = [];
    const written = await users().update(id, async (user, patch) => {
      seen.push(user.title);
      if (seen.length === 1) await subject.client.patch(`/Users/${id}`, [{ op: 'replace', path: 'title', value: 'b' }]);
      return patch.replace((p) => p.title, `${user.title ?? ''}+`);
    });
    expect(seen).toEqual(['a', 'b']);
    expect(written).toMatchObject({ title: 'b+' });
  });

  test('keeps every change of many at once', async () => {
    const { id } = await create({ nickName: '' });
    const append = async (letter: string) =>
      users().update(id, ({ userName = '', nickName = '' }) => ({
        schemas: [USER],
        userName,
        nickName: nickName + letter,
      }));
    await Promise.all(['a', 'b', 'c', 'd'].map(append));
    const { nickName = '' } = await users().get(id);
    expect(Array.from(nickName).sort().join('')).toBe('abcd');
  });

  test('gives up on a resource that never holds still', async () => {
    const { id } = await create();
    let asked = 0;
    const never = users().update(id, async (_user, patch) => {
      asked += 1;
      await subject.client.patch(`/Users/${id}`, [{ op: 'replace', path: 'title', value: String(asked) }]);
      return patch.replace((p) => p.title, 'mine');
    });
    await expect(never).rejects.toMatchObject({ status: 412 });
    expect(asked).toBe(5);
  });

  test('writes nothing where there is nothing to change', async () => {
    const { id, meta } = await create();
    expect(await users().update(id, () => undefined)).toMatchObject({ id, meta: { version: meta?.version } });
  });
});
