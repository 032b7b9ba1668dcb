// In charge of making one mongod a replica set of one: transactions need a replica set.
import { setTimeout as delay } from 'node:timers/promises';
import { type Document, MongoClient, MongoServerError } from 'mongodb';

const WAIT_MS = 30_000;
/** NotYetInitialized. */
const NOT_YET = 94;
const AGAIN_MS = 20;

/**
 * Initiates the set on a new folder; on an old one whose port was another, moves the member to this port. Returns
 * when the member is a writable primary.
 *
 * @param uri of the mongod, a direct connection
 * @param port that it listens on
 * @throws Error when it isn't primary after half a minute
 */
export async function becomePrimary(uri: string, port: number): Promise<void> {
  const client = new MongoClient(uri, { serverSelectionTimeoutMS: WAIT_MS });
  try {
    await configure(client, `127.0.0.1:${port}`);
    await untilPrimary(client);
  } finally {
    await client.close();
  }
}

async function configure(client: MongoClient, host: string): Promise<void> {
  const admin = client.db('admin');
  // eslint-disable-next-line house/attribute-names -- MongoDB's own word for the nodes of a set
  const config = { _id: 'scim', members: [{ _id: 0, host }] };
  const stored = await client.db('local').collection('system.replset').findOne();
  if (stored === null) {
    await admin.command({ replSetInitiate: config });
  } else if (!JSON.stringify(stored).includes(`"${host}"`)) {
    const moved = { ...stored, ...config, version: Number(stored['version']) + 1 };
    // One that isn't primary takes it by force only.
    await onceItKnows(() => admin.command({ replSetReconfig: moved, force: true }));
  }
}

/** A mongod listens a moment before it has read the configuration that it stores. */
async function onceItKnows(reconfigure: () => Promise<unknown>): Promise<void> {
  const deadline = Date.now() + WAIT_MS;
  for (;;) {
    try {
      await reconfigure();
      return;
    } catch (error) {
      if (!(error instanceof MongoServerError) || error.code !== NOT_YET || Date.now() > deadline) throw error;
      await delay(AGAIN_MS);
    }
  }
}

/** Hello with the topology version that is known answers when that changes, or after `maxAwaitTimeMS`. */
async function untilPrimary(client: MongoClient): Promise<void> {
  const deadline = Date.now() + WAIT_MS;
  let seen: Document = {};
  while (Date.now() < deadline) {
    const topologyVersion: unknown = seen['topologyVersion'];
    const hello = { hello: 1, ...(topologyVersion ? { topologyVersion, maxAwaitTimeMS: 1000 } : {}) };
    seen = await client.db('admin').command(hello, { promoteLongs: false }); // it is sent back as the long that it was
    if (seen['isWritablePrimary']) return;
  }
  throw new Error(`The embedded mongod didn't become primary in ${WAIT_MS / 1000} s.`);
}
