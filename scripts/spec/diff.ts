// `npm run spec:diff -- <git reference | folder>`: what does this edit of the document mean, for clients, for the
// database, for what is stored, and for who uses an SDK?
import { Command } from 'commander';
import { connect } from '../../src/storage/mongo/client.js';
import { readSource } from '../../src/spec/source.js';
import type { Diff } from './diff/diff.js';
import { diff } from './diff/diff.js';
import type { Stored } from './diff/print.js';
import { print } from './diff/print.js';
import { sourceAt } from './diff/source-at.js';
import { costOfIndexes, countStored } from './diff/stored.js';

interface Options {
  readonly openapi: string;
  readonly json: boolean;
  readonly allowBreaking: boolean;
}

const program = new Command('npm run spec:diff --')
  .description('Says what the edits of openapi/ since a git reference mean. Exit code 1: they break clients.')
  .argument('<before>', 'a git reference (main, HEAD~3), or a folder that has openapi.yaml')
  .option('--openapi <folder>', 'the edited document', 'openapi')
  .option('--json', 'for programs', false)
  .option('--allow-breaking', 'exit code 0 all the same', false)
  .addHelpText('after', '\nMONGODB_URI names a database to count in; nothing is written there.')
  .action(async (before: string, { openapi, json, allowBreaking }: Options) => {
    const found = diff(sourceAt(before), readSource(openapi));
    const stored = await storedOf(found, process.env['MONGODB_URI'] ?? '');
    process.stdout.write(json ? `${JSON.stringify({ ...found, stored }, null, 2)}\n` : print(found, stored));
    const isBreaking = found.changes.some(({ effect }) => effect === 'breaking');
    if (isBreaking && !allowBreaking) process.exitCode = 1;
  });

async function storedOf({ changes, indexes }: Diff, uri: string): Promise<Stored | undefined> {
  if (uri === '') return undefined;
  const connection = await connect(uri);
  try {
    return {
      indexes: await costOfIndexes(connection.db, indexes.built),
      invalid: await countStored(connection.db, changes),
    };
  } finally {
    await connection.close();
  }
}

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
