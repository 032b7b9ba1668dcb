// `npm run bench`: the command.
import { readFile, writeFile } from 'node:fs/promises';
import { readFlags } from './flags.js';
import { startMongod } from './mongod.js';
import { PARTS } from './parts.js';
import { profile } from './profile.js';
import { profileTables, runDescription } from './report.js';

const DOCUMENT = 'docs/performance.md';
const BETWEEN = /(<!-- bench:begin -->\n)[^]*(\n<!-- bench:end -->)/;
const RESULTS = 'bench/data/results.json';

const flags = readFlags(process.argv.slice(2));
const report = (line: string) => process.stderr.write(`${new Date().toTimeString().slice(0, 8)} ${line}\n`);

// Servers and mongod are ended where this process exits.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const mongod = await startMongod(report);
try {
  if (flags.profile === undefined) await measure();
  else await profileOne(flags.profile);
} finally {
  await mongod.stop();
}

async function measure(): Promise<void> {
  const sections = [runDescription(flags)];
  const results: Record<string, unknown> = {};
  for (const name of flags.parts) {
    const { markdown, data } = await PARTS[name]({ flags, mongod, report });
    results[name] = data;
    sections.push(markdown);
    await writeFile(RESULTS, JSON.stringify(results, null, 1));
    console.log(`\n${markdown}`);
  }
  if (!flags.isWhole) return;
  const text = await readFile(DOCUMENT, 'utf8');
  await writeFile(
    DOCUMENT,
    text.replace(BETWEEN, (_, begin: string, end: string) => begin + sections.join('\n\n') + end),
  );
}

async function profileOne(operation: string): Promise<void> {
  const file = `bench/data/${operation.replace(/\W+/g, '-')}`;
  const { users, seconds, warmUp, concurrencies, build } = flags;
  const concurrency = concurrencies.at(-1) ?? 1;
  console.log(
    profileTables(await profile(mongod, { operation, users, concurrency, seconds, warmUp, file, build }, report)),
  );
  report(`written to ${file}.cpuprofile and .svg`);
}
