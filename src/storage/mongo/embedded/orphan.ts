// In charge of the mongod that may already run over our folder: an orphan of a killed server is stopped, one whose
// server lives is left alone. No record of our own can go stale: mongod's lock file names its process, and that
// process's command line names the folder and, by the title we gave it, the server that started it.
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';

const TERM_MS = 15_000;

interface Occupant {
  readonly pid: number;
  readonly parent: number;
  /** The pid of the server that started it. */
  readonly server: number;
  readonly port: number;
}

/** What a mongod calls itself in a list of processes: it names its server. */
export function titleOf(server: number): string {
  return `mongod-of-${server}`;
}

/**
 * Makes sure that no mongod runs over the folder.
 *
 * @throws Error when the server that started it is alive: two servers can't share a folder
 */
export async function vacate(dbpath: string, report: (line: string) => void): Promise<void> {
  const occupant = await occupantOf(dbpath);
  if (!occupant) return;
  // A process whose parent dies gets another one, so a parent that is still the same is alive: unlike a look at
  // whether the server's pid exists, this can't be fooled by a pid that was given to another process.
  if (occupant.parent === occupant.server) {
    throw new Error(
      `The data folder ${dbpath} is in use by a server, or a command, with process id ${occupant.server} ` +
        `(its mongod is ${occupant.pid}). Stop that one or wait for it, or give this one another DATA_DIR.`,
    );
  }
  report(`stopping mongod ${occupant.pid}, left by a server that was killed`);
  process.kill(occupant.pid, 'SIGTERM');
  const patience = Date.now() + TERM_MS;
  let killed = false;
  while ((await occupantOf(dbpath))?.pid === occupant.pid) {
    if (!killed && Date.now() > patience) killed = process.kill(occupant.pid, 'SIGKILL');
    await delay(20);
  }
}

async function occupantOf(dbpath: string): Promise<Occupant | undefined> {
  const pid = Number(await readFile(join(dbpath, 'mongod.lock'), 'utf8').catch(() => ''));
  if (!pid) return undefined;
  const found = await (process.platform === 'linux' ? fromProc(pid) : fromPs(pid)).catch(() => undefined);
  const server = /^mongod-of-(\d+) /.exec(found?.command ?? '')?.[1];
  if (!found || !server || !found.command.includes(` --dbpath ${dbpath} --`)) return undefined;
  const port = Number(/ --port (\d+) /.exec(found.command)?.[1]);
  return { pid, parent: found.parent, server: Number(server), port };
}

/** The port of the mongod that a living server runs over the folder. */
export async function portOfLiving(dbpath: string): Promise<number | undefined> {
  const occupant = await occupantOf(dbpath);
  return occupant?.parent === occupant?.server ? occupant?.port : undefined;
}

/** Linux images often come without ps. The command line of a zombie is empty there. */
async function fromProc(pid: number): Promise<{ parent: number; command: string }> {
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8');
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return { parent: Number(/^PPid:\s*(\d+)/m.exec(status)?.[1]), command: command.replaceAll('\0', ' ') };
}

async function fromPs(pid: number): Promise<{ parent: number; command: string }> {
  const { stdout } = await promisify(execFile)('ps', ['-ww', '-o', 'ppid=,command=', '-p', String(pid)]);
  const [, parent, command = ''] = /^\s*(\d+)\s+(.*)/.exec(stdout) ?? [];
  return { parent: Number(parent), command };
}
