// scim token: makes, lists, rotates and revokes tokens.
import { Command, Option } from 'commander';
import type { NewToken, TokenInfo } from '../auth/tokens.js';
import { PROFILES } from '../clients/profiles.js';
import { DEFAULT_TENANT } from '../tenants/tenants.js';
import { withControl } from './deployment.js';
import { duration, SECONDS_OF } from './duration.js';
import type { Json } from './output.js';
import { json, print, table, time } from './output.js';

interface Create extends Json {
  readonly tenant: string;
  readonly scope?: readonly string[];
  readonly profile?: string;
  readonly subject?: string;
  readonly certificate?: string;
  readonly expires?: number;
}

const asJson = () => new Option('--json', 'for programs');

export function tokenCommand(): Command {
  const command = new Command('token').description('bearer tokens: make, list, rotate, revoke');

  command
    .command('create')
    .description('make a token; it is shown this once')
    .argument('<name>', 'what uses it: "Okta production"')
    .option('--tenant <id>', 'the tenant whose resources it reaches', DEFAULT_TENANT)
    .option('--scope <scope...>', 'read, write, read:User, write:Group …; read and write where none is given')
    .addOption(
      new Option('--profile <name>', 'whose deviations are tolerated; all where none is given').choices(
        Object.keys(PROFILES),
      ),
    )
    .option('--subject <id>', 'the resource that is /Me')
    .option('--certificate <sha256>', 'fingerprint of the client certificate that has to come with it')
    .option('--expires <time>', 'its life: 90d, 12h', duration)
    .addOption(asJson())
    .action(async (name: string, { expires, scope: scopes, json: isJson, ...rest }: Create) => {
      const end = expires === undefined ? undefined : new Date(Date.now() + expires * 1000);
      const made = await withControl(({ tokens }) => tokens.create({ name, scopes, expires: end, ...rest }));
      print(isJson ? json(shown(made)) : told(made));
    });

  command
    .command('list')
    .description('the tokens there are, never what they are')
    .option('--tenant <id>', 'those of one tenant')
    .addOption(asJson())
    .action(async ({ tenant, json: isJson }: Json & { readonly tenant?: string }) => {
      const infos = await withControl(({ tokens }) => tokens.list(tenant));
      print(isJson ? json(infos) : table(HEAD, infos.map(rowOf)));
    });

  command
    .command('rotate')
    .description('make a token that takes the place of another one; both work for a time')
    .argument('<id>', 'of the old one')
    .option('--overlap <time>', 'how long the old one works on: 7d, 12h; 0s ends it now', duration, 7 * SECONDS_OF.d)
    .addOption(asJson())
    .action(async (id: string, { overlap, json: isJson }: Json & { readonly overlap: number }) => {
      const made = await withControl(({ tokens }) => tokens.rotate(id, overlap));
      print(isJson ? json(shown(made)) : told(made));
    });

  command
    .command('revoke')
    .description('end a token: within a second nobody accepts it any more')
    .argument('<id>')
    .addOption(asJson())
    .action(async (id: string, { json: isJson }: Json) => {
      await withControl(({ tokens }) => tokens.revoke(id));
      print(isJson ? json({ id, revoked: true }) : `revoked ${id}\n`);
    });

  return command;
}

const HEAD = ['id', 'name', 'tenant', 'scopes', 'profile', 'created', 'expires', 'last used'];

function rowOf({ id, name, tenant, scopes, profile, created, expires, lastUsed }: TokenInfo): string[] {
  return [id, name, tenant, scopes.join(','), profile ?? '', time(created), time(expires), time(lastUsed)];
}

function shown({ token, info }: NewToken): object {
  return { ...info, token };
}

function told({ token, info }: NewToken): string {
  return `${token}\n\n${table(HEAD, [rowOf(info)])}\nIt is shown this once: keep it where secrets are kept.\n`;
}
