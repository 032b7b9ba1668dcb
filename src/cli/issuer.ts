// scim issuer: adds, lists and removes issuers whose JWTs are accepted.
import { Command, Option } from 'commander';
import { PROFILES } from '../clients/profiles.js';
import type { Issuer } from '../oauth/issuers.js';
import { printGrant } from '../oauth/issuers.js';
import { DEFAULT_TENANT } from '../tenants/tenants.js';
import { withControl } from './deployment.js';
import type { Json } from './output.js';
import { json, print, table, time } from './output.js';

interface Add extends Json {
  readonly audience: string;
  readonly tenant: string;
  readonly jwksUri?: string;
  readonly grant: readonly string[];
  readonly subject?: string;
  readonly profile?: string;
}

export function issuerCommand(): Command {
  const command = new Command('issuer').description('issuers whose JWTs are accepted: add, list, remove');

  command
    .command('add')
    .description('accept the JWTs of an issuer for a tenant')
    .argument('<issuer>', '"iss" of its tokens: https://login.example.com')
    .requiredOption('--audience <text>', 'the "aud" of its tokens')
    .option('--tenant <id>', 'the tenant that they give access to', DEFAULT_TENANT)
    .option('--jwks-uri <url>', 'the URL of its keys (default: found through its metadata)')
    .requiredOption('--grant <text...>', 'their permissions: "read,write", or "read:User if roles=Reader"')
    .option('--subject <claim=attribute>', 'how /Me is found: "oid=externalId"')
    .addOption(
      new Option('--profile <name>', 'the client whose deviations are tolerated (default: all)').choices(
        Object.keys(PROFILES),
      ),
    )
    .option('--json', 'for programs')
    .action(async (issuer: string, { grant: grants, json: isJson, ...rest }: Add) => {
      const added = await withControl(({ issuers }) => issuers.add({ issuer, grants, ...rest }));
      print(isJson ? json(added) : table(HEAD, [rowOf(added)]));
    });

  command
    .command('list')
    .description('list the trusted issuers')
    .option('--json', 'for programs')
    .action(async ({ json: isJson }: Json) => {
      const all = await withControl(({ issuers }) => issuers.list());
      print(isJson ? json(all) : table(HEAD, all.map(rowOf)));
    });

  command
    .command('remove')
    .description('stop trusting an issuer: its tokens are refused within a second')
    .argument('<id>')
    .option('--json', 'for programs')
    .action(async (id: string, { json: isJson }: Json) => {
      await withControl(({ issuers }) => issuers.remove(id));
      print(isJson ? json({ id, removed: true }) : `removed ${id}\n`);
    });

  return command;
}

const HEAD = ['id', 'issuer', 'audience', 'tenant', 'grants', 'me', 'profile', 'created'];

function rowOf({ id, issuer, audience, tenant, grants, subject, profile, created }: Issuer): string[] {
  const me = subject === undefined ? '' : `${subject.claim}=${subject.attribute}`;
  return [id, issuer, audience, tenant, grants.map(printGrant).join('; '), me, profile ?? '', time(created)];
}
