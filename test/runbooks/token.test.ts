// The run books of credentials: a token that is leaked, a provider in quarantine because its token has ended.
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { stop } from '../e2e/child.js';
import { runCommand } from '../e2e/command.js';
import { until } from '../support/until.js';
import { call } from '../support/call.js';
import { grant } from '../support/oauth.js';
import { databaseUri } from '../support/server.js';
import type { Deployment } from './deployment.js';
import { deploy, USER } from './deployment.js';
import { runBook } from './run-book.js';
import { SCIM } from '../support/programs.js';

// Many processes.
jest.setTimeout(240_000);

let server: Deployment;
beforeAll(async () => {
  server = await deploy({ MONGODB_URI: databaseUri() });
});
afterAll(() => stop(server.child));

const users = (token: string) => call({ url: server.url, token }, 'GET', '/Users?count=0');
const tokenIn = (text: string) => /scim_\w{49}/.exec(text)?.[0] ?? '';

async function newToken(...args: readonly string[]): Promise<string> {
  const command = [...SCIM, 'token', 'create', 'Okta', ...args] as const;
  return tokenIn((await runCommand(command, server.environment)).stdout);
}

/** What stands between its underscores. */
const tokenId = (token: string) => token.split('_')[1] ?? '';

test('A token is leaked', async () => {
  const leaked = await newToken('--scope', 'read', 'write:User');
  const stranger = { url: server.url, token: leaked };
  const made = await call(stranger, 'POST', '/Users', { schemas: [USER], userName: 'intruder' });
  expect(made.status).toBe(201);
  const book = runBook('A token is leaked', {
    ...server.environment,
    LEAKED: leaked,
    ID: tokenId(leaked),
  });

  const seen = await book.next();
  expect(seen.stdout).toMatch(new RegExp(`create  User  ${made.body.id}  success\\n.*intruder`));
  expect(seen.stdout).toMatch(/\n1 of 1\n/);

  const rotated = await book.next();
  expect([rotated.code, rotated.stderr]).toEqual([0, '']);
  const successor = tokenIn(rotated.stdout);
  // Of as many scopes as the old one.
  expect((await call({ url: server.url, token: successor }, 'GET', '/Users?count=0')).status).toBe(200);
  expect((await call({ url: server.url, token: successor }, 'POST', '/Groups', {})).status).toBe(403);

  await until(async () => (await users(leaked)).status === 401);
  const after = await book.next();
  expect(after.stdout).toMatch(/^401\n/);
  expect(after.stdout).toMatch(new RegExp(`^${tokenId(successor)} +Okta `, 'm'));
  expect(after.stdout).not.toContain(successor);
  book.finish();
});

test('A signing key is leaked', async () => {
  const scim = async (...args: readonly string[]) =>
    JSON.parse((await runCommand([...SCIM, ...args, '--json'], server.environment)).stdout);
  const client = await scim('client', 'create', 'Okta');
  const credentials = { id: client.client_id, secret: client.client_secret };
  const accessToken = async (): Promise<string> => (await grant(server, credentials)).body.access_token;
  const OLD = await accessToken();
  const made = await call({ url: server.url, token: OLD }, 'POST', '/Users', { schemas: [USER], userName: 'forged' });
  expect(made.status).toBe(201);
  const book = runBook('A signing key is leaked', { ...server.environment, OLD, ID: tokenId(credentials.secret) });

  const seen = await book.next();
  expect(seen.stdout).toMatch(new RegExp(`create  User  ${made.body.id}  success\\n`));
  expect(seen.stdout).toMatch(/\n1 of 1\n/);

  const replaced = await book.next();
  expect([replaced.code, replaced.stderr]).toEqual([0, '']);
  const [kid] = await scim('key', 'list');
  expect(replaced.stdout).toContain(`\n${kid.id} `);
  await until(async () => (await users(OLD)).status === 401);
  await until(async () => (await users(await accessToken())).status === 200);

  const after = await book.next();
  expect(after.stdout).toMatch(/^401\n/);
  const { keys } = JSON.parse(after.stdout.slice('401\n'.length));
  expect(keys.map((key: { readonly kid: string }) => key.kid)).toEqual([kid.id]);
  book.finish();
});

test('Okta or Entra ID is in quarantine', async () => {
  const ended = await newToken();
  expect((await users(ended)).status).toBe(200);
  await runCommand([...SCIM, 'token', 'revoke', tokenId(ended)], server.environment);
  await until(async () => (await users(ended)).status === 401);
  const book = runBook('Okta or Entra ID is in quarantine', server.environment);

  const failing = await book.next();
  expect(failing.code).toBe(0);
  expect(failing.stdout).toMatch(/^scim_requests_total\{operation="listUsers",status="401"\} \d+$/m);
  expect(failing.stdout).not.toContain(tokenId(ended));
  expect(server.lines()).toContainEqual(
    expect.objectContaining({ msg: 'request', operationId: 'listUsers', status: 401 }),
  );

  const made = await book.next();
  const TOKEN = tokenIn(made.stdout);
  expect(made.stdout).toMatch(/Entra ID +default +read,write +entra/);
  const asked = await book.next({ TOKEN });
  expect(asked.stdout).toMatch(/"totalResults":0.*\n200\n$/);
  const count = (text: string, status: number) =>
    Number(new RegExp(`operation="listUsers",status="${status}"\\} (\\d+)`).exec(text)?.[1] ?? 0);
  const before = await book.next();
  await call({ url: server.url, token: TOKEN }, 'GET', '/Users?count=0');
  const after = await book.again();
  expect(count(after.stdout, 200)).toBe(count(before.stdout, 200) + 1);
  expect(count(after.stdout, 401)).toBe(count(before.stdout, 401));
  book.finish();
});
