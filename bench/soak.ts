// `npm run bench:soak`: a steady load for a time, and whether memory and latency stay as they are. Draws docs/soak.svg.
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { drive } from './load.js';
import { startMongod } from './mongod.js';
import { plot } from './plot.js';
import { median } from './ratio.js';
import { table } from './report.js';
import { startOurs } from './subjects/ours.js';
import { cpuTime, memory } from './usage.js';
import { ownGroup, SCENARIOS } from './workload.js';

const DOCUMENT = 'docs/performance.md';
const PICTURE = 'docs/soak.svg';
const BETWEEN = /(<!-- soak:begin -->\n)[^]*(\n<!-- soak:end -->)/;
const WINDOW = 10;
const CONNECTIONS = 32;

/** What was seen in one window of time. */
interface Window {
  readonly p50: number;
  readonly p99: number;
  /** MB of resident memory at its end. */
  readonly memory: number;
  /** Microseconds of the server's CPU for each request. */
  readonly cpu: number;
}

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '20' },
    rate: { type: 'string', default: '100' },
    users: { type: 'string', default: '10000' },
  },
});
const [minutes, rate, users] = [values.minutes, values.rate, values.users].map(Number) as [number, number, number];
const report = (line: string) => process.stderr.write(`${new Date().toTimeString().slice(0, 8)} ${line}\n`);

const mongod = await startMongod(report);
try {
  const server = await startOurs(mongod, { users, groupSize: 100 }, report);
  try {
    await publish(await soak(server));
  } finally {
    await server.stop();
  }
} finally {
  await mongod.stop();
}

async function soak(server: Awaited<ReturnType<typeof startOurs>>): Promise<Window[]> {
  const day = SCENARIOS.flatMap(({ steps }) => steps).find(({ operation }) => operation === 'a day of Okta');
  if (day === undefined) throw new Error('there is no scenario of a day of Okta');
  const { population, pid } = server;
  const nonce = Date.now() % 1e10;
  const asked = {
    concurrency: 1,
    seconds: WINDOW,
    count: 1,
    keep: true,
    request: () => ownGroup({ population, nonce }),
  };
  const { bodies } = await drive(server, asked);
  const { id: group } = JSON.parse(bodies[0] ?? '{}') as { id: string };
  const place = { population, nonce, group, made: [] };

  const windows: Window[] = [];
  for (let sent = 0; windows.length < (minutes * 60) / WINDOW;) {
    const before = (await cpuTime(pid)) ?? NaN;
    const from = sent;
    const count = rate * WINDOW;
    const request = (index: number) => day.request(place, from + index);
    const load = { concurrency: CONNECTIONS, seconds: 10 * WINDOW, count, rate, keep: false, request };
    const { done, p50, p99, failures } = await drive(server, load);
    const [failure] = Object.entries(failures);
    if (failure !== undefined) throw new Error(`${failure[1]} of ${done} answers: ${failure[0]}`);
    sent += done;
    const cpu = (((await cpuTime(pid)) ?? NaN) - before) / done;
    windows.push({ p50, p99, cpu, memory: (await memory(pid))?.now ?? NaN });
    report(`${sent} requests, ${windows.at(-1)?.memory.toFixed(0) ?? ''} MB, p50 ${p50.toFixed(1)} ms`);
  }
  return windows;
}

async function publish(windows: readonly Window[]): Promise<void> {
  const picked = (pick: keyof Window) => windows.map((window) => window[pick]);
  const lines = [
    { name: 'resident memory, MB', values: picked('memory') },
    { name: 'latency, median, ms', values: picked('p50') },
    { name: 'latency, 99 of 100, ms', values: picked('p99') },
    { name: "the server's CPU, µs a request", values: picked('cpu') },
  ];
  const title = `${rate} requests a second for ${minutes} minutes: a day of Okta on ${users.toLocaleString('en')} users`;
  await writeFile(PICTURE, plot({ title, lines, seconds: windows.length * WINDOW }));

  const quarter = Math.ceil(windows.length / 4);
  const rows = lines.map(({ name, values: all }) => {
    const [first, last] = [median(all.slice(quarter, 2 * quarter)), median(all.slice(-quarter))];
    return [name, first.toFixed(1), last.toFixed(1), (last / first).toFixed(2)];
  });
  const text = `${title}.\n\n${table(['', 'second quarter', 'last quarter', 'ratio'], rows)}`;
  console.log(text);
  const document = await readFile(DOCUMENT, 'utf8');
  await writeFile(
    DOCUMENT,
    document.replace(BETWEEN, (_, begin: string, end: string) => begin + text + end),
  );
}
