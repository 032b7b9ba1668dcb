// The parts of a run: what is compared with what, and its section of the report.
import type { Comparison } from './compare.js';
import { compare, operationsOf } from './compare.js';
import type { Flags, PartName } from './flags.js';
import { MEMORY } from './goals.js';
import { measureMemory } from './memory.js';
import type { Mongod } from './mongod.js';
import { groupSizes } from './population.js';
import { freePort } from './process.js';
import { growthTable, ratioTable, table } from './report.js';
import type { Report } from './seed.js';
import type { Subject } from './subject.js';
import { startCeilings } from './subjects/ceilings.js';
import { startOurs } from './subjects/ours.js';
import { startPeers } from './subjects/peers.js';
import type { Scenario } from './workload.js';
import { SCENARIOS } from './workload.js';

export interface Section {
  readonly markdown: string;
  readonly data: unknown;
}

export interface Run {
  readonly flags: Flags;
  readonly mongod: Mongod;
  readonly report: Report;
}

/** Members of the group that peers are tried with: they read and write a group as a whole. */
const PEER_GROUP = 1_000;
const SMALL_GROUP = 100;

/** What watches over a server, off. */
const UNGUARDED = { AUDIT: 'off', BRAKE: 'off', AUTH_FAILURES: 'off', TENANT_RATE: 'off', TOKEN_RATE: 'off' };

/** Traces are on, and the least is done for them. */
const UNSAMPLED = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9', OTEL_TRACES_SAMPLER: 'always_off' };

const number = (value: number) => value.toLocaleString('en');
const largestGroup = (users: number) => groupSizes(users).at(-1) ?? 0;

export const PARTS: Readonly<Record<PartName, (run: Run) => Promise<Section>>> = {
  async ceilings({ flags, mongod, report }) {
    const { users } = flags;
    const groupSize = largestGroup(users);
    const ceilings = await startCeilings(mongod, users, groupSize, report);
    const ours = await startOurs(mongod, { users, groupSize }, report);
    const data = await comparing([ours, ...ceilings], SCENARIOS, flags, report);
    const others = ceilings.map(({ name }) => name);
    const title = `### Against the ceilings: ${number(users)} users, a group of ${number(groupSize)}`;
    return { data, markdown: `${title}\n\n${ratioTable(data, ours.name, others, true)}` };
  },

  async peers({ flags, mongod, report }) {
    const users = flags.peerUsers;
    const groupSize = Math.min(PEER_GROUP, largestGroup(users));
    const { subjects, absent } = await startPeers(users, groupSize, report);
    const ours = await startOurs(mongod, { users, groupSize }, report);
    const data = await comparing([ours, ...subjects], SCENARIOS, flags, report);
    const others = subjects.map(({ name }) => name);
    const title = `### Against peers, which keep all in memory: ${number(users)} users, a group of ${number(groupSize)}`;
    const missing = absent.map(({ name, why }) => `\n\n${name} is absent: ${why}`).join('');
    return {
      data: { ...data, absent },
      markdown: `${title}\n\n${ratioTable(data, ours.name, others, false)}${missing}`,
    };
  },

  async users({ flags, mongod, report }) {
    const subjects = await startAll(flags.sizes, (users) =>
      startOurs(mongod, { users, groupSize: SMALL_GROUP, name: `${number(users)} users` }, report),
    );
    const data = await comparing(subjects, about('users'), flags, report);
    const names = subjects.map(({ name }) => name);
    return { data, markdown: `### Growth with the number of users\n\n${growthTable(data, names)}` };
  },

  async members({ flags, mongod, report }) {
    const users = Math.max(...flags.sizes);
    const subjects = await startAll(groupSizes(users), (groupSize) =>
      startOurs(mongod, { users, groupSize, name: `${number(groupSize)} members` }, report),
    );
    const data = await comparing(subjects, about('group'), flags, report);
    const names = subjects.map(({ name }) => name);
    const title = `### Growth with the size of a group, among ${number(users)} users`;
    return { data, markdown: `${title}\n\n${growthTable(data, names)}` };
  },

  async memory({ flags, mongod, report }) {
    const data = await measureMemory(mongod, Math.max(...flags.sizes), report);
    const show = (megabytes: number | undefined) => (megabytes === undefined ? '-' : megabytes.toFixed(0));
    const head = ['while', 'before, MB', 'peak, MB', 'goal', 'seconds', 'failure'];
    const rows = data.map(({ what, before, peak, seconds, failures: [failure = 'none'] }) => [
      ...[what, show(before), show(peak), `<= ${MEMORY}`, seconds.toFixed(1), failure],
    ]);
    return { data, markdown: `### Resident memory while a large request is answered\n\n${table(head, rows)}` };
  },

  async builds({ flags, mongod, report }) {
    const { users, build } = flags;
    const place = { users, groupSize: SMALL_GROUP };
    const other = await startOurs(mongod, { ...place, name: 'the other build', build }, report);
    const ours = await startOurs(mongod, place, report);
    const data = await comparing([ours, other], SCENARIOS, flags, report);
    const title = `### This build against ${build ?? 'itself'}: ${number(users)} users`;
    return { data, markdown: `${title}\n\n${ratioTable(data, ours.name, [other.name], false)}` };
  },

  async guards({ flags, mongod, report }) {
    const { users } = flags;
    const place = { users, groupSize: SMALL_GROUP };
    const bare = await startOurs(mongod, { ...place, name: 'without', env: UNGUARDED }, report);
    const ours = await startOurs(mongod, { ...place, env: await counted() }, report);
    const data = await comparing([ours, bare], SCENARIOS, flags, report);
    const title = `### What the audit log, limits and metrics cost: ${number(users)} users`;
    return { data, markdown: `${title}\n\n${ratioTable(data, ours.name, [bare.name], false)}` };
  },

  async sight({ flags, mongod, report }) {
    const { users } = flags;
    const place = { users, groupSize: SMALL_GROUP };
    const bare = await startOurs(mongod, { ...place, name: 'nothing' }, report);
    const others = [
      await startOurs(mongod, { ...place, name: 'metrics', env: await counted() }, report),
      await startOurs(mongod, { ...place, name: 'a line a request', env: { LOG_LEVEL: 'info' } }, report),
      await startOurs(mongod, { ...place, name: 'slow requests', env: { SLOW_REQUEST_MS: '60000' } }, report),
      await startOurs(mongod, { ...place, name: 'traces, none sampled', env: UNSAMPLED }, report),
    ];
    const data = await comparing([bare, ...others], SCENARIOS, flags, report);
    const names = others.map(({ name }) => name);
    const title = `### What it costs to be watched: ${number(users)} users`;
    return { data, markdown: `${title}\n\n${ratioTable(data, bare.name, names, false)}` };
  },
};

/** Metrics, on a port of their own. */
async function counted() {
  return { METRICS_PORT: String(await freePort()) };
}

/** Compares, and stops the subjects in the end. */
async function comparing(
  subjects: readonly Subject[],
  scenarios: readonly Scenario[],
  flags: Flags,
  report: Report,
): Promise<Comparison> {
  const { only, concurrencies, rounds, seconds, warmUp } = flags;
  const chosen = scenarios.filter(
    (each) => only.length === 0 || operationsOf(each).some((name) => only.includes(name)),
  );
  try {
    return await compare({ subjects, scenarios: chosen, concurrencies, rounds, seconds, warmUp, report });
  } finally {
    for (const { stop } of subjects) await stop();
  }
}

function about(what: Scenario['about']): Scenario[] {
  return SCENARIOS.filter((scenario) => scenario.about === what);
}

async function startAll<T>(items: readonly T[], startOne: (item: T) => Promise<Subject>): Promise<Subject[]> {
  const subjects: Subject[] = [];
  for (const item of items) subjects.push(await startOne(item));
  return subjects;
}
