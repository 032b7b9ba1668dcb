// Writes while the server or the database dies: nothing that was acknowledged is lost or in no log, no request is
// half-applied, and the server finds its way back by itself.
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { budget } from './budget.js';
import type { Load } from './load.js';
import { startLoad } from './load.js';
import { startProxy } from './proxy.js';
import { createRandom, seedOfRun } from './random.js';
import type { ReplicaSet } from './replica-set.js';
import { startReplicaSet } from './replica-set.js';
import type { ServerProcess } from './server-process.js';
import { startServerProcess } from './server-process.js';
import { until } from '../support/until.js';

const random = createRandom(seedOfRun());
const CUT_MS = 10_000;
/** How long a primary writes what no other node has. */
const ALONE_MS = 500;
/** Of a large load. */
const OPERATIONS_A_DISTURBANCE = 10_000;

let set: ReplicaSet;
beforeAll(async () => {
  set = await startReplicaSet();
});
afterAll(() => set.stop());

let server: ServerProcess;
let load: Load;
let database = '';
let databases = 0;
beforeEach(async () => {
  await set.whole();
  database = `crashes${(databases += 1)}`;
  server = await startServerProcess(set.uri(database));
  load = await startLoad(server, random);
});
afterEach(() => server.stop());

/**
 * Breaks things at moments of chance, while so many writes are acknowledged.
 * @param least how often, of a small load
 * @returns what is wrong then
 */
async function underLoad(operations: number, least: number, disturb: () => Promise<void>): Promise<string[]> {
  const often = Math.max(least, Math.floor(operations / OPERATIONS_A_DISTURBANCE));
  const start = load.acknowledged();
  const running = load.run(operations);
  const slice = operations / often;
  for (let disturbance = 0; disturbance < often; disturbance += 1) {
    const moment = start + Math.floor(disturbance * slice) + random.below(Math.floor(slice));
    await until(() => load.acknowledged() >= moment);
    await disturb();
  }
  await running;
  await set.whole();
  const faults = await load.faults(set.uri(database));
  process.stderr.write(`${load.summary()}, ${often} disturbances, ${faults.length} faults\n`);
  return faults;
}

test('the server is killed', async () => {
  const faults = await underLoad(budget(0.2), 6, async () => {
    await server.kill();
    await server.start();
  });
  expect(faults).toEqual([]);
});

test('a secondary is killed', async () => {
  const faults = await underLoad(budget(0.15), 3, async () => {
    const primary = await set.primary();
    const [secondary] = set.nodes.filter((node) => node !== primary);
    await secondary?.kill();
    await until(() => server.isReady());
    await secondary?.start();
    await set.whole();
  });
  expect(faults).toEqual([]);
});

test('the primary steps down', async () => {
  const faults = await underLoad(budget(0.15), 3, async () => {
    const primary = await set.primary();
    await primary.command({ replSetStepDown: 5, secondaryCatchUpPeriodSecs: 2, force: true });
    await set.whole();
  });
  expect(faults).toEqual([]);
});

test('the primary is killed', async () => {
  const faults = await underLoad(budget(0.15), 3, async () => {
    const primary = await set.primary();
    const others = set.nodes.filter((node) => node !== primary);
    const followers = (mode: string) =>
      Promise.all(others.map((node) => node.command({ configureFailPoint: 'stopReplProducer', mode })));
    // So that it dies with writes that no other node has.
    await followers('alwaysOn');
    await new Promise((resolve) => setTimeout(resolve, ALONE_MS));
    await primary.kill();
    await followers('off');
    await set.primary();
    await primary.start();
    await set.whole();
  });
  expect(faults).toEqual([]);
});

test('the network to the database is cut for 10 seconds', async () => {
  await server.stop();
  const proxy = await startProxy((await set.primary()).port);
  database = 'cut';
  server = await startServerProcess(`mongodb://127.0.0.1:${proxy.port}/${database}?directConnection=true`);
  load = await startLoad(server, random);
  const faults = await underLoad(budget(0.1), 1, async () => {
    proxy.cut();
    await new Promise((resolve) => setTimeout(resolve, CUT_MS));
    proxy.mend();
    await until(() => server.isReady());
  });
  expect(faults).toEqual([]);
  await server.stop();
  await proxy.close();
  server = await startServerProcess(set.uri(database));
});
