// npm run indexes: the indexes that the document asks for beside those of the database. Changes nothing.
import { parseArgs } from 'node:util';
import { readConfig } from '../config/config.js';
import { buildModel } from '../schema/build.js';
import { loadSource } from '../spec/load.js';
import type { IndexReport } from '../storage/mongo/index-report.js';
import { reportIndexes } from '../storage/mongo/index-report.js';
import { openDatabase } from '../storage/mongo/open.js';

const USAGE = `Usage: npm run indexes -- [--json]

It reads the settings of the server, and looks at the same database. Of each index:

  exists    the document asks for it, and it is there
  building  MongoDB is making it
  missing   the document asks for it: the next start of the server makes it
  obsolete  the document no longer asks for it: the next start of the server drops it
  other     MongoDB's own, or made by an operator: the server leaves it alone

A use counts on the node that was asked, since its start or the index's. What the document alone asks for, no filter
has used, and no rule needs is "unused": it costs memory and time at every write.
`;

/** What it prints. @throws Error in one line */
async function run(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<string> {
  const { values } = parseArgs({
    args: [...args],
    options: { json: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
  });
  if (values.help) return USAGE;
  const config = readConfig(environment);
  const model = buildModel(loadSource(config.openapiDir, config.openapiOverlays));
  const database = await openDatabase(config, () => undefined);
  try {
    const reports = await reportIndexes(database.db, model);
    return values.json ? `${JSON.stringify(reports, null, 2)}\n` : print(reports);
  } finally {
    await database.close();
  }
}

type Row = readonly string[];
const HEAD: Row = ['collection', 'keys', 'unique', 'state', 'bytes', 'uses', 'since'];

function print(reports: readonly IndexReport[]): string {
  const rows = [HEAD, ...reports.map(rowOf)];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: Row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ');
  return rows.map((row) => `${line(row).trimEnd()}\n`).join('');
}

function rowOf({ collection, keys, unique, state, bytes, uses, isUnused }: IndexReport): Row {
  const count = isUnused ? 'unused' : String(uses?.count ?? '');
  const since = uses?.since.toISOString() ?? '';
  return [collection, keys.join(), unique ? 'unique' : '', state, String(bytes ?? ''), count, since];
}

try {
  process.stdout.write(await run(process.argv.slice(2), process.env));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
