// Our server, started as operators start it, on a seeded database.
import type { Mongod } from '../mongod.js';
import { population } from '../population.js';
import { freePort, start } from '../process.js';
import type { Report } from '../seed.js';
import { seedServer } from '../seed.js';
import type { Subject } from '../subject.js';

/** Counted, and never reached: one token asks for all there is. */
const RATES = { TENANT_RATE: '1000000', TOKEN_RATE: '1000000' };

export const TOKEN = 'bench-token-0123456789';

export interface OursOptions {
  readonly users: number;
  readonly groupSize: number;
  readonly name?: string;
  /** More arguments for node. */
  readonly node?: readonly string[];
  /** Settings in place of the defaults. */
  readonly env?: Readonly<Record<string, string>>;
  /** The folder of another build of it. */
  readonly build?: string | undefined;
}

export async function startOurs(mongod: Mongod, options: OursOptions, report: Report): Promise<Subject> {
  const { users, groupSize, name = 'ours', node = [], env = {}, build = '.' } = options;
  const uri = mongod.uri(`bench-${users}`);
  await seedServer(uri, users, report);
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const running = await start({
    cwd: build,
    command: ['node', ...node, 'dist/main.js'],
    env: { PORT: String(port), MONGODB_URI: uri, SCIM_BEARER_TOKEN: TOKEN, LOG_LEVEL: 'warn', ...RATES, ...env },
    url: `${origin}/readyz`,
  });
  const url = `${origin}/scim/v2`;
  const unsupported = await unsupportedBy(url);
  return {
    ...running,
    databasePid: mongod.pid,
    name,
    url,
    token: TOKEN,
    population: population(users, groupSize),
    without: (operation) => unsupported.get(operation),
  };
}

/** The operations that a server says it doesn't support. */
export async function unsupportedBy(url: string): Promise<ReadonlyMap<string, string>> {
  const response = await fetch(`${url}/ServiceProviderConfig`, { headers: { authorization: `Bearer ${TOKEN}` } });
  const { bulk } = (await response.json()) as { bulk?: { supported?: boolean } };
  return new Map(bulk?.supported === true ? [] : [['bulk of 1,000 creates', 'no bulk']]);
}
