// Edges on a real MongoDB, and the filters that look them up: members of groups, and the groups of users.
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ScimError } from '../../src/errors/scim-error.js';
import { bindFilter } from '../../src/filter/bind.js';
import { createParser } from '../../src/filter/parse.js';
import { buildModel } from '../../src/schema/build.js';
import type { Edge, ResourceType } from '../../src/schema/model.js';
import { findAttribute } from '../../src/schema/model.js';
import type { EdgeTarget, PageQuery, ResourceRecord } from '../../src/service/ports.js';
import { typeNamed } from '../../src/service/context.js';
import { readSource } from '../../src/spec/source.js';
import { createCompiler } from '../../src/storage/mongo/compile.js';
import { createEdgeResolver } from '../../src/storage/mongo/edge-filter.js';
import { edgeCollection } from '../../src/storage/mongo/edge-form.js';
import { createEdgeStore } from '../../src/storage/mongo/edge-store.js';
import { buildIndexes } from '../../src/storage/mongo/indexes.js';
import { createResourceStore } from '../../src/storage/mongo/resource-store.js';
import { databaseUnderTest } from '../support/database.js';
import { FILTER_LIMITS, USUAL } from '../support/limits.js';

const model = buildModel(readSource('openapi'));
const user = typeNamed(model, 'User');
const group = typeNamed(model, 'Group');
const members = edgeOf(group, 'members');
const parser = createParser(FILTER_LIMITS);
const db = databaseUnderTest();
const edges = createEdgeStore(db, model);
const compiler = createCompiler('https://x', createEdgeResolver(db, model, USUAL));
const store = createResourceStore(db, model, compiler, USUAL.maxScan);

beforeAll(async () => {
  await buildIndexes(db, model);
});
beforeEach(async () => {
  await Promise.all(['User', 'Group', 'Group.members'].map((name) => db.collection(name).deleteMany({})));
});

const target = (id: string, more: Partial<EdgeTarget> = {}): EdgeTarget => {
  return { id, type: 'User', display: id.toUpperCase(), version: 1, ...more };
};
const add = (owner: string, ...ids: string[]) =>
  edges.add(
    members,
    owner,
    ids.map((id) => target(id)),
  );
const targets = async (...owners: string[]) =>
  (await edges.from(members, owners)).map(({ owner, target: to }) => `${owner}:${to}`);

describe('edges', () => {
  test('of an owner whose id is part of another key are not those of the other owner', async () => {
    await add('g1', 'u1');
    await add('g1:u2', 'u3');
    expect((await edges.section(members, 'g1', 10)).map(({ target: to }) => to)).toEqual(['u1']);
    expect(await edges.remove(members, 'g1', 'all')).toBe(1);
    expect(await edges.existing(members, 'g1:u2', 'all')).toEqual(new Set(['u3']));
  });

  test('come back in order of their owners and targets, with the names of the targets', async () => {
    await edges.add(members, 'g', [target('b'), target('a', { display: undefined, type: 'Group' })]);
    await add('f', 'c');
    expect(await edges.from(members, ['g', 'f', 'nobody'])).toEqual([
      { owner: 'f', target: 'c', targetType: 'User', display: 'C' },
      { owner: 'g', target: 'a', targetType: 'Group', display: undefined },
      { owner: 'g', target: 'b', targetType: 'User', display: 'B' },
    ]);
    expect(await edges.from(members, [])).toEqual([]);
  });

  test('are added once, and one that is there stays as it is', async () => {
    await add('g', 'a');
    await edges.add(members, 'g', [target('a', { display: 'Other' }), target('b')]);
    await add('g');
    expect(await edges.from(members, ['g'])).toMatchObject([{ target: 'a', display: 'A' }, { target: 'b' }]);
  });

  test('are added by parallel writers without one being lost', async () => {
    await Promise.all(Array.from({ length: 30 }, (_, n) => add('g', `u${n}`, 'shared')));
    expect(await targets('g')).toHaveLength(31);
  });

  test('are added in thousands', async () => {
    await add('g', 'u1500');
    await add('g', ...Array.from({ length: 2_500 }, (_, n) => `u${n}`));
    expect(await edgeCollection(db, members).countDocuments()).toBe(2_500);
  });

  test('are removed by their targets, or all', async () => {
    await add('g', 'a', 'b', 'c');
    await edges.remove(members, 'g', ['a', 'nobody']);
    expect(await targets('g')).toEqual(['g:b', 'g:c']);
    await edges.remove(members, 'g', []);
    expect(await targets('g')).toEqual(['g:b', 'g:c']);
    await edges.remove(members, 'g', 'all');
    expect(await targets('g')).toEqual([]);
  });

  test('of owners whose ids begin alike are kept apart', async () => {
    for (const owner of ['a', 'ab', 'a0', 'a-', 'A', 'a;']) await add(owner, 'x');
    expect(await targets('a')).toEqual(['a:x']);
    expect(await targets('ab', 'a')).toEqual(['a:x', 'ab:x']);
    await edges.remove(members, 'a', 'all');
    expect(await edgeCollection(db, members).distinct('o')).toEqual(['A', 'a-', 'a0', 'a;', 'ab']);
  });

  test('that exist are told from those that do not', async () => {
    await add('g', 'a', 'b');
    await add('h', 'c');
    expect(await edges.existing(members, 'g', ['a', 'c', 'x'])).toEqual(new Set(['a']));
    expect(await edges.existing(members, 'g', [])).toEqual(new Set());
  });

  test('to a target are removed with it', async () => {
    await add('g', 'a', 'b');
    await add('h', 'a');
    expect([...(await edges.removeTo(members, 'a', 'User'))].sort()).toEqual(['g', 'h']);
    expect(await edges.removeTo(members, 'a', 'User')).toEqual([]);
    expect(await targets('g', 'h')).toEqual(['g:b']);
  });
});

describe('the owners above a resource', () => {
  const put = (type: ResourceType, id: string, attributes: Record<string, string>) =>
    store.insert(type, { id, version: 1, created: new Date(0), lastModified: new Date(0), attributes, edgeCount: 0 });
  const groups = user.root.subAttributes.filter(({ inverse }) => inverse !== undefined);
  const ownersOf = (record: ResourceRecord | undefined) => [record?.id, record?.owners?.get('groups')];

  test('come along with one read, with reads at the same time, by id and by filter, and with a page', async () => {
    for (const id of ['g1', 'g2', 'g3', 'g4', 'g5']) await put(group, id, { displayName: id.toUpperCase() });
    for (const id of ['a', 'b', 'c']) await put(user, id, { userName: id });
    await add('g1', 'a', 'b');
    await add('g2', 'a', 'g1');
    await add('g3', 'g2');
    await add('g5', 'g3');
    // A circle, and an owner that is gone.
    await add('g2', 'g3');
    await add('gone', 'a');
    const direct = (owner: string) => ({ owner, display: owner.toUpperCase(), isDirect: true });
    const indirect = (owner: string) => ({ ...direct(owner), isDirect: false });
    const expected = {
      a: [direct('g1'), direct('g2'), indirect('g3'), indirect('g5')],
      b: [direct('g1'), indirect('g2'), indirect('g3'), indirect('g5')],
      c: [],
    };
    const ids = Object.keys(expected);
    const alone = [];
    for (const id of ids) alone.push(ownersOf(await store.find(user, id, groups)));
    expect(Object.fromEntries(alone)).toEqual(expected);
    const together = await Promise.all(ids.map((id) => store.find(user, id, groups)));
    expect(Object.fromEntries(together.map(ownersOf))).toEqual(expected);

    const page = async (filter?: string) => {
      const placed = await store.page(user, { ...wholeList(user, filter), inverses: groups });
      return placed.map(({ record }) => ownersOf(record));
    };
    const byFilter = await Promise.all(ids.map((id) => page(`userName eq "${id}"`)));
    expect(Object.fromEntries(byFilter.flat())).toEqual(expected);
    expect(Object.fromEntries(await page())).toEqual(expected);
  });
});

describe('a rename of a target', () => {
  const display = async () => (await edges.from(members, ['g']))[0]?.display;

  test('reaches the edges of every owner', async () => {
    await add('g', 'a', 'b');
    await add('h', 'a');
    await edges.rename(members, 'a', { display: 'New', version: 2 });
    expect((await edges.from(members, ['g', 'h'])).map((edge) => edge.display)).toEqual(['New', 'B', 'New']);
  });

  test('that comes late does not undo a later one', async () => {
    await add('g', 'a');
    await edges.rename(members, 'a', { display: 'Third', version: 3 });
    await edges.rename(members, 'a', { display: 'Second', version: 2 });
    expect(await display()).toBe('Third');
  });

  test('does not undo what a newer edge knows', async () => {
    await edges.add(members, 'g', [target('a', { display: 'Newest', version: 5 })]);
    await edges.rename(members, 'a', { display: 'Old', version: 4 });
    expect(await display()).toBe('Newest');
  });

  test('may take the name away', async () => {
    await add('g', 'a');
    await edges.rename(members, 'a', { display: undefined, version: 2 });
    expect(await display()).toBeUndefined();
    expect(await found('members.display eq "a"', 'Group')).toEqual([]);
  });
});

function edgeOf(type: ResourceType, name: string): Edge {
  const edge = findAttribute(type.root, name)?.edge;
  if (edge === undefined) throw new Error(`${name} is kept otherwise`);
  return edge;
}

function wholeList(type: ResourceType, filter: string | undefined): PageQuery {
  const bound = filter === undefined ? undefined : bindFilter(parser.parseFilter(filter), type);
  return { filter: bound, sortPath: undefined, descending: false, after: undefined, skip: 0, limit: 100 };
}

async function found(filter: string, typeName: string): Promise<string[]> {
  const type = typeNamed(model, typeName);
  const placed = await store.page(type, wholeList(type, filter));
  return placed.map(({ record: { id } }) => id);
}

/** Groups inside one another: top > middle > low > ann; top > bob; low > top closes a circle; empty has nobody. */
async function nest(): Promise<void> {
  const now = new Date(0);
  const resource = (id: string, attributes: Record<string, string>) => ({
    id,
    version: 1,
    created: now,
    lastModified: now,
    attributes,
    edgeCount: 0,
  });
  for (const id of ['ann', 'bob', 'cid']) await store.insert(user, resource(id, { userName: id }));
  for (const id of ['top', 'middle', 'low', 'empty'])
    await store.insert(group, resource(id, { displayName: `The ${id}` }));
  const inner = (id: string) => target(id, { type: 'Group', display: `The ${id}` });
  await edges.add(members, 'top', [inner('middle'), target('bob')]);
  await edges.add(members, 'middle', [inner('low')]);
  await edges.add(members, 'low', [target('ann'), inner('top')]);
}

describe('filters on members', () => {
  beforeEach(nest);

  test.each<[string, string[]]>([
    ['members pr', ['low', 'middle', 'top']],
    ['not (members pr)', ['empty']],
    ['members eq null', ['empty']],
    ['members eq "ann"', ['low']],
    ['members.value eq "ann"', ['low']],
    ['members.value eq "nobody"', []],
    ['members[value eq "bob"]', ['top']],
    ['members[value eq "bob" or value eq "ann"]', ['low', 'top']],
    ['members.type eq "group"', ['low', 'middle', 'top']],
    ['members[type eq "User"]', ['low', 'top']],
    ['members[type eq "User" and value eq "low"]', []],
    ['members.type eq "User" and members.value eq "middle"', ['top']],
    ['members[not (type eq "Group")]', ['low', 'top']],
    ['members.display eq "THE LOW"', ['middle']],
    ['members.display sw "the"', ['low', 'middle', 'top']],
    ['displayName co "o" and members.value eq "ann"', ['low']],
    ['displayName eq "the empty" or members.value eq "ann"', ['empty', 'low']],
  ])('%s', async (filter, ids) => {
    expect(await found(filter, 'Group')).toEqual(ids);
  });

  test('what an edge does not keep can not be compared', async () => {
    await expect(found('members.$ref eq "https://x/Users/ann"', 'Group')).rejects.toThrow(ScimError);
  });
});

describe('filters on groups look through nested groups', () => {
  beforeEach(nest);

  test.each<[string, string[]]>([
    ['groups pr', ['ann', 'bob']],
    ['not (groups pr)', ['cid']],
    ['groups eq "top"', ['ann', 'bob']],
    ['groups.value eq "low"', ['ann', 'bob']],
    ['groups.value eq "empty"', []],
    ['groups.value eq "nobody"', []],
    ['groups[value eq "low" and type eq "direct"]', ['ann']],
    ['groups[value eq "top" and type eq "direct"]', ['bob']],
    ['groups[value eq "top" and type eq "indirect"]', ['ann']],
    ['groups[value eq "middle" and type eq "INDIRECT"]', ['ann', 'bob']],
    ['groups[value eq "middle" and type ne "indirect"]', []],
    ['groups[value eq "low" and not (type eq "direct")]', ['bob']],
    ['groups.type eq "direct"', ['ann', 'bob']],
    ['groups.type eq "other"', []],
    ['groups.display eq "the top"', ['ann', 'bob']],
    ['groups[display sw "The" and type eq "indirect"]', ['ann', 'bob']],
    ['userName eq "bob" and groups.value eq "middle"', ['bob']],
    ['userName eq "cid" or groups[value eq "low" and type eq "direct"]', ['ann', 'cid']],
  ])('%s', async (filter, ids) => {
    expect(await found(filter, 'User')).toEqual(ids);
  });

  test('edges of a group that is gone show nobody', async () => {
    await store.remove(group, 'top');
    expect(await found('groups.value eq "top"', 'User')).toEqual([]);
    expect(await found('groups[type eq "direct"]', 'User')).toEqual(['ann']);
  });
});
