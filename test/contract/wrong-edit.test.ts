// A document that stored resources don't allow, or that is wrong: the new server doesn't start, and the old one, on the
// same database, goes on as it was.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { TestClient } from '../support/client.js';
import type { TestServer } from '../support/server.js';
import { databaseUri, startServer } from '../support/server.js';

const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
const uri = databaseUri();
let folder: string;
let old: TestServer;
let client: TestClient;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'overlay-'));
  old = await startServer({ MONGODB_URI: uri });
  client = new TestClient(old);
});
afterAll(async () => {
  await old.close();
  await rm(folder, { recursive: true });
});

const startOver = async (overlay: string) => {
  const file = join(folder, 'overlay.yaml');
  await writeFile(file, overlay);
  return startServer({ MONGODB_URI: uri, OPENAPI_OVERLAY: file });
};
const create = async (user: object): Promise<string> => {
  const { status, body } = await client.post('/Users', { schemas: [USER], ...user });
  expect(status).toBe(201);
  return body.id;
};
/** Everything that a start could change. */
const state = async () => {
  const collections = (await old.db.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name).sort();
  return Promise.all(collections.map(async (name) => [name, await old.db.collection(name).indexes()]));
};

test('a unique attribute whose stored values clash is told, with the attribute, the index, how many and who', async () => {
  const ids = [
    await create({ userName: 'a', nickName: 'Bob', title: 'Guide' }),
    await create({ userName: 'b', nickName: 'BOB', title: 'Guide' }),
    await create({ userName: 'c', nickName: 'Bobby', title: 'Guide' }),
    await create({ userName: 'd', nickName: 'Bobby' }),
  ];
  const before = await state();

  const refused = startOver(`schemas:
  User:
    properties:
      nickName: { x-scim: { uniqueness: server } }
      title: { x-scim: { uniqueness: server } }
      externalIdentifier: { type: string, description: Another., x-scim: { caseExact: true, index: true } }
      emails: { items: { properties: { value: { x-scim: { index: false } } } } }
`);
  const error = await refused.then(
    () => new Error('it started'),
    (reason: unknown) => reason as Error,
  );

  const [nickName = '', title = '', ...last] = error.message.split('\n');
  expect(nickName).toMatch(
    /^User\.nickName can't be unique: 2 values are shared by 4 stored resources, as by \S+ and \S+, /,
  );
  expect(nickName).toContain(
    "so the index scim:s.nickName:unique of User can't be built. How to fix: give the resources",
  );
  expect(title).toContain(
    `User.title can't be unique: a value is shared by 3 stored resources, as by ${ids[0]} and ${ids[2]}, so the index`,
  );
  expect(last).toEqual(['No index was created or dropped.']);
  expect(error.message).not.toMatch(/bob|guide/i);

  expect(await state()).toEqual(before);
  expect((await client.get('/Users?filter=nickName%20eq%20%22bob%22')).body.totalResults).toBe(2);
  expect((await client.post('/Users', { schemas: [USER], userName: 'A' })).status).toBe(409);
});

test('a document with faults touches nothing', async () => {
  const before = await state();
  await expect(
    startOver('schemas: { User: { properties: { nickName: { x-scim: { index: maybe } } } } }'),
  ).rejects.toThrow(/overlay\.yaml:1:56  wrong-value  User\.nickName\.x-scim\.index is "maybe": it must be boolean/);
  expect(await state()).toEqual(before);
  expect((await client.get('/Users')).status).toBe(200);
});

test('an index that MongoDB refuses although no values seemed to clash takes the others with it', async () => {
  // Lists, of which no two are equal, but whose items are keys of the index.
  const users = old.db.collection<{ _id: string; s: object }>('User');
  await users.insertMany([
    { _id: 'x', s: { userType: ['a', 'b'] } },
    { _id: 'y', s: { userType: ['b', 'c'] } },
  ]);
  const before = await state();
  await expect(
    startOver(`schemas:
  User:
    properties:
      nickName: { x-scim: { index: true } }
      userType: { x-scim: { uniqueness: server } }
      emails: { items: { properties: { value: { x-scim: { index: false } } } } }
`),
  ).rejects.toThrow(/^the index scim:s\.userType:unique of User can't be built: .*E11000/);
  expect(await state()).toEqual(before);
  await users.deleteMany({ _id: { $in: ['x', 'y'] } });
});

test('when the values are mended, the new server starts, and indexes follow its document', async () => {
  for (const filter of ['nickName eq "Bob"', 'nickName eq "Bobby"']) {
    const { body } = await client.get(`/Users?filter=${encodeURIComponent(filter)}`);
    await client.patch(`/Users/${body.Resources[0].id}`, [{ op: 'remove', path: 'nickName' }]);
  }
  const next = await startOver(`schemas:
  User:
    properties:
      nickName: { x-scim: { uniqueness: server } }
      emails: { items: { properties: { value: { x-scim: { index: false } } } } }
`);
  const names = (await next.db.collection('User').indexes()).map(({ name }) => name);
  expect(names).toContain('scim:s.nickName:unique');
  expect(names).not.toContain('scim:s.emails.value');
  expect((await client.post('/Users', { schemas: [USER], userName: 'e', nickName: 'bobby' })).status).toBe(409);
  await next.close();
});
