// scim tenant: makes, lists, changes and deletes tenants.
import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import type { Tenant } from '../tenants/tenants.js';
import { withControl } from './deployment.js';
import type { Json } from './output.js';
import { json, print, table, time } from './output.js';

export function tenantCommand(): Command {
  const command = new Command('tenant').description('tenants: make, list, suspend, delete; each has its own database');
  const tell = ({ json: isJson }: Json, id: string, what: string) => {
    print(isJson ? json({ id, [what]: true }) : `${what} ${id}\n`);
  };

  command
    .command('create')
    .argument('<id>', 'up to 30 of a-z, 0-9 and -')
    .description('make a tenant')
    .option('--overlay <file>', 'YAML laid over the document: its own attributes, extensions, resource types')
    .option('--json', 'for programs')
    .action(async (id: string, { overlay, ...options }: Json & { readonly overlay?: string }) => {
      await withControl(({ tenants }) => tenants.create(id, overlay && readFileSync(overlay, 'utf8')));
      tell(options, id, 'created');
    });

  command
    .command('list')
    .description('the tenants there are')
    .option('--json', 'for programs')
    .action(async ({ json: isJson }: Json) => {
      const all = await withControl(({ tenants }) => tenants.list());
      print(isJson ? json(all) : table(HEAD, all.map(rowOf)));
    });

  command
    .command('overlay')
    .argument('<id>')
    .argument('<file>', 'YAML')
    .description('lay another overlay over the document of a tenant; it holds within a second')
    .option('--json', 'for programs')
    .action(async (id: string, file: string, options: Json) => {
      await withControl(({ tenants }) => tenants.change(id, { overlay: readFileSync(file, 'utf8') }));
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

  command
    .command('delete')
    .argument('<id>')
    .description('end its tokens and delete all its resources')
    .requiredOption('--confirm <id>', 'its id once more: this can not be undone')
    .option('--json', 'for programs')
    .action(async (id: string, { confirm, ...options }: Json & { readonly confirm: string }) => {
      if (confirm !== id) throw new Error(`--confirm: is ${confirm}, and the tenant is ${id}`);
      await withControl(({ tenants }) => tenants.remove(id));
      tell(options, id, 'deleted');
    });

  return command;
}

const SWITCHES = [
  { verb: 'suspend', what: 'suspended', suspended: true, description: 'answer its tokens 403; nothing is lost' },
  { verb: 'resume', what: 'resumed', suspended: false, description: 'end a suspension' },
] as const;

const HEAD = ['id', 'state', 'overlay', 'created'];

function rowOf({ id, suspended, overlay, created }: Tenant): string[] {
  return [id, suspended ? 'suspended' : 'active', overlay === undefined ? '' : 'own', time(created)];
}
