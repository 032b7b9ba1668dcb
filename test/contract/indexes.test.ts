// The indexes that the document asks for, and the look-ups of identity providers that they serve.
import { beforeAll, describe, expect, test } from '@jest/globals';
import { bindFilter } from '../../src/filter/bind.js';
import { createParser } from '../../src/filter/parse.js';
import { buildModel } from '../../src/schema/build.js';
import { typeNamed } from '../../src/service/context.js';
import type { JsonObject } from '../../src/spec/json.js';
import { createCompiler } from '../../src/storage/mongo/compile.js';
import { createEdgeResolver } from '../../src/storage/mongo/edge-filter.js';
import { buildIndexes, planIndexes } from '../../src/storage/mongo/indexes.js';
import type { StoredResource } from '../../src/storage/mongo/stored-form.js';
import { toStored } from '../../src/storage/mongo/stored-form.js';
import { databaseUnderTest } from '../support/database.js';
import { FILTER_LIMITS, USUAL } from '../support/limits.js';
import { plainSource } from '../support/temporary-document.js';

const RESOURCES = 2_000;
const model = buildModel(plainSource());
const parser = createParser(FILTER_LIMITS);
const db = databaseUnderTest();
const compiler = createCompiler('https://scim.example.com', createEdgeResolver(db, model, USUAL));

const attributes: Readonly<Record<string, (name: string) => JsonObject>> = {
  User: (name) => ({
    userName: name,
    externalId: `e-${name}`,
    emails: [
      { type: 'work', value: `${name}@x` },
      { type: 'home', value: 'same@x' },
    ],
  }),
  Group: (name) => ({ displayName: name, externalId: `e-${name}` }),
};

beforeAll(async () => {
  await buildIndexes(db, model);
  const now = new Date(0);
  for (const type of model.resourceTypes) {
    const stored = Array.from({ length: RESOURCES }, (_, n) =>
      toStored(type, {
        id: String(n),
        version: 1,
        created: now,
        lastModified: now,
        attributes: attributes[type.name]?.(`name-${n}`) ?? {},
        edgeCount: 0,
      }),
    );
    await db.collection<StoredResource>(type.name).insertMany(stored);
  }
});

test('are those that the document asks for', () => {
  const planned = planIndexes(model).map(
    ({ collection, key, options }) =>
      `${collection} ${Object.keys(key).join()}${options.unique === true ? ' unique' : ''}`,
  );
  expect(planned).toEqual(
    expect.arrayContaining([
      'User s.userName unique',
      'User s.userName,_id',
      'User s.externalId,_id',
      'User s.emails.value',
      'User k.emails.value,_id',
      'User s.EnterpriseUser.employeeNumber,_id',
      'Group s.displayName unique',
      'Group s.externalId,_id',
      'Group.members t',
      'Group.members o',
    ]),
  );
  expect(new Set(planned).size).toBe(planned.length);
});

test('are made once, however often the server starts', async () => {
  const before = await db.collection('User').indexes();
  await buildIndexes(db, model);
  expect(await db.collection('User').indexes()).toEqual(before);
});

test('that the document no longer asks for are dropped, also where several processes start at once', async () => {
  const before = await db.collection('User').indexes();
  const others = Array.from({ length: 20 }, (_, n) => `scim:s.old${n}`);
  const keys = others.map((name) => ({ key: { [name.slice('scim:'.length)]: 1 }, name }) as const);
  await db.collection('User').createIndexes([...keys]);
  await Promise.all([buildIndexes(db, model), buildIndexes(db, model), buildIndexes(db, model)]);
  expect(await db.collection('User').indexes()).toEqual(before);
});

describe('serve', () => {
  test.each([
    ['User', 'userName eq "NAME-1500"', 1],
    ['User', 'userName eq "nobody"', 0],
    ['User', 'emails[type eq "work" and value eq "name-1500@x"]', 1],
    ['User', 'emails.value eq "name-1500@x"', 1],
    ['User', 'externalId eq "e-name-1500"', 1],
    ['User', 'id eq "1500"', 1],
    ['Group', 'displayName eq "NAME-1500"', 1],
  ])('a look-up of a %s by %s', async (name, filter, matches) => {
    const type = typeNamed(model, name);
    const query = await compiler.compile(type, bindFilter(parser.parseFilter(filter), type));
    const plan = await db
      .collection(name)
      .find(query, { sort: { _id: 1 }, limit: 100 })
      .explain('executionStats');
    expect(stagesOf(plan['queryPlanner'])).toContainEqual(expect.stringMatching(/^(IXSCAN|EXPRESS_IXSCAN|IDHACK)$/));
    expect(stagesOf(plan['queryPlanner'])).not.toContain('COLLSCAN');
    expect(plan['executionStats']).toMatchObject({ nReturned: matches, totalDocsExamined: matches });
  });
});

/** The names of the stages of the plan that won, at any depth. */
function stagesOf(plan: unknown): string[] {
  if (typeof plan !== 'object' || plan === null) return [];
  return Object.entries(plan).flatMap(([key, value]) => {
    if (key === 'rejectedPlans') return [];
    return key === 'stage' ? [String(value)] : stagesOf(value);
  });
}
