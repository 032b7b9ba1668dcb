// scim tenant brake, scim tenant release: what the brake on mass deactivation has counted of a tenant, and its release.
import type { Command } from 'commander';
import type { BrakeState } from '../tenants/state.js';
import { withControl } from './deployment.js';
import { duration } from './duration.js';
import type { Json } from './output.js';
import { json, print, table, time } from './output.js';

export function addBrakeCommands(tenant: Command): void {
  tenant
    .command('brake')
    .argument('<id>')
    .description('show what was deactivated and deleted, and whether the brake has stopped it')
    .option('--json', 'for programs')
    .action(async (id: string, { json: isJson }: Json) => {
      const states = await withControl(({ brakes }) => brakes.list(id));
      print(isJson ? json(states) : table(HEAD, states.map(rowOf)));
    });

  tenant
    .command('release')
    .argument('<id>')
    .description('release the brake: allow what it has stopped, and restart its count')
    .option('--for <time>', 'stop nothing for this long: 2h, 1d', duration)
    .option('--json', 'for programs')
    .action(async (id: string, { for: seconds = 0, json: isJson }: Json & { readonly for?: number }) => {
      const until = await withControl(({ brakes }) => brakes.release(id, seconds));
      print(isJson ? json({ id, released: true, until }) : `released ${id}\n`);
    });
}

const HEAD = ['type', 'since', 'count', 'allowed', 'state'];

function rowOf({ type, since, count, allowed, ...state }: BrakeState): string[] {
  return [type, time(since), String(count), String(allowed), stateOf(state)];
}

function stateOf({ stopped, warned, releasedUntil }: Pick<BrakeState, 'stopped' | 'warned' | 'releasedUntil'>): string {
  if (stopped !== undefined) return `stopped ${time(stopped)}`;
  if (releasedUntil !== undefined && releasedUntil > new Date()) return `released until ${time(releasedUntil)}`;
  return warned === undefined ? '' : `warned ${time(warned)}`;
}
