// The admin API of a server of several processes: each of them serves it, and what it ends, ends in all.
import type { IncomingMessage } from 'node:http';
import { request } from 'node:http';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { expect, test } from '@jest/globals';
import { MongoClient } from 'mongodb';
import type { Child } from '../e2e/child.js';
import { spawnServer, stop, untilReady } from '../e2e/child.js';
import { controlOf } from '../support/control.js';
import { databaseUri, freePort } from '../support/server.js';
import { untilStatus } from '../support/until-status.js';

const TOKEN = 'a-token-of-the-test-0123456789';

/** The processes that answered an operation, by their logs. */
const pidsOf = (child: Child, operation: string) =>
  new Set(
    child
      .output()
      .stdout.split('\n')
      .flatMap((line) => (line.includes(`"${operation}"`) ? [JSON.parse(line).pid] : [])),
  );

/** On a connection of its own, which any worker may get. */
async function ask(url: string, token: string, method = 'GET'): Promise<{ readonly status: number }> {
  const sent = request(url, { agent: false, method, headers: { authorization: `Bearer ${token}` } }).end();
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  response.resume();
  await once(response, 'end');
  return { status: response.statusCode ?? 0 };
}

test('each worker serves it; a token that one of them revokes, all refuse within a second', async () => {
  const uri = databaseUri();
  const client = await MongoClient.connect(uri, { ignoreUndefined: true });
  const port = await freePort();
  const settings = {
    MONGODB_URI: uri,
    SCIM_BEARER_TOKEN: TOKEN,
    WORKERS: '2',
    ADMIN_PORT: String(port),
    AUTH_FAILURES: 'off',
  };
  const child = await spawnServer(settings);
  await untilReady(child);
  const acts = await controlOf({ db: client.db() });
  const { token: admin } = await acts.adminTokens.create({ name: 'x', tenant: 'default' });
  const base = `http://127.0.0.1:${port}/admin/v1`;
  while (pidsOf(child, 'listTokens').size < 2) expect((await ask(`${base}/Tokens`, admin)).status).toBe(200);

  const { token, info } = await acts.tokens.create({ name: 'x', tenant: 'default' });
  const users = `${child.origin}/scim/v2/Users`;
  while (pidsOf(child, 'listUsers').size < 2) expect((await ask(users, token)).status).toBe(200);
  expect((await ask(`${base}/Tokens/${info.id}`, admin, 'DELETE')).status).toBe(204);
  await untilStatus(() => ask(users, token), 401);
  const start = performance.now();
  while (performance.now() - start < 1_000) await ask(users, token);
  for (let n = 0; n < 10; n += 1) expect((await ask(users, token)).status).toBe(401);

  expect(await stop(child)).toBe(0);
  await client.db().dropDatabase();
  await client.close();
});

test('a port that is taken is told in one line, with the settings that name it', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = taken.address() as AddressInfo;
  const child = await spawnServer({ MONGODB_URI: databaseUri(), SCIM_BEARER_TOKEN: TOKEN, ADMIN_PORT: String(port) });
  expect(await child.ended()).toBe(1);
  expect(child.output().stderr).toMatch(/^ADMIN_HOST, ADMIN_PORT: can't listen on 127\.0\.0\.1:\d+/);
  taken.close();
});
