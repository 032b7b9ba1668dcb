// npm run fuzz: FUZZ_REQUESTS requests (100,000) by FUZZ_SEED (a new one) at a server process on MONGODB_URI, or on a
// mongod of its own. The exit status is 1 where something was found.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnServer, stop, untilReady } from '../../e2e/child.js';
import { fuzz, problemsOfLog } from './run.js';

const requests = Number(process.env['FUZZ_REQUESTS'] ?? 100_000);
const seed = Number(process.env['FUZZ_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const token = `fuzz-${randomUUID()}`;
const DATA_DIR = mkdtempSync(join(tmpdir(), 'fuzz-'));

process.stdout.write(`FUZZ_SEED=${seed} FUZZ_REQUESTS=${requests}\n`);
const child = await spawnServer({
  SCIM_BEARER_TOKEN: token,
  DATA_DIR,
  TOKEN_RATE: 'off',
  TENANT_RATE: 'off',
  AUTH_FAILURES: 'off',
});
try {
  await untilReady(child);
  const report = await fuzz({ child, token, requests, seed });
  const code = await stop(child);
  const problems = [...report.problems, ...problemsOfLog(child.output().stdout, token)];
  const { statuses, seconds, memory } = report;
  process.stdout.write(`${JSON.stringify({ seed, requests, seconds, statuses, memory, exit: code })}\n`);
  for (const problem of problems.slice(0, 50)) process.stdout.write(`${problem}\n`);
  process.stdout.write(`${problems.length} problems\n`);
  process.exitCode = problems.length === 0 && code === 0 ? 0 : 1;
} finally {
  child.process.kill('SIGKILL');
  rmSync(DATA_DIR, { recursive: true, force: true });
}
