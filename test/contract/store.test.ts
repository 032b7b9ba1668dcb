// Resources on a real MongoDB: compare and swap, uniqueness, pages, names, and filters on what the server computes.
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ScimError } from '../../src/errors/scim-error.js';
import { bindFilter } from '../../src/filter/bind.js';
import type { BoundFilter } from '../../src/filter/bound.js';
import { createParser } from '../../src/filter/parse.js';
import { buildModel } from '../../src/schema/build.js';
import { findAttribute } from '../../src/schema/model.js';
import type { PageQuery, ResourceRecord } from '../../src/service/ports.js';
import { typeNamed } from '../../src/service/context.js';
import type { JsonObject } from '../../src/spec/json.js';
import { readSource } from '../../src/spec/source.js';
import { createCompiler } from '../../src/storage/mongo/compile.js';
import { createEdgeResolver } from '../../src/storage/mongo/edge-filter.js';
import { buildIndexes } from '../../src/storage/mongo/indexes.js';
import { createResourceStore } from '../../src/storage/mongo/resource-store.js';
import { databaseUnderTest } from '../support/database.js';
import { FILTER_LIMITS, USUAL } from '../support/limits.js';

const BASE = 'https://scim.example.com/scim/v2';
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const model = buildModel(readSource('openapi'));
const user = typeNamed(model, 'User');
const group = typeNamed(model, 'Group');
const parser = createParser(FILTER_LIMITS);
const db = databaseUnderTest();
const compiler = createCompiler(BASE, createEdgeResolver(db, model, USUAL));
const store = createResourceStore(db, model, compiler, 100_000);

beforeAll(async () => {
  await buildIndexes(db, model);
});
beforeEach(async () => {
  await Promise.all(model.resourceTypes.map(({ name }) => db.collection(name).deleteMany({})));
});

const record = (id: string, attributes: JsonObject, more: Partial<ResourceRecord> = {}): ResourceRecord => ({
  id,
  version: 1,
  created: new Date(1_000),
  lastModified: new Date(1_000),
  attributes,
  edgeCount: 0,
  ...more,
});
const insert = async (...records: ResourceRecord[]) => {
  for (const each of records) await store.insert(user, each);
};
const found = async (filter: string, type = user) => {
  const placed = await store.page(type, section(bindFilter(parser.parseFilter(filter), type), 0, 100));
  return placed.map(({ record: { id } }) => id);
};
const section = (filter: BoundFilter | undefined, skip: number, limit: number): PageQuery => ({
  filter,
  sortPath: undefined,
  descending: false,
  after: undefined,
  skip,
  limit,
});
const refusal = (write: Promise<unknown>) =>
  write.then(
    () => 'nothing was refused',
    (error: unknown) => (error instanceof ScimError ? `${error.key}: ${error.detail}` : String(error)),
  );

describe('a resource', () => {
  test('comes back as it was stored, extensions and all', async () => {
    const given = record(
      '1',
      { userName: 'BJensen', emails: [{ value: 'A@x', primary: true }], [ENTERPRISE]: { department: 'D' } },
      { edgeCount: 3 },
    );
    await insert(given);
    expect(await store.find(user, '1')).toEqual(given);
    expect(await store.find(user, '2')).toBeUndefined();
    expect(await store.find(group, '1')).toBeUndefined();
  });

  test('is written over the version that was expected alone', async () => {
    const given = record('1', { userName: 'a', nickName: 'n' });
    await insert(given);
    const next = record('1', { userName: 'b' }, { version: 2, lastModified: new Date(2_000) });
    expect(await store.update(user, next, 2)).toBe(false);
    expect(await store.find(user, '1')).toEqual(given);
    expect(await store.update(user, next, 1)).toBe(true);
    expect(await store.find(user, '1')).toEqual(next);
    expect([await found('userName eq "A"'), await found('userName eq "B"')]).toEqual([[], ['1']]);
    expect(await store.update(user, record('2', {}), 1)).toBe(false);
  });

  test('of parallel writes over one version exactly one wins', async () => {
    await insert(record('1', { userName: 'a' }));
    const writes = Array.from({ length: 20 }, (_, n) =>
      store.update(user, record('1', { userName: `a${n}` }, { version: 2 }), 1),
    );
    expect((await Promise.all(writes)).filter((won) => won)).toHaveLength(1);
  });

  test('that is gone is not written again', async () => {
    expect(await store.update(user, record('1', { userName: 'a' }, { version: 2 }), 1)).toBe(false);
    expect(await store.find(user, '1')).toBeUndefined();
  });

  test('of many writes at once each has its own outcome', async () => {
    await insert(...['1', '2', '3', '4'].map((id) => record(id, { userName: id })));
    const update = (id: string, userName: string, expected: number) =>
      store.update(user, record(id, { userName, $x: '$y' }, { version: expected + 1 }), expected);
    const [won, stale, taken, gone] = await Promise.allSettled([
      update('1', 'new', 1),
      update('2', 'late', 7),
      update('3', '4', 1),
      update('5', 'nobody', 1),
    ]);
    expect([won, stale, gone]).toEqual([true, false, false].map((value) => ({ status: 'fulfilled', value })));
    expect(taken).toMatchObject({ status: 'rejected', reason: { key: 'uniqueness' } });
    const stored = await Promise.all(['1', '2', '3', '4', '5'].map((id) => store.find(user, id)));
    expect(stored.map((found) => found?.attributes)).toEqual([
      { userName: 'new', $x: '$y' },
      { userName: '2' },
      { userName: '3' },
      { userName: '4' },
      undefined,
    ]);
  });

  test('is removed once, and only in the version that was expected', async () => {
    await insert(record('1', { userName: 'a' }, { version: 4 }));
    expect(await store.remove(user, '1', 3)).toBe(false);
    expect(await store.remove(user, '1', 4)).toBe(true);
    expect(await store.remove(user, '1')).toBe(false);
  });

  test('that is touched is newer, never older', async () => {
    await insert(record('1', { userName: 'a' }), record('2', { userName: 'b' }), record('3', { userName: 'c' }));
    const both = ['1', '2', 'nobody'].map((id) => store.touch(user, id, new Date(5_000), 2));
    expect(await Promise.all(both)).toMatchObject([{ version: 2, edgeCount: 2 }, { id: '2', version: 2 }, undefined]);
    await store.touch(user, '1', new Date(3_000), -1);
    const [first, second, third] = await Promise.all(['1', '2', '3'].map((id) => store.find(user, id)));
    expect(first).toMatchObject({ version: 3, lastModified: new Date(5_000), edgeCount: 1 });
    expect(second).toMatchObject({ version: 2, lastModified: new Date(5_000), edgeCount: 2 });
    expect(third).toEqual(record('3', { userName: 'c' }));
  });
});

describe('what must be unique', () => {
  test('is so in any letter case, and the error names the attribute', async () => {
    await insert(record('1', { userName: 'BJensen' }), record('2', { userName: 'other' }));
    expect(await refusal(store.insert(user, record('3', { userName: 'bjENSEN' })))).toBe(
      'uniqueness: userName must be unique, and "bjensen" is taken by another resource',
    );
    expect(await refusal(store.update(user, record('2', { userName: 'BJENSEN' }, { version: 2 }), 1))).toMatch(
      /^uniqueness: userName /,
    );
    expect(await store.find(user, '2')).toEqual(record('2', { userName: 'other' }));
  });

  test('is so for each resource type alone', async () => {
    await store.insert(group, record('1', { displayName: 'a' }));
    await insert(record('1', { userName: 'a', displayName: 'a' }), record('2', { userName: 'b', displayName: 'a' }));
    expect(await refusal(store.insert(group, record('2', { displayName: 'A' })))).toMatch(/^uniqueness: displayName /);
  });

  test('may be absent from many', async () => {
    await insert(record('1', {}), record('2', {}));
    expect(await store.count(user, undefined)).toBe(2);
  });

  test('of parallel creates one wins', async () => {
    const writes = Array.from({ length: 10 }, (_, n) =>
      refusal(store.insert(user, record(String(n), { userName: 'a' }))),
    );
    const outcomes = await Promise.all(writes);
    expect(outcomes.filter((outcome) => outcome === 'nothing was refused')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome.startsWith('uniqueness: userName'))).toHaveLength(9);
  });
});

describe('a list', () => {
  beforeEach(() =>
    insert(...['3', '1', '5', '2', '4'].map((id) => record(id, { userName: `u${id}`, active: id !== '5' }))),
  );

  test.each([
    [0, 100, ['1', '2', '3', '4', '5']],
    [0, 5, ['1', '2', '3', '4', '5']],
    [0, 2, ['1', '2']],
    [2, 2, ['3', '4']],
    [4, 2, ['5']],
    [5, 2, []],
    [99, 2, []],
    [0, 0, []],
    [99, 0, []],
  ])('skip %i, limit %i: the page in order of ids, and the total', async (skip, limit, ids) => {
    const placed = await store.page(user, section(undefined, skip, limit));
    expect([await store.count(user, undefined), placed.map(({ record: { id } }) => id)]).toEqual([5, ids]);
  });

  test.each([
    [0, 0, []],
    [0, 2, ['1', '2']],
    [2, 2, ['3', '4']],
    [4, 2, []],
  ])('the same of a filter: skip %i, limit %i', async (skip, limit, ids) => {
    const filter = bindFilter(parser.parseFilter('active eq true'), user);
    const placed = await store.page(user, section(filter, skip, limit));
    expect([await store.count(user, filter), placed.map(({ record: { id } }) => id)]).toEqual([4, ids]);
  });

  test('of a filter that nothing matches is empty', async () => {
    const filter = bindFilter(parser.parseFilter('userName eq "x"'), user);
    expect([await store.count(user, filter), await store.page(user, section(filter, 0, 10))]).toEqual([0, []]);
  });
});

test('names are those of the resources that exist, by the attributes that the type prefers', async () => {
  await insert(
    record('1', { userName: 'a', displayName: 'A' }, { version: 7 }),
    record('2', { userName: 'b' }),
    record('3', { displayName: '', userName: 'c' }),
    record('4', {}),
  );
  const names = ['displayName', 'userName'].flatMap((name) => findAttribute(user.root, name) ?? []);
  const type = { ...user, display: names };
  const named = createResourceStore(db, { ...model, resourceTypes: [type], edges: [] }, compiler, 100_000);
  expect([...(await named.names(type, ['1', '2', '3', '4', 'nobody']))].sort()).toEqual([
    ['1', { display: 'A', version: 7 }],
    ['2', { display: 'b', version: 1 }],
    ['3', { display: 'c', version: 1 }],
    ['4', { display: undefined, version: 1 }],
  ]);
  expect((await store.names(user, [])).size).toBe(0);
});

describe('filters on what the server computes', () => {
  beforeEach(() =>
    insert(
      record(
        'a1',
        { userName: 'a', externalId: 'X' },
        { created: new Date('2024-01-01'), lastModified: new Date('2024-02-01') },
      ),
      record(
        'b2',
        { userName: 'b', externalId: 'x', [ENTERPRISE]: { department: 'D' } },
        { version: 2, created: new Date('2024-01-02'), lastModified: new Date('2024-02-02') },
      ),
    ),
  );

  test.each<[string, string[]]>([
    ['id eq "a1"', ['a1']],
    ['id eq "A1"', []],
    ['id ne "a1"', ['b2']],
    ['id sw "a" or id ew "2"', ['a1', 'b2']],
    ['id pr', ['a1', 'b2']],
    ['not (id eq "a1")', ['b2']],
    ['meta.version eq "W/\\"2\\""', ['b2']],
    ['meta.version eq "2"', ['b2']],
    ['meta.version ne "W/\\"2\\""', ['a1']],
    ['meta.version eq "none"', []],
    ['meta.version ne "none"', ['a1', 'b2']],
    ['meta.resourceType eq "User"', ['a1', 'b2']],
    ['meta.resourceType eq "Group"', []],
    ['meta.resourceType ne "Group" and userName eq "a"', ['a1']],
    [`meta.location eq "${BASE}/Users/b2"`, ['b2']],
    [`meta.location ne "${BASE}/Users/b2"`, ['a1']],
    [`meta.location eq "${BASE}/Groups/b2"`, []],
    ['meta.location eq "https://elsewhere/Users/b2"', []],
    ['meta.location pr', ['a1', 'b2']],
    ['meta pr', ['a1', 'b2']],
    ['not (meta pr)', []],
    ['meta.created eq "2024-01-01T01:00:00+01:00"', ['a1']],
    ['meta.created gt "2024-01-01T00:00:00Z"', ['b2']],
    ['meta.lastModified ge "2024-02-01T00:00:00Z" and meta.lastModified lt "2024-02-02T00:00:00Z"', ['a1']],
    ['not (meta.lastModified gt "2024-02-01T00:00:00Z")', ['a1']],
    ['externalId eq "X"', ['a1']],
    [`schemas eq "${ENTERPRISE}"`, ['b2']],
    ['schemas co "core"', ['a1', 'b2']],
    [`not (schemas eq "${ENTERPRISE}")`, ['a1']],
    [`${ENTERPRISE} pr`, ['b2']],
    [`${ENTERPRISE}:department eq "d"`, ['b2']],
  ])('%s', async (filter, ids) => {
    expect(await found(filter)).toEqual(ids);
  });

  test.each(['meta.version gt "1"', 'meta.location sw "https"', 'meta.resourceType co "User"', 'meta[version eq "1"]'])(
    '%s is refused',
    async (filter) => {
      expect(await refusal(found(filter))).toMatch(/^invalidFilter: /);
    },
  );
});
