// Metrics of several processes: the first one asks the workers, and shows what they have together. A worker that
// doesn't answer, because it starts or hangs, is shown as it was; of one that ended the counts stay, as a count that
// fell would be read as one that began anew.
import cluster from 'node:cluster';
import type { Worker } from 'node:cluster';
import { AggregatorRegistry, Counter, Gauge, Registry } from 'prom-client';
import { createObserver } from '../observe/observer.js';
import type { Metrics } from './metrics.js';

type Snapshot = Awaited<ReturnType<Registry['getMetricsAsJSON']>>;

interface Question {
  readonly scimMetrics: 'question';
  readonly number: number;
}

interface Answer {
  readonly scimMetrics: 'answer';
  readonly number: number;
  readonly snapshot: Snapshot;
}

type Message = Question | Answer;

/** Said of what could not be sent, as the other process has just ended: else the error would end this one. */
const UNHEARD = () => undefined;

/** Well below the ten seconds that Prometheus waits. */
const PATIENCE_MS = 1_000;
/** Types of what only grows. prom-client has the types as an enum that isn't there at run time. */
const COUNTS: ReadonlySet<unknown> = new Set(['counter', 'histogram']);

/** Makes a worker answer the first process. */
export function answerFirstProcess({ registry }: Metrics): void {
  process.on('message', (message: Message) => {
    if (message.scimMetrics !== 'question') return;
    void registry.getMetricsAsJSON().then((snapshot) => {
      const { number } = message;
      // Nobody listens any more where the first process is gone.
      if (process.connected) process.send?.({ scimMetrics: 'answer', number, snapshot } satisfies Answer, UNHEARD);
    });
  });
}

/** The metrics of all workers, and those that the first process alone can know. */
export function createMetricsOfWorkers() {
  const own = new Registry();
  const registers = [own];
  const lost = new Counter({ name: 'scim_workers_lost_total', help: 'Workers that ended by themselves.', registers });
  const answering = new Gauge({
    name: 'scim_workers_answering',
    help: 'Workers that reported their metrics.',
    registers,
  });
  const latest = new Map<number, Snapshot>();
  let ended: Snapshot = [];
  let folding: Promise<void> = Promise.resolve();
  let number = 0;

  cluster.on('exit', ({ id }: Worker) => {
    const counts = (latest.get(id) ?? []).filter(({ type }) => COUNTS.has(type));
    latest.delete(id);
    folding = folding.then(async () => {
      ended = await together([ended, counts]).getMetricsAsJSON();
    });
  });

  /** Asks all, and waits until they have answered, or long enough. */
  const ask = async (): Promise<void> => {
    number += 1;
    const asked = new Set(Object.values(cluster.workers ?? {}).filter((worker) => worker?.isConnected()));
    const silent = new Set(asked);
    await new Promise<void>((resolve) => {
      const hear = (worker: Worker, message: Message) => {
        if (message.scimMetrics !== 'answer') return;
        if (!worker.isDead()) latest.set(worker.id, message.snapshot);
        if (message.number === number) silent.delete(worker);
        if (silent.size === 0) end();
      };
      const end = () => {
        clearTimeout(timer);
        cluster.off('message', hear);
        resolve();
      };
      const timer = setTimeout(end, PATIENCE_MS);
      cluster.on('message', hear);
      for (const worker of asked) worker?.send({ scimMetrics: 'question', number } satisfies Question, UNHEARD);
      if (asked.size === 0) end();
    });
    answering.set(asked.size - silent.size);
  };

  return {
    observe: createObserver({ workerLost: () => lost.inc() }),
    async text() {
      await ask();
      return `${await together([ended, ...latest.values()]).metrics()}${await own.metrics()}`;
    },
    contentType: own.contentType,
  };
}

function together(snapshots: readonly Snapshot[]): Registry {
  return AggregatorRegistry.aggregate([...snapshots]);
}
