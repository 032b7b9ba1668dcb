// scim explain: how the server reads a filter, and how its database answers it. Changes nothing.
import { inspect } from 'node:util';
import { Command } from 'commander';
import { filterLimits } from '../config/limits.js';
import { createParser } from '../filter/parse.js';
import { printTree } from '../filter/print.js';
import { buildModel } from '../schema/build.js';
import { typeNamed } from '../service/context.js';
import type { Explanation, QueryPlan } from '../service/explain.js';
import { explain } from '../service/explain.js';
import { createCompiler } from '../storage/mongo/compile.js';
import { createEdgeResolver } from '../storage/mongo/edge-filter.js';
import { createExplainer } from '../storage/mongo/explain.js';
import { DEFAULT_TENANT } from '../tenants/tenants.js';
import { withTenant } from './deployment.js';
import { wholeNumber } from './number.js';
import { json, print } from './output.js';

interface Options {
  readonly tenant: string;
  readonly type?: string;
  readonly sort?: string;
  readonly descending?: boolean;
  readonly count: number;
  readonly json?: boolean;
}

export function explainCommand(): Command {
  return new Command('explain')
    .description('show how the server reads a filter, and how its database answers it')
    .argument('<filter>', 'in quotes')
    .option('--tenant <id>', 'the tenant whose document and database are used', DEFAULT_TENANT)
    .option('--type <name>', 'the resource type (default: the first in the document)')
    .option('--sort <attribute>', 'sortBy')
    .option('--descending', 'sortOrder=descending')
    .option('--count <number>', 'of the page', wholeNumber, 100)
    .option('--json', 'for programs')
    .action(async (filter: string, options: Options) => {
      const explanation = await explainFilter(filter, options);
      print(options.json ? json(explanation) : tell(explanation));
    });
}

/** @throws ScimError, Error with the server's own detail where the server would refuse the query */
function explainFilter(
  filter: string,
  { tenant, type: name, sort: sortBy, descending, count }: Options,
): Promise<Explanation> {
  return withTenant(tenant, ({ config, source, db }) => {
    const model = buildModel(source);
    const [first] = model.resourceTypes;
    const type = name === undefined && first !== undefined ? first : typeNamed(model, name ?? '');
    const compiler = createCompiler(config.baseUrl, createEdgeResolver(db, model, config));
    const explainer = createExplainer(db, compiler, config.maxScan);
    const sortOrder = descending ? 'descending' : 'ascending';
    return explain({ parser: createParser(filterLimits(config)), explainer }, type, {
      filter,
      count,
      sortBy,
      sortOrder,
    });
  });
}

function tell(explanation: Explanation): string {
  const { type, filter, tree, queries } = explanation;
  const rows: readonly Row[] = [
    ['type', type],
    ['filter', filter],
    ['tree', printTree(tree).join('\n')],
    ['scan', scanVerdict(explanation)],
    ['sorts', sortVerdict(explanation)],
    ...queries.flatMap(rowsOf),
  ];
  const indented = (text: string) => text.replaceAll('\n', `\n${' '.repeat(WIDTH)}`);
  return rows.map(([name, text]) => `${name.padEnd(WIDTH)}${indented(text)}\n`).join('');
}

type Row = readonly [name: string, text: string];
const WIDTH = 10;

function rowsOf({ query, sort, stages, cost }: QueryPlan): readonly Row[] {
  return [
    // Ids that stand for edges may be many.
    ['query', inspect(query, { depth: null, maxArrayLength: 10, breakLength: 100 })],
    ['sort', inspect(sort)],
    ['plan', stages.join(' < ')],
    ['cost', cost === undefined ? 'not run' : costOf(cost)],
  ];
}

function costOf({ keysExamined, documentsExamined, found, milliseconds }: NonNullable<QueryPlan['cost']>): string {
  return `${keysExamined} keys and ${documentsExamined} documents examined, ${found} found, ${milliseconds} ms`;
}

function scanVerdict({ scans, maxScan }: Explanation): string {
  if (scans === undefined) return 'no: an index answers the filter, or leaves few resources to scan';
  const why = `yes: no index answers the filter, and there are ${scans} resources`;
  return `${why}; ${answer(scans, maxScan)}`;
}

function sortVerdict({ scans, sorts, maxScan }: Explanation): string {
  if (sorts === undefined) return (scans ?? 0) > maxScan ? 'not counted' : 'no: an index has the order';
  const count = sorts > maxScan ? `more than ${maxScan}` : `at most ${sorts}`;
  return `yes: no index has the order; resources to sort: ${count}; ${answer(sorts, maxScan)}`;
}

function answer(resources: number, maxScan: number): string {
  const what = resources > maxScan ? 'the server refuses it with tooMany' : 'the server runs it';
  return `${what}, as MAX_SCAN is ${maxScan}`;
}
