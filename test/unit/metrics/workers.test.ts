// The metrics of several processes: a worker may die at any time.
import cluster from 'node:cluster';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { createMetricsOfWorkers } from '../../../src/metrics/workers.js';

test('one that has died, which the first process has not heard yet, is asked in vain, and no error comes of it', async () => {
  cluster.setupPrimary({ exec: join(import.meta.dirname, '../../fixtures/idle-worker.mjs'), execArgv: [] });
  const metrics = createMetricsOfWorkers();
  const worker = cluster.fork();
  await once(worker, 'online');
  const errors: unknown[] = [];
  worker.on('error', (error) => errors.push(error));
  const pid = worker.process.pid ?? 0;
  process.kill(pid, 'SIGKILL');
  // Dead, and not yet buried: nothing is heard while this loop runs.
  while (!execFileSync('ps', ['-o', 'stat=', '-p', String(pid)]).includes('Z'));
  expect(worker.isConnected()).toBe(true);
  const [text] = await Promise.all([metrics.text(), once(worker, 'exit')]);
  expect(text).toContain('scim_workers_answering 0');
  expect(errors).toEqual([]);
});
