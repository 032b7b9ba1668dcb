// `npm run spec:new -- resource|extension|attribute NAME`: writes a correct first YAML from a few answers, by flags or
// asked on a terminal.
import { execFileSync } from 'node:child_process';
import { Command } from 'commander';
import { KINDS } from './new/kinds.js';
import type { Answers } from './new/questions.js';
import { askOnTerminal, complete, withFlags } from './new/questions.js';
import { write } from './new/write.js';

const OPENAPI = 'openapi';

const program = new Command('npm run spec:new --').description(
  'Writes YAML for something new in openapi/. What no flag answers is asked on a terminal; without one, or with --yes,\n' +
    'what is suggested is taken.',
);
for (const kind of KINDS) {
  const command = program.command(kind.name).summary(kind.summary).argument('<name>', `e.g. ${kind.argument}`);
  withFlags(command, kind.questions)
    .option('--yes', 'ask nothing')
    .option('--openapi <folder>', 'the folder of openapi.yaml', OPENAPI)
    .action(async (name: string, { yes, openapi, ...given }: Answers) => {
      const ask = process.stdin.isTTY && yes !== true ? askOnTerminal : undefined;
      const answers = await complete(kind.questions, name, given, ask);
      const files = await write(String(openapi), kind.edits(String(openapi), name, answers));
      console.log(files.map((file) => `wrote ${file}`).join('\n'));
      if (openapi === OPENAPI) execFileSync('npm', ['run', '--silent', 'spec'], { stdio: 'inherit' });
    });
}

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
