// scim key: lists and rotates the keys that access tokens are signed with.
import { Command } from 'commander';
import type { KeyInfo } from '../oauth/keys.js';
import { PUBLISHED_AHEAD } from '../oauth/keys.js';
import { withControl } from './deployment.js';
import { duration } from './duration.js';
import type { Json } from './output.js';
import { json, print, table, time } from './output.js';

export function keyCommand(): Command {
  const command = new Command('key').description('keys that sign access tokens: list, rotate');

  command
    .command('list')
    .description('list the keys; the first is created with the first access token')
    .option('--json', 'for programs')
    .action(async ({ json: isJson }: Json) => {
      const keys = await withControl(({ keys: all }) => all.list());
      print(isJson ? json(keys) : table(HEAD, keys.map(rowOf)));
    });

  command
    .command('rotate')
    .description('create a key that replaces the others; existing tokens stay valid')
    .option('--ahead <time>', 'how long it is published before it signs', duration, PUBLISHED_AHEAD)
    .option('--leaked', 'end the others and all access tokens at once: clients have to get new ones')
    .option('--json', 'for programs')
    .action(async ({ ahead, leaked, json: isJson }: Json & { readonly ahead: number; readonly leaked?: boolean }) => {
      const made = await withControl(({ keys }) => (leaked ? keys.replace() : keys.rotate(ahead)));
      print(isJson ? json(made) : table(HEAD, [rowOf(made)]));
    });

  return command;
}

const HEAD = ['kid', 'created', 'signs from', 'ends'];

function rowOf({ id, created, signs, ends }: KeyInfo): string[] {
  return [id, time(created), time(signs), time(ends)];
}
