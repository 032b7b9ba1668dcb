// Events of a megabyte, as whoever changes long texts makes them: neither a page nor an export of a log has more of
// them in memory than a bound says.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { heldMemory } from '../support/held-memory.js';
import type { AdminServer } from './admin-server.js';
import { startAdminServer } from './admin-server.js';

const COUNT = 90;
const MB = 1_000_000;
const idOf = (n: number) => `copy-${String(n).padStart(3, '0')}`;

let at: AdminServer;
beforeAll(async () => {
  at = await startAdminServer({ MAX_PAGE_SIZE: String(16 * 1024 * 1024) });
  const audit = at.server.db.collection<{ _id: string }>('adminAudit');
  const event: any = await audit.findOne();
  const r = { ...event.r, changes: [{ op: 'add', after: 'x'.repeat(MB) }] };
  for (let n = 0; n < COUNT; n += 1) await audit.insertOne({ ...event, _id: idOf(n), r });
});
afterAll(() => at.close());

test('a page that would have too many bytes is refused; one of fewer events, or of fewer attributes, is not', async () => {
  const { status, body } = await at.admin.get('/AdminEvents');
  expect([status, body.scimType]).toEqual([400, 'tooMany']);
  expect(body.detail).toMatch(/^the page is refused: its resources have more than 16777216 bytes; ask for fewer/);
  expect((await at.admin.get('/AdminEvents?count=5')).body.Resources).toHaveLength(5);
  const short = await at.admin.get('/AdminEvents?attributes=time&sortBy=id');
  expect([short.status, short.body.Resources.length]).toEqual([200, short.body.totalResults]);
});

test('an export has each of them once, and few in memory', async () => {
  const before = heldMemory();
  const response = await fetch(`${at.url}/AdminEvents/export`, {
    headers: { authorization: `Bearer ${at.adminToken}`, 'accept-encoding': 'identity' },
  });
  const held: number[] = [];
  let text = '';
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    if (held.length === 0) held.push(heldMemory());
    text += Buffer.from(chunk).toString();
  }
  expect((held[0] ?? Infinity) - before).toBeLessThan((COUNT / 2) * MB);
  const ids = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line).id as string);
  expect(ids.filter((id) => id.startsWith('copy-'))).toEqual(Array.from({ length: COUNT }, (_, n) => idOf(n)));
});
