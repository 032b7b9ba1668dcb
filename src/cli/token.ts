// scim token, scim client and scim admin-token: make, list, rotate and revoke tokens, and the secrets of OAuth clients,
// which are the same but for what they are good for.
import { Command, Option } from 'commander';
import type { NewToken, TokenInfo } from '../auth/tokens.js';
import { PROFILES } from '../clients/profiles.js';
import type { Acts } from '../control/kinds.js';
import { DEFAULT_TENANT } from '../tenants/tenants.js';
import { withControl } from './deployment.js';
import { DAY, duration } from './duration.js';
import type { Json } from './output.js';
import { json, print, table, time } from './output.js';

interface Create extends Json {
  readonly tenant?: string;
  readonly scope?: readonly string[];
  readonly profile?: string;
  readonly subject?: string;
  readonly certificate?: string;
  readonly expires?: number;
}

const asJson = () => new Option('--json', 'for programs');

/** What the commands say. */
const WORDS = {
  token: { plural: 'bearer tokens', one: 'a token', id: 'of the token', made: 'make a token; it is shown this once' },
  client: {
    plural: 'OAuth clients, which get access tokens for their secret',
    one: 'a client',
    id: 'client_id, or the id of one of its secrets',
    made: 'make a client; its secret is shown this once',
  },
  'admin-token': {
    plural: 'bearer tokens of the admin API',
    one: 'a token',
    id: 'of the token',
    made: 'make a token; it is shown this once',
  },
} as const;

export function tokenCommand(): Command {
  return commandOf('token');
}

export function clientCommand(): Command {
  return commandOf('client');
}

export function adminTokenCommand(): Command {
  return commandOf('admin-token');
}

function commandOf(name: keyof typeof WORDS): Command {
  const words = WORDS[name];
  const isAdmin = name === 'admin-token';
  const kind = name === 'client' ? 'client' : 'token';
  const of = ({ tokens, adminTokens }: Acts) => (isAdmin ? adminTokens : tokens);
  const command = new Command(name).description(`${words.plural}: make, list, rotate, revoke`);

  const create = command
    .command('create')
    .description(words.made)
    .argument('<name>', 'what uses it: "Okta production"')
    .option('--scope <scope...>', 'read, write, read:User, write:Group …; read and write where none is given')
    .option('--certificate <sha256>', 'fingerprint of the client certificate that has to come with it')
    .option('--expires <time>', 'its life: 90d, 12h', duration)
    .addOption(asJson())
    .action(async (user: string, { expires, tenant = DEFAULT_TENANT, scope, json: isJson, ...rest }: Create) => {
      const end = expires === undefined ? undefined : new Date(Date.now() + expires * 1000);
      const request = { kind, name: user, tenant, scopes: scope, expires: end, ...rest } as const;
      const made = await withControl((acts) => of(acts).create(request));
      print(isJson ? json(shown(made)) : told(made));
    });

  const list = command
    .command('list')
    .description('those that there are, never what is secret')
    .addOption(asJson())
    .action(async ({ tenant, json: isJson }: Json & { readonly tenant?: string }) => {
      const all = await withControl((acts) => of(acts).list(tenant));
      const infos = all.filter(({ client }) => (kind === 'client') === (client !== undefined));
      print(isJson ? json(infos) : tableOf(infos));
    });

  command
    .command('rotate')
    .description('make one that takes the place of the old one; both work for a time')
    .argument('<id>', words.id)
    .option('--overlap <time>', 'how long the old one works on: 7d, 12h; 0s ends it now', duration, 7 * DAY)
    .addOption(asJson())
    .action(async (id: string, { overlap, json: isJson }: Json & { readonly overlap: number }) => {
      const made = await withControl((acts) => of(acts).rotate(id, overlap));
      print(isJson ? json(shown(made)) : told(made));
    });

  command
    .command('revoke')
    .description(`end ${words.one}: within a second nobody accepts it any more`)
    .argument('<id>', words.id)
    .addOption(asJson())
    .action(async (id: string, { json: isJson }: Json) => {
      await withControl((acts) => of(acts).revoke(id));
      print(isJson ? json({ id, revoked: true }) : `revoked ${id}\n`);
    });

  if (isAdmin) return command;
  create
    .option('--tenant <id>', 'the tenant whose resources it reaches', DEFAULT_TENANT)
    .addOption(
      new Option('--profile <name>', 'whose deviations are tolerated; all where none is given').choices(
        Object.keys(PROFILES),
      ),
    )
    .option('--subject <id>', 'the resource that is /Me');
  list.option('--tenant <id>', 'those of one tenant');
  return command;
}

const HEAD = ['id', 'name', 'tenant', 'scopes', 'profile', 'created', 'expires', 'last used'];

/** A client is its client_id; a secret of it has an id of its own. */
function tableOf(infos: readonly TokenInfo[]): string {
  const withClient = infos.some(({ client }) => client !== undefined);
  return table(
    withClient ? ['client_id', ...HEAD] : HEAD,
    infos.map((info) => (withClient ? [info.client ?? '', ...rowOf(info)] : rowOf(info))),
  );
}

function rowOf({ id, name, tenant, scopes, profile, created, expires, lastUsed }: TokenInfo): string[] {
  return [id, name, tenant, scopes.join(','), profile ?? '', time(created), time(expires), time(lastUsed)];
}

function shown({ token, info }: NewToken): object {
  const { client } = info;
  return client === undefined ? { ...info, token } : { ...info, client_id: client, client_secret: token };
}

function told({ token, info }: NewToken): string {
  const { client } = info;
  const secret = client === undefined ? token : `client_id      ${client}\nclient_secret  ${token}`;
  return `${secret}\n\n${tableOf([info])}\nIt is shown this once: keep it where secrets are kept.\n`;
}
