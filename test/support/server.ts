// A whole server for a test file: in process, on a database of its own in the mongod that global-setup.mjs started.
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { MongoClient } from 'mongodb';
import type { Db } from 'mongodb';
import { readConfig } from '../../src/config/config.js';
import type { Observation } from '../../src/observe/observation.js';
import { startServer as start } from '../../src/server.js';
import { atEnd } from './at-end.js';

export interface TestServer {
  /** The base URL of SCIM. */
  readonly url: string;
  readonly token: string;
  /** What the server observed so far. */
  readonly observations: readonly Observation[];
  /** The server's database, to look at what was stored. */
  readonly db: Db;
  readonly uri: string;
  /** Ends the server, and leaves its database. */
  stop(): Promise<void>;
  close(): Promise<void>;
}

/** @param settings environment variables on top of the ones that a test needs */
export async function startServer(settings: Readonly<Record<string, string>> = {}): Promise<TestServer> {
  const token = `test-${randomUUID()}`;
  const uri = settings['MONGODB_URI'] ?? databaseUri();
  const config = readConfig({
    PORT: String(await freePort()),
    SCIM_BEARER_TOKEN: token,
    MONGODB_URI: uri,
    ...settings,
  });
  const observations: Observation[] = [];
  const server = await start({
    config,
    observe: (observation) => observations.push(observation),
    announceToken: () => undefined,
  });
  atEnd(() => server.close());
  const client = await MongoClient.connect(uri, { ignoreUndefined: true });
  atEnd(() => client.close());
  const db = client.db();
  return {
    url: server.url,
    token,
    observations,
    db,
    uri,
    async stop() {
      await server.close();
      await client.close();
    },
    async close() {
      await server.close();
      await db.dropDatabase();
      await client.close();
    },
  };
}

/** The URI of a new, empty database. */
export function databaseUri(): string {
  const uri = new URL(process.env['TEST_MONGODB_URI'] ?? '');
  uri.pathname = `/test-${randomUUID()}`;
  return uri.href;
}

/**
 * Below those that the system gives to whoever asks for any: such a one might be given to another before the server for
 * which it is listens on it. Each process of jest has ports of its own.
 */
const [FIRST_PORT, PORTS, PROCESSES] = [20_000, 12_000, 16];
const workerOf = (id = '0') => Number(id) % PROCESSES;
let next = Math.floor(Math.random() * (PORTS / PROCESSES)) * PROCESSES + workerOf(process.env['JEST_WORKER_ID']);

/** A port of loopback on which nobody listens. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = FIRST_PORT + next;
    next = (next + PROCESSES) % PORTS;
    const server = createServer().listen(port, '127.0.0.1');
    const isFree = await once(server, 'listening').then(
      () => true,
      () => false,
    );
    if (!isFree) continue;
    await new Promise((resolve) => server.close(resolve));
    return port;
  }
}
