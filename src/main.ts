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
  const stop = (why: string) => {
    observe({ kind: 'stopping', why });
    server.close().then(
      () => {
        observe({ kind: 'stopped' });
        process.exit(0);
      },
      (error: unknown) => fail(error),
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
} catch (error) {
  fail(error);
}

/** One message, for who runs the server: a stack would hide what to do. */
function fail(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
