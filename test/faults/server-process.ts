// The server as a process that is killed and started again on the same address.
import { once } from 'node:events';
import type { Child } from '../e2e/child.js';
import { spawnServer, stop, untilReady } from '../e2e/child.js';
import { freePort } from '../support/server.js';

export interface ServerProcess {
  /** The base URL of SCIM. */
  readonly url: string;
  readonly token: string;
  readonly port: number;
  /** Waits until it is ready. */
  ready(): Promise<void>;
  isReady(): Promise<boolean>;
  /** As by a power cut: -9. */
  kill(): Promise<void>;
  start(): Promise<void>;
  /** What the process that runs now wrote. */
  log(): string;
  /** In order. @returns the exit code */
  stop(): Promise<number | null>;
}

const TOKEN = 'a-token-of-the-faults-0123456789';

export async function startServerProcess(mongodbUri: string): Promise<ServerProcess> {
  const port = await freePort();
  const settings = {
    PORT: String(port),
    MONGODB_URI: mongodbUri,
    SCIM_BEARER_TOKEN: TOKEN,
    // One token does what many clients would.
    TENANT_RATE: 'off',
    TOKEN_RATE: 'off',
    AUTH_FAILURES: 'off',
    LOG_LEVEL: 'error',
  };
  let child: Child = await spawnServer(settings);
  await untilReady(child);
  return {
    url: `${child.origin}/scim/v2`,
    token: TOKEN,
    port,
    ready: () => untilReady(child),
    isReady: () =>
      fetch(`${child.origin}/readyz`).then(
        ({ status }) => status === 200,
        () => false,
      ),
    async kill() {
      const exited = once(child.process, 'exit');
      child.process.kill('SIGKILL');
      await exited;
    },
    async start() {
      child = await spawnServer(settings);
      await untilReady(child);
    },
    log: () => child.output().stdout,
    stop: () => stop(child),
  };
}
