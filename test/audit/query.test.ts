// scim audit: the log asked by the filters, sorts and cursors of SCIM, and exported; what it keeps, and for how long.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newUser } from '../conformance/subject.js';
import type { Outcome } from '../e2e/command.js';
import { runCommand } from '../e2e/command.js';
import { TestClient } from '../support/client.js';
import type { TestServer } from '../support/server.js';
import { databaseUri, startServer } from '../support/server.js';
import { settledEvents } from './events.js';
import { SCIM } from '../support/programs.js';

const MONGODB_URI = databaseUri();
let server: TestServer;
let client: TestClient;
let user: any;

beforeAll(async () => {
  server = await startServer({ MONGODB_URI });
  client = new TestClient(server);
  user = (await client.post('/Users', newUser({ title: 't0' }))).body;
  for (const n of [1, 2, 3, 4, 5, 6]) {
    await client.patch(`/Users/${user.id}`, [{ op: 'replace', path: 'title', value: `t${n}` }]);
  }
  await client.post('/Users', newUser({ displayName: 'Other' }));
  await settledEvents(server.db, user.id, 7);
});
afterAll(() => server.close());

const scim = (args: readonly string[], settings = {}): Promise<Outcome> =>
  runCommand([...SCIM, 'audit', ...args], { MONGODB_URI, ...settings });

async function list(...args: readonly string[]): Promise<any> {
  const { code, stdout, stderr } = await scim(['list', '--json', ...args]);
  expect([code, stderr]).toEqual([0, '']);
  return JSON.parse(stdout);
}

const titles = (events: any[]) => events.map(({ changes }) => changes[0].after);

describe('scim audit list', () => {
  test('the newest first, page by page', async () => {
    const filter = `target.id eq "${user.id}" and action eq "patch"`;
    const first = await list('--filter', filter, '--count', '4');
    expect([first.total, titles(first.events)]).toEqual([6, ['t6', 't5', 't4', 't3']]);
    const second = await list('--filter', filter, '--count', '4', '--cursor', first.nextCursor);
    expect(titles(second.events)).toEqual(['t2', 't1']);
    expect(second.nextCursor).toBeUndefined();
  });

  test('by time, by what changed, and in the order that is asked for', async () => {
    const [{ time }] = (await list('--filter', 'changes.after eq "t3"')).events;
    const later = await list('--filter', `time gt "${time}" and changes.path eq "TITLE"`, '--sort', 'time');
    expect(titles(later.events)).toEqual(['t4', 't5', 't6']);
    const none = await list('--filter', 'time lt "2020-01-01T00:00:00Z"');
    expect([none.total, none.events]).toEqual([0, []]);
  });

  test('for people', async () => {
    const { code, stdout } = await scim(['list', '--count', '2']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\d{4}-\S+Z {2}configured {2}127\.0\.0\.1 {2}create {2}User {2}\S+ {2}Other {2}\w+$/m);
    expect(stdout).toMatch(/^ {4}replace title: t5 -> t6$/m);
    expect(stdout).toMatch(/^2 of 8\n--cursor \S+$/m);
  });

  test.each([
    [['list', '--filter', 'colour eq "red"'], {}, 1, /has no attribute|colour/],
    [['list', '--filter', 'action eq'], {}, 1, /\S/],
    [['list', '--filter', 'actor.userAgent co "x"'], { MAX_SCAN: '3' }, 1, /no index answers it/],
    [['list', '--cursor', 'x'], {}, 1, /the cursor was not issued by this server/],
    [['list', '--tenant', 'nobody'], {}, 1, /^there is no tenant nobody$/m],
    [['list', '--count', '0'], {}, 2, /whole number above 0/],
  ])('%j with %j is refused', async (args, settings, exitCode, message) => {
    const { code, stdout, stderr } = await scim(args, settings);
    expect([code, stdout]).toEqual([exitCode, '']);
    expect(stderr).toMatch(message);
  });
});

test('scim audit export: a line for each event, the oldest first, more than are read at once', async () => {
  const audit = server.db.collection<{ _id: string }>('audit');
  const event = await audit.findOne();
  const copies = Array.from({ length: 1_500 }, (_, n) => ({ ...event, _id: `copy-${String(n).padStart(5, '0')}` }));
  await audit.insertMany(copies);
  const { code, stdout } = await scim(['export']);
  const lines = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect([code, lines.length]).toEqual([0, 1_508]);
  expect(lines[0]).toEqual({ id: event?._id, ...(event as any).r });
  expect(lines.map(({ id }) => id)).toEqual(lines.map(({ id }) => id).sort());
  await audit.deleteMany({ _id: /^copy/ });
});

test('what is kept, and for how long', async () => {
  const uri = databaseUri();
  const expiryOf = async ({ db }: TestServer) => {
    const index = (await db.collection('audit').indexes()).find(({ name }) => name === 'scim:s.time');
    return (index as any).expireAfterSeconds / 86_400;
  };
  // MongoDB's role readWrite, which makes indexes, doesn't allow it.
  const isModified = ({ observations }: TestServer) =>
    observations.some((seen) => seen.kind === 'databaseCommand' && seen.command === 'collMod');
  const first = await startServer({ MONGODB_URI: uri });
  expect([await expiryOf(first), isModified(first)]).toEqual([400, false]);
  const { id } = (await new TestClient(first).post('/Users', newUser())).body;
  const [event] = await settledEvents(first.db, id, 1);
  // TTL needs a date.
  expect((await first.db.collection('audit').findOne())?.['s'].time).toEqual(new Date(event.time));

  const second = await startServer({ MONGODB_URI: uri, AUDIT_RETENTION_DAYS: '30' });
  expect([await expiryOf(second), isModified(second)]).toEqual([30, true]);

  const off = await startServer({ MONGODB_URI: uri, AUDIT: 'off' });
  await new TestClient(off).patch(`/Users/${id}`, [{ op: 'add', path: 'title', value: 'Dr' }]);
  await new TestClient(off).delete(`/Users/${id}`);
  expect(await off.db.collection('audit').countDocuments()).toBe(1);
  await off.close();
  await second.close();
  await first.close();
});
