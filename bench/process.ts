// A server under test as a process of its own: started, waited for, stopped.
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

export interface Running {
  readonly pid: number;
  stop(): Promise<void>;
}

export interface Launch {
  readonly command: readonly [string, ...string[]];
  readonly cwd?: string;
  readonly env: Readonly<Record<string, string>>;
  /** Answers once the server takes requests, whatever its status. */
  readonly url: string;
}

const READY_WITHIN_MS = 120_000;
const POLL_MS = 50;
const KEPT_OUTPUT = 4_000;

/** @throws Error with what the server wrote, where it ends or doesn't answer */
export async function start({ command: [file, ...args], cwd, env, url }: Launch): Promise<Running> {
  const child = spawn(file, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const listen = (chunk: Buffer) => (output = `${output}${chunk.toString()}`.slice(-KEPT_OUTPUT));
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  const ended = once(child, 'close');
  const terminate = () => void child.kill('SIGTERM');
  process.on('exit', terminate);
  const running = {
    pid: child.pid ?? NaN,
    async stop() {
      terminate();
      await ended;
      process.off('exit', terminate);
    },
  };
  const deadline = Date.now() + READY_WITHIN_MS;
  while (!(await answers(url))) {
    if (!isRunning(child)) throw new Error(`${file} ended:\n${output}`);
    if (Date.now() > deadline) {
      await running.stop();
      throw new Error(`${file} doesn't answer at ${url}:\n${output}`);
    }
    await pause(POLL_MS);
  }
  return running;
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    async (response) => {
      await response.arrayBuffer();
      return response.status < 500;
    },
    () => false,
  );
}

function isRunning({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode === null && signalCode === null;
}
