// The connection to MongoDB: a replica set, always (transactions need one).
import { MongoClient, ReadPreference } from 'mongodb';
import type { Db } from 'mongodb';
import type { Observe } from '../../observe/observation.js';
import { observed } from './observed.js';

export interface Connection {
  readonly db: Db;
  /** Tells whether the database answers, in two seconds at most. */
  isReady(): Promise<boolean>;
  close(): Promise<void>;
}

const DEFAULT_DATABASE = 'scim';
const ANSWERS_WITHIN_MS = 2_000;

/** What the connection string may say otherwise. The driver would let these win over it. */
const DEFAULTS = {
  serverSelectionTimeoutMS: 5_000,
  // Also how long a node may be silent, beyond the 10 s between two heartbeats, until the calls to it are given up.
  connectTimeoutMS: 10_000,
  maxPoolSize: 64,
  // Whoever waits longer for a connection of the pool is told to come again, and doesn't lengthen the queue.
  waitQueueTimeoutMS: 10_000,
};

/**
 * Connects, and waits for a primary.
 * @param uri its path names the database; `scim` where it names none
 * @throws Error in one line where no replica set answers within seconds
 */
export async function connect(uri: string, observe: Observe = () => undefined): Promise<Connection> {
  const { client, db } = databaseOf(uri);
  observePool(client, observe);
  await client.connect().catch((error: unknown) => {
    throw new Error(`MONGODB_URI: no replica set answers: ${reasonOf(error)}`);
  });
  const hello = await client.db('admin').command({ hello: 1 });
  if (hello['setName'] === undefined) {
    await client.close();
    throw new Error(
      'MONGODB_URI must lead to a replica set (one node will do: mongod --replSet scim, then rs.initiate())',
    );
  }
  return {
    db: observed(db, observe),
    isReady: () =>
      client
        .db('admin')
        .command({ ping: 1 }, { signal: AbortSignal.timeout(ANSWERS_WITHIN_MS) })
        .then(
          () => true,
          () => false,
        ),
    close: () => client.close(),
  };
}

/** @throws Error in one line where the driver can't read it */
function databaseOf(uri: string): { readonly client: MongoClient; readonly db: Db } {
  try {
    const client = new MongoClient(uri, {
      ...Object.fromEntries(Object.entries(DEFAULTS).filter(([name]) => !new RegExp(`[?&]${name}=`, 'i').test(uri))),
      // A 2xx is durable. `journal` is not given: majority waits for it, and `j: false` would wait 100 ms more.
      writeConcern: { w: 'majority' },
      readPreference: ReadPreference.primary,
      ignoreUndefined: true,
    });
    // Not by URL: a connection string may have several hosts.
    const [, named = ''] = /^mongodb(?:\+srv)?:\/\/[^/]+\/([^?]+)/.exec(uri) ?? [];
    return { client, db: client.db(named === '' ? DEFAULT_DATABASE : decodeURIComponent(named)) };
  } catch (error) {
    throw new Error(`MONGODB_URI: ${reasonOf(error)}`);
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** What each event of the pool does to the calls that wait for a connection, and to the connections in use. */
const POOL_EVENTS = {
  connectionCheckOutStarted: { waiting: 1, inUse: 0 },
  connectionCheckedOut: { waiting: -1, inUse: 1 },
  connectionCheckOutFailed: { waiting: -1, inUse: 0 },
  connectionCheckedIn: { waiting: 0, inUse: -1 },
} as const;

function observePool(client: MongoClient, observe: Observe): void {
  let waiting = 0;
  let inUse = 0;
  for (const [event, change] of Object.entries(POOL_EVENTS)) {
    client.on(event as keyof typeof POOL_EVENTS, () => {
      waiting += change.waiting;
      inUse += change.inUse;
      observe({ kind: 'databasePool', waiting, inUse });
    });
  }
}
