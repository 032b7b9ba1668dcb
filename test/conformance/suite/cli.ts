// `npm run conformance -- --url U --token T [--format text|json|junit] [--output FILE] [--type NAME]… [--strict]`:
// holds any SCIM server to the clauses. Ends with 0 where no MUST fails; with --strict, where nothing fails.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { CHAPTERS } from '../clauses/all.js';
import type { Format } from './report.js';
import { count, FORMATS, line, summary } from './report.js';
import { runAll } from './run.js';
import { Subject } from './subject.js';

const USAGE =
  'npm run conformance -- --url URL --token TOKEN [--format text|json|junit] [--output FILE] [--type NAME]… [--strict]';

const { values } = parseArgs({
  options: {
    url: { type: 'string' },
    token: { type: 'string' },
    format: { type: 'string', default: 'text' },
    output: { type: 'string' },
    type: { type: 'string', multiple: true, default: [] },
    strict: { type: 'boolean', default: false },
  },
});
const { url, token, output, strict } = values;
if (url === undefined || token === undefined || !(values.format in FORMATS)) {
  console.error(USAGE);
  process.exit(2);
}
const format = values.format as Format;

const subject = await Subject.of({ url, token }, values.type).catch((error: unknown) => {
  const { message, cause } = error as Error;
  console.error(`${url} tells nothing of itself: ${message}${cause instanceof Error ? ` (${cause.message})` : ''}`);
  process.exit(2);
});
// With text on the terminal every clause shows as soon as it is known.
const isLive = format === 'text' && output === undefined;
if (isLive) console.log([`Conformance of ${url}`, ...subject.remarks, ''].join('\n'));
const outcomes = await runAll(subject, CHAPTERS, (outcome) => {
  if (isLive) console.log(line(outcome));
});
const left = await subject.http.cleanUp();
const remarks = [...subject.remarks, ...left.map((path) => `${path} could not be deleted`)];

const report = FORMATS[format]({ url, remarks, outcomes });
if (output !== undefined) writeFileSync(output, `${report}\n`);
else if (isLive) console.log(['', ...left.map((path) => `${path} could not be deleted`), summary(outcomes)].join('\n'));
else console.log(report);

const failed = strict
  ? outcomes.filter(({ verdict }) => verdict === 'failed').length
  : count(outcomes, 'MUST', 'failed');
process.exitCode = failed === 0 ? 0 : 1;
