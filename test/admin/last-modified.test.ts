// meta.lastModified by the admin API: when a record was last changed, for those that change.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { AdminServer } from './admin-server.js';
import { startAdminServer } from './admin-server.js';

let at: AdminServer;
beforeAll(async () => {
  at = await startAdminServer();
});
afterAll(() => at.close());

const act = (path: string) => at.admin.request('POST', path);

test.each([
  ['a tenant that is suspended', '/Tenants', { name: 'changed' }, (id: string) => act(`/Tenants/${id}/suspend`)],
  [
    'a token that is rotated',
    '/Tokens',
    { name: 'x', scopes: ['read'] },
    (id: string) => act(`/Tokens/${id}/rotate?overlap=60`),
  ],
  ['a signing key that another one follows', '/SigningKeys', {}, () => act('/SigningKeys')],
])('%s', async (_what, endpoint, body, change) => {
  const made = (await at.admin.request('POST', endpoint, { body })).body;
  expect(made.meta.lastModified).toBe(made.meta.created);
  await change(made.id);
  const { meta } = (await at.admin.get(`${endpoint}/${made.id}`)).body;
  expect(meta.created).toBe(made.meta.created);
  expect(meta.lastModified > meta.created).toBe(true);
  const later = encodeURIComponent(`meta.lastModified gt "${meta.created}" and id eq "${made.id}"`);
  expect((await at.admin.get(`${endpoint}?filter=${later}`)).body.totalResults).toBe(1);
});
