// Both readers of a bound filter, evaluate.ts in memory and compile.ts on a real MongoDB, find the same resources.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { bindFilter } from '../../src/filter/bind.js';
import { evaluate } from '../../src/filter/evaluate.js';
import { createParser } from '../../src/filter/parse.js';
import { printFilter } from '../../src/filter/print.js';
import { searchForm } from '../../src/schema/search-form.js';
import type { JsonObject } from '../../src/spec/json.js';
import { createCompiler } from '../../src/storage/mongo/compile.js';
import type { StoredResource } from '../../src/storage/mongo/stored-form.js';
import { toStored } from '../../src/storage/mongo/stored-form.js';
import { bindableFilters, resources } from '../support/filter-arbitraries.js';
import { SAMPLE, userType } from '../support/filter-model.js';
import { databaseUnderTest } from '../support/database.js';
import { FILTER_LIMITS } from '../support/limits.js';

const type = userType();
const names = ['userName', 'name', 'active', 'emails', 'roles', 'addresses', SAMPLE];
const parser = createParser(FILTER_LIMITS);
const compiler = createCompiler('http://localhost', { resolve: async () => new Map() });

const db = databaseUnderTest();

test('a filter finds in MongoDB what evaluating it in memory finds', async () => {
  const collection = db.collection<StoredResource>('User');
  const runs = fc.asyncProperty(
    fc.array(resources(type, names), { minLength: 1, maxLength: 12 }),
    fc.array(bindableFilters(type, names), { minLength: 1, maxLength: 12 }),
    async (given, filters) => {
      await collection.deleteMany({});
      await collection.insertMany(given.map((attributes, index) => stored(attributes, index)));
      for (const text of filters.map(printFilter)) {
        const filter = bindFilter(parser.parseFilter(text), type);
        const found = await collection
          .find(await compiler.compile(type, filter))
          .sort({ _id: 1 })
          .toArray();
        const expected = given.flatMap((attributes, index) =>
          evaluate(filter, searchForm(type.root, attributes)) ? [String(index).padStart(3, '0')] : [],
        );
        expect({ text, found: found.map(({ _id }) => _id) }).toEqual({ text, found: expected });
      }
    },
  );
  await fc.assert(runs, { numRuns: 60 });
}, 120_000);

function stored(attributes: JsonObject, index: number): StoredResource {
  const now = new Date(0);
  const id = String(index).padStart(3, '0');
  return toStored(type, { id, version: 1, created: now, lastModified: now, attributes, edgeCount: 0 });
}
