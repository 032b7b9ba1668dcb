// Every clause, against the server with its own document, whatever that has, and with one that has a resource type
// which no source knows.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { overlaidDocument, readOverlay } from '../support/overlay.js';
import { startServer } from '../support/server.js';
import type { TestServer } from '../support/server.js';
import { CHAPTERS } from './clauses/all.js';
import type { Outcome } from './suite/run.js';
import { runAll } from './suite/run.js';
import { Subject } from './suite/subject.js';

const CLAUSES = CHAPTERS.flatMap(({ clauses }) => clauses);
const RUN_MS = 600_000;

/** Clauses that don't apply to the token of the tests, and why. */
const OF_ANOTHER_TOKEN: Readonly<Record<string, string>> = {
  'me-not-implemented': 'it is implemented',
  'me-redirects': 'it is answered directly',
  'me-location': 'the token of the test is bound to nobody: me.test.ts has one that is bound',
};

/** What users and groups of the RFC have no attribute for; devices have it, and openapi/ may get it. */
const NO_SUCH_ATTRIBUTE = [
  'type-required-extension',
  'type-decimal',
  'type-integer',
  'type-date-time',
  'type-binary',
  'type-simple-list',
  'immutable-at-creation',
  'put-immutable-mismatch',
  'put-immutable-unset',
  'patch-immutable-set',
  'patch-immutable-unset',
  'sort-numbers',
  'filter-numbers',
  'returned-request-unasked',
  'returned-request-when-given',
];

const document = overlaidDocument(readOverlay('test/conformance/fixtures/device.yaml'));
afterAll(() => document.remove());

describe.each([
  {
    what: 'the document of this repository',
    settings: {},
    only: [],
    unsettled: new Set(NO_SUCH_ATTRIBUTE),
  },
  {
    what: 'a document with devices, which no source knows',
    settings: { OPENAPI_DIR: document.directory },
    only: ['Device'],
    unsettled: new Set<string>(),
  },
])('$what', ({ settings, only, unsettled }) => {
  let server: TestServer;
  let subject: Subject;
  let outcomes: ReadonlyMap<string, Outcome>;

  beforeAll(async () => {
    server = await startServer(settings);
    subject = await Subject.of(server, only);
    outcomes = new Map((await runAll(subject, CHAPTERS)).map((outcome) => [outcome.clause.id, outcome]));
  }, RUN_MS);
  afterAll(() => server.close());

  test('every attribute is taken and given back as it is', () => {
    expect(subject.remarks).toEqual([]);
  });

  test.each(CLAUSES)('RFC $rfc $section: $id', ({ id, quote }) => {
    const { verdict, details } = outcomes.get(id) ?? { verdict: 'missing', details: [] };
    const found = verdict === 'failed' ? [quote, ...details] : [];
    expect(found).toEqual([]);
    if (unsettled.has(id)) expect(['passed', 'not applicable']).toContain(verdict);
    else expect(verdict).toBe(id in OF_ANOTHER_TOKEN ? 'not applicable' : 'passed');
  });

  test('nothing is left behind', async () => {
    expect(await subject.http.cleanUp()).toEqual([]);
    for (const type of subject.types) expect((await type.list({})).body.totalResults).toBe(0);
  });
});

test('ids of clauses are unique', () => {
  const ids = CLAUSES.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});
