// Resident memory, its peak while one large request is answered: each by a server that has just started.
import type { HttpRequest } from './load.js';
import { drive } from './load.js';
import type { Mongod } from './mongod.js';
import type { Population } from './population.js';
import { group, groupSizes } from './population.js';
import type { Report } from './seed.js';
import type { Subject } from './subject.js';
import { startOurs } from './subjects/ours.js';
import { forgetPeak, memory } from './usage.js';

/** What one large request took. */
export interface Taken {
  readonly what: string;
  readonly before: number | undefined;
  readonly peak: number | undefined;
  readonly seconds: number;
  /** Statuses and errors in place of a 2xx. */
  readonly failures: readonly string[];
}

interface Large {
  readonly what: string;
  /** @param group one of the scenario's own, with the members that the requests before this one left it */
  request(population: Population, group: string): HttpRequest;
}

const PATCH_OP = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';
const MOST = 100_000;
const MANY = 10_000;
/** A PUT of so many members is some 5 MB. */
const MAX_PAYLOAD_SIZE = String(16 * 1024 * 1024);

function larges(users: number): Large[] {
  const most = Math.min(MOST, users);
  const many = Math.min(MANY, users);
  const number = (value: number) => value.toLocaleString('en');
  const ids = ({ userId }: Population, count: number) => Array.from({ length: count }, (_, index) => userId(index));
  const put = (population: Population, own: string, count: number): HttpRequest => ({
    method: 'PUT',
    path: `/Groups/${own}`,
    body: group(`Large ${own}`, ids(population, count)),
  });
  const patch = (op: string, population: Population, own: string): HttpRequest => ({
    method: 'PATCH',
    path: `/Groups/${own}`,
    body: {
      schemas: [PATCH_OP],
      Operations: [{ op, path: 'members', value: ids(population, many).map((value) => ({ value })) }],
    },
  });
  const largest = groupSizes(users).at(-1) ?? 0;
  return [
    {
      what: `a group of ${number(largest)} is read`,
      request: ({ groupId }) => ({ method: 'GET', path: `/Groups/${groupId(largest)}` }),
    },
    { what: `PATCH adds ${number(many)} members`, request: (of, own) => patch('add', of, own) },
    { what: `PATCH removes ${number(many)} members`, request: (of, own) => patch('remove', of, own) },
    { what: `PUT adds ${number(most)} members`, request: (of, own) => put(of, own, most) },
    { what: `PUT of the same ${number(most)} members`, request: (of, own) => put(of, own, most) },
    { what: `PUT removes ${number(most - 1)} members`, request: (of, own) => put(of, own, 1) },
  ];
}

/** Tries each large request once. */
export async function measureMemory(mongod: Mongod, users: number, report: Report): Promise<Taken[]> {
  const start = () => startOurs(mongod, { users, groupSize: 100, env: { MAX_PAYLOAD_SIZE } }, report);
  const first = await start();
  const own = await createGroup(first);
  await first.stop();
  const taken: Taken[] = [];
  for (const large of larges(users)) {
    const subject = await start();
    report(large.what);
    taken.push(await measure(subject, large.what, large.request(subject.population, own)));
    await subject.stop();
  }
  const last = await start();
  await once(last, { method: 'DELETE', path: `/Groups/${own}` });
  await last.stop();
  return taken;
}

async function measure(subject: Subject, what: string, request: HttpRequest): Promise<Taken> {
  const before = await memory(subject.pid);
  await forgetPeak(subject.pid);
  const { seconds, failures } = await once(subject, request);
  const after = await memory(subject.pid);
  return { what, before: before?.now, peak: after?.peak, seconds, failures: Object.keys(failures) };
}

async function createGroup(subject: Subject): Promise<string> {
  const body = group(`Large ${Date.now()}`, []);
  const { bodies } = await once(subject, { method: 'POST', path: '/Groups', body });
  return (JSON.parse(bodies[0] ?? '{}') as { id?: string }).id ?? '';
}

function once(subject: Subject, request: HttpRequest) {
  const keep = request.method === 'POST';
  return drive(subject, { concurrency: 1, seconds: 1, count: 1, keep, request: () => request });
}
