// The first process of several (WORKERS): it answers nothing, but owns the embedded mongod, starts the workers on one
// address, replaces those that die, and ends all in order.
import cluster from 'node:cluster';
import type { Worker } from 'node:cluster';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import type { Config } from './config/config.js';
import { createBuckets } from './limits/bucket.js';
import { answerLeases } from './limits/leases.js';
import type { Observe } from './observe/observation.js';
import type { Server } from './server.js';
import { loadSource } from './spec/load.js';
import { startMongod } from './storage/mongo/open.js';

/** A worker that ends is replaced after this, so that one that can't live doesn't take all of the machine. */
const PAUSE_MS = 1_000;
/** Tenants and tokens whose buckets are remembered, and as many addresses. */
const MOST_ASKERS = 100_000;

/**
 * Starts the workers, the first one alone: it makes indexes and the token.
 * @throws DocumentError, before anything is opened; Error where the database or the first worker can't be had
 */
export async function startWorkers({ config, observe }: { config: Config; observe: Observe }): Promise<Server> {
  // Each worker reads it again: here, so that no mongod is started for a document that has faults.
  loadSource(config.openapiDir, config.openapiOverlays);
  const report = (what: string) => observe({ kind: 'starting', what });
  const mongod = config.mongodbUri === undefined ? await startMongod(config, report) : undefined;
  const sinceStart = () => performance.now();
  const buckets = { known: createBuckets(sinceStart, MOST_ASKERS), strangers: createBuckets(sinceStart, MOST_ASKERS) };
  const workers = new Set<Worker>();
  const listening = new WeakSet<Worker>();
  const closing = new AbortController();

  const fork = (): Worker => {
    const worker = cluster.fork(mongod === undefined ? {} : { MONGODB_URI: mongod.uri });
    workers.add(worker);
    answerLeases(worker, buckets);
    worker.once('listening', () => listening.add(worker));
    const lost = (code: number | null) => {
      workers.delete(worker);
      if (closing.signal.aborted) return;
      observe({ kind: 'workerLost', pid: worker.process.pid, code });
      void setTimeout(PAUSE_MS, undefined, { signal: closing.signal }).then(fork, () => undefined);
    };
    worker.once('exit', lost);
    // One that could not be started has no end.
    worker.on('error', () => {
      if (worker.process.pid === undefined) lost(null);
    });
    return worker;
  };
  const close = async (): Promise<void> => {
    closing.abort();
    const ended = [...workers].map((worker) => once(worker, 'exit'));
    for (const worker of workers) worker.process.kill('SIGTERM');
    await Promise.all(ended);
    await mongod?.stop();
  };

  const first = fork();
  // The port of SCIM is the last that it listens on.
  const listens = new Promise<true>((resolve) => {
    first.on('listening', ({ port }) => {
      if (port === config.port) resolve(true);
    });
  });
  const isUp = await Promise.race([listens, once(first, 'exit').then(() => false)]);
  if (!isUp) {
    await close();
    throw new Error('the first worker ended before it listened: it says why above');
  }
  for (let count = 1; count < config.workers; count += 1) fork();
  // One that doesn't listen yet might not know the signal, which would end it. It reads what there is by itself.
  const reload = () => {
    for (const worker of workers) if (listening.has(worker)) worker.process.kill('SIGHUP');
  };
  return { url: config.baseUrl, databaseLost: mongod?.lost ?? new Promise(() => undefined), reload, close };
}
