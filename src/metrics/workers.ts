// Metrics of several processes: the first one asks the workers, and shows what they have together.
import { AggregatorRegistry, Counter, Registry } from 'prom-client';
import { createReader } from '../observe/reader.js';
import type { Metrics } from './metrics.js';

/** Makes a worker answer the first process. */
export function answerFirstProcess({ registry }: Metrics): void {
  AggregatorRegistry.setRegistries([registry]);
  // Listens, from its construction on.
  new AggregatorRegistry();
}

/** The metrics of all workers, and those that the first process alone can know. */
export function createMetricsOfWorkers() {
  const own = new Registry();
  const lost = new Counter({
    name: 'scim_workers_lost_total',
    help: 'Workers that ended by themselves.',
    registers: [own],
  });
  const workers = new AggregatorRegistry();
  return {
    observe: createReader({ workerLost: () => lost.inc() }),
    /** @throws Error where a worker doesn't answer within seconds */
    text: async () => `${await workers.clusterMetrics()}${await own.metrics()}`,
    contentType: own.contentType,
  };
}
