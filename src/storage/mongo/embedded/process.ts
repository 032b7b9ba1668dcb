// In charge of mongod as a child process: its command line, waiting until it listens, and stopping it.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile, rename } from 'node:fs/promises';
import { createConnection, createServer, type AddressInfo } from 'node:net';
import { totalmem } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';

export interface Exit {
  readonly code: number | null;
  readonly signal: string | null;
}

/** A mongod that was started and hasn't been waited for. */
export interface Running {
  readonly pid: number;
  readonly port: number;
  readonly exited: Promise<Exit>;
  readonly stop: () => Promise<void>;
}

/** Where a mongod runs: its binary, its files, its log and the name that it goes by in a list of processes. */
interface Launch {
  readonly binary: string;
  readonly dbpath: string;
  readonly log: string;
  readonly title: string;
}

const GIB = 2 ** 30;
const STOP_MS = 15_000;
const NOTICE_MS = 10_000;

/** mongod's own default, half of what is left after 1 GiB, but at most 1 GiB: this one shares the machine. */
const CACHE_GB = Math.min(1, Math.max(0.25, (totalmem() - GIB) / 2 / GIB));

/**
 * Starts a mongod on a free loopback port. It writes to a fresh log; the one of the run before is kept beside it.
 *
 * @throws Error when the binary can't be executed
 */
export async function launch({ binary, dbpath, log, title }: Launch): Promise<Running> {
  const port = await freePort();
  await rename(log, `${log}.previous`).catch(() => undefined);
  const output = await open(log, 'a');
  try {
    const child = spawn(binary, commandLine(dbpath, port), {
      argv0: title,
      detached: true, // in a process group of its own: ^C in the terminal is for the server, which stops mongod last
      stdio: ['ignore', output.fd, output.fd],
      env: { ...process.env, LC_ALL: 'C' }, // mongod refuses to start under a locale that isn't installed
    });
    await once(child, 'spawn');
    return running(child, port);
  } finally {
    await output.close();
  }
}

/**
 * Waits until it listens, however long it takes: a mongod that was killed first recovers by its journal.
 *
 * @returns true, or false if it ended instead
 */
export async function listens({ port, exited }: Running, report: (line: string) => void): Promise<boolean> {
  const ended = exited.then(() => true);
  let notice = Date.now() + NOTICE_MS;
  while (!(await accepts(port))) {
    if (await Promise.race([ended, delay(20, false)])) return false;
    if (Date.now() < notice) continue;
    report('mongod is still starting: recovering its data');
    notice = Date.now() + NOTICE_MS;
  }
  return true;
}

/** The last line of a log that says error or fatal, or its last line. */
export async function complaint(log: string): Promise<string> {
  const lines = (await readFile(log, 'utf8')).trim().split('\n');
  return lines.findLast((line) => /"s":"[EF]"/.test(line)) ?? lines.at(-1) ?? '';
}

function commandLine(dbpath: string, port: number): string[] {
  const options = {
    '--dbpath': dbpath,
    '--port': port,
    '--bind_ip': '127.0.0.1',
    '--replSet': 'scim',
    '--wiredTigerCacheSizeGB': CACHE_GB.toFixed(2),
    '--oplogSize': 1024, // MB; the default is a twentieth of the free disk
  };
  const parameters = {
    diagnosticDataCollectionEnabled: false,
    // How long a transaction of a server that was killed keeps its locks; the default is a minute.
    transactionLifetimeLimitSeconds: 10,
    // How long what was deleted stays in indexes, for reads of the past: nobody makes one. The default is 5 minutes.
    minSnapshotHistoryWindowInSeconds: 0,
  };
  return [
    ...Object.entries(options).flatMap(([name, value]) => [name, String(value)]),
    ...Object.entries(parameters).flatMap(([name, value]) => ['--setParameter', `${name}=${value}`]),
    '--nounixsocket',
  ];
}

function running(child: ChildProcess, port: number): Running {
  const exited = once(child, 'exit').then((exit) => {
    const [code, signal] = exit as [number | null, string | null];
    return { code, signal };
  });
  const terminate = () => void child.kill('SIGTERM');
  process.on('exit', terminate);
  void exited.then(() => process.off('exit', terminate));
  return {
    pid: child.pid ?? NaN,
    port,
    exited,
    stop: async () => {
      terminate();
      const kill = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
      await exited;
      clearTimeout(kill);
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function accepts(port: number): Promise<boolean> {
  const socket = createConnection(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
