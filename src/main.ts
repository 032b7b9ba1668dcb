// The process: settings from the environment, the server, and its orderly end.
import { readConfig } from './config/config.js';
import { createLogger } from './logging/logger.js';
import { startServer } from './server.js';

try {
  const config = readConfig(process.env);
  const observe = createLogger(config.logLevel);
  const server = await startServer({
    config,
    observe,
    announceToken: (token) => process.stdout.write(`\nBearer token (shown this once): ${token}\n\n`),
  });
  const stopping = new AbortController();
  const stop = (why: string) => {
    // A second signal doesn't hasten what is under way.
    if (stopping.signal.aborted) return;
    stopping.abort();
    observe({ kind: 'stopping', why });
    server.close().then(() => {
      observe({ kind: 'stopped' });
      process.exit(0);
    }, fail);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
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
