// What a MongoDB was asked: its own count of commands.
import { MongoClient } from 'mongodb';

export type Commands = Readonly<Record<string, number>>;

interface Status {
  readonly metrics: { readonly commands: Readonly<Record<string, { readonly total?: number }>> };
}

/** Those that no request of ours causes. */
const BACKGROUND = new Set(['hello', 'isMaster', 'ping', 'serverStatus', 'setParameter', 'endSessions']);

/** The commands that were run so far, by name. */
export async function commandsSoFar(uri: string): Promise<Commands> {
  const client = await MongoClient.connect(uri);
  try {
    const { metrics } = (await client.db('admin').command({ serverStatus: 1 })) as unknown as Status;
    const counts = Object.entries(metrics.commands).map(([name, { total = 0 }]) => [name, total] as const);
    return Object.fromEntries(counts.filter(([name]) => !BACKGROUND.has(name)));
  } finally {
    await client.close();
  }
}

/** For each request, how many of each command. */
export function perRequest(before: Commands, after: Commands, requests: number): [string, number][] {
  return Object.entries(after)
    .map(([name, total]): [string, number] => [name, (total - (before[name] ?? 0)) / requests])
    .filter(([, count]) => count >= 0.005)
    .sort(([, a], [, b]) => b - a);
}
