// Back-pressure: what is beyond the bound on requests under way is refused, and nothing else suffers.
import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { expect, test } from '@jest/globals';
import { expectError, newUser, serverUnderTest } from './subject.js';

const subject = serverUnderTest({ MAX_CONCURRENT_REQUESTS: '1' });

test('one request more than may be under way is 503 with Retry-After in whole seconds', async () => {
  const slow = request(`${subject.url}/Users`, {
    method: 'POST',
    headers: { authorization: `Bearer ${subject.token}`, 'content-type': 'application/json', expect: '100-continue' },
  });
  slow.flushHeaders();
  // Its headers have been read, so it is under way; its body is not there yet.
  await once(slow, 'continue');
  const refused = await subject.client.get('/Users');
  expectError(refused, 503);
  expect(refused.headers.get('retry-after')).toMatch(/^[1-9]\d*$/);
  expect((await fetch(new URL('/healthz', subject.url))).status).toBe(200);

  slow.end(JSON.stringify(newUser()));
  const [answered] = (await once(slow, 'response')) as [IncomingMessage];
  expect(answered.statusCode).toBe(201);
  answered.resume();
  await once(answered, 'end');
  expect((await subject.client.get('/Users')).status).toBe(200);
});
