// A fuzz run: requests to a server process, and what must hold of every answer, of the log and of the memory.
import { readFileSync } from 'node:fs';
import { Agent, request as send } from 'node:http';
import { readSource } from '../../../src/spec/source.js';
import { buildModel } from '../../../src/schema/build.js';
import type { Child } from '../../e2e/child.js';
import { createRandom } from '../../faults/random.js';
import type { FuzzRequest, Ground } from './requests.js';
import { requestOf } from './requests.js';
import { SECRET } from './values.js';

export interface FuzzOptions {
  readonly child: Child;
  readonly token: string;
  readonly requests: number;
  readonly seed: number;
}

export interface FuzzReport {
  /** How many answers there were of each status. */
  readonly statuses: Readonly<Record<string, number>>;
  /** What must not be: empty, if all is well. */
  readonly problems: readonly string[];
  readonly seconds: number;
  /** Of the server, in MB, at each tenth of the run. */
  readonly memory: readonly number[];
}

/** Requests at a time. */
const AT_ONCE = 8;
/** Longer than any request takes: what takes longer hangs. */
const HANGS_MS = 30_000;
/** Of many problems the first ones tell enough. */
const ENOUGH = 20;

interface Answer {
  readonly status: number;
  readonly head: string;
  readonly text: string;
}

export async function fuzz({ child, token, requests, seed }: FuzzOptions): Promise<FuzzReport> {
  const base = `${child.origin}/scim/v2`;
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const ground: Ground = { model: buildModel(readSource('openapi')), token, ids: await createSome(base, token) };
  const statuses: Record<string, number> = {};
  const problems: string[] = [];
  const memory: number[] = [];
  const start = performance.now();
  let next = 0;
  const worker = async () => {
    while (next < requests && problems.length < ENOUGH) {
      const index = next;
      next += 1;
      if (index % Math.ceil(requests / 10) === 0) memory.push(megabytesOf(child));
      // Each request has a chance of its own, so that one can be had again without those before it.
      const request = requestOf(createRandom(seed + index), ground);
      const answer = await ask(base, request, agent).catch((error: unknown) => ({
        status: 0,
        head: '',
        text: String(error),
      }));
      statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
      const problem = problemOf(answer, token);
      if (problem !== undefined) problems.push(`request ${index}: ${problem}: ${describe(request)}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  agent.destroy();
  memory.push(megabytesOf(child));
  return { statuses, problems, seconds: Math.round((performance.now() - start) / 1000), memory };
}

/** What must not be in a log: read it when the server has ended. */
export function problemsOfLog(log: string, token: string): string[] {
  return log.split('\n').flatMap((line) => {
    if (line === '') return [];
    if (line.includes(token) || line.includes(SECRET)) return [`the log has a secret: ${line.slice(0, 200)}`];
    if (/[\0-\x1f\x7f-\x9f\u2028\u2029]/.test(line))
      return [`the log has a control character: ${JSON.stringify(line)}`];
    try {
      const { level } = JSON.parse(line) as { level: number };
      return level >= 50 ? [`the log has an error: ${line.slice(0, 500)}`] : [];
    } catch {
      return [`the log has a line that is no JSON: ${line.slice(0, 200)}`];
    }
  });
}

function problemOf({ status, head, text }: Answer, token: string): string | undefined {
  if (status >= 500 || text.includes('"status":"500"')) return `${status} ${text.slice(0, 300)}`;
  if (text.includes(token) || text.includes(SECRET) || head.includes(SECRET))
    return `a secret in ${text.slice(0, 300)}`;
  if (status === 0 && !/ECONNRESET|EPIPE|socket hang up/.test(text)) return text;
  return /[\r\n\0\x7f-\x9f]/.test(head) || head.includes('evil.example')
    ? `the head of the answer: ${head}`
    : undefined;
}

function ask(base: string, { method, path, headers, body }: FuzzRequest, agent: Agent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = send(`${base}${path}`, { method, headers, agent, timeout: HANGS_MS }, (response) => {
      let text = '';
      response.setEncoding('latin1');
      response.on('data', (chunk: string) => (text += chunk));
      response.on('error', reject);
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, head: Object.values(response.headers).flat().join('; '), text });
      });
    });
    sent.on('timeout', () => sent.destroy(new Error('it hangs')));
    sent.on('error', reject);
    sent.end(body);
  });
}

function describe({ method, path, headers, body }: FuzzRequest): string {
  const { authorization: _token, ...shown } = headers;
  return `${method} ${path.slice(0, 500)} ${JSON.stringify(shown)} ${body?.toString().slice(0, 1000) ?? ''}`;
}

/** A few users and groups, for ids that lead somewhere. */
async function createSome(base: string, token: string): Promise<readonly [string, ...string[]]> {
  const create = async (path: string, body: object): Promise<string> => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/scim+json' };
    const response = await fetch(`${base}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    return ((await response.json()) as { id: string }).id;
  };
  const schemas = (name: string) => [`urn:ietf:params:scim:schemas:core:2.0:${name}`];
  const first = await create('/Users', { schemas: schemas('User'), userName: 'first' });
  const ids: [string, ...string[]] = [first];
  for (let n = 0; n < 10; n += 1) {
    ids.push(await create('/Users', { schemas: schemas('User'), userName: `user-${n}` }));
    ids.push(
      await create('/Groups', { schemas: schemas('Group'), displayName: `group-${n}`, members: [{ value: first }] }),
    );
  }
  return ids;
}

/** What a process has in memory. */
function megabytesOf({ process: { pid } }: Child): number {
  const [, pages = '0'] = readFileSync(`/proc/${pid ?? ''}/statm`, 'utf8').split(' ');
  return Math.round((Number(pages) * 4096) / 2 ** 20);
}
