// OPENAPI_OVERLAY: a server over a document with additions in files of their own.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TestServer } from '../support/server.js';
import { startServer } from '../support/server.js';
import { temporaryDocument } from '../support/temporary-document.js';

const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
const PAYROLL = 'urn:example:params:scim:schemas:extension:payroll:2.0:User';
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const DEVICE = 'urn:example:params:scim:schemas:core:2.0:Device';
const BADGES = 'test/fixtures/overlays/badges.yaml';
const TENANT = 'test/fixtures/overlays/tenant.yaml';

const document = temporaryDocument([]);
afterAll(() => document.remove());
const OPENAPI_DIR = document.directory;

/** Not the test client: it holds answers to the document of the repository. */
const caller = (server: () => TestServer) => async (method: string, path: string, body?: object) => {
  const { url, token } = server();
  const response = await fetch(`${url}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/scim+json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as any };
};

describe('one overlay', () => {
  let server: TestServer;
  const call = caller(() => server);
  beforeAll(async () => {
    server = await startServer({ OPENAPI_DIR, OPENAPI_OVERLAY: BADGES });
  });
  afterAll(() => server.close());

  test('adds attributes, an extension and a resource type, which everything knows at once', async () => {
    const user = await call('POST', '/Users', {
      schemas: [USER, PAYROLL],
      userName: 'barbara',
      badge: 'B-7',
      title: 'Guide',
      [PAYROLL]: { costBucket: 'Travel' },
    });
    expect([user.status, user.body.badge, user.body[PAYROLL]]).toEqual([201, 'B-7', { costBucket: 'Travel' }]);
    expect(user.body).not.toHaveProperty('title');

    const device = await call('POST', '/Devices', {
      schemas: [DEVICE],
      serial: 'S1',
      owners: [{ value: user.body.id }],
    });
    expect([device.status, device.body.owners[0].display]).toEqual([201, undefined]);
    const { body } = await call('GET', `/Users/${user.body.id}`);
    expect(body.devices).toEqual([
      { value: device.body.id, display: 'S1', type: 'direct', $ref: device.body.meta.location },
    ]);

    const found = await call('GET', `/Users?filter=${encodeURIComponent(`${PAYROLL}:costBucket eq "travel"`)}`);
    expect(found.body.totalResults).toBe(1);
    const other = await call('POST', '/Users', { schemas: [USER], userName: 'other', badge: 'b-7' });
    expect([other.status, other.body.scimType]).toEqual([409, 'uniqueness']);
    const unknown = await call('GET', '/Users?filter=title%20pr');
    expect([unknown.status, unknown.body.scimType]).toEqual([400, 'invalidFilter']);
  });

  test('is in the discovery, in the document and in the indexes', async () => {
    const { body: types } = await call('GET', '/ResourceTypes');
    expect(types.Resources.map(({ name }: { name: string }) => name)).toEqual(['User', 'Group', 'Device']);
    const { body: type } = await call('GET', '/ResourceTypes/User');
    expect(type.schemaExtensions).toEqual([
      { schema: ENTERPRISE, required: false },
      { schema: PAYROLL, required: false },
    ]);
    const names = (await call('GET', `/Schemas/${USER}`)).body.attributes.map(({ name }: { name: string }) => name);
    expect(names).toEqual(expect.arrayContaining(['badge', 'devices', 'userName']));
    expect(names).not.toContain('title');
    const document = (await (await fetch(new URL('/openapi.json', server.url))).json()) as any;
    expect(document.paths['/Devices/{id}'].patch.operationId).toBe('patchDevice');
    const indexes = (await server.db.collection('User').indexes()).map(({ name }) => name);
    expect(indexes).toEqual(
      expect.arrayContaining(['scim:s.badge:unique', 'scim:s.nickName,_id', 'scim:s.Payroll.costBucket,_id']),
    );
  });
});

describe('two overlays', () => {
  let server: TestServer;
  const call = caller(() => server);
  beforeAll(async () => {
    server = await startServer({ OPENAPI_DIR, OPENAPI_OVERLAY: `${BADGES},${TENANT}` });
  });
  afterAll(() => server.close());

  test('are laid over the document in their order', async () => {
    const { body } = await call('GET', '/ResourceTypes/User');
    expect([body.description, body.schemaExtensions]).toEqual(['People', [{ schema: PAYROLL, required: true }]]);
    expect((await call('GET', `/Schemas/${ENTERPRISE}`)).status).toBe(404);
    const lacking = await call('POST', '/Users', { schemas: [USER], userName: 'barbara' });
    expect([lacking.status, lacking.body.detail]).toEqual([400, `the request needs ${PAYROLL}`]);
  });
});
