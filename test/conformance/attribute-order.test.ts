// Reads return stored attributes in the order of the document, whatever order they came in.
import { expect, test } from '@jest/globals';
import { ENTERPRISE, USER, newUser, serverUnderTest } from './subject.js';

const subject = serverUnderTest();

/** Each complex value in the answer, as the names that it has and those that its schema has. */
function namesIn(value: any, attributes: readonly any[]): { has: string[]; inOrder: string[] }[] {
  if (Array.isArray(value)) return value.flatMap((item) => namesIn(item, attributes));
  const names = attributes.map(({ name }) => name as string);
  const has = Object.keys(value).filter((name) => names.includes(name));
  const below = attributes.filter(({ name, subAttributes }) => name in value && subAttributes !== undefined);
  return [
    { has, inOrder: names.filter((name) => name in value) },
    ...below.flatMap(({ name, subAttributes }) => namesIn(value[name], subAttributes)),
  ];
}

test('what was created backwards, replaced, patched and read is in order, with its extension', async () => {
  const attributesOf = async (schema: string) => (await subject.client.get(`/Schemas/${schema}`)).body.attributes;
  const [user, enterprise] = [await attributesOf(USER), await attributesOf(ENTERPRISE)];
  const given = newUser({
    [ENTERPRISE]: { department: 'Tours', employeeNumber: '7' },
    emails: [{ primary: true, type: 'work', display: 'At work', value: 'babs@example.com' }],
    addresses: [{ country: 'USA', type: 'home', locality: 'Hollywood' }],
    active: true,
    title: 'Guide',
    name: { givenName: 'Barbara', familyName: 'Jensen', formatted: 'Barbara Jensen' },
    externalId: 'x',
  });
  const { body: created } = await subject.client.post('/Users', given);
  const path = `/Users/${created.id}`;
  const expectOrder = async () => {
    const { body: read } = await subject.client.get(path);
    const { body: list } = await subject.client.get(`/Users?filter=id%20eq%20%22${created.id}%22`);
    for (const each of [read, list.Resources[0]]) {
      const names = [...namesIn(each, user), ...namesIn(each[ENTERPRISE], enterprise)];
      expect(names).toHaveLength(5);
      for (const { has, inOrder } of names) expect(has).toEqual(inOrder);
    }
    return read;
  };
  expect(await expectOrder()).toEqual(created);

  const Operations = [
    { op: 'add', value: { nickName: 'Babs', name: { honorificPrefix: 'Ms.' } } },
    { op: 'replace', path: 'emails[type eq "work"].value', value: 'new@example.com' },
  ];
  expect((await subject.client.patch(path, Operations)).status).toBe(200);
  expect(await expectOrder()).toMatchObject({ nickName: 'Babs', name: { honorificPrefix: 'Ms.' } });

  // The same in another order is no change.
  const { headers } = await subject.client.get(path);
  const backwards = Object.fromEntries(Object.entries((await subject.client.get(path)).body).toReversed());
  expect((await subject.client.put(path, backwards)).headers.get('etag')).toBe(headers.get('etag'));
});
