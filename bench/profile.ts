// Where the time of one operation goes: a CPU profile of our server under load, and what it asked of the database.
import { mkdir, writeFile } from 'node:fs/promises';
import { commandsSoFar, perRequest } from './commands.js';
import { operationsOf, play, warm } from './compare.js';
import { attach } from './inspector.js';
import { flameGraph } from './flame.js';
import { packageOf, placeOf } from './frames.js';
import type { CpuProfile } from './inspector.js';
import type { Mongod } from './mongod.js';
import { freePort } from './process.js';
import type { Report } from './seed.js';
import { startOurs } from './subjects/ours.js';
import { SCENARIOS } from './workload.js';

export interface Profiling {
  readonly operation: string;
  readonly users: number;
  readonly concurrency: number;
  readonly seconds: number;
  readonly warmUp: number;
  /** Where the profile goes, `.cpuprofile` for DevTools and speedscope, and `.svg`. */
  readonly file: string;
  /** The folder of another build of the server. */
  readonly build?: string | undefined;
}

export interface Profiled {
  readonly requestsPerSecond: number;
  /** Shares of the time in which the process was not idle. */
  readonly functions: readonly [string, number][];
  readonly packages: readonly [string, number][];
  /** Commands to the database for each request. */
  readonly commands: readonly [string, number][];
}

/** @throws Error where there is no such operation */
export async function profile(mongod: Mongod, profiling: Profiling, report: Report): Promise<Profiled> {
  const { operation, users, concurrency, seconds, warmUp, file, build } = profiling;
  const scenario = SCENARIOS.find((each) => operationsOf(each).includes(operation));
  if (scenario === undefined)
    throw new Error(`no operation ${operation}: ${SCENARIOS.flatMap(operationsOf).join(', ')}`);
  const port = await freePort();
  const node = [`--inspect=127.0.0.1:${port}`];
  const subject = await startOurs(mongod, { users, groupSize: 100, node, build }, report);
  try {
    await warm(subject, scenario, { concurrency, seconds: warmUp });
    const inspector = await attach(port);
    const admin = mongod.uri('admin');
    let found: Profiled | undefined;
    await play(subject, scenario, {
      concurrency,
      seconds,
      async around(each, run) {
        if (each !== operation || found !== undefined) return run();
        const before = await commandsSoFar(admin);
        const { result: outcome, profile: taken } = await inspector.profile(run);
        const commands = perRequest(before, await commandsSoFar(admin), outcome.done);
        await mkdir('bench/data', { recursive: true });
        await writeFile(`${file}.cpuprofile`, JSON.stringify(taken));
        await writeFile(`${file}.svg`, flameGraph(taken, `${operation}, ${concurrency} at once`));
        found = {
          requestsPerSecond: outcome.perSecond,
          functions: selfTimes(taken, placeOf),
          packages: selfTimes(taken, packageOf),
          commands,
        };
        return outcome;
      },
    });
    inspector.close();
    if (found === undefined) throw new Error(`${operation} was not played`);
    return found;
  } finally {
    await subject.stop();
  }
}

type CallFrame = CpuProfile['nodes'][number]['callFrame'];

/** Shares of self time, the greatest first. */
function selfTimes(
  { nodes, samples, timeDeltas }: CpuProfile,
  nameOf: (frame: CallFrame) => string,
): [string, number][] {
  const names = new Map(nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)]));
  const times = new Map<string, number>();
  for (const [index, id] of samples.entries()) {
    const name = names.get(id) ?? '';
    if (name !== '(idle)') times.set(name, (times.get(name) ?? 0) + (timeDeltas[index] ?? 0));
  }
  const total = [...times.values()].reduce((sum, time) => sum + time, 0);
  return [...times].map(([name, time]): [string, number] => [name, time / total]).sort(([, a], [, b]) => b - a);
}
