// The ceilings: bare Koa with a fixed answer, and bare Koa with one call of the driver.
import type { Mongod } from '../mongod.js';
import { population } from '../population.js';
import { freePort, start } from '../process.js';
import type { Report } from '../seed.js';
import { seedCeiling } from '../seed.js';
import type { Subject } from '../subject.js';

const KOA = 'Koa, fixed answer';
const KOA_MONGO = 'Koa + driver';

export async function startCeilings(
  mongod: Mongod,
  users: number,
  groupSize: number,
  report: Report,
): Promise<Subject[]> {
  const uri = mongod.uri(`ceiling-${users}`);
  await seedCeiling(uri, users, report);
  const startOne = async (name: string, env: Record<string, string>, without: Subject['without']) => {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}/scim/v2`;
    const command = ['node', '--import', 'tsx', 'bench/ceilings/server.ts'] as const;
    const running = await start({ command, env: { PORT: String(port), ...env }, url: `${url}/` });
    return {
      ...running,
      databasePid: mongod.pid,
      name,
      url,
      token: 'none',
      population: population(users, groupSize),
      without,
    };
  };
  return Promise.all([
    startOne(KOA_MONGO, { MONGODB_URI: uri }, () => undefined),
    startOne(KOA, { CEILING: 'fixed' }, (operation) => (operation === 'get by id' ? undefined : '-')),
  ]);
}
