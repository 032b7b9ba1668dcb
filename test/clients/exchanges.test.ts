// Plays every exchange file against the server over HTTP: one test a file, so adding a file adds a test.
import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { TestClient } from '../support/client.js';
import { startServer, type TestServer } from '../support/server.js';
import { exchangeFolders, play, readExchanges } from './exchange.js';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

describe.each(exchangeFolders())('%s', (folder) => {
  for (const [file, exchange] of readExchanges(folder)) {
    test(`${file}: ${exchange.title}`, () => play(exchange, new TestClient(server)));
  }
});
