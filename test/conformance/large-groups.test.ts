// Groups that are too large to be held: their answers stream, and say what those of small groups say.
import { once } from 'node:events';
import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Db } from 'mongodb';
import { fillGroup, fillUsers, hasMember, memberId, memberName } from '../support/large-group.js';
import { expectError, filtered, GROUP, serverUnderTest } from './subject.js';

const SIZE = 20_000;
const subject = serverUnderTest({ MAX_CONCURRENT_REQUESTS: '1' });
let id = '';

beforeAll(async () => {
  ({ id } = await subject.createGroup());
  await fillGroup(subject.db, id, SIZE);
}, 60_000);

const memberAt = (index: number) => {
  const display = memberName(index);
  const value = memberId(index);
  return { value, type: 'User', ...(display === undefined ? {} : { display }), $ref: `${subject.url}/Users/${value}` };
};
const members = (size: number) => Array.from({ length: size }, (_, index) => memberAt(index));

async function send(method: string, path: string, headers: Readonly<Record<string, string>> = {}) {
  const given = { authorization: `Bearer ${subject.token}`, ...headers };
  const sent = request(`${subject.url}${path}`, { method, headers: given }).end();
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  return response;
}

async function bytesOf(response: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

describe(`a group of ${SIZE} members`, () => {
  test('is answered whole, in order, with all that a small one has', async () => {
    const small = await subject.createGroup();
    await fillGroup(subject.db, small.id, 3);
    const reply = await subject.client.get(`/Groups/${small.id}`);
    const large = await subject.client.get(`/Groups/${id}`);
    expect(Object.keys(large.body)).toEqual(Object.keys(reply.body));
    expect(reply.body.members).toEqual(members(3));
    expect(reply.headers.get('content-length')).toBe(String(Buffer.byteLength(reply.text)));
    expect({ ...large.body, members: undefined }).toEqual({
      schemas: [GROUP],
      id,
      displayName: expect.any(String),
      members: undefined,
      meta: {
        ...reply.body.meta,
        location: `${subject.url}/Groups/${id}`,
        created: expect.any(String),
        lastModified: expect.any(String),
      },
    });
    expect(large.body.members).toEqual(members(SIZE));
    expect([large.status, large.headers.get('etag')]).toEqual([200, large.body.meta.version]);
    expect(large.headers.get('content-length')).toBeNull();
  });

  test.each([999, 1_000, 1_001, 1_499, 1_500, 1_501])(
    'so is one of %d, about where an answer begins to stream',
    async (size) => {
      const group = await subject.createGroup();
      await fillGroup(subject.db, group.id, size);
      expect((await subject.client.get(`/Groups/${group.id}`)).body.members).toEqual(members(size));
    },
  );

  test('shows of its members what attributes asks for', async () => {
    const { body } = await subject.client.get(`/Groups/${id}?attributes=members.value`);
    expect(body).toEqual({ schemas: [GROUP], id, members: members(SIZE).map(({ value }) => ({ value })) });
    const displays = await subject.client.get(`/Groups/${id}?excludedAttributes=members.$ref,members.type,displayName`);
    const expected = members(SIZE).map(({ $ref: _ref, type: _type, ...rest }) => rest);
    expect(displays.body.members).toEqual(expected);
    expect(displays.body.displayName).toBeUndefined();
  });

  test('has one piece of an answer, with its length, without members', async () => {
    const { body, headers, text } = await subject.client.get(`/Groups/${id}?excludedAttributes=members`);
    expect(body.members).toBeUndefined();
    expect(headers.get('content-length')).toBe(String(Buffer.byteLength(text)));
  });

  test.each([
    ['gzip', gunzipSync],
    ['br', brotliDecompressSync],
  ])('is sent as %s to who asks for it', async (coding, unpack) => {
    const plain = await bytesOf(await send('GET', `/Groups/${id}`));
    const response = await send('GET', `/Groups/${id}`, { 'accept-encoding': coding });
    expect([response.statusCode, response.headers['content-encoding']]).toEqual([200, coding]);
    const bytes = await bytesOf(response);
    expect(unpack(bytes).equals(plain)).toBe(true);
    expect(bytes.length).toBeLessThan(plain.length / 4);
  });

  test('HEAD and a 304 have its ETag and no body, and the connection serves on', async () => {
    const head = await send('HEAD', `/Groups/${id}`);
    expect([head.statusCode, (await bytesOf(head)).length, head.headers.etag]).toEqual([200, 0, 'W/"1"']);
    const unchanged = await send('GET', `/Groups/${id}`, { 'if-none-match': 'W/"1"' });
    expect([unchanged.statusCode, (await bytesOf(unchanged)).length]).toEqual([304, 0]);
    expect((await subject.client.get('/Users')).status).toBe(200);
  });

  test('is a list of one for a filter, and a part of a page beside others', async () => {
    const { body: group } = await subject.client.get(`/Groups/${id}?excludedAttributes=members`);
    const found = await subject.client.get(filtered('/Groups', `displayName eq "${group.displayName}"`));
    expect(found.body.Resources).toEqual([{ ...group, members: members(SIZE) }]);

    const sizes = [0, 12_000, 3, 9_000, 9_000, 1];
    const ids: string[] = [];
    while (ids.length < sizes.length) ids.push((await subject.createGroup({ externalId: 'page' })).id);
    for (const [index, group] of ids.entries()) await fillGroup(subject.db, group, sizes[index] ?? 0);
    const page = await subject.client.get(filtered('/Groups', 'externalId eq "page"', { count: '5' }));
    expect([page.body.totalResults, page.body.itemsPerPage]).toEqual([6, 5]);
    const shown = page.body.Resources.map((each: { id: string; members?: object[] }) => [each.id, each.members]);
    expect(shown).toEqual(sizes.slice(0, 5).map((size, index) => [ids[index], size === 0 ? undefined : members(size)]));
    const brief = await subject.client.get('/Groups?attributes=displayName');
    expect(brief.headers.get('content-length')).toBe(String(Buffer.byteLength(brief.text)));
  });

  test('loses a member by value eq, and by a filter that reads them all', async () => {
    const group = await subject.createGroup();
    await fillGroup(subject.db, group.id, 3_000);
    const remove = (filter: string) =>
      subject.client.patch(`/Groups/${group.id}`, [{ op: 'remove', path: `members[${filter}]` }]);
    expect((await remove(`value eq "${memberId(2_999)}"`)).status).toBe(204);
    expect((await remove(`display ew "family2998"`)).status).toBe(204);
    expect((await remove(`display eq "nobody"`)).status).toBe(204);
    const there = await Promise.all([2_997, 2_998, 2_999].map((index) => hasMember(subject.db, group.id, index)));
    expect(there).toEqual([true, false, false]);
    const { headers } = await subject.client.get(`/Groups/${group.id}?excludedAttributes=members`);
    expect(headers.get('etag')).toBe('W/"3"');
  });
});

describe('more members than one transaction takes', () => {
  const MANY = 10_500;
  const values = (size: number) => Array.from({ length: size }, (_, index) => ({ value: memberId(index) }));
  const count = (owner: string) => subject.db.collection('Group.members').countDocuments({ o: owner });

  beforeAll(() => fillUsers(subject.db, MANY));

  test('come and go by one PUT or PATCH, each checked before any is written', async () => {
    const { id: group, displayName } = await subject.createGroup();
    const path = `/Groups/${group}?attributes=displayName`;
    const put = (members: object[]) => subject.client.put(path, { schemas: [GROUP], displayName, members });
    const first = await put(values(MANY));
    expect([first.status, first.headers.get('etag'), await count(group)]).toEqual([200, 'W/"2"', MANY]);
    const same = await put(values(MANY));
    expect([same.status, same.headers.get('etag'), await count(group)]).toEqual([200, 'W/"2"', MANY]);

    const refused = await put([...values(MANY - 1), { value: 'nobody' }]);
    expectError(refused, 400, 'invalidValue');
    expect(refused.body.detail).toBe('members: there is no User or Group "nobody"');
    expect(await count(group)).toBe(MANY);

    const removal = { op: 'remove', path: 'members', value: values(MANY - 1) };
    expect((await subject.client.patch(path, [removal])).status).toBe(200);
    expect([await count(group), await hasMember(subject.db, group, MANY - 1)]).toEqual([1, true]);
    const addition = { op: 'add', path: 'members', value: values(MANY) };
    const added = await subject.client.patch(path, [addition]);
    expect([added.status, added.headers.get('etag'), await count(group)]).toEqual([200, 'W/"4"', MANY]);
    expect([(await put(values(2))).status, await count(group)]).toEqual([200, 2]);
  }, 60_000);
});

describe('a client that takes a part of an answer and goes', () => {
  /** Cursors that the server holds open in its database. */
  const cursors = async (db: Db): Promise<unknown[]> => {
    const pipeline = [
      { $currentOp: { idleCursors: true, allUsers: true } },
      { $match: { type: 'idleCursor', ns: { $regex: `^${db.databaseName}\\.` } } },
    ];
    const { cursor } = await db.admin().command({ aggregate: 1, pipeline, cursor: {} });
    return cursor.firstBatch as unknown[];
  };

  test.each(['identity', 'gzip'])(
    'holds nothing in the database while it waits, and nothing after (%s)',
    async (coding) => {
      const group = await subject.createGroup();
      await fillGroup(subject.db, group.id, 100_000);
      const response = await send('GET', `/Groups/${group.id}`, { 'accept-encoding': coding });
      await once(response, 'readable');
      if (coding === 'identity') {
        // More than sockets hold is left: the answer is under way, and counts as a request that is.
        expectError(await subject.client.get('/Users'), 503);
      }
      expect(await cursors(subject.db)).toEqual([]);
      response.destroy();
      while ((await subject.client.get('/Users')).status !== 200);
      expect(await cursors(subject.db)).toEqual([]);
      expect((await subject.client.get(`/Groups/${group.id}?attributes=displayName`)).status).toBe(200);
    },
    60_000,
  );
});
