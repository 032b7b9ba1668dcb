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
  const statusOf = async (path: string, method = 'GET') => (await fetch(new URL(path, subject.url), { method })).status;
  for (const path of ['/docs', '/docs/swagger-ui-bundle.js', '/openapi.json', '/openapi.yaml', '/oauth/jwks'])
    expect([path, await statusOf(path)]).toEqual([path, 503]);
  expect(await statusOf('/oauth/token', 'POST')).toBe(503);
  expect([await statusOf('/healthz'), await statusOf('/readyz')]).toEqual([200, 200]);

  slow.end(JSON.stringify(newUser()));
  const [answered] = (await once(slow, 'response')) as [IncomingMessage];
  expect(answered.statusCode).toBe(201);
  answered.resume();
  await once(answered, 'end');
  expect((await subject.client.get('/Users')).status).toBe(200);
});
