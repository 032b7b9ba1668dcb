// The testers that others wrote, and how the output of each is read.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';

/** One thing that a tester looked at. */
export interface Finding {
  readonly name: string;
  readonly verdict: 'passed' | 'failed' | 'skipped';
  readonly note?: string | undefined;
}

export interface Target {
  readonly url: string;
  readonly token: string;
}

export interface Tester {
  readonly name: string;
  /** Fewer findings than this, skipped ones aside, mean that the tester gave up early, which it calls no failure. */
  readonly atLeast: number;
  run(target: Target): Promise<Finding[]>;
}

const VENV = '.venv';
const HERE = 'test/external';

export const TESTERS: readonly Tester[] = [
  {
    name: 'Okta SPEC test',
    atLeast: 20,
    async run({ url, token }) {
      const runner = ['--import', 'tsx', 'test/clients/run-okta-export.ts', '--url', url, '--token', token];
      const output = await run(process.execPath, [...runner, 'test/fixtures/okta/Okta-SCIM-20-SPEC-Test.json']);
      return output
        .trim()
        .split('\n')
        .map((line) => ({
          name: line.replace(/^\w+\s+/, ''),
          verdict: line.startsWith('pass ') ? 'passed' : 'failed',
        }));
    },
  },
  {
    name: 'scim2-tester',
    atLeast: 120,
    async run({ url, token }) {
      const output = await run(`${VENV}/bin/python`, [`${HERE}/scim2_tester_run.py`, url, token]);
      const results = JSON.parse(output) as { status: string; name: string; reason: string | null }[];
      const FAILED = ['ERROR', 'CRITICAL'];
      return results.map(({ status, name, reason }) => ({
        name,
        verdict: status === 'SKIPPED' ? 'skipped' : FAILED.includes(status) ? 'failed' : 'passed',
        note: status === 'SUCCESS' ? undefined : `${status} ${reason ?? ''}`,
      }));
    },
  },
  {
    name: 'scim-sanity',
    atLeast: 28,
    async run({ url, token }) {
      const probe = ['probe', url, '--token', token, '--json-output', '--i-accept-side-effects'];
      const output = await run(`${VENV}/bin/scim-sanity`, probe);
      const { results } = JSON.parse(output) as { results: { name: string; status: string; message?: string }[] };
      return results.map(({ name, status, message }) => ({
        name,
        verdict:
          status === 'skip' ? 'skipped' : status === 'pass' || isRightRefusal(name, message) ? 'passed' : 'failed',
        note: status === 'pass' ? undefined : message,
      }));
    },
  },
  {
    name: 'schemathesis',
    // 27 operations, their sequences, 4 phases and 3 counts.
    atLeast: 35,
    async run({ url, token }) {
      const output = await run(`${VENV}/bin/python`, [`${HERE}/schemathesis_run.py`, new URL(url).origin, token]);
      const results = JSON.parse(output) as { name: string; passed: boolean; note: string | null }[];
      return results.map(({ name, passed, note }) => ({
        name,
        verdict: passed ? 'passed' : 'failed',
        note: note ?? undefined,
      }));
    },
  },
];

/**
 * The probe adds a member that exists nowhere and wants 200. A membership must lead to a resource here (RFC 7643
 * section 4.2: its value is the id of a SCIM resource), so that the refusal is what is right.
 */
function isRightRefusal(name: string, message: string | undefined): boolean {
  return name === 'PATCH /Groups/{id} add member' && message === 'Expected 200, got 400';
}

/** Makes the testers' own Python environment, where there is none or one without the newest of them. */
export async function installTesters(): Promise<void> {
  if (existsSync(`${VENV}/bin/schemathesis`)) return;
  await promisify(execFile)('python3', ['-m', 'venv', VENV]);
  await promisify(execFile)(`${VENV}/bin/python`, [
    '-m',
    'pip',
    'install',
    '--quiet',
    '-r',
    `${HERE}/requirements.txt`,
  ]);
}

const FINDINGS_FAILED = 1;
const MEBIBYTE = 2 ** 20;

/** What a program writes. One that ends with 1 found something; any other failure is its own. */
function run(program: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(program, args, { maxBuffer: 64 * MEBIBYTE, timeout: 300_000 }, (error, stdout, stderr) => {
      if (error === null || (error.code === FINDINGS_FAILED && stdout !== '')) resolve(stdout);
      else reject(new Error(`${program} failed: ${error.message}\n${stderr}`, { cause: error }));
    });
  });
}
