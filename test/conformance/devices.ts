// A server whose document has devices (fixtures/characteristics.yaml), and requests to it, each held to that document.
import { afterAll, beforeAll, expect } from '@jest/globals';
import { publish } from '../../src/spec/publish.js';
import { readSource } from '../../src/spec/source.js';
import type { TestServer } from '../support/server.js';
import { TestClient } from '../support/client.js';
import { contractOf } from '../support/contract.js';
import { startServer } from '../support/server.js';
import { overlaidDocument, readOverlay } from '../support/overlay.js';
import { PATCH_OP, unique } from './subject.js';

export const DEVICE = 'urn:example:params:scim:schemas:core:2.0:Device';
export const LEASE = 'urn:example:params:scim:schemas:extension:lease:1.5:Device';

export interface Reply {
  readonly status: number;
  readonly body: any;
}

/** A device to be created, with a serial of its own. */
export const newDevice = (attributes: object) => ({ schemas: [DEVICE, LEASE], serial: unique('S'), ...attributes });

/** Starts the server before the tests of the file that calls it, and stops it after them. */
export function devicesUnderTest() {
  let server: TestServer;
  let client: TestClient;
  beforeAll(async () => {
    const document = overlaidDocument(readOverlay('test/conformance/fixtures/characteristics.yaml'));
    server = await startServer({ OPENAPI_DIR: document.directory });
    client = new TestClient(server, contractOf(publish(readSource(document.directory))));
    document.remove();
  });
  afterAll(() => server.close());

  const call = (method: string, path: string, body?: object | string): Promise<Reply> =>
    client.request(method, path, { body });
  const patch = (path: string, ...operations: object[]) =>
    call('PATCH', path, { schemas: [PATCH_OP], Operations: operations });
  /** A new device, as it is read. */
  const create = async (attributes: object): Promise<Reply['body']> => {
    const { status, body } = await call('POST', '/Devices', newDevice(attributes));
    expect(status).toBe(201);
    return (await call('GET', `/Devices/${body.id}`)).body;
  };
  return { call, patch, create };
}
