// The real server as its users run it: `npm start`, over a folder of its own.
import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../support/server.js';

export interface ServerProcess {
  /** The base URL of SCIM. */
  readonly url: string;
  readonly token: string;
  /** Everything that the server wrote. */
  log(): Promise<string>;
  /** Asks it to end, as an operator does, and waits for it. Gives the exit code, null where a signal ended it. */
  terminate(): Promise<number | null>;
  /** Ends what is left of it and removes its folder. */
  dispose(): Promise<void>;
}

// The first start may have to download a mongod.
const READY_WITHIN_MS = 180_000;
const ENDED_WITHIN_MS = 30_000;
const POLL_MS = 100;

/** @throws Error with what the server wrote, where it doesn't get ready */
export async function startServerProcess(): Promise<ServerProcess> {
  const folder = await mkdtemp(join(tmpdir(), 'scim-external-'));
  const port = String(await freePort());
  const token = `external-${randomUUID()}`;
  const logFile = join(folder, 'server.log');
  const output = await open(logFile, 'w');
  const child = spawn('npm', ['start'], {
    env: {
      ...process.env,
      PORT: port,
      SCIM_BEARER_TOKEN: token,
      // One token does what many clients would.
      TENANT_RATE: 'off',
      TOKEN_RATE: 'off',
      AUTH_FAILURES: 'off',
      // Nobody's yet: POST /Me makes the user.
      SCIM_TOKEN_SUBJECT: randomUUID(),
      DATA_DIR: join(folder, 'data'),
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', output.fd, output.fd],
  });
  await output.close();
  const server: ServerProcess = {
    url: `http://127.0.0.1:${port}/scim/v2`,
    token,
    log: () => readFile(logFile, 'utf8'),
    async terminate() {
      child.kill('SIGTERM');
      return ended(child);
    },
    async dispose() {
      if (isRunning(child)) {
        child.kill('SIGTERM');
        await ended(child);
      }
      await rm(folder, { recursive: true, force: true });
    },
  };
  try {
    await ready(child, `http://127.0.0.1:${port}/readyz`);
  } catch (error) {
    const log = await server.log();
    await server.dispose();
    throw new Error(`the server didn't get ready:\n${log}`, { cause: error });
  }
  return server;
}

async function ready(child: ChildProcess, url: string): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline) {
    if (!isRunning(child)) throw new Error('it ended');
    const isReady = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return;
    await pause(POLL_MS);
  }
  throw new Error(`${url} took more than ${READY_WITHIN_MS} ms`);
}

async function ended(child: ChildProcess): Promise<number | null> {
  if (isRunning(child)) await once(child, 'exit', { signal: AbortSignal.timeout(ENDED_WITHIN_MS) });
  return child.exitCode;
}

function isRunning({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode === null && signalCode === null;
}
