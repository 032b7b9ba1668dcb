// scim tenant brake, scim tenant release: what the brake on mass deactivation has counted of a tenant, and its release.
import type { Command } from 'commander';
import { buildModel } from '../schema/build.js';
import type { Model } from '../schema/model.js';
import type { BrakeState } from '../service/ports.js';
import { readBrakes, releaseBrakes } from '../storage/mongo/brake-store.js';
import { tenantDatabase } from '../storage/mongo/tenant-store.js';
import type { Deployment } from './deployment.js';
import { withControl } from './deployment.js';
import { duration } from './duration.js';
import type { Json } from './output.js';
import { json, print, table, time } from './output.js';

export function addBrakeCommands(tenant: Command): void {
  tenant
    .command('brake')
    .argument('<id>')
    .description('what was deactivated and deleted, and whether that is stopped')
    .option('--json', 'for programs')
    .action(async (id: string, { json: isJson }: Json) => {
      const states = await withTenant(id, (db) => readBrakes(db));
      print(isJson ? json(states) : table(HEAD, states.map(rowOf)));
    });

  tenant
    .command('release')
    .argument('<id>')
    .description('let go on what the brake has stopped: it counts anew')
    .option('--for <time>', 'stop nothing for so long: 2h, 1d', duration)
    .option('--json', 'for programs')
    .action(async (id: string, { for: seconds = 0, json: isJson }: Json & { readonly for?: number }) => {
      const now = new Date();
      const until = new Date(now.getTime() + seconds * 1000);
      await withTenant(id, (db, { resourceTypes }) => {
        const types = resourceTypes.filter(({ status }) => status !== undefined).map(({ name }) => name);
        return releaseBrakes(db, types, now, until);
      });
      print(isJson ? json({ id, released: true, until }) : `released ${id}\n`);
    });
}

/** @throws Error in one line where there is no such tenant */
function withTenant<T>(id: string, run: (db: Deployment['db'], model: Model) => Promise<T>): Promise<T> {
  return withControl(async (_acts, control, { db }) => {
    const tenant = await control.tenantStore.find(id);
    if (tenant === undefined) throw new Error(`there is no tenant ${id}`);
    return run(tenantDatabase(db, id), buildModel(control.sourceOf(tenant)));
  });
}

const HEAD = ['type', 'since', 'count', 'allowed', 'state'];

function rowOf({ type, since, count, allowed, ...state }: BrakeState): string[] {
  return [type, time(since), String(count), String(allowed), stateOf(state)];
}

function stateOf({ stopped, warned, releasedUntil }: Pick<BrakeState, 'stopped' | 'warned' | 'releasedUntil'>): string {
  if (isTime(stopped)) return `stopped ${time(stopped)}`;
  if (releasedUntil !== undefined && releasedUntil > new Date()) return `released until ${time(releasedUntil)}`;
  return isTime(warned) ? `warned ${time(warned)}` : '';
}

/** What was never so has none, or null. */
function isTime(at: Date | null | undefined): at is Date {
  return at instanceof Date;
}
