// Okta's published exports against the server over HTTP. Every assertion is counted, so that none is skipped silently.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { TestClient } from '../support/client.js';
import { startServer, type TestServer } from '../support/server.js';
import { oktaVariables, playOktaExport, readOktaExport, type Outcome } from './okta-export.js';
import { SimulatedOkta } from './simulated-okta.js';

const FIXTURES = new URL('../fixtures/okta/', import.meta.url);

let server: TestServer;
let client: TestClient;
beforeAll(async () => {
  server = await startServer();
  client = new TestClient(server);
});
afterAll(() => server.close());

test('the SPEC test passes in every assertion, once there is a user', async () => {
  await client.request('POST', '/Users', {
    body: {
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
      userName: 'first@example.com',
      name: { givenName: 'First', familyName: 'User' },
      emails: [{ value: 'first@example.com', type: 'work', primary: true }],
      active: true,
    },
  });
  const spec = readOktaExport(new URL('Okta-SCIM-20-SPEC-Test.json', FIXTURES));
  const outcomes = await playOktaExport(spec, { SCIMBaseURL: client }, oktaVariables(server.token));
  expect(failed(outcomes)).toEqual([]);
  expect(outcomes).toHaveLength(53);
});

test('the CRUD test passes in every assertion, Okta being played by us', async () => {
  const crud = readOktaExport(new URL('Okta-SCIM-20-CRUD-Test.json', FIXTURES));
  const senders = { SCIMUrl: client, oktaOrgUrl: new SimulatedOkta(client) };
  const outcomes = await playOktaExport(crud, senders, oktaVariables(server.token));
  expect(failed(outcomes)).toEqual([]);
  expect(outcomes).toHaveLength(21);
});

function failed(outcomes: Outcome[]): string[] {
  return outcomes.filter(({ passed }) => !passed).map(({ step, assertion }) => `${step}: ${assertion}`);
}
