// A server as operators run it, with metrics, and the variables that the run books have of it.
import { afterEach } from '@jest/globals';
import type { Child } from '../e2e/child.js';
import { spawnServer, stop } from '../e2e/child.js';
import { until } from '../support/until.js';
import { freePort } from '../support/server.js';

export const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';

export interface Deployment {
  readonly child: Child;
  /** The base URL of SCIM, and a token that the settings name. */
  readonly url: string;
  readonly token: string;
  /** Of its run books: the settings, and where it is. */
  readonly environment: Readonly<Record<string, string>>;
  /** The lines of its log. */
  lines(): readonly any[];
}

const TOKEN = 'a-token-of-the-run-books-0123456789';

/** Starts it, and waits until it listens. @throws Error with what it wrote, where it ends instead */
export async function deploy(
  given: Readonly<Record<string, string>>,
  command?: readonly [string, ...string[]],
): Promise<Deployment> {
  const metrics = String(await freePort());
  const settings = { SCIM_BEARER_TOKEN: TOKEN, METRICS_PORT: metrics, ...given };
  const child = await (command === undefined ? spawnServer(settings) : spawnServer(settings, command));
  await until(() => child.process.exitCode !== null || child.output().stdout.includes('"msg":"listening"'));
  if (child.process.exitCode !== null) throw new Error(child.output().stderr);
  const server = given['TLS_CERT_FILE'] === undefined ? child.origin : child.origin.replace('http', 'https');
  return {
    child,
    url: `${server}/scim/v2`,
    token: TOKEN,
    environment: {
      ...settings,
      SERVER: server,
      SCIM: `${server}/scim/v2`,
      METRICS: `http://127.0.0.1:${metrics}/metrics`,
      TOKEN,
      PID: String(child.process.pid),
      SINCE: new Date(Date.now() - 1_000).toISOString(),
    },
    lines: () =>
      child
        .output()
        .stdout.split('\n')
        .filter((line) => line.startsWith('{'))
        .flatMap((line) => (line.endsWith('}') ? [JSON.parse(line)] : [])),
  };
}

/** As `deploy`, in the tests of a file: what one of them leaves running is ended behind it. */
export function deployments(): typeof deploy {
  const started: Deployment[] = [];
  afterEach(async () => {
    for (const { child } of started.splice(0)) await stop(child);
  });
  return async (given, command) => {
    const server = await deploy(given, command);
    started.push(server);
    return server;
  };
}
