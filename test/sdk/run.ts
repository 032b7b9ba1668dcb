// `npm run sdk:check`: generates each SDK, compiles it with a program, starts the real server, and runs the program
// against it. Names choose some of them; with `--json FILE` the totals are written there too.
import { writeFileSync } from 'node:fs';
import { parseArgs, stripVTControlCharacters } from 'node:util';
import { generate } from '../../scripts/sdk/generator.js';
import type { Step } from '../../scripts/sdk/steps.js';
import { runSteps } from '../../scripts/sdk/steps.js';
import { installTool } from '../../scripts/sdk/tool.js';
import type { Tool } from '../../scripts/sdk/tool.js';
import type { ServerProcess } from '../external/server-process.js';
import { startServerProcess } from '../external/server-process.js';
import { OTHERS } from './others.js';
import type { Program } from './programs.js';
import { PROGRAMS } from './programs.js';
import { SPECTRAL, spectralLint } from './spectral.js';

interface Subject {
  readonly name: string;
  readonly tool: Tool;
  check(server: ServerProcess): AsyncGenerator<string, void>;
}

const SUBJECTS: readonly Subject[] = [
  ...[...PROGRAMS, ...OTHERS].map((program) => ({
    name: program.generator.name,
    tool: program.generator,
    check: (server: ServerProcess) => checkProgram(program, server),
  })),
  { name: 'spectral', tool: SPECTRAL, check: checkDocument },
];

const { values, positionals } = parseArgs({ options: { json: { type: 'string' } }, allowPositionals: true });
const unknown = positionals.filter((name) => !SUBJECTS.some((subject) => subject.name === name));
if (unknown.length > 0)
  throw new Error(`no ${unknown.join(', ')}: there are ${SUBJECTS.map(({ name }) => name).join(', ')}`);

const counts = { passed: 0, failed: 0 };
const server = await startServerProcess();
try {
  await createUser();
  for (const subject of SUBJECTS) {
    if (positionals.length > 0 && !positionals.includes(subject.name)) continue;
    await report(subject);
  }
} finally {
  await server.dispose();
}
if (values.json !== undefined) writeFileSync(values.json, JSON.stringify(counts));
console.log(`\nSDKs: ${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed === 0 ? 0 : 1;

/** A line of the table: the stages that passed, each with its seconds, and what ended them. */
async function report({ name, tool, check }: Subject): Promise<void> {
  process.stdout.write(`${name.padEnd(26)}${`${tool.tool} ${tool.version}`.padEnd(32)}`);
  let start = Date.now();
  try {
    for await (const stage of check(server)) {
      process.stdout.write(`${stage} ${((Date.now() - start) / 1000).toFixed(1)} s`.padEnd(20));
      start = Date.now();
    }
    counts.passed += 1;
    console.log('ok');
  } catch (error) {
    counts.failed += 1;
    console.log(`FAILED\n${error instanceof Error ? error.message : String(error)}`);
  }
}

async function* checkProgram(program: Program, { url, token }: ServerProcess): AsyncGenerator<string, void> {
  const out = await generate(program.generator);
  yield 'generated';
  await runSteps(program.build(out));
  yield 'compiled';
  const step: Step = { ...program.run(out), env: { SCIM_URL: url, SCIM_TOKEN: token } };
  // Maven paints, whoever reads.
  const lines = stripVTControlCharacters(await runSteps([step]))
    .trim()
    .split('\n');
  const isWhole = lines.length === program.writes.length;
  if (!isWhole || !program.writes.every((expected, index) => expected.test(lines[index] ?? '')))
    throw new Error(`it wrote\n${lines.join('\n')}\nand not\n${program.writes.join('\n')}`);
  yield 'ran';
}

async function* checkDocument(): AsyncGenerator<string, void> {
  await runSteps([spectralLint(await installTool(SPECTRAL))]);
  yield 'linted';
}

/** Whom the probes list. */
async function createUser(): Promise<void> {
  const response = await fetch(`${server.url}/Users`, {
    method: 'POST',
    headers: { authorization: `Bearer ${server.token}`, 'content-type': 'application/scim+json' },
    body: JSON.stringify({
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
      userName: 'listed@example.com',
      emails: [{ value: 'listed@example.com', type: 'work', primary: true }],
    }),
  });
  if (response.status !== 201) throw new Error(`the user to list: ${response.status} ${await response.text()}`);
}
