// The server as operators run it: a process of its own, with settings from the environment.
import { spawn } from 'node:child_process';
import type { ChildProcess, StdioOptions } from 'node:child_process';
import { once } from 'node:events';
import { atEnd } from '../support/at-end.js';
import { freePort } from '../support/server.js';
import { SERVER } from '../support/programs.js';
import { until } from '../support/until.js';

export interface Child {
  /** The origin that it listens on. */
  readonly origin: string;
  readonly process: ChildProcess;
  /** What it wrote so far. */
  output(): { stdout: string; stderr: string };
  /** Waits for the end; the exit code. */
  ended(): Promise<number | null>;
}

/** Starts the server, by npm or by node itself, and doesn't wait for it. */
export async function spawnServer(
  settings: Readonly<Record<string, string>>,
  command: readonly [string, ...string[]] = SERVER,
  stdio: StdioOptions = 'pipe',
): Promise<Child> {
  const port = settings['PORT'] ?? String(await freePort());
  const { NODE_OPTIONS: _jest, ...environment } = process.env;
  const [file, ...args] = command;
  const child = spawn(file, args, { env: { ...environment, PORT: port, ...settings }, stdio });
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const closed = once(child, 'close');
  atEnd(async () => {
    child.kill();
    await closed;
  });
  return {
    origin: `http://127.0.0.1:${port}`,
    process: child,
    output: () => ({ stdout, stderr }),
    ended: async () => {
      await closed;
      return child.exitCode;
    },
  };
}

/** Waits until the server is ready. @throws Error with what it wrote, where it ends instead */
export async function untilReady(child: Child): Promise<void> {
  const hasEnded = () => child.process.exitCode !== null;
  await until(async () => hasEnded() || (await fetch(`${child.origin}/readyz`)).status === 200);
  if (hasEnded()) throw new Error(child.output().stderr);
}

/** Asks it to stop, and gives its exit code. */
export function stop(child: Child): Promise<number | null> {
  child.process.kill('SIGTERM');
  return child.ended();
}
