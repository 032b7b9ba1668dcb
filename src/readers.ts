// Builds what reads the observations of this process: the log always, metrics where they are switched on. What is off
// is not loaded.
import cluster from 'node:cluster';
import type { Config } from './config/config.js';
import { createLogger } from './logging/logger.js';
import type { Observe } from './observe/observation.js';
import { toAll } from './observe/reader.js';

export interface Readers {
  readonly observe: Observe;
  /** Ends them, once nothing is observed any more. */
  close(): Promise<void>;
}

const NOTHING_TO_END = async () => undefined;

/** @throws Error in one line where one of them can't be had */
export async function openReaders(config: Config): Promise<Readers> {
  const log = createLogger(config.logLevel, cluster.isWorker ? { pid: process.pid } : null);
  const optional = [...(await openMetrics(config))];
  return {
    observe: toAll([log, ...optional.map(({ observe }) => observe)]),
    async close() {
      await Promise.all(optional.map(({ close }) => close()));
    },
  };
}

/** Of several processes the first one serves the metrics, and the workers answer it. */
async function openMetrics({ metrics: at, workers, version }: Config): Promise<readonly Readers[]> {
  if (at === undefined) return [];
  const { serveMetrics } = await import('./metrics/endpoint.js');
  if (cluster.isPrimary && workers > 1) {
    const { createMetricsOfWorkers } = await import('./metrics/workers.js');
    const metrics = createMetricsOfWorkers();
    return [{ observe: metrics.observe, ...(await serveMetrics(metrics, at)) }];
  }
  const { createMetrics } = await import('./metrics/metrics.js');
  const { observe, registry } = createMetrics(version);
  if (cluster.isWorker) {
    (await import('./metrics/workers.js')).answerFirstProcess({ observe, registry });
    return [{ observe, close: NOTHING_TO_END }];
  }
  const exposition = { text: () => registry.metrics(), contentType: registry.contentType };
  return [{ observe, ...(await serveMetrics(exposition, at)) }];
}
