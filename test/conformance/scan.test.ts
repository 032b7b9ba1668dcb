// A filter that no index answers is refused past MAX_SCAN resources, and so is a sort whose order no index has; what an
// index answers never is.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { TestClient } from '../support/client.js';
import type { TestServer } from '../support/server.js';
import { startServer } from '../support/server.js';

const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
const GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group';
let server: TestServer;
let client: TestClient;

beforeAll(async () => {
  server = await startServer({ MAX_SCAN: '2' });
  client = new TestClient(server);
  for (const userName of ['scan-a', 'scan-b', 'scan-c']) {
    const emails = [{ value: `${userName}@example.com`, type: 'work' }];
    await client.post('/Users', { schemas: [USER], userName, externalId: userName, title: 'T', emails });
  }
  await client.post('/Groups', { schemas: [GROUP], displayName: 'scan' });
});
afterAll(() => server.close());

const list = (filter: string) => client.get(`/Users?filter=${encodeURIComponent(filter)}`);

test.each([
  'title eq "T"',
  'userName co "scan"',
  'userName ew "a"',
  'userName ne "scan-a"',
  'not (userName eq "scan-a")',
  'userName eq "scan-a" or title eq "T"',
  'emails[type eq "work"]',
])('RFC 7644 3.12: %s is 400 tooMany', async (filter) => {
  const reply = await list(filter);
  expect(reply.status).toBe(400);
  expect(reply.body).toMatchObject({
    scimType: 'tooMany',
    status: '400',
    detail: expect.stringMatching(/more than 2/),
  });
});

test.each([
  ['userName eq "SCAN-A"', 1],
  ['userName sw "scan-"', 3],
  ['userName eq "scan-a" and title co "t"', 1],
  ['userName eq "scan-a" or externalId eq "scan-b"', 2],
  ['emails[type eq "work" and value eq "scan-c@example.com"]', 1],
  ['meta.lastModified gt "2020-01-01T00:00:00Z"', 3],
  ['groups.value eq "none"', 0],
])('%s finds %i', async (filter, count) => {
  const reply = await list(filter);
  expect([reply.status, reply.body?.totalResults]).toEqual([200, count]);
});

const sorted = (sortBy: string, filter = '') =>
  client.get(`/Users?${new URLSearchParams({ sortBy, ...(filter === '' ? {} : { filter }) }).toString()}`);

test.each([
  ['title', '', 'title'],
  ['name.familyName', '', 'name.familyName'],
  ['addresses.locality', '', 'addresses.locality'],
  ['phoneNumbers', '', 'phoneNumbers.value'],
  ['meta.version', '', 'meta.version'],
  ['title', 'userName sw "scan-"', 'title'],
])('RFC 7644 3.12: sorted by %s with the filter "%s" is 400 tooMany', async (sortBy, filter, name) => {
  const reply = await sorted(sortBy, filter);
  expect([reply.status, reply.body.scimType]).toEqual([400, 'tooMany']);
  expect(reply.body.detail).toBe(
    `sortBy ${name} is refused: no index has its order, and more than 2 resources of the type User would be sorted; ` +
      'sort by an indexed attribute, or let a filter leave fewer',
  );
});

test.each([
  ['title', 'userName eq "scan-a"', 1],
  ['title', 'userName eq "scan-a" or externalId eq "scan-b"', 2],
  ['userName', '', 3],
  ['emails', '', 3],
  ['externalId', 'userName sw "scan-"', 3],
  ['meta.lastModified', '', 3],
  ['meta.resourceType', '', 3],
])('sorted by %s with the filter "%s" finds %i', async (sortBy, filter, count) => {
  const reply = await sorted(sortBy, filter);
  expect([reply.status, reply.body.Resources?.length]).toEqual([200, count]);
});

// Three users and a group: the list of both is merged, and may be so up to MAX_SCAN.
test.each([
  [2, 200, 2],
  [4, 400, undefined],
  [5, 200, 0],
])('a list of all types from startIndex %i on is %i', async (startIndex, status, found) => {
  const reply = await client.get(`/?startIndex=${startIndex}&count=2`);
  expect([reply.status, reply.body.Resources?.length]).toEqual([status, found]);
  expect(reply.body.scimType).toBe(status === 400 ? 'tooMany' : undefined);
});
