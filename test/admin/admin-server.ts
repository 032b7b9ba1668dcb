// A server with its admin API, and a client of each kind. Answers of the admin API are held to its own document.
import { readFileSync } from 'node:fs';
import type { Acts } from '../../src/control/kinds.js';
import type { OpenApiDocument } from '../../src/spec/publish.js';
import { TestClient } from '../support/client.js';
import { contractOf } from '../support/contract.js';
import { controlOf } from '../support/control.js';
import type { TestServer } from '../support/server.js';
import { freePort, startServer } from '../support/server.js';

export const ADMIN_DOCUMENT = JSON.parse(readFileSync('openapi-admin/dist/openapi.json', 'utf8')) as OpenApiDocument;
const contract = contractOf(ADMIN_DOCUMENT);

export interface AdminServer {
  readonly server: TestServer;
  /** The base URL of the admin API. */
  readonly url: string;
  /** What the command line does. */
  readonly acts: Acts;
  /** Of a token that may everything. */
  readonly admin: TestClient;
  readonly adminToken: string;
  readonly adminTokenId: string;
  clientOf(token: string): TestClient;
  close(): Promise<void>;
}

export async function startAdminServer(settings: Readonly<Record<string, string>> = {}): Promise<AdminServer> {
  const port = await freePort();
  const server = await startServer({ ADMIN_PORT: String(port), ...settings });
  const acts = await controlOf(server);
  const url = `http://127.0.0.1:${port}/admin/v1`;
  const { token: adminToken, info } = await acts.adminTokens.create({ name: 'tests', tenant: 'default' });
  const clientOf = (token: string) => new TestClient({ url, token }, contract);
  return {
    server,
    url,
    acts,
    admin: clientOf(adminToken),
    adminToken,
    adminTokenId: info.id,
    clientOf,
    async close() {
      for (const { id } of await acts.tenants.list()) if (id !== 'default') await acts.tenants.remove(id);
      await server.close();
    },
  };
}
