// What commands work on: the settings, the document and the database of the server, which may be running.
import type { Config } from '../config/config.js';
import { readConfig } from '../config/config.js';
import type { Control } from '../control.js';
import { createControl, sourceOfTenant } from '../control.js';
import type { Acts } from '../control/kinds.js';
import { localOrigin } from '../control/origin.js';
import type { Observe } from '../observe/observation.js';
import { loadSource } from '../spec/load.js';
import type { Source } from '../spec/source.js';
import type { Database } from '../storage/mongo/open.js';
import { openBeside } from '../storage/mongo/open.js';
import { createTenantStore, tenantDatabase } from '../storage/mongo/tenant-store.js';
import type { Tenant } from '../tenants/tenants.js';
import { DEFAULT_TENANT } from '../tenants/tenants.js';

export interface Deployment {
  readonly config: Config;
  readonly source: Source;
  readonly db: Database['db'];
}

/** What ends a command, and its exit code, as shells tell it. */
const ENDS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

/** Runs a command on the deployment that the environment names. @throws Error in one line */
export async function withDeployment<T>(run: (deployment: Deployment) => Promise<T>): Promise<T> {
  const config = readConfig(process.env);
  const source = loadSource(config.openapiDir, config.openapiOverlays);
  // By an exit, which ends the mongod that the command may have started.
  for (const [signal, code] of Object.entries(ENDS)) process.once(signal, () => process.exit(code));
  const database = await openBeside(config, (what) => process.stderr.write(`${what}\n`));
  try {
    return await run({ config, source, db: database.db });
  } finally {
    await database.close();
  }
}

/**
 * The same for one of its tenants: its document, its database. Not by `withControl`, which makes what is missing there.
 * @param own the overlay that it is to have, in place of that which it has
 * @throws Error in one line where there is none
 */
export function withTenant<T>(
  id: string,
  run: (deployment: Deployment) => Promise<T>,
  own: Pick<Tenant, 'overlay'> = {},
): Promise<T> {
  return withDeployment(async (deployment) => {
    const tenant = await tenantNamed(deployment, id);
    return run(ofTenant(deployment, { ...tenant, ...own }));
  });
}

/** The same for each of its tenants. */
export function withTenants<T>(run: (deployment: Deployment, tenant: string) => Promise<T>): Promise<T[]> {
  return withDeployment(async (deployment) => {
    const results: T[] = [];
    for (const tenant of await tenantsOf(deployment)) results.push(await run(ofTenant(deployment, tenant), tenant.id));
    return results;
  });
}

type Listed = Pick<Tenant, 'id' | 'overlay'>;

/** @throws Error in one line where there is none */
export async function tenantNamed(deployment: Deployment, id: string): Promise<Listed> {
  const tenant = (await tenantsOf(deployment)).find((each) => each.id === id);
  if (tenant === undefined) throw new Error(`there is no tenant ${id}`);
  return tenant;
}

/** That of the deployment is one of them also where no server has written it down. */
async function tenantsOf({ db }: Deployment): Promise<readonly Listed[]> {
  const listed: readonly Listed[] = await createTenantStore(db).list();
  return listed.some(({ id }) => id === DEFAULT_TENANT) ? listed : [{ id: DEFAULT_TENANT }, ...listed];
}

function ofTenant({ config, source, db }: Deployment, tenant: Listed): Deployment {
  return { config, source: sourceOfTenant(config, source, tenant), db: tenantDatabase(db, tenant.id) };
}

/** The same for what rules it: tokens and tenants. What is changed is in the log as done by the command. */
export function withControl<T>(run: (acts: Acts, control: Control, deployment: Deployment) => Promise<T>): Promise<T> {
  return withDeployment(async (deployment) => {
    const observe: Observe = (observation) => {
      if (observation.kind === 'jobFailed') process.stderr.write(`${String(observation.error)}\n`);
    };
    const control = await createControl({ ...deployment, observe });
    try {
      return await run(control.by(origin()), control, deployment);
    } finally {
      await control.close();
    }
  });
}

/** Its two words, and who runs it. What follows may be a name, or a secret. */
function origin() {
  const { SUDO_USER, USER = '' } = process.env;
  const words = process.argv.slice(2, 4).join(' ');
  return localOrigin('cli', `scim ${words}`, `scim, run by ${SUDO_USER ?? USER}`);
}
