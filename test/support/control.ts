// The tokens and tenants of a test server, as the command line rules them.
import { createControl } from '../../src/control.js';
import type { Control } from '../../src/control.js';
import type { TokenRequest } from '../../src/auth/tokens.js';
import { readConfig } from '../../src/config/config.js';
import { loadSource } from '../../src/spec/load.js';
import { TestClient } from './client.js';
import type { TestServer } from './server.js';

/** @param settings those of the server that matter to it */
export function controlOf(
  { db }: Pick<TestServer, 'db'>,
  settings: Readonly<Record<string, string>> = {},
): Promise<Control> {
  const config = readConfig(settings);
  return createControl({ db, config, source: loadSource(config.openapiDir) });
}

/** A client with a token of its own. */
export async function clientOf(
  server: TestServer,
  { tokens }: Control,
  request: Partial<TokenRequest> = {},
): Promise<TestClient & { readonly tokenId: string; readonly token: string }> {
  const { token, info } = await tokens.create({ name: 'test', tenant: 'default', ...request });
  return Object.assign(new TestClient({ url: server.url, token }), { tokenId: info.id, token });
}
