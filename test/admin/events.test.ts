// Logs by the admin API: those of tenants, never mixed, and that of what is administered.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { settledEvents } from '../audit/events.js';
import { runCommand } from '../e2e/command.js';
import { heldMemory } from '../support/held-memory.js';
import { until } from '../support/until.js';
import { tenantDatabase } from '../../src/storage/mongo/tenant-store.js';
import { TestClient } from '../support/client.js';
import type { AdminServer } from './admin-server.js';
import { startAdminServer } from './admin-server.js';
import { SCIM } from '../support/programs.js';

const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';

let at: AdminServer;
const tokens: Record<string, { id: string; token: string }> = {};
beforeAll(async () => {
  at = await startAdminServer();
  for (const name of ['ours', 'theirs']) {
    await at.admin.post('/Tenants', { name });
    const scopes = ['read', 'write'];
    tokens[name] = (await at.admin.post('/Tokens', { name: `of ${name}`, tenant: name, scopes })).body;
    const client = new TestClient({ url: at.server.url, token: tokens[name]?.token ?? '' });
    const { body } = await client.post('/Users', { schemas: [USER], userName: `user of ${name}` });
    for (const title of ['a', 'b', 'c']) {
      await client.patch(`/Users/${body.id}`, [{ op: 'replace', path: 'title', value: title }]);
    }
    await settledEvents(tenantDatabase(at.server.db, name), body.id, 4);
  }
});
afterAll(() => at.close());

const filtered = (filter: string) => `filter=${encodeURIComponent(filter)}`;

describe('the log of a tenant', () => {
  test('the newest first, with who and by which request; an event has a URL', async () => {
    const { status, body } = await at.admin.get('/Tenants/ours/AuditEvents');
    expect([status, body.totalResults]).toEqual([200, 4]);
    const [newest] = body.Resources;
    expect(newest).toMatchObject({
      schemas: ['urn:scim-server:admin:schemas:AuditEvent'],
      tenant: 'ours',
      actor: { token: tokens['ours']?.id, address: '127.0.0.1' },
      request: { operation: 'patchUser' },
      action: 'patch',
      target: { type: 'User' },
      changes: [{ path: 'title', op: 'replace', before: 'b', after: 'c' }],
      outcome: { result: 'success' },
    });
    expect(newest.meta.location).toBe(`${at.url}/Tenants/ours/AuditEvents/${newest.id}`);
    const read = await at.admin.get(newest.meta.location.slice(at.url.length));
    expect([read.status, read.body]).toEqual([200, newest]);
  });

  test('by filter, sort, page and cursor', async () => {
    const patches = filtered('action eq "patch" and actor.token pr');
    const first = await at.admin.get(`/Tenants/ours/AuditEvents?${patches}&count=2&cursor`);
    expect(first.body).toMatchObject({ totalResults: 3, itemsPerPage: 2 });
    const cursor = encodeURIComponent(first.body.nextCursor);
    const second = await at.admin.get(`/Tenants/ours/AuditEvents?${patches}&count=2&cursor=${cursor}`);
    const after = [...first.body.Resources, ...second.body.Resources].map(({ changes }: any) => changes[0].after);
    expect(after).toEqual(['c', 'b', 'a']);
    const ascending = await at.admin.get(
      `/Tenants/ours/AuditEvents?${patches}&sortBy=time&sortOrder=ascending&count=1`,
    );
    expect(ascending.body.Resources[0].changes[0].after).toBe('a');

    const elsewhere = await at.admin.get(`/Tenants/theirs/AuditEvents?${patches}&count=2&cursor=${cursor}`);
    expect([elsewhere.status, elsewhere.body.scimType]).toEqual([400, 'invalidCursor']);
    for (const wrong of [filtered('colour eq 1'), filtered('action eq'), 'sortBy=changes', 'count=x']) {
      expect([wrong, (await at.admin.get(`/Tenants/ours/AuditEvents?${wrong}`)).status]).toEqual([wrong, 400]);
    }
  });

  test('has nothing of another tenant, by list, by id and by export', async () => {
    for (const [tenant, other] of [
      ['ours', 'theirs'],
      ['theirs', 'ours'],
      ['default', 'ours'],
    ]) {
      const list = await at.admin.get(`/Tenants/${tenant}/AuditEvents`);
      const lines = await exportOf(`/Tenants/${tenant}/AuditEvents/export`);
      expect(list.text + lines.text).not.toContain(`user of ${other}`);
      expect(list.text + lines.text).not.toContain(tokens[other ?? '']?.id);
      const [{ id }] = (await at.admin.get(`/Tenants/${other}/AuditEvents?count=1`)).body.Resources;
      expect((await at.admin.get(`/Tenants/${tenant}/AuditEvents/${id}`)).status).toBe(404);
    }
  });
});

describe('the log of what is administered', () => {
  /** The events about a record, the oldest first, once all of them are complete. */
  const eventsOf = (id: string, count: number): Promise<any[]> =>
    until(async () => {
      const path = `/AdminEvents?${filtered(`target.id eq "${id}"`)}&sortBy=time&sortOrder=ascending`;
      const { Resources } = (await at.admin.get(path)).body;
      const isWhole = Resources.length >= count && Resources.every(({ outcome }: any) => outcome.result !== 'unknown');
      return isWhole ? Resources : undefined;
    });

  test('who made a token, by which request, and of which tenant; nothing of its secret', async () => {
    const { headers, body } = await at.admin.post('/Tokens', { name: 'audited', tenant: 'ours', scopes: ['read'] });
    const [event, ...more] = await eventsOf(body.id, 1);
    expect(more).toEqual([]);
    expect(event).toMatchObject({
      tenant: 'ours',
      actor: { token: at.adminTokenId, address: '127.0.0.1' },
      request: { id: headers.get('x-request-id'), operation: 'createToken' },
      action: 'create',
      target: { type: 'Token', id: body.id, display: 'audited' },
      outcome: { result: 'success' },
    });
    expect(JSON.parse(event.changes[0].after)).toMatchObject({ name: 'audited', tenant: 'ours', scopes: ['read'] });
    const stored = await at.server.db.collection('adminAudit').find().toArray();
    expect(JSON.stringify(stored)).not.toMatch(/scim(admin)?_|digest/);
  });

  test('a rotation is a token made and one that ends, by one request; a revocation has what was there', async () => {
    const { body: old } = await at.admin.post('/Tokens', { name: 'turned', scopes: ['read', 'write'] });
    const { headers, body } = await at.admin.request('POST', `/Tokens/${old.id}/rotate?overlap=60`);
    await at.admin.delete(`/Tokens/${body.id}`);
    const requestId = headers.get('x-request-id');
    const [, ends] = await eventsOf(old.id, 2);
    expect(ends).toMatchObject({ action: 'patch', request: { id: requestId, operation: 'rotateToken' } });
    expect(ends.changes).toEqual([{ path: 'expires', op: 'add', after: expect.stringMatching(/^20.*Z$/) }]);
    const [made, gone] = await eventsOf(body.id, 2);
    expect(made).toMatchObject({ action: 'create', request: { id: requestId } });
    expect(gone).toMatchObject({ action: 'delete', request: { operation: 'deleteToken' } });
    expect(JSON.parse(gone.changes[0].before)).toMatchObject({ name: 'turned' });
  });

  test('a tenant suspended, resumed and deleted, with the tokens that ended with it', async () => {
    await at.admin.post('/Tenants', { name: 'passing' });
    const { body } = await at.admin.post('/Tokens', { name: 'x', tenant: 'passing', scopes: ['read'] });
    await at.admin.post('/Tenants/passing/suspend', {});
    await at.admin.post('/Tenants/passing/resume', {});
    await at.admin.delete('/Tenants/passing?confirm=passing');
    const events = await eventsOf('passing', 5);
    const told = events.map(({ action, changes: [{ path, before, after }] }) => [action, path, before, after]);
    expect(told.slice(1, 4)).toEqual([
      ['patch', 'suspended', 'false', 'true'],
      ['patch', 'suspended', 'true', 'false'],
      ['patch', 'suspended', 'false', 'true'],
    ]);
    expect([told[0]?.[0], told[4]?.[0]]).toEqual(['create', 'delete']);
    expect(events.every(({ tenant }) => tenant === 'passing')).toBe(true);
    expect((await eventsOf(body.id, 2)).map(({ action }) => action)).toEqual(['create', 'delete']);
  });

  test('a tenant suspended that is suspended: nothing changes', async () => {
    await at.admin.post('/Tenants', { name: 'paused' });
    for (let times = 0; times < 2; times += 1) await at.admin.post('/Tenants/paused/suspend', {});
    const [, first, second] = await eventsOf('paused', 3);
    expect([first.outcome.result, second.outcome.result]).toEqual(['success', 'noChange']);
    expect([second.action, second.changes]).toEqual(['patch', undefined]);
  });

  test('what is refused changes nothing, and is in no log', async () => {
    const before = (await at.admin.get('/AdminEvents?count=0')).body.totalResults;
    await at.admin.post('/Tokens', { name: 'x', tenant: 'nobody', scopes: ['read', 'write'] });
    await at.admin.post('/Tenants', { name: 'Not One' });
    await at.admin.delete('/Tokens/nobody');
    expect((await at.admin.get('/AdminEvents?count=0')).body.totalResults).toBe(before);
  });

  test('a change that can not be recorded is not made: 503', async () => {
    const { db } = at.server;
    const validator = { $expr: { $eq: [1, 2] } };
    await db.command({ collMod: 'adminAudit', validator });
    try {
      const made = await at.admin.post('/Tokens', { name: 'unrecorded', scopes: ['read', 'write'] });
      expect([made.status, made.headers.get('retry-after')]).toEqual([503, expect.stringMatching(/^\d+$/)]);
      expect((await at.admin.post('/Tenants', { name: 'unrecorded' })).status).toBe(503);
    } finally {
      await db.command({ collMod: 'adminAudit', validator: {} });
    }
    expect((await at.admin.get(`/Tokens?${filtered('name eq "unrecorded"')}`)).body.totalResults).toBe(0);
    expect((await at.admin.get('/Tenants/unrecorded')).status).toBe(404);
  });

  test('the command line is in it too, as cli; and reads it', async () => {
    const scim = (...args: string[]) =>
      runCommand([...SCIM, ...args], {
        MONGODB_URI: at.server.uri,
        USER: 'ada',
      });
    const made = await scim('token', 'create', 'by hand', '--json');
    expect([made.code, made.stderr]).toEqual([0, '']);
    const { id, token } = JSON.parse(made.stdout);
    const [event] = await eventsOf(id, 1);
    expect(event).toMatchObject({
      actor: { token: 'cli', userAgent: expect.stringContaining('scim, run by') },
      request: { operation: 'scim token create' },
      target: { display: 'by hand' },
      outcome: { result: 'success' },
    });
    expect(JSON.stringify(event)).not.toContain(token);
    const read = await scim('audit', 'list', '--admin', '--json', '--filter', `target.id eq "${id}"`);
    expect(JSON.parse(read.stdout)).toMatchObject({ total: 1, events: [{ id: event.id }] });

    const admin = await scim('admin-token', 'create', 'robot', '--scope', 'read', '--expires', '1h', '--json');
    const robot = JSON.parse(admin.stdout);
    expect((await at.clientOf(robot.token).get('/Tenants')).status).toBe(200);
    expect((await scim('admin-token', 'list')).stdout).toContain(robot.id);
    expect((await scim('token', 'list')).stdout).not.toContain(robot.id);
    expect((await scim('token', 'revoke', robot.id)).code).toBe(1);
    expect((await scim('admin-token', 'revoke', robot.id)).stdout).toBe(`revoked ${robot.id}\n`);
    expect((await eventsOf(robot.id, 2)).map(({ target }) => target.type)).toEqual(['AdminToken', 'AdminToken']);
  });
});

interface Lines {
  readonly status: number;
  readonly type: string | null;
  readonly text: string;
  readonly events: any[];
}

async function exportOf(path: string, headers: Record<string, string> = {}): Promise<Lines> {
  const response = await fetch(`${at.url}${path}`, {
    headers: { authorization: `Bearer ${at.adminToken}`, ...headers },
  });
  const text = await response.text();
  const type = response.headers.get('content-type');
  const isLines = type === 'application/x-ndjson';
  const events = isLines
    ? text
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line))
    : [];
  return { status: response.status, type, text, events };
}

describe('export', () => {
  test('a line of JSON for each event, the oldest first, as Accept asks for', async () => {
    const { status, type, text, events } = await exportOf('/Tenants/ours/AuditEvents/export', {
      accept: 'application/x-ndjson',
    });
    expect([status, type, text.endsWith('}\n')]).toEqual([200, 'application/x-ndjson', true]);
    expect(events.map(({ action }) => action)).toEqual(['create', 'patch', 'patch', 'patch']);
    expect(events.every(({ id, tenant }) => typeof id === 'string' && tenant === 'ours')).toBe(true);
    const some = await exportOf(`/Tenants/ours/AuditEvents/export?${filtered('changes.after eq "b"')}`);
    expect(some.events).toHaveLength(1);
    const none = await exportOf(`/Tenants/ours/AuditEvents/export?${filtered('time lt "2020-01-01T00:00:00Z"')}`);
    expect([none.status, none.text]).toEqual([200, '']);
    const admin = await exportOf('/AdminEvents/export');
    expect(admin.events.map(({ target }) => target.type)).toEqual(expect.arrayContaining(['Tenant', 'Token']));
  });

  test('what is wrong shows before the answer begins', async () => {
    const wrong = await at.admin.get(`/Tenants/ours/AuditEvents/export?${filtered('colour eq 1')}`);
    expect([wrong.status, wrong.body.scimType]).toEqual([400, 'invalidFilter']);
    expect((await exportOf('/Tenants/ours/AuditEvents/export', { accept: 'text/html' })).status).toBe(406);
    const scim = await fetch(`${at.server.url}/Users`, {
      headers: { authorization: `Bearer ${at.server.token}`, accept: 'application/x-ndjson' },
    });
    expect(scim.status).toBe(406);
  });

  test('30,000 events are sent as they are read: memory stays flat, and a client that goes ends it', async () => {
    const audit = at.server.db.collection<{ _id: string }>('adminAudit');
    const event: any = await audit.findOne();
    const r = { ...event.r, changes: [{ op: 'add', after: 'x'.repeat(3_000) }] };
    const count = 30_000;
    for (let n = 0; n < count; n += 5_000) {
      const idOf = (i: number) => `copy-${String(n + i).padStart(6, '0')}`;
      const copies = Array.from({ length: 5_000 }, (_, i) => ({ ...event, _id: idOf(i), r }));
      await audit.insertMany(copies, { ordered: false });
    }
    const before = heldMemory();
    const response = await fetch(`${at.url}/AdminEvents/export`, {
      headers: { authorization: `Bearer ${at.adminToken}`, 'accept-encoding': 'identity' },
    });
    // After each third: were the events kept, or read before they are sent, it would be a third of them at least.
    const held: number[] = [];
    let [lines, bytes] = [0, 0];
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      bytes += chunk.length;
      for (const byte of chunk) if (byte === 10) lines += 1;
      if (lines >= ((held.length + 1) * count) / 3) held.push(heldMemory());
    }
    expect(lines).toBeGreaterThanOrEqual(count);
    expect(bytes).toBeGreaterThan(90_000_000);
    expect(held).toHaveLength(3);
    expect(Math.max(...held) - before).toBeLessThan(bytes / 5);
    const gone = new AbortController();
    const headers = { authorization: `Bearer ${at.adminToken}` };
    const partly = await fetch(`${at.url}/AdminEvents/export`, { headers, signal: gone.signal });
    const reader = partly.body?.getReader();
    await reader?.read();
    gone.abort();
    expect((await at.admin.get('/Tenants')).status).toBe(200);
    await audit.deleteMany({ _id: /^copy-/ });
  });
});
