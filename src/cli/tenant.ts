// scim tenant: makes, lists, changes and deletes tenants.
import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import type { Rate } from '../limits/bucket.js';
import type { Tenant } from '../tenants/tenants.js';
import { addBrakeCommands } from './brake.js';
import { withControl } from './deployment.js';
import { numberUpTo } from './number.js';
import type { Json } from './output.js';
import { json, print, table, time } from './output.js';

export function tenantCommand(): Command {
  const command = new Command('tenant').description(
    'tenants: create, list, suspend, delete; each has its own database',
  );
  const tell = ({ json: isJson }: Json, id: string, what: string) => {
    print(isJson ? json({ id, [what]: true }) : `${what} ${id}\n`);
  };

  command
    .command('create')
    .argument('<id>', 'up to 30 of a-z, 0-9 and -')
    .description('make a tenant')
    .option('--overlay <file>', 'YAML that extends the document: its own attributes, extensions, resource types')
    .option('--rate <number>', 'requests per second (default: TENANT_RATE)', perSecond)
    .option('--burst <number>', 'requests at once (default: those of ten seconds)', atOnce)
    .option('--json', 'for programs')
    .action(async (id: string, { overlay, rate, burst, ...options }: Create) => {
      const own = { overlay: overlay && readFileSync(overlay, 'utf8'), rate: rateOf(rate, burst) };
      await withControl(({ tenants }) => tenants.create(id, own));
      tell(options, id, 'created');
    });

  command
    .command('list')
    .description('list the tenants')
    .option('--json', 'for programs')
    .action(async ({ json: isJson }: Json) => {
      const all = await withControl(({ tenants }) => tenants.list());
      print(isJson ? json(all) : table(HEAD, all.map(rowOf)));
    });

  command
    .command('overlay')
    .argument('<id>')
    .argument('[file]', 'YAML')
    .description('replace the overlay of a tenant; it takes effect within a second')
    .option('--none', 'remove it: use the document of the deployment')
    .option('--json', 'for programs')
    .action(async (id: string, file: string | undefined, { none = false, ...options }: Overlay) => {
      if (none === (file !== undefined)) throw new Error('give either a file, or --none');
      const overlay = file === undefined ? null : readFileSync(file, 'utf8');
      await withControl(({ tenants }) => tenants.change(id, { overlay }));
      tell(options, id, 'changed');
    });

  command
    .command('limit')
    .argument('<id>')
    .description('set the rate of a tenant; it takes effect within a second')
    .option('--rate <number>', 'requests a second', perSecond)
    .option('--burst <number>', 'requests at once (default: those of ten seconds)', atOnce)
    .option('--usual', 'use TENANT_RATE again')
    .option('--json', 'for programs')
    .action(async (id: string, { usual = false, rate, burst, ...options }: Limit) => {
      const own = rateOf(rate, burst);
      if (usual === (own !== undefined)) throw new Error('give either --rate, or --usual');
      await withControl(({ tenants }) => tenants.change(id, { rate: own ?? null }));
      tell(options, id, 'changed');
    });

  for (const { verb, what, suspended, description } of SWITCHES) {
    command
      .command(verb)
      .argument('<id>')
      .description(description)
      .option('--json', 'for programs')
      .action(async (id: string, options: Json) => {
        await withControl(({ tenants }) => tenants.change(id, { suspended }));
        tell(options, id, what);
      });
  }

  addBrakeCommands(command);

  command
    .command('delete')
    .argument('<id>')
    .description('revoke its tokens and delete all its resources')
    .requiredOption('--confirm <id>', 'its id, repeated: this cannot be undone')
    .option('--json', 'for programs')
    .action(async (id: string, { confirm, ...options }: Json & { readonly confirm: string }) => {
      if (confirm !== id) throw new Error(`--confirm: is ${confirm}, but the tenant is ${id}`);
      await withControl(({ tenants }) => tenants.remove(id));
      tell(options, id, 'deleted');
    });

  return command;
}

const SWITCHES = [
  { verb: 'suspend', what: 'suspended', suspended: true, description: 'refuse its tokens with 403; no data is lost' },
  { verb: 'resume', what: 'resumed', suspended: false, description: 'end a suspension' },
] as const;

interface Overlay extends Json {
  readonly none?: boolean;
}

interface Limit extends Json {
  readonly usual?: boolean;
  readonly rate?: number;
  readonly burst?: number;
}

interface Create extends Omit<Limit, 'usual'> {
  readonly overlay?: string;
}

const perSecond = numberUpTo(1_000_000);
const atOnce = numberUpTo(10_000_000);
const BURST_SECONDS = 10;

/** @throws Error where there is a burst alone */
function rateOf(rate: number | undefined, burst: number | undefined): Rate | undefined {
  if (rate !== undefined) return { perSecond: rate, burst: burst ?? rate * BURST_SECONDS };
  if (burst !== undefined) throw new Error('--burst: needs --rate');
  return undefined;
}

const HEAD = ['id', 'state', 'overlay', 'rate', 'created'];

function rowOf({ id, suspended, overlay, rate, created }: Tenant): string[] {
  const limit = rate === undefined ? '' : `${rate.perSecond}/s, ${rate.burst} at once`;
  return [id, suspended ? 'suspended' : 'active', overlay === undefined ? '' : 'own', limit, time(created)];
}
