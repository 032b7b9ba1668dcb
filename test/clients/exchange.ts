// Exchange files: what a client sends and the answers that it needs, as README.md describes. Reads and plays them.
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { mapObject, type Json, type JsonObject } from '../../src/spec/json.js';
import { mismatches } from './match.js';
import { fill, valueAt, type Variables } from './placeholders.js';

interface Request {
  readonly request: string;
  readonly headers?: Record<string, string>;
  readonly body?: Json;
}
interface Step extends Request {
  readonly expect?: JsonObject;
  readonly save?: Record<string, string>;
}
/** Requests that are sent at the same time; which of them gets which answer is left open. */
interface Race {
  readonly parallel: readonly Request[];
  readonly expect: JsonObject;
}
export interface Exchange {
  readonly title: string;
  readonly source: string;
  readonly steps: readonly (Step | Race)[];
}

export interface Client {
  request(
    method: string,
    path: string,
    options?: { body?: unknown; headers?: Record<string, string> },
  ): Promise<{ status: number; headers: Headers; body: Json; text: string }>;
}

const HERE = new URL('.', import.meta.url);

/**
 * Reads every exchange of a folder, by file name.
 * @throws Error for a file that is not of the form of exchange.schema.json
 */
export function readExchanges(folder: string): Map<string, Exchange> {
  const url = new URL(`${folder}/`, HERE);
  const names = readdirSync(url).filter((name) => name.endsWith('.json'));
  return new Map(names.sort().map((name) => [name, asExchange(`${folder}/${name}`, readJson(new URL(name, url)))]));
}

const isExchange = new Ajv().compile<Exchange>(readJson(new URL('exchange.schema.json', HERE)) as JsonObject);

/** @throws Error that names `where`, for what is not of the form of exchange.schema.json */
export function asExchange(where: string, exchange: unknown): Exchange {
  if (!isExchange(exchange)) throw new Error(`${where}: ${JSON.stringify(isExchange.errors)}`);
  return exchange;
}

/** The folders of exchange files: one a client. */
export function exchangeFolders(): string[] {
  return readdirSync(HERE, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}

/**
 * Plays the steps of an exchange, one after the other.
 * @throws Error that names the step, every difference and the answer, at the first answer that is not as expected
 */
export async function play(exchange: Exchange, client: Client): Promise<void> {
  const unique = `x${randomBytes(6).toString('hex')}`;
  let variables: Variables = { unique, UNIQUE: unique.toUpperCase() };
  for (const step of exchange.steps) {
    variables = 'parallel' in step ? await playRace(step, client, variables) : await playStep(step, client, variables);
  }
}

async function playStep(step: Step, client: Client, variables: Variables): Promise<Variables> {
  const answer = await send(step, client, variables);
  const differences = step.expect ? mismatches(fill(step.expect, variables), answer) : unlessSuccess(answer);
  if (differences.length > 0) throw new Error(report(step.request, differences, [answer]));
  return { ...variables, ...mapObject(step.save ?? {}, (path) => savedValue(answer, path)) };
}

function savedValue(answer: JsonObject, path: string): string {
  const value = valueAt(answer, path);
  if (value === undefined) throw new Error(`nothing to save at ${path} in ${JSON.stringify(answer)}`);
  return String(value);
}

async function playRace(race: Race, client: Client, variables: Variables): Promise<Variables> {
  const answers = await Promise.all(race.parallel.map((request) => send(request, client, variables)));
  const differences = mismatches(fill(race.expect, variables), answers, 'answers');
  if (differences.length > 0) throw new Error(report('in parallel', differences, answers));
  return variables;
}

async function send(request: Request, client: Client, variables: Variables): Promise<JsonObject> {
  const [method = '', path = ''] = fill(request.request, variables).split(/ (.*)/);
  const { status, headers, body, text } = await client.request(method, path, {
    ...(request.headers && { headers: fill<Record<string, string>>(request.headers, variables) }),
    ...(request.body !== undefined && { body: fill(request.body, variables) }),
  });
  return { status, headers: Object.fromEntries(headers), body, text };
}

function unlessSuccess({ status }: JsonObject): string[] {
  return Number(status) >= 200 && Number(status) < 300 ? [] : [`status: expected a success, got ${String(status)}`];
}

function report(request: string, differences: string[], answers: JsonObject[]): string {
  const shown = answers.map(({ status, text }) => `answered ${String(status)} ${String(text).slice(0, 1000)}`);
  return [request, ...differences, ...shown].join('\n  ');
}

function readJson(url: URL): unknown {
  return JSON.parse(readFileSync(url, 'utf8'));
}
