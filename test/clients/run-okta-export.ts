// Plays one of Okta's exports against any SCIM server:
//   node --import tsx test/clients/run-okta-export.ts --url https://host/scim/v2 --token T [--endpoint /Roles] file.json
// Prints a line for each assertion; exits 1 when one fails, 2 when it is called wrongly.
import { parseArgs } from 'node:util';
import type { Json } from '../../src/spec/json.js';
import { oktaVariables, playOktaExport, readOktaExport, type Sender } from './okta-export.js';

const { values, positionals } = parseArgs({
  options: { url: { type: 'string' }, token: { type: 'string' }, endpoint: { type: 'string' } },
  allowPositionals: true,
});
const [file] = positionals;
if (!values.url || !values.token || !file) {
  console.error('usage: run-okta-export.ts --url https://host/scim/v2 --token T [--endpoint /Roles] file.json');
  process.exit(2);
}

const outcomes = await playOktaExport(
  readOktaExport(file),
  { SCIMBaseURL: overHttp(values.url.replace(/\/$/, '')) },
  oktaVariables(values.token, values.endpoint),
);
for (const { passed, step, assertion } of outcomes) console.log(`${passed ? 'pass' : 'FAIL'}  ${step}: ${assertion}`);
process.exitCode = outcomes.every(({ passed }) => passed) ? 0 : 1;

function overHttp(url: string): Sender {
  return {
    async request(method, path, options) {
      const response = await fetch(url + path, { method, ...options });
      return { status: response.status, body: parse(await response.text()) };
    },
  };
}

/** The JSON of an answer, its text where it is no JSON: every assertion on it then fails. */
function parse(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}
