// scim indexes: the indexes that the document asks for beside those of the database. Changes nothing.
import { Command } from 'commander';
import { buildModel } from '../schema/build.js';
import { reportIndexes } from '../storage/mongo/index-report.js';
import type { IndexState } from '../tenants/state.js';
import { DEFAULT_TENANT } from '../tenants/tenants.js';
import { withTenant } from './deployment.js';
import type { Json } from './output.js';
import { json, print, table } from './output.js';

const STATES = `
States of an index:
  exists    the document asks for it, and it is there
  building  MongoDB is making it
  missing   the document asks for it: the next start of the server makes it
  obsolete  the document no longer asks for it: the next start of the server drops it
  other     MongoDB's own, or made by an operator: the server leaves it alone

A use counts on the node that was asked, since its start or the index's. What the document alone asks for, no filter
has used, and no rule needs is "unused": it costs memory and time at every write.`;

export function indexesCommand(): Command {
  return new Command('indexes')
    .description('the indexes that the document asks for, and those that there are')
    .option('--tenant <id>', 'of whose database', DEFAULT_TENANT)
    .option('--json', 'for programs')
    .addHelpText('after', STATES)
    .action(async ({ tenant, json: isJson }: Json & { readonly tenant: string }) => {
      const reports = await withTenant(tenant, ({ config, source, db }) =>
        reportIndexes(db, buildModel(source), config.audit),
      );
      print(isJson ? json(reports) : table(HEAD, reports.map(rowOf)));
    });
}

const HEAD = ['collection', 'keys', 'unique', 'state', 'bytes', 'uses', 'since'];

function rowOf({ collection, keys, unique, state, bytes, uses, isUnused }: IndexState): string[] {
  const count = isUnused ? 'unused' : String(uses?.count ?? '');
  const since = uses?.since.toISOString() ?? '';
  return [collection, keys.join(), unique ? 'unique' : '', state, String(bytes ?? ''), count, since];
}
