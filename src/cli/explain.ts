// npm run explain: how the server reads a filter, and how its database answers it. Changes nothing.
import { inspect, parseArgs } from 'node:util';
import { readConfig } from '../config/config.js';
import { createParser } from '../filter/parse.js';
import { printTree } from '../filter/print.js';
import { buildModel } from '../schema/build.js';
import { typeNamed } from '../service/context.js';
import type { Explanation, QueryPlan } from '../service/explain.js';
import { explain } from '../service/explain.js';
import { loadSource } from '../spec/load.js';
import { createCompiler } from '../storage/mongo/compile.js';
import { createEdgeResolver } from '../storage/mongo/edge-filter.js';
import { createExplainer } from '../storage/mongo/explain.js';
import { openDatabase } from '../storage/mongo/open.js';

const USAGE = `Usage: npm run explain -- '<filter>' [options]

  --type <name>       the resource type; the first one of the document where it is not given
  --sort <attribute>  sortBy
  --descending        sortOrder=descending
  --count <number>    of the page; 100 where it is not given
  --json              for programs

It reads the settings of the server, and looks at the same database.
`;

/** What it prints. @throws Error in one line, with the server's own detail where the server would refuse the query */
async function run(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<string> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      type: { type: 'string' },
      sort: { type: 'string' },
      descending: { type: 'boolean', default: false },
      count: { type: 'string', default: '100' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const [filter, ...others] = positionals;
  if (values.help) return USAGE;
  if (filter === undefined || others.length > 0) throw new Error(`give one filter, in quotes\n\n${USAGE}`);
  const count = Number(values.count);
  if (!Number.isInteger(count) || count < 1) throw new Error('--count takes a whole number above 0');

  const config = readConfig(environment);
  const model = buildModel(loadSource(config.openapiDir, config.openapiOverlays));
  const [first] = model.resourceTypes;
  const type = values.type === undefined && first !== undefined ? first : typeNamed(model, values.type ?? '');
  const database = await openDatabase(config, () => undefined);
  try {
    const compiler = createCompiler(config.baseUrl, createEdgeResolver(database.db, model));
    const explainer = createExplainer(database.db, compiler, config.maxScan);
    const sortOrder = values.descending ? 'descending' : 'ascending';
    const explanation = await explain({ parser: createParser(), explainer }, type, {
      filter,
      count,
      sortBy: values.sort,
      sortOrder,
    });
    return values.json ? `${JSON.stringify(explanation, null, 2)}\n` : print(explanation);
  } finally {
    await database.close();
  }
}

function print(explanation: Explanation): string {
  const { type, filter, tree, queries } = explanation;
  const rows: readonly Row[] = [
    ['type', type],
    ['filter', filter],
    ['tree', printTree(tree).join('\n')],
    ['scan', verdict(explanation)],
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

function verdict({ scans, maxScan }: Explanation): string {
  if (scans === undefined) return 'no: an index answers the filter, or leaves few resources to look at';
  const why = `yes: no index answers the filter, and there are ${scans} resources`;
  return scans > maxScan
    ? `${why}; the server refuses it with tooMany, as MAX_SCAN is ${maxScan}`
    : `${why}; the server runs it, as MAX_SCAN is ${maxScan}`;
}

try {
  process.stdout.write(await run(process.argv.slice(2), process.env));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
