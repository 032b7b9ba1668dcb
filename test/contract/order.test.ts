// Random lists, sorted and paged by index and by cursor in MongoDB, are what sorting them in memory gives.
import { beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createParser } from '../../src/filter/parse.js';
import type { ResourceType } from '../../src/schema/model.js';
import { searchForm } from '../../src/schema/search-form.js';
import { createCursors } from '../../src/search/cursor.js';
import { createPlaces } from '../../src/search/places.js';
import type { SortKey } from '../../src/search/order.js';
import { search } from '../../src/service/search.js';
import type { Query } from '../../src/search/query.js';
import type { ServiceContext } from '../../src/service/context.js';
import type { ResourceRecord } from '../../src/service/ports.js';
import type { JsonObject } from '../../src/spec/json.js';
import { createCompiler } from '../../src/storage/mongo/compile.js';
import { planIndexes, setIndexes } from '../../src/storage/mongo/indexes.js';
import { createResourceStore } from '../../src/storage/mongo/resource-store.js';
import { resources } from '../support/filter-arbitraries.js';
import { SAMPLE, userType } from '../support/filter-model.js';
import { databaseUnderTest } from '../support/database.js';
import { FILTER_LIMITS } from '../support/limits.js';

const type = userType();
const names = ['userName', 'name', 'active', 'emails', SAMPLE];

/** What sorts, and how the test finds its value in a resource: of a list the primary element, else the first. */
const SORTS = ['userName', 'name.familyName', 'active', 'emails', 'emails.type', `${SAMPLE}:since`, `${SAMPLE}:score`];

const db = databaseUnderTest();
let context: ServiceContext;
beforeAll(async () => {
  await setIndexes(db, planIndexes({ resourceTypes: [type], edges: [] }));
  const unresolved = { resolve: async () => new Map() };
  context = {
    resources: createResourceStore(
      db,
      { resourceTypes: [type], edges: [], schemas: [] },
      createCompiler('http://localhost', unresolved),
      100_000,
    ),
    parser: createParser(FILTER_LIMITS),
    cursors: createCursors(Buffer.alloc(32), 60, () => new Date(0)),
    limits: { maxResults: 1_000, defaultResults: 100, maxScan: 100_000, deepFrom: 1_000 },
  } as unknown as ServiceContext;
});

test('pages by index and by cursor, forwards and back, put together are the sorted list', async () => {
  const runs = fc.asyncProperty(
    fc.array(resources(type, names), { minLength: 1, maxLength: 14 }),
    fc.constantFrom(...SORTS, undefined),
    fc.constantFrom('ascending', 'DESCENDING', undefined),
    fc.integer({ min: 1, max: 5 }),
    async (given, sortBy, sortOrder, count) => {
      await db.collection('User').deleteMany({});
      const records = withoutClashes(given).map(record);
      for (const each of records) await context.resources.insert(type, each);
      const expected = inMemory(records, sortBy, sortOrder?.toLowerCase() === 'descending');
      const query = { sortBy, sortOrder, count };
      expect({ query, ids: await byIndex(context, query) }).toEqual({ query, ids: expected });
      const deep = { ...context, limits: { ...context.limits, deepFrom: 2 }, places: createPlaces(() => 0) };
      // The first time pages leave their places, the second time they begin there.
      for (const time of ['first', 'second']) {
        expect({ query, time, ids: await byIndex(deep, query) }).toEqual({ query, time, ids: expected });
      }
      const forwards = await byCursor(query);
      expect({ query, ids: forwards.ids }).toEqual({ query, ids: expected });
      expect({ query, ids: await back(query, forwards.last) }).toEqual({ query, ids: expected });
    },
  );
  await fc.assert(runs, { numRuns: 60 });
}, 120_000);

test('a deep page begins where the one before it ended, also where resources before it are gone since', async () => {
  await db.collection('User').deleteMany({});
  const named = ['a', 'b', 'c', 'd', 'e', 'f'].map((userName) => ({ userName }));
  const records = named.map(record);
  for (const each of records) await context.resources.insert(type, each);
  let time = 0;
  const deep = { ...context, limits: { ...context.limits, deepFrom: 3 }, places: createPlaces(() => time) };
  const page = async (startIndex: number) => idsOf(await search(deep, [type], { startIndex, count: 2 }));
  const [, b = '', c = '', d = '', e = '', f = ''] = records.map(({ id }) => id);
  expect(await page(3)).toEqual([c, d]);
  await context.resources.remove(type, b);
  expect([await page(5), await page(3)]).toEqual([
    [e, f],
    [c, d],
  ]);
  time = 60_001;
  expect([await page(5), await page(3)]).toEqual([[f], [d, e]]);
});

/** Of the resources that share a value that is unique, the first one. */
function withoutClashes(given: readonly JsonObject[]): JsonObject[] {
  const taken = new Set<unknown>();
  return given.filter((attributes) => {
    const { userName } = searchForm(type.root, attributes);
    const isFree = userName === undefined || !taken.has(userName);
    taken.add(userName);
    return isFree;
  });
}

async function byIndex(context: ServiceContext, query: Query & { count: number }): Promise<string[]> {
  const ids: string[] = [];
  for (let startIndex = 1; ; startIndex += query.count) {
    const page = await search(context, [type], { ...query, startIndex });
    ids.push(...idsOf(page));
    if (ids.length >= page.total || page.found.length === 0) return ids;
  }
}

async function byCursor(query: Query): Promise<{ ids: string[]; last: string[] }> {
  const pages: string[][] = [];
  for (let cursor: string | undefined = ''; cursor !== undefined;) {
    const page: Awaited<ReturnType<typeof search>> = await search(context, [type], { ...query, cursor });
    pages.push(idsOf(page));
    cursor = page.nextCursor;
  }
  return { ids: pages.flat(), last: pages.at(-1) ?? [] };
}

/** Goes to the last page, and from there to the first by previousCursor. */
async function back(query: Query, last: readonly string[]): Promise<string[]> {
  let page = await search(context, [type], { ...query, cursor: '' });
  while (page.nextCursor !== undefined) page = await search(context, [type], { ...query, cursor: page.nextCursor });
  const ids = [...last];
  while (page.previousCursor !== undefined) {
    page = await search(context, [type], { ...query, cursor: page.previousCursor });
    ids.unshift(...idsOf(page));
  }
  return ids;
}

function idsOf(page: Awaited<ReturnType<typeof search>>): string[] {
  return page.found.map((match) => match.record.id);
}

function record(attributes: JsonObject, index: number): ResourceRecord {
  const id = String(index).padStart(3, '0');
  return { id, version: 1, created: new Date(0), lastModified: new Date(0), attributes, edgeCount: 0 };
}

function inMemory(records: readonly ResourceRecord[], sortBy: string | undefined, descending: boolean): string[] {
  const keyed = records.map(({ id, attributes }) => ({ id, key: keyOf(type, attributes, sortBy) }));
  const ascending = keyed.sort((a, b) => compare(a.key, b.key) || compare(a.id, b.id)).map(({ id }) => id);
  // Without sortBy there is nothing that sortOrder could order.
  return descending && sortBy !== undefined ? ascending.reverse() : ascending;
}

function compare(a: SortKey | undefined, b: SortKey | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  if (typeof a === 'string') return Buffer.compare(Buffer.from(a), Buffer.from(String(b)));
  return Number(a) - Number(b);
}

function keyOf({ root }: ResourceType, attributes: JsonObject, sortBy: string | undefined): SortKey | undefined {
  if (sortBy === undefined) return undefined;
  const path = sortBy.startsWith('urn') ? [SAMPLE, sortBy.slice(SAMPLE.length + 1)] : sortBy.split('.');
  let node: unknown = searchForm(root, attributes);
  for (const name of sortBy === 'emails' ? ['emails', 'value'] : path) {
    node = (node as Record<string, unknown> | undefined)?.[name];
    if (Array.isArray(node)) node = node.find((item) => item?.primary === true) ?? node[0];
  }
  return node as SortKey | undefined;
}
