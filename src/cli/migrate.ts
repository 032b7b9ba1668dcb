// scim migrate: brings stored resources into the form that the document asks for.
import { SingleBar } from 'cli-progress';
import { Command } from 'commander';
import { buildModel } from '../schema/build.js';
import type { MigrationOptions, MigrationReport } from '../storage/mongo/migrate.js';
import { migrate } from '../storage/mongo/migrate.js';
import { withDeployment } from './deployment.js';
import { json, print } from './output.js';

const USAGE = `It reads the settings of the server and works on the same database. If it is interrupted, run it again: it
continues where it stopped. If a server with the old document is running, stop it and run this once more before
the new one starts. docs/migrations.md says what can be migrated.`;

interface Options {
  readonly dryRun: boolean;
  readonly discard: boolean;
  readonly json: boolean;
}

export function migrateCommand(): Command {
  return new Command('migrate')
    .description('convert stored resources to the form that the document asks for')
    .option('--dry-run', 'only show what would be done', false)
    .option('--discard', "remove values that can't be converted, instead of leaving them and failing", false)
    .option('--json', 'for programs', false)
    .addHelpText('after', `\n${USAGE}`)
    .action(run);
}

/** @throws Error in one line */
async function run({ dryRun, discard, json: isJson }: Options): Promise<void> {
  const progress = createProgress();
  const options: MigrationOptions = { dryRun, discard, clock: () => new Date(), report: progress.report };
  try {
    const reports = await withDeployment(({ db, source }) => migrate(db, buildModel(source), options));
    progress.stop();
    print(isJson ? json(reports) : told(reports, dryRun));
    if (!dryRun && reports.some(({ isDone }) => !isDone)) process.exitCode = 1;
  } finally {
    progress.stop();
  }
}

/** A bar on a terminal, nothing elsewhere: cli-progress sees to that. */
function createProgress(): { report: MigrationOptions['report']; stop(): void } {
  const bar = new SingleBar({ format: '{type} [{bar}] {value}/{total}, {eta_formatted} to go', clearOnComplete: true });
  return {
    report(type, looked, total) {
      if (!bar.isActive) bar.start(total, 0, { type });
      bar.setTotal(Math.max(total, looked));
      bar.update(looked, { type });
    },
    stop: () => bar.stop(),
  };
}

function told(reports: readonly MigrationReport[], dryRun: boolean): string {
  if (reports.length === 0) return 'nothing to migrate: stored resources have the form that the document asks for\n';
  return reports.map((report) => `${linesOf(report, dryRun).join('\n')}\n`).join('');
}

function linesOf({ type, changes, resources, written, refused, discarded, isDone }: MigrationReport, dryRun: boolean) {
  const counted = (what: string, counts: MigrationReport['refused']) =>
    counts.map(
      ({ path, reason, resources: count, examples }) =>
        `  ${what}: ${path}: ${reason} (${count} resources, e.g. ${examples.join(', ')})`,
    );
  return [
    `${type}: ${resources} resources`,
    ...changes.map(({ path, what }) => `  ${path}: ${what.join(', ')}`),
    `  ${dryRun ? 'would be written' : 'written'}: ${written}`,
    ...counted(dryRun ? 'would be removed' : 'removed', discarded),
    ...counted("can't be converted", refused),
    ...(dryRun ? [] : [isDone ? '  done: the server may start' : '  not done: fix these, or run it with --discard']),
  ];
}
