// examples/entitlements/: Okta's roles and entitlements are YAML alone, and Okta's own exports pass whole against them.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import type { OpenApiDocument } from '../../src/spec/publish.js';
import type { Outcome } from '../clients/okta-export.js';
import { oktaVariables, playOktaExport, readOktaExport } from '../clients/okta-export.js';
import { SimulatedOkta } from '../clients/simulated-okta.js';
import { CHAPTERS } from '../conformance/clauses/all.js';
import { runAll } from '../conformance/suite/run.js';
import { Subject } from '../conformance/suite/subject.js';
import type { Reply } from '../support/client.js';
import { TestClient } from '../support/client.js';
import { contractOf } from '../support/contract.js';
import type { Overlay } from '../../src/spec/overlay.js';
import { overlaidDocument, readOverlay } from '../support/overlay.js';
import type { TestServer } from '../support/server.js';
import { startServer } from '../support/server.js';

const FIXTURES = new URL('../fixtures/okta/', import.meta.url);
const OVERLAY = readOverlay('examples/entitlements/overlay.yaml');
const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
const ROLE = 'urn:okta:scim:schemas:core:1.0:Role';
const ENTITLEMENT = 'urn:okta:scim:schemas:core:1.0:Entitlement';
const RUN_MS = 600_000;

let server: TestServer;
let client: TestClient;
let role: Reply['body'];
let entitlement: Reply['body'];

beforeAll(async () => {
  const { directory, remove } = overlaidDocument(OVERLAY);
  server = await startServer({ OPENAPI_DIR: directory });
  remove();
  const document = await (await fetch(new URL('/openapi.json', server.url))).json();
  client = new TestClient(server, contractOf(document as OpenApiDocument));
  role = (await client.post('/Roles', { schemas: [ROLE], displayName: 'Auditor' })).body;
  entitlement = (await client.post('/Entitlements', { schemas: [ENTITLEMENT], displayName: 'Mail', type: 'License' }))
    .body;
});
afterAll(() => server.close());

test('GET /ResourceTypes answers 200 with the URNs that Okta looks for', async () => {
  const { status, headers, body } = await client.get('/ResourceTypes');
  expect([status, headers.get('content-type')]).toEqual([200, 'application/scim+json; charset=utf-8']);
  expect(body.Resources).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ id: 'Role', endpoint: '/Roles', schema: ROLE, schemaExtensions: [] }),
      expect.objectContaining({ id: 'Entitlement', endpoint: '/Entitlements', schema: ENTITLEMENT }),
    ]),
  );
});

test.each(['/Roles', '/Entitlements'])('the Entitlements test passes in every assertion at %s', async (endpoint) => {
  const entitlements = readOktaExport(new URL('Okta-SCIM-20-Entitlements-Test.json', FIXTURES));
  const variables = oktaVariables(server.token, endpoint);
  const outcomes = await playOktaExport(entitlements, { SCIMBaseURL: client }, variables);
  expect(failed(outcomes)).toEqual([]);
  expect(outcomes).toHaveLength(6);
});

describe('the CRUD test with entitlements, Okta being played by us', () => {
  let outcomes: Outcome[];
  let variables: ReturnType<typeof oktaVariables>;
  beforeAll(async () => {
    const crud = readOktaExport(new URL('Okta-SCIM-20-With-Entitlements-CRUD-Test.json', FIXTURES));
    const okta = new SimulatedOkta(client, {
      roles: [{ value: role.id, display: 'Auditor' }],
      entitlements: [{ value: entitlement.id, display: 'Mail', type: 'License' }],
    });
    variables = oktaVariables(server.token);
    outcomes = await playOktaExport(crud, { SCIMUrl: client, oktaOrgUrl: okta }, variables);
  });

  test('passes in every assertion', () => {
    expect(failed(outcomes)).toEqual([]);
    expect(outcomes).toHaveLength(22);
  });

  test('leaves the user with what was granted, and each with its users', async () => {
    const userName = String(variables['okta_user_email']);
    const { status, body } = await client.get(`/Users?filter=userName eq "${userName}"`);
    const [user] = body.Resources;
    expect([status, user.roles, user.entitlements]).toEqual([
      200,
      [{ value: role.id, type: 'Role', display: 'Auditor', $ref: `${server.url}/Roles/${role.id}` }],
      [
        {
          value: entitlement.id,
          type: 'Entitlement',
          display: 'Mail',
          $ref: `${server.url}/Entitlements/${entitlement.id}`,
        },
      ],
    ]);
    const users = [{ value: user.id, $ref: `${server.url}/Users/${user.id}` }];
    expect((await client.get(`/Roles/${role.id}`)).body.users).toEqual(users);
    expect((await client.get(`/Entitlements/${entitlement.id}`)).body.users).toEqual(users);
    const { body: found } = await client.get(`/Users?filter=roles.value eq "${role.id}"&attributes=userName`);
    expect(found.Resources.map((each: Reply['body']) => each.userName)).toEqual([userName]);
  });
});

test('a role that nobody made is refused with 400, and the error names it', async () => {
  const user = { schemas: [USER], userName: 'a', roles: [{ value: 'king' }] };
  const { status, body } = await client.post('/Users', user);
  expect([status, body.scimType, body.detail]).toEqual([400, 'invalidValue', 'roles: there is no Role "king"']);
});

test('another kind of entitlement is what the README says', async () => {
  const readme = readFileSync('examples/entitlements/README.md', 'utf8');
  const [, more = ''] = /^```yaml\n(.*?)^```$/ms.exec(readme) ?? [];
  const { directory, remove } = overlaidDocument(OVERLAY, parse(more) as Overlay);
  const other = await startServer({ OPENAPI_DIR: directory });
  remove();
  try {
    const document = await (await fetch(new URL('/openapi.json', other.url))).json();
    const okta = new TestClient(other, contractOf(document as OpenApiDocument));
    const license = { schemas: [ENTITLEMENT], displayName: 'CAD', type: 'License' };
    const { id } = (await okta.post('/Licenses', license)).body;
    const user = { schemas: [USER], userName: 'ada', entitlements: [{ value: id, type: 'License' }] };
    const { status, body } = await okta.post('/Users', user);
    expect([status, body.entitlements]).toEqual([
      201,
      [{ value: id, type: 'License', display: 'CAD', $ref: `${other.url}/Licenses/${String(id)}` }],
    ]);
    const { users } = (await okta.get(`/Licenses/${String(id)}`)).body;
    expect(users).toEqual([{ value: body.id, $ref: `${other.url}/Users/${String(body.id)}` }]);
  } finally {
    await other.close();
  }
});

test(
  'the conformance suite finds no fault in roles and entitlements',
  async () => {
    const subject = await Subject.of(server, ['Role', 'Entitlement']);
    const found = (await runAll(subject, CHAPTERS)).filter(({ verdict }) => verdict === 'failed');
    expect([subject.remarks, found.map(({ clause, details }) => [clause.id, ...details].join('\n'))]).toEqual([[], []]);
  },
  RUN_MS,
);

function failed(outcomes: readonly Outcome[]): string[] {
  return outcomes.filter(({ passed }) => !passed).map(({ step, assertion }) => `${step}: ${assertion}`);
}
