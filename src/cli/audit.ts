// scim audit: the audit log of a tenant, a page of it or all of it. Changes nothing.
import { once } from 'node:events';
import { Command } from 'commander';
import { filterLimits } from '../config/limits.js';
import { createParser } from '../filter/parse.js';
import { buildModel } from '../schema/build.js';
import type { ResourceType } from '../schema/model.js';
import { createCursors } from '../search/cursor.js';
import { createPlaces } from '../search/places.js';
import type { AuditPage } from '../service/audit-log.js';
import { exportEvents, listEvents } from '../service/audit-log.js';
import { typeNamed } from '../service/context.js';
import type { SearchContext } from '../service/search.js';
import type { JsonObject } from '../spec/json.js';
import { readDeclarations } from '../spec/source.js';
import { createCompiler } from '../storage/mongo/compile.js';
import { createEdgeResolver } from '../storage/mongo/edge-filter.js';
import { createResourceStore } from '../storage/mongo/resource-store.js';
import { sharedSecret } from '../storage/mongo/secrets.js';
import { createTenantStore, tenantDatabase } from '../storage/mongo/tenant-store.js';
import { DEFAULT_TENANT } from '../tenants/tenants.js';
import { withDeployment } from './deployment.js';
import { wholeNumber } from './number.js';
import { json, print } from './output.js';

const HELP = `
A filter is of SCIM: target.id eq "2819c223" and time ge "2026-11-01T00:00:00Z". What an event has is told by
openapi-admin/schemas/AuditEvent.yaml. An event that is unknown is under way, or nobody knows what became of it.`;

interface Asked {
  readonly tenant: string;
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
  const audit = new Command('audit').description('what was changed, by whom');
  const command = (name: string, description: string) =>
    audit
      .command(name)
      .description(description)
      .option('--tenant <id>', 'whose log', DEFAULT_TENANT)
      .option('--filter <filter>', 'of the events')
      .addHelpText('after', HELP);

  command('list', 'a page of the log, the newest events first')
    .option('--sort <attribute>', 'sortBy, in place of time')
    .option('--descending', 'sortOrder=descending')
    .option('--count <number>', 'of the page', wholeNumber, 20)
    .option('--cursor <cursor>', 'the next page: what the page before told', '')
    .option('--json', 'for programs')
    .action(async ({ tenant, sort, descending, json: isJson, ...query }: AskedPage) => {
      const order =
        sort === undefined ? {} : { sortBy: sort, sortOrder: descending === true ? 'descending' : 'ascending' };
      const page = await withLog(tenant, (log, type) => listEvents(log, type, { ...query, ...order }));
      print(isJson === true ? json(page) : printPage(page));
    });

  command('export', 'all events, a line of JSON each, the oldest first').action(({ tenant, filter }: Asked) =>
    withLog(tenant, async (log, type) => {
      for await (const event of exportEvents(log, type, filter)) {
        if (!process.stdout.write(`${JSON.stringify(event)}\n`)) await once(process.stdout, 'drain');
      }
    }),
  );
  return audit;
}

function withLog<T>(tenant: string, run: (log: SearchContext, type: ResourceType) => Promise<T>): Promise<T> {
  return withDeployment(async ({ config, db: control }) => {
    if ((await createTenantStore(control).find(tenant)) === undefined) throw new Error(`there is no tenant ${tenant}`);
    const db = tenantDatabase(control, tenant);
    const model = buildModel(readDeclarations(config.adminDir));
    const { baseUrl, cursorTimeout, maxResults, maxScan } = config;
    const log: SearchContext = {
      resources: createResourceStore(
        db,
        model,
        createCompiler(baseUrl, createEdgeResolver(db, model, config.filterMaxOwners)),
        maxScan,
      ),
      parser: createParser(filterLimits(config)),
      cursors: createCursors(await sharedSecret(db, 'cursors'), cursorTimeout, () => new Date()),
      places: createPlaces(() => performance.now()),
      limits: { maxResults, defaultResults: maxResults, maxScan, deepFrom: Infinity },
    };
    return run(log, typeNamed(model, 'AuditEvent'));
  });
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
  return parts.filter((part) => part !== undefined).join('  ');
}

function changeLine({ path, op, before, after, targets, count }: JsonObject): string {
  const values = [before, after].filter((value) => value !== undefined).map(String);
  const what = targets === undefined ? values.join(' -> ') : `${String(count)} ${JSON.stringify(targets)}`;
  return `    ${String(op)} ${String(path ?? 'all')}: ${what}`;
}

function partsOf(value: unknown): JsonObject {
  return (value ?? {}) as JsonObject;
}

function listOf(value: unknown): JsonObject[] {
  return (value ?? []) as JsonObject[];
}
