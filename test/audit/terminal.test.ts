// What commands print of what clients sent commands no terminal and makes no line of its own; and whoever has read
// enough of it is told of no failure; a full disk is one.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { newUser } from '../conformance/subject.js';
import { runCommand } from '../e2e/command.js';
import { TestClient } from '../support/client.js';
import { SCIM } from '../support/programs.js';
import type { TestServer } from '../support/server.js';
import { databaseUri, startServer } from '../support/server.js';
import { settledEvents } from './events.js';

// A command takes its time to start.
jest.setTimeout(60_000);

const MONGODB_URI = databaseUri();
/** A title for the window, red, a line, the C1 form of the same, and what ends a line elsewhere. */
const NASTY = '\u001b]0;owned\u0007\u001b[31m\nforged \u009b31m\u2028end\u007f';
const SHOWN = String.raw`\u001b]0;owned\u0007\u001b[31m\u000aforged \u009b31m\u2028end\u007f`;
const CONTROLS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029]/;

let server: TestServer;
let id: string;
beforeAll(async () => {
  server = await startServer({ MONGODB_URI });
  const client = new TestClient(server);
  ({ id } = (await client.post('/Users', newUser({ displayName: NASTY }))).body);
  await settledEvents(server.db, id, 1);
});
afterAll(() => server.close());

const scim = (...args: readonly string[]) => runCommand([...SCIM, ...args], { MONGODB_URI });

describe('what a client sent', () => {
  test('is escaped in a list for people', async () => {
    const { code, stdout } = await scim('audit', 'list', '--filter', `target.id eq "${id}"`);
    expect(code).toBe(0);
    expect(stdout).not.toMatch(CONTROLS);
    expect(stdout).toContain(`  ${SHOWN}  success\n`);
    // The event, its one change, and how many there are.
    expect(stdout.split('\n').filter((line) => line !== '')).toHaveLength(3);
  });

  test.each([
    ['list', '--json'],
    ['export', ''],
  ])('is itself where audit %s gives JSON', async (command, option) => {
    const { stdout } = await scim('audit', command, ...(option === '' ? [] : [option]));
    expect(stdout).not.toMatch(CONTROLS);
    const parsed = JSON.parse(stdout);
    const [event] = command === 'list' ? parsed.events : [parsed];
    expect(event.target.display).toBe(NASTY);
  });

  test('is escaped in the names of tokens', async () => {
    expect((await scim('token', 'create', NASTY)).code).toBe(0);
    const { stdout } = await scim('token', 'list');
    expect(stdout).not.toMatch(CONTROLS);
    expect(stdout).toContain(`  ${SHOWN}  default  `);
    expect(stdout.split('\n')).toHaveLength(3);
  });

  test('is escaped in what a command complains of', async () => {
    const { code, stderr } = await scim('audit', 'list', '--tenant', NASTY);
    expect([code, stderr]).toEqual([1, expect.stringContaining('there is no tenant')]);
    expect(stderr).not.toMatch(CONTROLS);
  });
});

test.each([
  ['audit', 'export'],
  ['audit', 'list', '--json'],
  ['indexes', ''],
  ['--help', ''],
])('scim %s %s with a reader that has gone ends with 141, and no word', async (...args) => {
  const [file, ...rest] = [...SCIM, ...args.filter((arg) => arg !== '')] as [string, ...string[]];
  const { NODE_OPTIONS: _jest, ...environment } = process.env;
  const child = spawn(file, rest, { env: { ...environment, MONGODB_URI } });
  child.stdout.destroy();
  const errors: Buffer[] = [];
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
  const [code] = await once(child, 'close');
  expect([code, Buffer.concat(errors).toString()]).toEqual([141, '']);
});

test.each([['audit', 'export'] as const, ['audit', 'list'] as const])(
  'scim %s %s on a disk that is full ends with 1, and one line',
  async (...args) => {
    const [file, ...rest] = [...SCIM, ...args] as [string, ...string[]];
    const { NODE_OPTIONS: _jest, ...environment } = process.env;
    const full = openSync('/dev/full', 'w');
    const child = spawn(file, rest, { env: { ...environment, MONGODB_URI }, stdio: ['ignore', full, 'pipe'] });
    const errors: Buffer[] = [];
    child.stderr?.on('data', (chunk: Buffer) => errors.push(chunk));
    const [code] = await once(child, 'close');
    closeSync(full);
    expect([code, Buffer.concat(errors).toString()]).toEqual([
      1,
      expect.stringMatching(/^the output can't be written: ENOSPC: [^\n]*\n$/),
    ]);
  },
);
