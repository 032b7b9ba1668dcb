// Compares subjects: each scenario in rounds A B C A B C within one run, so that what else the machine does hits all
// of them alike.
import type { Outcome } from './load.js';
import { drive } from './load.js';
import type { Report } from './seed.js';
import type { Subject } from './subject.js';
import { cpuTime } from './usage.js';
import type { Place, Scenario, Step } from './workload.js';
import { ownGroup } from './workload.js';

/** One operation of one subject in one round. */
export interface Sample extends Omit<Outcome, 'bodies'> {
  readonly operation: string;
  readonly concurrency: number;
  readonly subject: string;
  readonly round: number;
  readonly cpu: CpuTimes;
}

/** Microseconds of CPU for each request; NaN where nobody knows. */
export interface CpuTimes {
  readonly server: number;
  readonly database: number;
  /** The load client, which is on the same machine. */
  readonly client: number;
}

/** What keeps a subject out of an operation, or is wrong with its answers. */
export interface Remark {
  readonly operation: string;
  readonly subject: string;
  readonly why: string;
}

export interface Comparison {
  readonly samples: readonly Sample[];
  readonly remarks: readonly Remark[];
}

export interface Plan {
  readonly subjects: readonly Subject[];
  readonly scenarios: readonly Scenario[];
  readonly concurrencies: readonly number[];
  readonly rounds: number;
  /** Of each measured step. */
  readonly seconds: number;
  /** Of each scenario, before it is measured. */
  readonly warmUp: number;
  readonly report: Report;
}

/** Long enough for whatever is not measured. */
const NO_END = 600;
/** Of the pass whose answers are looked at. */
const CHECK_SECONDS = 0.5;

export async function compare(plan: Plan): Promise<Comparison> {
  const { subjects, scenarios, concurrencies, rounds, seconds, warmUp, report } = plan;
  const samples: Sample[] = [];
  const remarks: Remark[] = [];
  for (const scenario of scenarios) {
    const [operation = ''] = operationsOf(scenario);
    const taking = subjects.filter((subject) => {
      const why = subject.without(operation);
      if (why !== undefined) remarks.push({ operation, subject: subject.name, why });
      return why === undefined;
    });
    // The highest first: it warms the servers up for one request at a time too.
    for (const concurrency of scenario.alone === true ? [1] : [...concurrencies].sort((a, b) => b - a)) {
      report(`${operationsOf(scenario).join(', ')}, concurrency ${concurrency}`);
      const able: Subject[] = [];
      for (const subject of taking) {
        const tried = await play(subject, scenario, { concurrency, seconds: CHECK_SECONDS, check: true });
        for (const { operation, remark } of tried) {
          if (remark !== undefined) remarks.push({ operation, subject: subject.name, why: remark });
        }
        if (tried.some(({ outcome }) => isRefused(outcome))) continue;
        await warm(subject, scenario, { concurrency, seconds: warmUp });
        able.push(subject);
      }
      for (let round = 1; round <= rounds; round += 1) {
        for (const subject of able) {
          for (const { operation, outcome, cpu } of await play(subject, scenario, { concurrency, seconds })) {
            const { bodies: _, ...numbers } = outcome;
            samples.push({ operation, concurrency, subject: subject.name, round, ...numbers, cpu });
          }
        }
      }
    }
  }
  return { samples, remarks };
}

export function operationsOf({ steps }: Scenario): string[] {
  return [...new Set(steps.flatMap(({ operation }) => operation ?? []))];
}

interface Played {
  readonly operation: string;
  readonly outcome: Outcome;
  readonly cpu: CpuTimes;
  readonly remark?: string;
}

export interface Playing {
  readonly concurrency: number;
  readonly seconds: number;
  /** Looks at all answers, which takes time of its own. */
  readonly check?: boolean;
  /** Runs a measured step, and may do something before and after. */
  readonly around?: (operation: string, run: () => Promise<Outcome>) => Promise<Outcome>;
}

/** Plays a scenario once; the outcomes of its measured steps. */
export async function play(
  subject: Subject,
  scenario: Scenario,
  { concurrency, seconds, check = false, around = (_, run) => run() }: Playing,
): Promise<Played[]> {
  const { population } = subject;
  const nonce = Date.now() % 1e10;
  const single = async (request: ReturnType<Step['request']>) =>
    drive(subject, { concurrency: 1, seconds: NO_END, count: 1, keep: true, request: () => request });
  const made: string[] = [];
  const group = scenario.ownGroup === true ? idOf(await single(ownGroup({ population, nonce }))) : '';
  const place: Place = { population, nonce, group, made };
  const played: Played[] = [];
  let items = scenario.items({ users: population.users, concurrency });
  let isBounded = true;
  for (const step of scenario.steps) {
    const { operation, batch = 1 } = step;
    const run = () =>
      drive(subject, {
        concurrency,
        seconds: isBounded ? seconds : NO_END,
        count: step.takesAllMade === true ? made.length : Math.ceil(items / batch),
        keep: step.ids !== undefined || check,
        request: (item) => step.request(place, item),
      });
    const before = await cpuTimes(subject);
    const outcome = operation === undefined ? await run() : await around(operation, run);
    const after = await cpuTimes(subject);
    items = Math.min(items, outcome.done * batch);
    // What is undone after it is all that was done, so the steps behind the first measured one have no end.
    if (operation !== undefined) isBounded = false;
    made.push(...outcome.bodies.flatMap((body) => step.ids?.(parse(body)) ?? []));
    if (operation === undefined) continue;
    const remark = check ? remarkOn(step, outcome) : undefined;
    const each = (name: keyof CpuTimes) => (after[name] - before[name]) / outcome.done;
    const cpu = { server: each('server'), database: each('database'), client: each('client') };
    played.push({ operation, outcome, cpu, ...(remark === undefined ? {} : { remark }) });
  }
  if (scenario.ownGroup === true) await single({ method: 'DELETE', path: `/Groups/${group}` });
  return played;
}

/**
 * Plays a scenario for so long. A server that has run for weeks has its code compiled; one that was just started still
 * interprets it, and the one with more code would look slower than it is.
 */
export async function warm(subject: Subject, scenario: Scenario, playing: Playing): Promise<void> {
  const end = performance.now() + playing.seconds * 1000;
  for (let left = playing.seconds; left > 0; left = (end - performance.now()) / 1000) {
    await play(subject, scenario, { ...playing, seconds: left });
  }
}

/** What each process has used so far; NaN where nobody knows. */
async function cpuTimes({ pid, databasePid }: Subject): Promise<CpuTimes> {
  const of = async (process: number | undefined) => (process === undefined ? undefined : await cpuTime(process)) ?? NaN;
  return { server: await of(pid), database: await of(databasePid), client: await of(process.pid) };
}

/** Tells whether not one request was carried out: there is no speed to compare. */
function isRefused({ done, failures }: Outcome): boolean {
  return Object.values(failures).reduce((sum, count) => sum + count, 0) === done;
}

/** What is wrong with the answers to a step. */
function remarkOn({ isRight }: Step, { done, failures, bodies }: Outcome): string | undefined {
  const [failure] = Object.entries(failures);
  if (failure !== undefined) return `${failure[1]} of ${done} answers: ${failure[0]}`;
  const wrong = isRight === undefined ? 0 : bodies.filter((body) => !isRight(parse(body))).length;
  return wrong === 0 ? undefined : `${wrong} of ${done} answers are not what was asked for`;
}

function idOf({ bodies, failures }: Outcome): string {
  const { id } = parse(bodies[0] ?? '') as { id?: string };
  if (id === undefined) throw new Error(`no group: ${JSON.stringify(failures)} ${bodies[0] ?? ''}`);
  return id;
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return {};
  }
}
