// What one query of a list may cost: bytes of its page, and time of the database.
import { beforeAll, expect, test } from '@jest/globals';
import { expectError, newUser, serverUnderTest } from '../conformance/subject.js';

const subject = serverUnderTest({ MAX_PAGE_SIZE: String(16 * 1024 * 1024), QUERY_TIMEOUT: '1' });
const USERS = 40;

beforeAll(async () => {
  const displayName = 'a'.repeat(500_000);
  for (let count = 0; count < USERS; count += 1) {
    expect((await subject.client.post('/Users', newUser({ displayName }))).status).toBe(201);
  }
});

test('a page of more bytes than are held in memory is 400 tooMany; fewer resources or attributes are answered', async () => {
  for (const query of ['count=40', 'count=40&sortBy=id&sortOrder=descending', 'count=40&cursor']) {
    const refused = await subject.client.get(`/Users?${query}`);
    expectError(refused, 400, 'tooMany');
    expect(refused.body.detail).toBe(
      'the page is refused: its resources have more than 16777216 bytes; ask for fewer by count, or name the attributes',
    );
  }
  for (const query of ['count=20', 'count=40&attributes=userName']) {
    const page = await subject.client.get(`/Users?${query}`);
    expect([page.status, page.body.totalResults]).toEqual([200, USERS]);
  }
});

test('a filter on which the database would work for longer than it may is 400 tooMany, not an outage', async () => {
  const seeks = (character: string) => `displayName co "${'a'.repeat(249)}${character}"`;
  const filter = ['b', 'c', 'd', 'e'].map(seeks).join(' or ');
  const refused = await subject.client.get(`/Users?count=10&filter=${encodeURIComponent(filter)}`);
  expectError(refused, 400, 'tooMany');
  expect(refused.body.detail).toBe(
    'the query is refused: the database would work on it for longer than 1 s; compare an indexed attribute with eq or sw',
  );
  expect((await subject.client.get('/Users?count=1')).status).toBe(200);
});
