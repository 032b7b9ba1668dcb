// scim client, scim key and scim issuer, as operators run them beside a server that runs.
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { TestClient } from '../support/client.js';
import { grant, newKeyPair, sign, startIssuer } from '../support/oauth.js';
import type { TestServer } from '../support/server.js';
import { databaseUri, startServer } from '../support/server.js';
import { untilStatus } from '../support/until-status.js';
import { runCommand } from './command.js';
import { SCIM } from '../support/programs.js';

// A process takes its time to start.
jest.setTimeout(60_000);

const MONGODB_URI = databaseUri();
let server: TestServer;
beforeAll(async () => {
  server = await startServer({ MONGODB_URI });
});
afterAll(() => server.close());

const run = (...args: readonly string[]) => runCommand([...SCIM, ...args], { MONGODB_URI });
const json = async (...args: readonly string[]) => {
  const { code, stdout, stderr } = await run(...args, '--json');
  expect([code, stderr]).toEqual([0, '']);
  return JSON.parse(stdout);
};
const users = (token: string) => new TestClient({ url: server.url, token }).get('/Users');

test('scim client: made, used, listed without its secret, rotated, revoked', async () => {
  const made = await json('client', 'create', 'Entra ID', '--profile', 'entra', '--scope', 'read', 'write:User');
  expect(made).toMatchObject({ name: 'Entra ID', profile: 'entra', scopes: ['read', 'write:User'] });
  const client = { id: made.client_id, secret: made.client_secret };
  const { body } = await grant(server, client);
  expect(body.scope).toBe('read write:User');
  expect((await users(body.access_token)).status).toBe(200);

  const { stdout } = await run('client', 'list');
  expect(stdout).toMatch(/^client_id +id +name +tenant +scopes +profile +created +expires +last used$/m);
  expect(stdout).toContain(client.id);
  expect(stdout).not.toContain(client.secret);
  // Tokens and clients are listed each for themselves.
  expect((await run('token', 'list')).stdout).not.toContain(client.id);

  const rotated = await json('client', 'rotate', client.id, '--overlap', '0s');
  expect(rotated.client_id).toBe(client.id);
  await untilStatus(() => grant(server, client), 401);
  expect((await grant(server, { id: client.id, secret: rotated.client_secret })).status).toBe(200);
  expect(await json('client', 'revoke', client.id)).toEqual({ id: client.id, revoked: true });
  await untilStatus(() => grant(server, { id: client.id, secret: rotated.client_secret }), 401);
});

test('scim client tells a person what to keep', async () => {
  const { code, stdout } = await run('client', 'create', 'Okta');
  expect(code).toBe(0);
  expect(stdout).toMatch(/^client_id {6}[0-9A-Za-z]{10}\nclient_secret {2}scim_\w{49}\n\nclient_id /);
  expect(stdout).toContain('It is shown only once');
});

test('scim key: listed, rotated, and ended where one is leaked', async () => {
  const made = await json('client', 'create', 'keys');
  const token = async () => (await grant(server, { id: made.client_id, secret: made.client_secret })).body.access_token;
  const first = await token();
  const [{ id }] = await json('key', 'list');
  const next = await json('key', 'rotate', '--ahead', '1h');
  expect(Date.parse(next.signs) - Date.parse(next.created)).toBeCloseTo(3_600_000, -2);
  expect((await run('key', 'list')).stdout).toMatch(new RegExp(`^${next.id} .*\\n${id} `, 'm'));
  expect((await users(first)).status).toBe(200);
  await json('key', 'rotate', '--leaked');
  await untilStatus(() => users(first), 401);
  await untilStatus(async () => users(await token()), 200);
});

test('scim issuer: added, listed, removed', async () => {
  const pair = await newKeyPair();
  const issuer = await startIssuer(pair.publicJwk);
  const grants = ['--grant', 'read if roles=Reader', 'read,write if roles=Provisioner'];
  const added = await json(
    'issuer',
    'add',
    issuer.url,
    '--audience',
    'api://scim',
    ...grants,
    '--subject',
    'oid=externalId',
  );
  const token = await sign(pair, { iss: issuer.url, aud: 'api://scim', sub: 'app', roles: ['Reader'] });
  await untilStatus(() => users(token), 200);
  expect((await run('issuer', 'list')).stdout).toMatch(
    /api:\/\/scim +default +read if roles=Reader; read,write if roles=Provisioner +oid=externalId/,
  );
  await json('issuer', 'remove', added.id);
  await untilStatus(() => users(token), 401);
  await issuer.close();
});

test.each([
  [['issuer', 'add', 'http://login.example.com', '--audience', 'x', '--grant', 'read'], 1, 'is not an https URL'],
  [['issuer', 'add', 'https://login.example.com', '--audience', 'x'], 2, '--grant'],
  [['token', 'list', '--tenant', 'nobody'], 1, 'there is no tenant nobody'],
  [['client', 'list', '--tenant', 'nobody', '--json'], 1, 'there is no tenant nobody'],
  [['client', 'revoke', 'nobody'], 1, 'there is no token or client nobody'],
  [['client', 'rotate', 'nobody', '--overlap', 'x'], 2, 'Give a time like 90d'],
  [['key', 'rotate', '--ahead', 'soon'], 2, 'Give a time like 90d'],
  [['tenant', 'release', 'default', '--for', '36501d'], 2, '36500d at most'],
  [['client', 'create', 'x', '--expires', '9999999999999h'], 2, '36500d at most'],
])('scim %j is refused', async (args, code, message) => {
  const outcome = await run(...args);
  expect([outcome.code, outcome.stdout]).toEqual([code, '']);
  expect(outcome.stderr).toContain(message);
});
