// Builds what reads the observations of this process: the log always, metrics and traces where they are switched on.
// What is off is not loaded.
import cluster from 'node:cluster';
import type { Config } from './config/config.js';
import { withoutTokens } from './auth/token-form.js';
import { createLogger } from './logging/logger.js';
import { createMask } from './logging/mask.js';
import type { Observe } from './observe/observation.js';
import { toAll } from './observe/observer.js';
import { createSlowRequests } from './observe/slow-requests.js';

interface Observers {
  readonly observe: Observe;
  /** Ends them, once nothing is observed any more. */
  close(): Promise<void>;
}

const NOTHING_TO_END = async () => undefined;

/** @throws Error in one line where one of them can't be had */
export async function openObservers(config: Config): Promise<Observers> {
  const optional = [...(await openMetrics(config))];
  const toOptional = toAll(optional.map(({ observe }) => observe));
  const maskSecrets = createMask(secretsOf(config));
  const log = createLogger({
    level: config.logLevel,
    base: cluster.isWorker ? { pid: process.pid } : null,
    stream: process.stdout,
    mask: (line) => withoutTokens(maskSecrets(line)),
    dropped: () => toOptional({ kind: 'logLineDropped' }),
  });
  const told = toAll([log.observe, toOptional]);
  const { slowRequestMs } = config;
  const slow = slowRequestMs === undefined ? [] : [createSlowRequests(slowRequestMs, told)];
  const traces = await openTracing(config, (error) => told({ kind: 'jobFailed', job: 'export of traces', error }));
  return {
    observe: toAll([told, ...slow, ...traces.map(({ observe }) => observe)]),
    async close() {
      await Promise.all([...traces, ...optional].map(({ close }) => close()));
      await log.close();
    },
  };
}

function secretsOf({ bearerToken, tokenKey, mongodbUri }: Config): string[] {
  // Not by URL: a connection string may have several hosts.
  const [, password] = /^[^/]*\/\/[^/@:]*:([^/@]*)@/.exec(mongodbUri ?? '') ?? [];
  const known = [bearerToken, tokenKey, password, password && decodeURIComponent(password)];
  return known.filter((secret) => secret !== undefined);
}

/** The first of several processes answers nothing that could be traced. */
async function openTracing(
  { tracing, workers, version }: Config,
  report: (error: unknown) => void,
): Promise<readonly Observers[]> {
  if (tracing === undefined || (cluster.isPrimary && workers > 1)) return [];
  const { createTracing } = await import('./tracing/tracing.js');
  const { createExporter } = await import('./tracing/exporter.js');
  const { protocol, url, serviceName } = tracing;
  return [createTracing({ exporter: await createExporter(protocol, url), version, serviceName, report })];
}

/** Of several processes the first one serves the metrics, and the workers answer it. */
async function openMetrics({ metrics: at, workers, version }: Config): Promise<readonly Observers[]> {
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
