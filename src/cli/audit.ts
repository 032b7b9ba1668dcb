// scim audit: the audit log of a tenant, a page of it or all of it. Changes nothing.
import { Command } from 'commander';
import { filterLimits } from '../config/limits.js';
import { createParser } from '../filter/parse.js';
import { createAuditReader } from '../audit-reader.js';
import { buildModel } from '../schema/build.js';
import type { ResourceType } from '../schema/model.js';
import type { AuditPage } from '../service/audit-log.js';
import { exportEvents, listEvents } from '../service/audit-log.js';
import { typeNamed } from '../service/context.js';
import type { SearchContext } from '../service/search.js';
import type { JsonObject } from '../spec/json.js';
import { readDeclarations } from '../spec/source.js';
import { tenantDatabase } from '../storage/mongo/tenant-store.js';
import { DEFAULT_TENANT } from '../tenants/tenants.js';
import { tenantNamed, withDeployment } from './deployment.js';
import { wholeNumber } from './number.js';
import { inLine, json, print, printLines } from './output.js';

const HELP = `
Filters are those of SCIM: target.id eq "2819c223" and time ge "2026-11-01T00:00:00Z". For the attributes of an event, see
openapi-admin/schemas/AuditEvent.yaml. An event whose result is unknown is under way, or its outcome was lost.`;

interface Asked {
  readonly tenant: string;
  readonly admin?: boolean;
  readonly filter?: string;
}

interface AskedPage extends Asked {
  readonly sort?: string;
  readonly descending?: boolean;
  readonly count: number;
  readonly cursor: string;
  readonly json?: boolean;
}

export function auditCommand(): Command {
  const audit = new Command('audit').description('show the audit log: what was changed, and by whom');
  const command = (name: string, description: string) =>
    audit
      .command(name)
      .description(description)
      .option('--tenant <id>', 'whose log', DEFAULT_TENANT)
      .option('--admin', 'show the audit log of administration: tokens and tenants')
      .option('--filter <filter>', 'of the events')
      .addHelpText('after', HELP);

  command('list', 'show a page of the log, newest events first')
    .option('--sort <attribute>', 'sortBy, instead of time')
    .option('--descending', 'sortOrder=descending')
    .option('--count <number>', 'of the page', wholeNumber, 20)
    .option('--cursor <cursor>', 'the next page: the cursor that the previous page printed', '')
    .option('--json', 'for programs')
    .action(async ({ tenant, admin = false, sort, descending, json: isJson, ...query }: AskedPage) => {
      const order =
        sort === undefined ? {} : { sortBy: sort, sortOrder: descending === true ? 'descending' : 'ascending' };
      const page = await withLog({ tenant, admin }, (log, type) => listEvents(log, type, { ...query, ...order }));
      print(isJson === true ? json(page) : printPage(page));
    });

  command('export', 'export all events, one line of JSON each, oldest first').action((asked: Asked) =>
    withLog(asked, (log, type) => printLines(asLines(exportEvents(log, type, asked.filter)))),
  );
  return audit;
}

function withLog<T>(
  { tenant, admin = false }: Asked,
  run: (log: SearchContext, type: ResourceType) => Promise<T>,
): Promise<T> {
  return withDeployment(async (deployment) => {
    const { config, db: control } = deployment;
    const { id } = await tenantNamed(deployment, tenant);
    const db = admin ? control : tenantDatabase(control, id);
    const model = buildModel(readDeclarations(config.adminDir));
    const log = await createAuditReader({ db, model, config, parser: createParser(filterLimits(config)), baseUrl: '' });
    return run(log, typeNamed(model, admin ? 'AdminEvent' : 'AuditEvent'));
  });
}

async function* asLines(events: AsyncIterable<JsonObject>): AsyncGenerator<string> {
  for await (const event of events) yield JSON.stringify(event);
}

function printPage({ total, events, nextCursor }: AuditPage): string {
  const lines = events.flatMap((event) => [lineOf(event), ...listOf(event['changes']).map(changeLine), '']);
  const more = nextCursor === undefined ? [] : [`--cursor ${nextCursor}`];
  return `${[...lines, `${events.length} of ${total}`, ...more].join('\n')}\n`;
}

function lineOf({ time, actor, action, target, outcome }: JsonObject): string {
  const [by, on, is] = [partsOf(actor), partsOf(target), partsOf(outcome)];
  const named = on['display'] ?? on['externalId'];
  const parts = [time, by['token'], by['address'], action, on['type'], on['id'], named, is['result'], is['status']];
  return inLine(parts.filter((part) => part !== undefined).join('  '));
}

function changeLine({ path, op, before, after, targets, count }: JsonObject): string {
  const values = [before, after].filter((value) => value !== undefined).map(String);
  const what = targets === undefined ? values.join(' -> ') : `${String(count)} ${JSON.stringify(targets)}`;
  return inLine(`    ${String(op)} ${String(path ?? 'all')}: ${what}`);
}

function partsOf(value: unknown): JsonObject {
  return (value ?? {}) as JsonObject;
}

function listOf(value: unknown): JsonObject[] {
  return (value ?? []) as JsonObject[];
}
