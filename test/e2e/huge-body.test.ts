// A body that is far larger than the limit: its client, which is still sending, gets to read that it is.
import { once } from 'node:events';
import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { databaseUri } from '../support/server.js';
import type { Child } from './child.js';
import { spawnServer, stop, untilReady } from './child.js';

const TOKEN = 'a-token-of-the-test-0123456789';
const MIB = 1024 * 1024;
const method = 'POST';
const headers = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/scim+json' };

let child: Child;
let users: string;
beforeAll(async () => {
  child = await spawnServer({ SCIM_BEARER_TOKEN: TOKEN, MONGODB_URI: databaseUri() });
  await untilReady(child);
  users = `${child.origin}/scim/v2/Users`;
});
afterAll(() => stop(child));

test('RFC 9112 9.6: the connection is not closed while the client sends: 413', async () => {
  const body = new Uint8Array(16 * MIB).fill(0x20);
  for (let count = 0; count < 20; count += 1) {
    const { status, headers: answered } = await fetch(users, { method, headers, body });
    expect([status, answered.get('connection')]).toEqual([413, 'close']);
  }
});

test('a body that never ends is not waited for', async () => {
  const endless = request(users, { method, headers });
  endless.write(Buffer.alloc(2 * MIB, ' '));
  const [{ statusCode }] = (await once(endless, 'response')) as [IncomingMessage];
  expect(statusCode).toBe(413);
  endless.on('error', () => undefined).destroy();
});
