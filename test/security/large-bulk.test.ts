// A2 parser DoS: a bulk request of very many operations holds nobody up, and what its operations cost adds up.
import { expect, test } from '@jest/globals';
import { USER, serverUnderTest } from '../conformance/subject.js';
import { growth, MOSTLY_LINEAR } from './cost.js';

const BULK = 'urn:ietf:params:scim:api:messages:2.0:BulkRequest';
const subject = serverUnderTest({
  BULK_MAX_OPERATIONS: '20000',
  MAX_PAYLOAD_SIZE: '4194304',
  TENANT_RATE: 'off',
  TOKEN_RATE: 'off',
});

/** Half of them create what is not valid; the others change the last of these, so that they are refused unread. */
const refused = (length: number) => {
  const bulkIds = Array.from({ length: length / 2 }, (_, index) => `b${index}`);
  return [
    ...bulkIds.map((bulkId) => ({ method: 'POST', path: '/Users', bulkId, data: { schemas: [USER] } })),
    ...bulkIds.map(() => ({ method: 'DELETE', path: `/Users/bulkId:${bulkIds.at(-1) ?? ''}` })),
  ];
};

const send = (operations: readonly object[]) =>
  subject.client.post('/Bulk', { schemas: [BULK], Operations: operations });

test('operations that refer to one that failed are refused in a time that grows as they do', async () => {
  const { body } = await send(refused(4));
  expect(body.Operations.map(({ status }: { status: string }) => status)).toEqual(['400', '400', '409', '409']);
  expect(body.Operations[3].response.detail).toBe('"bulkId:b1", to which it refers, could not be created');
  expect(await growth((length) => send(refused(length)), 5_000)).toBeLessThan(MOSTLY_LINEAR);
});

test('while operations are refused, other requests are answered', async () => {
  const request = {
    method: 'POST',
    headers: { authorization: `Bearer ${subject.token}`, 'content-type': 'application/scim+json' },
    body: JSON.stringify({ schemas: [BULK], Operations: refused(16_000) }),
  };
  const start = performance.now();
  let isDone = false;
  const longestWait = async () => {
    let longest = 0;
    while (!isDone) {
      const asked = performance.now();
      await (await fetch(new URL('/healthz', subject.url))).text();
      longest = Math.max(longest, performance.now() - asked);
    }
    return longest;
  };
  const waiting = longestWait();
  const { status } = await fetch(`${subject.url}/Bulk`, request);
  const took = performance.now() - start;
  isDone = true;
  expect(status).toBe(200);
  expect((await waiting) / took).toBeLessThan(0.6);
});
