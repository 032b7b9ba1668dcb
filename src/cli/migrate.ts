// scim migrate: brings stored resources into the form that the document asks for.
import { readFileSync } from 'node:fs';
import { SingleBar } from 'cli-progress';
import { Command } from 'commander';
import { buildModel } from '../schema/build.js';
import type { MigrationOptions, MigrationReport } from '../storage/mongo/migrate.js';
import { migrate } from '../storage/mongo/migrate.js';
import { DEFAULT_TENANT } from '../tenants/tenants.js';
import type { Deployment } from './deployment.js';
import { withTenant, withTenants } from './deployment.js';
import { json, print } from './output.js';

const USAGE = `It reads the settings of the server and works on the same database. If it is interrupted, run it again: it
continues where it stopped. If a server with the old document is running, stop it and run this once more before
the new one starts. To change the overlay of a tenant, suspend the tenant instead, and set the overlay afterwards.
docs/migrations.md says what can be migrated.`;

interface Options {
  readonly tenant?: string;
  /** False where the tenant is to have none. */
  readonly overlay?: string | false;
  readonly dryRun: boolean;
  readonly discard: boolean;
  readonly json: boolean;
}

export function migrateCommand(): Command {
  return new Command('migrate')
    .description('convert stored resources to the form that the document asks for')
    .option('--tenant <id>', 'only one tenant (default: all)')
    .option('--overlay <file>', 'the new overlay of the tenant')
    .option('--no-overlay', 'the tenant will have no overlay')
    .option('--dry-run', 'only show what would be done', false)
    .option('--discard', "remove values that can't be converted, instead of leaving them and failing", false)
    .option('--json', 'for programs', false)
    .addHelpText('after', `\n${USAGE}`)
    .action(run);
}

/** @throws Error in one line */
async function run({ dryRun, discard, json: isJson, ...whose }: Options): Promise<void> {
  const progress = createProgress();
  const options: MigrationOptions = { dryRun, discard, clock: () => new Date(), report: progress.report };
  try {
    const reports = await migrateTenants(whose, options);
    progress.stop();
    print(isJson ? json(reports) : told(reports, dryRun));
    if (!dryRun && reports.some(({ isDone }) => !isDone)) process.exitCode = 1;
  } finally {
    progress.stop();
  }
}

type TenantReport = MigrationReport & { readonly tenant: string };

async function migrateTenants(
  { tenant, overlay }: Pick<Options, 'tenant' | 'overlay'>,
  options: MigrationOptions,
): Promise<TenantReport[]> {
  const migrateOne = async ({ db, source }: Deployment, id: string) =>
    (await migrate(db, buildModel(source), options)).map((report) => ({ tenant: id, ...report }));
  if (tenant !== undefined) {
    const own = overlay === undefined ? {} : { overlay: overlay === false ? undefined : readFileSync(overlay, 'utf8') };
    return withTenant(tenant, (deployment) => migrateOne(deployment, tenant), own);
  }
  if (overlay !== undefined) throw new Error('--overlay: needs --tenant');
  return (await withTenants(migrateOne)).flat();
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

function told(reports: readonly TenantReport[], dryRun: boolean): string {
  if (reports.length === 0) return 'nothing to migrate: stored resources have the form that the document asks for\n';
  return reports.map((report) => `${linesOf(report, dryRun).join('\n')}\n`).join('');
}

function linesOf(
  { tenant, type, changes, resources, written, refused, discarded, isDone }: TenantReport,
  dryRun: boolean,
): string[] {
  const counted = (what: string, counts: MigrationReport['refused']) =>
    counts.map(
      ({ path, reason, resources: count, examples }) =>
        `  ${what}: ${path}: ${reason} (${count} resources, e.g. ${examples.join(', ')})`,
    );
  return [
    `${type}${tenant === DEFAULT_TENANT ? '' : ` of ${tenant}`}: ${resources} resources`,
    ...changes.map(({ path, what }) => `  ${path}: ${what.join(', ')}`),
    `  ${dryRun ? 'would be written' : 'written'}: ${written}`,
    ...counted(dryRun ? 'would be removed' : 'removed', discarded),
    ...counted("can't be converted", refused),
    ...(dryRun
      ? []
      : [isDone ? '  done: the document may serve them' : '  not done: fix these, or run it with --discard']),
  ];
}
