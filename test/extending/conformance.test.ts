// The conformance suite covers what edits add: against a document with all of them, no clause fails, and none is left
// that users and groups alone have no attribute for.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { CHAPTERS } from '../conformance/clauses/all.js';
import type { Outcome } from '../conformance/suite/run.js';
import { runAll } from '../conformance/suite/run.js';
import { Subject } from '../conformance/suite/subject.js';
import { overlaidDocument } from '../support/overlay.js';
import type { TestServer } from '../support/server.js';
import { startServer } from '../support/server.js';
import { attributeEdits } from './attributes.js';
import { editsOfFiles } from './edit.js';

const RUN_MS = 600_000;
const PAYROLL = 'urn:example:params:scim:schemas:extension:payroll:2.0:Account';
const TENANCY = 'urn:example:params:scim:schemas:extension:tenancy:2.0:Account';

let server: TestServer;
let subject: Subject;
let outcomes: readonly Outcome[];
beforeAll(async () => {
  const { directory, remove } = overlaidDocument(...[...attributeEdits(), ...editsOfFiles()].map((e) => e.overlay));
  server = await startServer({ OPENAPI_DIR: directory });
  remove();
  subject = await Subject.of(server);
  outcomes = await runAll(subject, CHAPTERS);
}, RUN_MS);
afterAll(() => server.close());

test('no clause fails', () => {
  const failed = outcomes.filter(({ verdict }) => verdict === 'failed');
  expect(failed.map(({ clause, details }) => [clause.id, ...details].join('\n'))).toEqual([]);
});

test('the clauses that are left are those on /Me, which the token of the test is not bound to', () => {
  const left = outcomes.filter(({ verdict }) => verdict === 'not applicable');
  expect(left.map(({ clause }) => clause.id)).toEqual(['me-not-implemented', 'me-redirects', 'me-location']);
});

test('every attribute that was added is taken and given back as it is, and none that was removed', () => {
  expect(subject.remarks).toEqual([]);
  const used = subject.types.flatMap(({ name, usable }) => [...usable].map((path) => `${name} ${path}`));
  const added = [
    ...['nickname2', 'remote', 'floor', 'allowance', 'hired', 'thumbprint', 'homepage', 'labels', 'licences.seats'],
    ...['badge', 'room.building', 'birthplace', 'biography', 'pin', `${PAYROLL}:salary.amount`, `${TENANCY}:tenant`],
  ];
  expect(used).toEqual(expect.arrayContaining(added.map((path) => `User ${path}`)));
  expect(used).toEqual(
    expect.arrayContaining([
      `Group ${PAYROLL}:budget`,
      `Group ${TENANCY}:tenant`,
      'Device serialNumber',
      'Device owners',
    ]),
  );
  expect(used).not.toEqual(expect.arrayContaining(['User nickName']));
});
