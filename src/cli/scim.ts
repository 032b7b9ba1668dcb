#!/usr/bin/env node
// The command line of operators. Each command reads the settings of the server, and works on the same database, whether
// the server runs or not.
import { Command, CommanderError } from 'commander';
import { auditCommand } from './audit.js';
import { explainCommand } from './explain.js';
import { indexesCommand } from './indexes.js';
import { issuerCommand } from './issuer.js';
import { keyCommand } from './key.js';
import { migrateCommand } from './migrate.js';
import { complain, endWithoutOutput, FAILED } from './output.js';
import { tenantCommand } from './tenant.js';
import { adminTokenCommand, clientCommand, tokenCommand } from './token.js';

const USAGE = 2;

const program = new Command('scim')
  .description('A schema-first SCIM 2.0 server. Settings are environment variables: docs/operations.md.')
  .exitOverride()
  .configureHelp({ showGlobalOptions: true });

const serve = new Command('serve').description('run the server').action(async () => {
  await import('../main.js');
});

const commands = [
  serve,
  tokenCommand(),
  clientCommand(),
  adminTokenCommand(),
  keyCommand(),
  issuerCommand(),
  tenantCommand(),
  auditCommand(),
  explainCommand(),
  indexesCommand(),
  migrateCommand(),
];
for (const command of commands) {
  for (const each of [command, ...command.commands]) each.exitOverride();
  program.addCommand(command);
}

endWithoutOutput();
try {
  await program.parseAsync();
} catch (error) {
  // Commander has said what is wrong with the arguments.
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : USAGE;
  // What ended the output has been told.
  else if ((error as NodeJS.ErrnoException).syscall !== 'write') {
    complain(error instanceof Error ? error.message : String(error));
    process.exitCode = FAILED;
  }
}
