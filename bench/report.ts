// What was measured, as tables of Markdown.
import { cpus, loadavg, totalmem } from 'node:os';
import type { Comparison, CpuTimes, Sample } from './compare.js';
import type { Flags } from './flags.js';
import { GOALS, growthGoal } from './goals.js';
import type { Ratio } from './ratio.js';
import type { Profiled } from './profile.js';
import { median, of, ratio } from './ratio.js';

const perSecond = (sample: Sample) => sample.perSecond;
const cpu = (sample: Sample) => sample.cpu.server;

/** Rows of a profile. */
const TOP = 20;

type Row = readonly (string | number)[];

/** One subject against each of the others: how many times as fast, with its goal where there is one. */
export function ratioTable(
  { samples, remarks }: Comparison,
  subject: string,
  others: readonly string[],
  withGoals: boolean,
): string {
  const remarkOn = (operation: string, other: string) => {
    const remark = remarks.find((each) => each.operation === operation && each.subject === other);
    return remark === undefined ? '' : ` (${remark.why})`;
  };
  const rows = eachOperation(samples).map(({ operation, concurrency, these }) => {
    const goal = GOALS[operation]?.[concurrency];
    const against = others.map((other) => {
      const speed = ratio(these, perSecond, subject, other);
      if (speed !== undefined) return `${show(speed)}${remarkOn(operation, other)}`;
      return remarks.find((each) => each.operation === operation && each.subject === other)?.why ?? '-';
    });
    const goals = withGoals ? [goal === undefined ? '' : `>= ${goal}`] : [];
    const used = ratio(these, cpu, subject, others[0] ?? '');
    return [
      operation,
      concurrency,
      speed(of(these, subject)),
      ...against,
      ...goals,
      used === undefined ? '-' : show(used),
      ...[subject, ...others.slice(0, 1)].map((name) => split(of(these, name))),
    ];
  });
  const heads = others.map((other) => `ours / ${other}`);
  return table(
    [
      'operation',
      'c',
      `${subject}: ops/s, p50 ms, p99 ms, CPU µs`,
      ...heads,
      ...(withGoals ? ['goal'] : []),
      `server CPU: ours / ${others[0] ?? ''}`,
      ...[subject, ...others.slice(0, 1)].map((name) => `CPU µs, ${name}: server + MongoDB + load client`),
    ],
    rows,
  );
}

/** What an operation costs in each subject, from the smallest to the largest, and the last against the first. */
export function growthTable({ samples }: Comparison, subjects: readonly string[]): string {
  const first = subjects[0] ?? '';
  const last = subjects.at(-1) ?? '';
  const rows = eachOperation(samples).map(({ operation, concurrency, these }) => {
    const costs = subjects.map((name) => {
      const each = median(of(these, name).map(perSecond));
      return Number.isNaN(each) ? '-' : round((1000 / each) * concurrency);
    });
    const growth = ratio(these, perSecond, first, last);
    return [operation, concurrency, ...costs, growth === undefined ? '-' : show(growth), growthGoal(operation)];
  });
  return table(['operation', 'c', ...subjects.map((name) => `${name}, ms`), 'last / first', 'goal'], rows);
}

/** When and where a run was, and how it was made. */
export function runDescription({ rounds, seconds, warmUp, concurrencies }: Flags): string {
  const { model = '' } = cpus()[0] ?? {};
  const memory = Math.round(totalmem() / 2 ** 30);
  const [load = 0] = loadavg();
  return [
    `Run of ${new Date().toISOString().slice(0, 10)}: ${cpus().length} cores (${model}), ${memory} GB, Node`,
    `${process.version}; load client, servers and mongod on this one machine, whose load was ${load.toFixed(1)} before;`,
    `${rounds} rounds of ${seconds} s behind ${warmUp} s to warm up, c = ${concurrencies.join(' and ')} requests at once. A ratio is **median** (least-greatest) of the rounds.`,
  ].join(' ');
}

export function profileTables({ requestsPerSecond, functions, packages, commands }: Profiled): string {
  const percent = (rows: Profiled['functions']) =>
    rows.slice(0, TOP).map(([name, share]) => [`\`${name}\``, (share * 100).toFixed(1)]);
  const counts = commands.map(([name, count]) => [name, count.toFixed(2)]);
  return [
    `${requestsPerSecond.toFixed(0)} requests a second while it was profiled`,
    table(['command to MongoDB', 'for each request'], counts),
    table(['package or folder', 'self time, %'], percent(packages)),
    table(['function', 'self time, %'], percent(functions)),
  ].join('\n\n');
}

export function table(head: Row, rows: readonly Row[]): string {
  const line = (cells: Row) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function eachOperation(samples: readonly Sample[]) {
  const keys = [...new Set(samples.map(({ operation, concurrency }) => `${operation}\n${concurrency}`))];
  return keys.map((key) => {
    const [operation = '', concurrency = ''] = key.split('\n');
    const these = samples.filter((each) => each.operation === operation && each.concurrency === Number(concurrency));
    return { operation, concurrency: Number(concurrency), these };
  });
}

function speed(samples: readonly Sample[]): string {
  if (samples.length === 0) return '-';
  const of = (pick: (sample: Sample) => number) => round(median(samples.map(pick)));
  return [perSecond, ({ p50 }: Sample) => p50, ({ p99 }: Sample) => p99, cpu].map(of).join(', ');
}

/** Where the CPU of all processes went, for one request. */
function split(samples: readonly Sample[]): string {
  const of = (name: keyof CpuTimes) => round(median(samples.map(({ cpu }) => cpu[name])));
  return [of('server'), of('database'), of('client')].filter((each) => each !== 'NaN').join(' + ');
}

function show({ median, min, max }: Ratio): string {
  return `**${round(median)}** (${round(min)}-${round(max)})`;
}

/** Three digits that mean something. */
function round(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
