// The peers: SCIM servers of others, each with all its resources in memory. What they know is sent to them by POST.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import type { Server } from '../load.js';
import { drive } from '../load.js';
import { group, user } from '../population.js';
import type { Population } from '../population.js';
import { freePort, start } from '../process.js';
import type { Report } from '../seed.js';
import type { Subject } from '../subject.js';
import { TOKEN, unsupportedBy } from './ours.js';

interface Peer {
  readonly name: string;
  /** Gets what it needs, where it isn't there. */
  install(): Promise<void>;
  readonly command: readonly [string, ...string[]];
}

/** A peer that can't be run here. */
export interface Absent {
  readonly name: string;
  readonly why: string;
}

const PEERS = 'bench/peers';
const VENV = `${PEERS}/scim2/.venv`;
const ELIMITY = 'bench/data/elimity';
const run = promisify(execFile);

const ALL: readonly Peer[] = [
  {
    name: 'scimmy-routers',
    install: async () => undefined,
    command: ['node', '--import', 'tsx', `${PEERS}/scimmy/server.ts`],
  },
  {
    name: 'scim2-server',
    async install() {
      if (existsSync(`${VENV}/bin/waitress-serve`)) return;
      await run('python3', ['-m', 'venv', VENV]);
      await run(`${VENV}/bin/python`, ['-m', 'pip', 'install', '--quiet', '-r', `${PEERS}/scim2/requirements.txt`]);
    },
    command: [`${VENV}/bin/python`, `${PEERS}/scim2/serve.py`],
  },
  {
    name: 'elimity-com/scim',
    async install() {
      await run('go', ['build', '-C', `${PEERS}/elimity`, '-o', '../../data/elimity', '.']);
    },
    command: [ELIMITY],
  },
];

/** Installs, starts and fills the peers; one that can't be had is told with the reason, and the run goes on. */
export async function startPeers(
  users: number,
  groupSize: number,
  report: Report,
): Promise<{ subjects: Subject[]; absent: Absent[] }> {
  const subjects: Subject[] = [];
  const absent: Absent[] = [];
  for (const peer of ALL) {
    try {
      await peer.install();
      report(`filling ${peer.name}`);
      subjects.push(await startPeer(peer, users, groupSize));
    } catch (error) {
      const [why = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
      absent.push({ name: peer.name, why });
    }
  }
  return { subjects, absent };
}

async function startPeer({ name, command }: Peer, users: number, groupSize: number): Promise<Subject> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/scim/v2`;
  const running = await start({ command, env: { PORT: String(port), TOKEN }, url: `${url}/ServiceProviderConfig` });
  const server = { url, token: TOKEN };
  try {
    const population = await fill(server, users, groupSize);
    const unsupported = await unsupportedBy(url);
    return { ...running, ...server, name, population, without: (operation) => unsupported.get(operation) };
  } catch (error) {
    await running.stop();
    throw error;
  }
}

const FILL_SECONDS = 300;

async function fill(server: Server, users: number, groupSize: number): Promise<Population> {
  const ids = await create(server, '/Users', users, user);
  const [groupId = ''] = await create(server, '/Groups', 1, () =>
    group(`Group of ${groupSize}`, ids.slice(0, groupSize)),
  );
  return { users, groupSize, userId: (index) => ids[index] ?? '', groupId: () => groupId };
}

/** @throws Error where not all could be created */
async function create(
  server: Server,
  path: string,
  count: number,
  bodyOf: (index: number) => object,
): Promise<string[]> {
  const { done, bodies, failures } = await drive(server, {
    concurrency: Math.min(8, count),
    seconds: FILL_SECONDS,
    count,
    keep: true,
    request: (index) => ({ method: 'POST', path, body: bodyOf(index) }),
  });
  const [failure] = Object.keys(failures);
  if (failure !== undefined) throw new Error(`POST ${path} answers ${failure}: ${bodies[0] ?? ''}`);
  if (done < count) throw new Error(`only ${done} of ${count} were created in ${FILL_SECONDS} s`);
  return bodies.map((body) => (JSON.parse(body) as { id: string }).id);
}
