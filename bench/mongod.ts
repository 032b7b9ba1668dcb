// The mongod of the benchmark: the one that the server embeds, over a folder that is kept, so that what was seeded once
// is there the next time. BENCH_MONGODB_URI names another.
import { MongoClient } from 'mongodb';
import { startEmbedded } from '../src/storage/mongo/embedded/start.js';

export interface Mongod {
  /** The connection string of a database. */
  uri(database: string): string;
  /** Its process, which is on this machine or not. */
  readonly pid: number;
  stop(): Promise<void>;
}

/** Under bench/, ignored by git. */
const DATA = 'bench/data';
/** The embedded mongod takes at most 1 GiB; a machine that serves a million users would give it more. */
const CACHE = '6G';

export async function startMongod(report: (line: string) => void): Promise<Mongod> {
  const given = process.env['BENCH_MONGODB_URI'];
  if (given !== undefined) {
    const pid = await withClient(given, pidOf);
    return { uri: (database) => uriOf(given, database), pid, stop: async () => undefined };
  }
  const binary = process.env['MONGOD_BINARY'];
  const { uri, stop } = await startEmbedded({ dataDir: DATA, report, ...(binary === undefined ? {} : { binary }) });
  const pid = await withClient(uri, async (client) => {
    await client.db('admin').command({ setParameter: 1, wiredTigerEngineRuntimeConfig: `cache_size=${CACHE}` });
    return pidOf(client);
  });
  return { uri: (database) => uriOf(uri, database), pid, stop };
}

async function withClient<T>(uri: string, use: (client: MongoClient) => Promise<T>): Promise<T> {
  const client = await MongoClient.connect(uri);
  try {
    return await use(client);
  } finally {
    await client.close();
  }
}

async function pidOf(client: MongoClient): Promise<number> {
  return Number((await client.db('admin').command({ serverStatus: 1 }))['pid']);
}

function uriOf(uri: string, database: string): string {
  return uri.replace(/^(mongodb(?:\+srv)?:\/\/[^/?]+)(\/[^?]*)?/, `$1/${database}`);
}
