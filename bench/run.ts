// `npm run bench`
import { writeFile } from 'node:fs/promises';
import { compare, operationsOf } from './compare.js';
import { readFlags } from './flags.js';
import { startMongod } from './mongod.js';
import { profile } from './profile.js';
import { ratioTable, table } from './report.js';
import { startCeilings } from './subjects/ceilings.js';
import { startOurs } from './subjects/ours.js';
import { SCENARIOS } from './workload.js';

const flags = readFlags(process.argv.slice(2));
const report = (line: string) => process.stderr.write(`${line}\n`);
// What was started is ended by `exit`.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
const mongod = await startMongod(report);
try {
  if (flags.profile !== undefined) {
    const file = `bench/data/${flags.profile.replace(/\W+/g, '-')}.cpuprofile`;
    const { requestsPerSecond, functions, packages, commands } = await profile(
      mongod,
      {
        operation: flags.profile,
        users: flags.users,
        concurrency: flags.concurrencies.at(-1) ?? 32,
        seconds: flags.seconds,
        file,
      },
      report,
    );
    const share = (rows: readonly [string, number][]) =>
      rows.slice(0, 20).map(([name, part]) => [`\`${name}\``, (part * 100).toFixed(1)]);
    console.log(`${requestsPerSecond.toFixed(0)} requests/s while profiled\n`);
    console.log(
      table(
        ['command to MongoDB', 'for each request'],
        commands.map(([name, count]) => [name, count.toFixed(2)]),
      ),
    );
    console.log(`\n${table(['package or folder', 'self time, %'], share(packages))}`);
    console.log(`\n${table(['function', 'self time, %'], share(functions))}`);
  } else {
    const { only, users } = flags;
    const scenarios = SCENARIOS.filter(
      (each) => only === undefined || only.split(',').some((name) => operationsOf(each).includes(name)),
    );
    const subjects = [
      await startOurs(mongod, { users, groupSize: 1000 }, report),
      ...(await startCeilings(mongod, users, 1000, report)),
    ];
    try {
      const result = await compare({ ...flags, subjects, scenarios, report });
      await writeFile('bench/data/results.json', JSON.stringify(result, null, 1));
      console.log(
        ratioTable(
          result,
          'ours',
          subjects.slice(1).map(({ name }) => name),
          true,
        ),
      );
      console.log(JSON.stringify(result.remarks, null, 1));
    } finally {
      for (const { stop } of subjects) await stop();
    }
  }
} finally {
  await mongod.stop();
}
