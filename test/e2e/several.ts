// A server of several workers as a process on a database of its own, and requests that any of them may get.
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { get } from 'node:http';
import { MongoClient } from 'mongodb';
import { databaseUri } from '../support/server.js';
import { spawnServer, stop, untilReady } from './child.js';

export interface Several {
  readonly mongodbUri: string;
  /** The status of a GET on a connection of its own. */
  ask(path: string, token?: string): Promise<number | undefined>;
  stop(): Promise<void>;
}

const SCIM_BEARER_TOKEN = 'a-token-of-the-test-0123456789';

/** Starts so many workers, and waits until each has answered a GET of the path. */
export async function startSeveral(
  workers: number,
  path: string,
  settings: Readonly<Record<string, string>>,
): Promise<Several> {
  const mongodbUri = databaseUri();
  const own = { MONGODB_URI: mongodbUri, SCIM_BEARER_TOKEN, WORKERS: String(workers) };
  const child = await spawnServer({ ...own, ...settings });
  await untilReady(child);
  const ask = async (asked: string, token = SCIM_BEARER_TOKEN) => {
    const headers = { authorization: `Bearer ${token}` };
    const sent = get(`${child.origin}${asked}`, { agent: false, headers });
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    response.resume();
    await once(response, 'end');
    return response.statusCode;
  };
  // By their logs.
  const answered = () => new Set([...child.output().stdout.matchAll(/"pid":(\d+).*"request"/g)].map(([, pid]) => pid));
  while (answered().size < workers) await ask(path);
  return {
    mongodbUri,
    ask,
    async stop() {
      await stop(child);
      const client = await MongoClient.connect(mongodbUri);
      await client.db().dropDatabase();
      await client.close();
    },
  };
}
