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

Uses are counted by the node that was asked, since it started or the index was created. An index is "unused" if only
the document asks for it, no filter has used it and no rule needs it: it costs memory, and time on every write.`;

export function indexesCommand(): Command {
  return new Command('indexes')
    .description('list the indexes that the document asks for, and those that exist')
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
