// The load driver: so many connections, each with one request under way, for a time or a count; one request right after
// the other, or at a steady rate.
import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'undici';

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below the base URL. */
  readonly path: string;
  readonly body?: unknown;
}

export interface Server {
  /** The base URL of SCIM. */
  readonly url: string;
  readonly token: string;
}

export interface Load {
  readonly concurrency: number;
  /** Ends after so many seconds, or so many requests, whichever is first. */
  readonly seconds: number;
  readonly count: number;
  /** Requests a second. What is sent late, because earlier ones took long, counts from when it was due. */
  readonly rate?: number;
  request(index: number): HttpRequest;
  /** Keeps the bodies of the answers. */
  readonly keep: boolean;
}

export interface Outcome {
  readonly done: number;
  readonly seconds: number;
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** How many answers had no 2xx, by their status, or by the error where none came. */
  readonly failures: Readonly<Record<string, number>>;
  /** The bodies by the index of their request, where kept. */
  readonly bodies: readonly string[];
}

const SCIM_JSON = 'application/scim+json';

export async function drive(
  server: Server,
  { concurrency, seconds, count, rate, request, keep }: Load,
): Promise<Outcome> {
  const { origin, pathname } = new URL(server.url);
  const pool = new Pool(origin, { connections: concurrency, headersTimeout: 0, bodyTimeout: 0 });
  const headers = { authorization: `Bearer ${server.token}`, accept: SCIM_JSON };
  const withBody = { ...headers, 'content-type': SCIM_JSON };
  const latencies: number[] = [];
  const failures: Record<string, number> = {};
  const bodies: string[] = [];
  let next = 0;

  const start = performance.now();
  const deadline = start + seconds * 1000;
  const one = async (index: number) => {
    const { method, path, body } = request(index);
    const due = rate === undefined ? performance.now() : start + (index * 1000) / rate;
    const early = due - performance.now();
    if (early > 0) await pause(early);
    try {
      const answer = await pool.request({
        method,
        path: `${pathname}${path}`,
        ...(body === undefined ? { headers } : { headers: withBody, body: JSON.stringify(body) }),
      });
      const { statusCode } = answer;
      const ok = statusCode >= 200 && statusCode < 300;
      if (keep || !ok) bodies[index] = await answer.body.text();
      else await answer.body.dump({ limit: Number.MAX_SAFE_INTEGER }); // Infinity would be read as the default, 128 KiB
      if (!ok) failures[statusCode] = (failures[statusCode] ?? 0) + 1;
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      failures[why] = (failures[why] ?? 0) + 1;
    }
    latencies.push(performance.now() - due);
  };
  const connection = async () => {
    while (next < count && performance.now() < deadline) await one(next++);
  };
  await Promise.all(Array.from({ length: concurrency }, connection));
  const elapsed = (performance.now() - start) / 1000;
  await pool.close();

  latencies.sort((a, b) => a - b);
  const percentile = (share: number) =>
    latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0;
  return {
    done: latencies.length,
    seconds: elapsed,
    perSecond: latencies.length / elapsed,
    p50: percentile(0.5),
    p99: percentile(0.99),
    failures,
    bodies,
  };
}
