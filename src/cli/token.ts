// scim token, scim client and scim admin-token: make, list, rotate and revoke tokens, and the secrets of OAuth clients,
// which are the same but for what they are good for.
import { Command, Option } from 'commander';
import type { NewToken, TokenInfo } from '../auth/tokens.js';
import { PROFILES } from '../clients/profiles.js';
import type { Acts } from '../control/kinds.js';
import { DEFAULT_TENANT } from '../tenants/tenants.js';
import { tenantNamed, withControl } from './deployment.js';
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

const SCOPES = 'read:User, write:Group …';

/** What the commands say. */
const WORDS = {
  token: {
    plural: 'bearer tokens',
    one: 'a token',
    id: 'of the token',
    made: 'create a token; it is shown only once',
    scopes: SCOPES,
  },
  client: {
    plural: 'OAuth clients, which exchange their secret for access tokens',
    one: 'a client',
    id: 'client_id, or the id of one of its secrets',
    made: 'create a client; its secret is shown only once',
    scopes: SCOPES,
  },
  'admin-token': {
    plural: 'bearer tokens of the admin API',
    one: 'a token',
    id: 'of the token',
    made: 'create a token; it is shown only once',
    scopes: 'read:AuditEvent, write:Tenant …',
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
    .option('--scope <scope...>', `read, write, ${words.scopes} (default: read and write)`)
    .option('--certificate <sha256>', 'fingerprint of the client certificate that must be presented with it')
    .option('--expires <time>', 'how long it is valid: 90d, 12h', duration)
    .addOption(asJson())
    .action(async (user: string, { expires, tenant = DEFAULT_TENANT, scope, json: isJson, ...rest }: Create) => {
      const end = expires === undefined ? undefined : new Date(Date.now() + expires * 1000);
      const request = { kind, name: user, tenant, scopes: scope, expires: end, ...rest } as const;
      const made = await withControl((acts) => of(acts).create(request));
      print(isJson ? json(shown(made)) : told(made));
    });

  const list = command
    .command('list')
    .description('list them, without their secrets')
    .addOption(asJson())
    .action(async ({ tenant, json: isJson }: Json & { readonly tenant?: string }) => {
      const all = await withControl(async (acts, _control, deployment) => {
        // That it has none and that there is no such tenant are not the same.
        if (tenant !== undefined) await tenantNamed(deployment, tenant);
        return of(acts).list(tenant);
      });
      const infos = all.filter(({ client }) => (kind === 'client') === (client !== undefined));
      print(isJson ? json(infos) : tableOf(infos));
    });

  command
    .command('rotate')
    .description('create a replacement; both work for a time')
    .argument('<id>', words.id)
    .option('--overlap <time>', 'how long the old one keeps working: 7d, 12h; 0s ends it now', duration, 7 * DAY)
    .addOption(asJson())
    .action(async (id: string, { overlap, json: isJson }: Json & { readonly overlap: number }) => {
      const made = await withControl((acts) => of(acts).rotate(id, overlap));
      print(isJson ? json(shown(made)) : told(made));
    });

  command
    .command('revoke')
    .description(`revoke ${words.one}: it is refused within a second`)
    .argument('<id>', words.id)
    .addOption(asJson())
    .action(async (id: string, { json: isJson }: Json) => {
      await withControl((acts) => of(acts).revoke(id));
      print(isJson ? json({ id, revoked: true }) : `revoked ${id}\n`);
    });

  if (isAdmin) return command;
  create
    .option('--tenant <id>', 'the tenant that it gives access to', DEFAULT_TENANT)
    .addOption(
      new Option('--profile <name>', 'the client whose deviations are tolerated (default: all)').choices(
        Object.keys(PROFILES),
      ),
    )
    .option('--subject <id>', 'the resource that /Me refers to');
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
  return `${secret}\n\n${tableOf([info])}\nIt is shown only once: keep it where you keep secrets.\n`;
}
