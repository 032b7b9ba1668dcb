// A replica set of three mongods on loopback, whose nodes can be killed, started again and told to fail.
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import type { Document } from 'mongodb';
import { findMongod, sourcesOf } from '../../src/storage/mongo/embedded/binary.js';
import { freePort } from '../support/server.js';
import { until } from '../support/until.js';

export interface Node {
  readonly host: string;
  readonly port: number;
  /** As by a power cut: -9. */
  kill(): Promise<void>;
  start(): Promise<void>;
  /** A command of the admin database, for this node alone. */
  command(command: Document): Promise<Document>;
}

export interface ReplicaSet {
  readonly nodes: readonly Node[];
  /** @param database its name */
  uri(database: string): string;
  /** The node that takes writes; waits until there is one. */
  primary(): Promise<Node>;
  /** Waits until there is a primary and the other two follow it. */
  whole(): Promise<void>;
  /** From now on it stays the primary, also where a busy machine makes it silent for seconds. */
  holdPrimary(): Promise<void>;
  stop(): Promise<void>;
}

const NAME = 'faults';
/** Elections after 2 s of silence, where 10 s is usual: they are what is tested, and they are waited for. */
const SETTINGS = { electionTimeoutMillis: 2_000, heartbeatIntervalMillis: 500 };

/** @throws Error where there is no mongod to run */
export async function startReplicaSet(): Promise<ReplicaSet> {
  const report = (line: string) => process.stderr.write(`${line}\n`);
  const { path } = await findMongod(sourcesOf(process.env['MONGOD_BINARY'], report));
  const folder = await mkdtemp(join(tmpdir(), 'scim-faults-'));
  const nodes: Node[] = [];
  for (const name of ['a', 'b', 'c']) nodes.push(await createNode(path, join(folder, name)));
  await Promise.all(nodes.map((node) => node.start()));
  await nodes[0]?.command({
    replSetInitiate: { _id: NAME, settings: SETTINGS, members: nodes.map(({ host }, _id) => ({ _id, host })) },
  });
  const set: ReplicaSet = {
    nodes,
    uri: (database) => `mongodb://${nodes.map(({ host }) => host).join()}/${database}?replicaSet=${NAME}`,
    primary: () =>
      until(async () => {
        const hellos = await Promise.all(nodes.map((node) => node.command({ hello: 1 }).catch(() => undefined)));
        return nodes.find((_, index) => hellos[index]?.['isWritablePrimary'] === true);
      }),
    async whole() {
      await until(async () => {
        const { members } = await (await set.primary()).command({ replSetGetStatus: 1 });
        const states = (members as { stateStr: string }[]).map(({ stateStr }) => stateStr).sort();
        return states.join() === 'PRIMARY,SECONDARY,SECONDARY';
      });
    },
    async holdPrimary() {
      const primary = await set.primary();
      const { config } = await primary.command({ replSetGetConfig: 1 });
      const settings = { ...config.settings, electionTimeoutMillis: 60_000 };
      await primary.command({ replSetReconfig: { ...config, version: Number(config.version) + 1, settings } });
      await set.whole();
    },
    async stop() {
      await Promise.all(nodes.map((node) => node.kill()));
      await rm(folder, { recursive: true, force: true });
    },
  };
  await set.whole();
  return set;
}

async function createNode(binary: string, dbpath: string): Promise<Node> {
  await mkdir(dbpath);
  const port = await freePort();
  const host = `127.0.0.1:${port}`;
  const uri = `mongodb://${host}/?directConnection=true&serverSelectionTimeoutMS=1000`;
  let client: MongoClient | undefined;
  let child: ChildProcess | undefined;
  const kill = async () => {
    if (child === undefined) return;
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    child = undefined;
    await exited;
    await client?.close();
    client = undefined;
  };
  return {
    host,
    port,
    kill,
    async command(what) {
      if (client === undefined) throw new Error(`${host} is down`);
      return client.db('admin').command(what);
    },
    async start() {
      if (child !== undefined) return;
      child = await spawnMongod(binary, dbpath, port);
      client = await until(() => MongoClient.connect(uri));
    },
  };
}

async function spawnMongod(binary: string, dbpath: string, port: number): Promise<ChildProcess> {
  const options = [
    ...['--dbpath', dbpath, '--port', String(port), '--bind_ip', '127.0.0.1', '--nounixsocket'],
    ...['--replSet', NAME, '--wiredTigerCacheSizeGB', '0.25', '--oplogSize', '128'],
    ...['--setParameter', 'diagnosticDataCollectionEnabled=false'],
    ...['--setParameter', 'transactionLifetimeLimitSeconds=10'],
    // Lets a node be told to answer with an error: see `configureFailPoint`.
    ...['--setParameter', 'enableTestCommands=1'],
  ];
  const log = await open(`${dbpath}.log`, 'a');
  try {
    const child = spawn(binary, options, { stdio: ['ignore', log.fd, log.fd], env: { ...process.env, LC_ALL: 'C' } });
    await once(child, 'spawn');
    process.on('exit', () => child.kill('SIGKILL'));
    return child;
  } finally {
    await log.close();
  }
}
