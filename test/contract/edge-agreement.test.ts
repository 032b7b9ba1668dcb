// Filters on edges and on what lists their owners, looked up in MongoDB, find what evaluating them over the values that
// answers show finds: groups in groups, circles of them, names by the first of several attributes, types whose letter
// case counts.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CompareOp, Filter } from '../../src/filter/ast.js';
import { and, comparison, not, or, presence, valuePath } from '../../src/filter/ast.js';
import { bindFilter } from '../../src/filter/bind.js';
import { evaluate } from '../../src/filter/evaluate.js';
import { createParser } from '../../src/filter/parse.js';
import { printFilter } from '../../src/filter/print.js';
import { buildModel } from '../../src/schema/build.js';
import type { ResourceType } from '../../src/schema/model.js';
import { splitPath } from '../../src/schema/path.js';
import { searchForm } from '../../src/schema/search-form.js';
import { typeNamed } from '../../src/service/context.js';
import { displayOf } from '../../src/service/display.js';
import { edgeValue } from '../../src/service/edge-values.js';
import { ownerValue } from '../../src/service/references.js';
import type { Json, JsonObject } from '../../src/spec/json.js';
import { applyOverlay } from '../../src/spec/overlay.js';
import { createCompiler } from '../../src/storage/mongo/compile.js';
import { createEdgeResolver } from '../../src/storage/mongo/edge-filter.js';
import { createEdgeStore } from '../../src/storage/mongo/edge-store.js';
import { createOwners } from '../../src/storage/mongo/owners.js';
import type { StoredResource } from '../../src/storage/mongo/stored-form.js';
import { toStored } from '../../src/storage/mongo/stored-form.js';
import { FILTER_LIMITS, USUAL } from '../support/limits.js';
import { databaseUnderTest } from '../support/database.js';
import { plainSource } from '../support/temporary-document.js';

const plain = plainSource();
const label = { type: 'string', description: 'Shown without another name.', 'x-scim': { caseExact: false } };
const source = applyOverlay(plain, {
  schemas: {
    Group: {
      properties: {
        groups: plain.schemas['User']?.properties['groups'] as unknown as Json,
        label,
        members: { items: { properties: { type: { 'x-scim': { caseExact: true } } } } },
      },
    },
  },
  resources: { Group: { display: ['label'] } },
});
const model = buildModel(source);
const [user, group] = [typeNamed(model, 'User'), typeNamed(model, 'Group')];
const [members] = model.edges;
if (members === undefined) throw new Error('the document has no edges');
const parser = createParser(FILTER_LIMITS);
const db = databaseUnderTest();
const edges = createEdgeStore(db, model);
const owners = createOwners(db, members, group);
const compiler = createCompiler('https://x', createEdgeResolver(db, model, USUAL));

const USERS = ['u1', 'u2'];
const GROUPS = ['g1', 'g2', 'g3', 'g4'];
const NAMES = fc.constantFrom('A', 'a', 'ab', 'b');
const VALUES: Readonly<Record<string, fc.Arbitrary<string>>> = {
  value: fc.constantFrom(...GROUPS, ...USERS, 'nobody'),
  display: NAMES,
  type: fc.constantFrom('direct', 'Indirect', 'User', 'group', 'Group', ''),
};
const OPERATORS: readonly CompareOp[] = ['eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le'];

/** What may be asked of a value by its sub-attributes; they stand behind `before`. */
function clauses(before: string): fc.Arbitrary<Filter> {
  return fc.oneof(
    ...Object.entries(VALUES).flatMap(([name, values]) => {
      const path = splitPath(`${before}${name}`);
      const compared = fc
        .tuple(fc.constantFrom(...OPERATORS), values)
        .map(([op, value]) => comparison(path, op, value));
      return [compared, compared, fc.constantFrom(presence(path), comparison(path, 'eq', null))];
    }),
  );
}

function nested(clause: fc.Arbitrary<Filter>): fc.Arbitrary<Filter> {
  return fc.letrec<{ filter: Filter }>((tie) => {
    const several = fc.array(tie('filter'), { minLength: 2, maxLength: 3 });
    return { filter: fc.oneof({ maxDepth: 3 }, clause, several.map(and), several.map(or), tie('filter').map(not)) };
  }).filter;
}

function filtersOn(...attributes: readonly string[]): fc.Arbitrary<Filter[]> {
  const each = attributes.flatMap((name) => [
    clauses(`${name}.`),
    nested(clauses('')).map((inner) => valuePath(splitPath(name), inner)),
  ]);
  return fc.array(nested(fc.oneof(...each)), { minLength: 1, maxLength: 6 });
}

const LINKS = fc.uniqueArray(fc.tuple(fc.constantFrom(...GROUPS), fc.constantFrom(...GROUPS, ...USERS)), {
  selector: String,
  maxLength: 9,
});
const GIVEN = fc.record({
  links: LINKS,
  named: fc.tuple(...GROUPS.map(() => fc.record({ displayName: NAMES, label: NAMES }, { requiredKeys: [] }))),
  ofUsers: filtersOn('groups'),
  ofGroups: filtersOn('groups', 'members'),
});

const link = async (
  links: readonly (readonly [string, string])[],
  attributes: ReadonlyMap<string, JsonObject>,
): Promise<void> => {
  await db.collection('Group.members').deleteMany({});
  for (const [owner, id] of links) {
    const type = USERS.includes(id) ? user : group;
    const display = displayOf(type, attributes.get(id) ?? {});
    await edges.add(members, owner, [{ id, type: type.name, display, version: 1 }]);
  }
};

test('a filter finds in the edges what evaluating it over the values of answers finds', async () => {
  const runs = fc.asyncProperty(GIVEN, async ({ links, named, ofUsers, ofGroups }) => {
    const attributes = new Map<string, JsonObject>([
      ...USERS.map((id) => [id, { displayName: id }] as const),
      ...GROUPS.map((id, index) => [id, named[index] ?? {}] as const),
    ]);
    await store(user, USERS, attributes);
    await store(group, GROUPS, attributes);
    await link(links, attributes);
    const above = await owners.lookUp([...USERS, ...GROUPS]);
    const below = await edges.from(members, GROUPS);
    const shown = (id: string): JsonObject => ({
      ...attributes.get(id),
      groups: (above.get(id) ?? []).map(ownerValue),
      members: below.filter(({ owner }) => owner === id).map(edgeValue),
    });
    for (const [type, ids, filters] of [
      [user, USERS, ofUsers],
      [group, GROUPS, ofGroups],
    ] as const) {
      for (const text of filters.map(printFilter)) {
        const filter = bindFilter(parser.parseFilter(text), type);
        const query = await compiler.compile(type, filter);
        const found = await db.collection<StoredResource>(type.collection).find(query).sort({ _id: 1 }).toArray();
        const expected = ids.filter((id) => evaluate(filter, searchForm(type.root, shown(id))));
        expect({ text, found: found.map(({ _id }) => _id) }).toEqual({ text, found: expected });
      }
    }
  });
  await fc.assert(runs, { numRuns: 60 });
}, 120_000);

test('owners of pages that are asked for at the same time: each once, in order, with or without one between', async () => {
  const ids = [...USERS, ...GROUPS];
  const named = new Map(ids.map((id): [string, JsonObject] => [id, { displayName: id }]));
  await store(group, GROUPS, named);
  const runs = fc.asyncProperty(LINKS, async (links) => {
    await link(links, named);
    const ofPages = await Promise.all([owners.lookUp(USERS), owners.lookUp(GROUPS), owners.lookUp(ids)]);
    const expected = (id: string) =>
      reachable(id, links).map((owner) => ({ owner, isDirect: links.some(([o, t]) => o === owner && t === id) }));
    for (const [page, above] of [USERS, GROUPS, ids].map((page, index) => [page, ofPages[index]] as const)) {
      const found = page.map((id) => above?.get(id)?.map(({ owner, isDirect }) => ({ owner, isDirect })));
      expect(found).toEqual(page.map(expected));
    }
  });
  await fc.assert(runs, { numRuns: 60 });
}, 120_000);

/** The owners above an id but for itself, found the simple way. */
function reachable(id: string, links: readonly (readonly [string, string])[]): string[] {
  const ownersOf = (of: string) => links.filter(([, target]) => target === of).map(([owner]) => owner);
  const found = new Set(ownersOf(id));
  for (const owner of found) for (const next of ownersOf(owner)) found.add(next);
  return GROUPS.filter((owner) => found.has(owner) && (owner !== id || ownersOf(id).includes(id)));
}

async function store(
  type: ResourceType,
  ids: readonly string[],
  attributes: ReadonlyMap<string, JsonObject>,
): Promise<void> {
  const collection = db.collection<StoredResource>(type.collection);
  const now = new Date(0);
  const common = { version: 1, created: now, lastModified: now, edgeCount: 0 };
  await collection.deleteMany({});
  await collection.insertMany(ids.map((id) => toStored(type, { id, ...common, attributes: attributes.get(id) ?? {} })));
}
