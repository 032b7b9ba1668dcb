// The process, or each of several: settings from the environment, the server, and its orderly end.
import cluster from 'node:cluster';
import { setTimeout } from 'node:timers/promises';
import { readConfig } from './config/config.js';
import { openObservers } from './observers.js';

/** What is under way when the process crashes, and then the log, have so long to end. */
const CRASH_MS = 500;
/** An orderly end has so long, also where a database hangs: Kubernetes and others kill after 30 s. */
const STOP_MS = 27_000;
/** The first of several processes ends after its workers. */
const AFTER_WORKERS_MS = 1_000;

try {
  const config = readConfig(process.env);
  // While it starts, nobody waits for an answer: it ends at once, and its mongod with it. A certificate is read anyway.
  let stop: (why: string) => void = () => process.exit(0);
  let reload = (): void => undefined;
  process.on('SIGTERM', (why) => {
    stop(why);
  });
  process.on('SIGINT', (why) => {
    stop(why);
  });
  // Without a certificate a terminal that is closed ends the server, as it does any program.
  if (config.tls !== undefined)
    process.on('SIGHUP', () => {
      reload();
    });
  const observers = await openObservers(config);
  const { observe } = observers;
  let close = () => Promise.resolve();
  // Node would print it with all that it holds.
  process.on('uncaughtException', (error) => {
    observe({ kind: 'crashed', error });
    // Nothing new is accepted. What the error has left behind may never end.
    void Promise.race([close(), setTimeout(CRASH_MS)])
      .catch(() => undefined)
      .then(() => Promise.race([observers.close(), setTimeout(CRASH_MS)]))
      .finally(() => process.exit(1));
  });
  const announceToken = (token: string) => process.stdout.write(`\nBearer token (shown only once): ${token}\n\n`);
  const isFirst = cluster.isPrimary && config.workers > 1;
  // Loaded where it is needed: the first of several processes answers nothing.
  const server = isFirst
    ? await (await import('./workers.js')).startWorkers({ config, observe })
    : await (await import('./server.js')).startServer({ config, observe, announceToken });
  close = server.close;
  reload = server.reload;
  const stopping = new AbortController();
  stop = (why) => {
    // A second signal doesn't hasten what is under way.
    if (stopping.signal.aborted) return;
    stopping.abort();
    observe({ kind: 'stopping', why });
    const patience = setTimeout(isFirst ? STOP_MS + AFTER_WORKERS_MS : STOP_MS, 'late' as const);
    Promise.race([server.close(), patience])
      .then(async (outcome) => {
        const error = new Error('it took too long: what is under way is not waited for any more');
        observe(outcome === 'late' ? { kind: 'jobFailed', job: 'the end of the server', error } : { kind: 'stopped' });
        await observers.close();
        process.exit(0);
      })
      .catch(fail);
  };
  // The first process is gone. Node would end its workers at once, with what is under way, if it were not told so.
  const { worker } = cluster;
  worker?.on('disconnect', () => {
    worker.exitedAfterDisconnect = true;
    stop('disconnect');
  });
  void server.databaseLost.then((error) => {
    if (!stopping.signal.aborted) fail(error);
  });
} catch (error) {
  fail(error);
}

/** One message, for who runs the server: a stack would hide what to do. */
function fail(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
