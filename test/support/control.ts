// The tokens and tenants of a test server, as the command line rules them.
import { createControl } from '../../src/control.js';
import type { Control } from '../../src/control.js';
import type { Acts } from '../../src/control/kinds.js';
import { localOrigin } from '../../src/control/origin.js';
import type { TokenRequest } from '../../src/auth/tokens.js';
import { readConfig } from '../../src/config/config.js';
import { loadSource } from '../../src/spec/load.js';
import { TestClient } from './client.js';
import type { TestServer } from './server.js';

/** @param settings those of the server that matter to it */
export async function controlOf(
  { db }: Pick<TestServer, 'db'>,
  settings: Readonly<Record<string, string>> = {},
): Promise<Control & Acts> {
  const config = readConfig(settings);
  const source = loadSource(config.openapiDir);
  const control = await createControl({ db, config, source, observe: () => undefined });
  return { ...control, ...control.by(localOrigin('cli', 'test')) };
}

/** A client with a token of its own. */
export async function clientOf(
  server: TestServer,
  { tokens }: Pick<Acts, 'tokens'>,
  request: Partial<TokenRequest> = {},
): Promise<TestClient & { readonly tokenId: string; readonly token: string }> {
  const { token, info } = await tokens.create({ name: 'test', tenant: 'default', ...request });
  return Object.assign(new TestClient({ url: server.url, token }), { tokenId: info.id, token });
}
