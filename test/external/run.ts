// `npm run test:testers`: starts the real server, has the testers of others try it, stops it. With `--json FILE` the
// totals are written there too.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { startServerProcess } from './server-process.js';
import { installTesters, TESTERS, type Finding, type Target, type Tester } from './testers.js';

const { values } = parseArgs({ options: { json: { type: 'string' } } });
const LOG_LINES = 20;

await installTesters();
const server = await startServerProcess();
const findings: Finding[] = [];
try {
  // Okta's guide: one user must exist before its test is run. It is that of the token, so that /Me is somebody.
  await createUser(server);
  for (const tester of TESTERS) findings.push(...report(tester.name, await findingsOf(tester, server)));
  const exitCode = await server.terminate();
  findings.push(
    ...report('SIGTERM', [
      { name: 'the server ends with 0', verdict: exitCode === 0 ? 'passed' : 'failed', note: `exit code ${exitCode}` },
    ]),
  );
  const failed = count(findings, 'failed');
  if (failed > 0)
    console.log(`\nThe server's log ends:\n${(await server.log()).split('\n').slice(-LOG_LINES).join('\n')}`);
  const totals = { passed: count(findings, 'passed'), failed };
  if (values.json !== undefined) writeFileSync(values.json, JSON.stringify(totals));
  console.log(`\nTesters: ${totals.passed} passed, ${totals.failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
} finally {
  await server.dispose();
}

async function createUser({ url, token }: Target): Promise<void> {
  const response = await fetch(`${url}/Me`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/scim+json' },
    body: JSON.stringify({
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
      userName: 'first.user@example.com',
      name: { givenName: 'First', familyName: 'User' },
      emails: [{ value: 'first.user@example.com', type: 'work', primary: true }],
      active: true,
    }),
  });
  if (response.status !== 201) throw new Error(`the first user: ${response.status} ${await response.text()}`);
}

async function findingsOf(tester: Tester, target: Target): Promise<Finding[]> {
  const { name, atLeast } = tester;
  try {
    const found = await tester.run(target);
    const passed = count(found, 'passed');
    const isWhole = passed + count(found, 'failed') >= atLeast;
    return isWhole ? found : [...found, { name: `${name} looks at ${atLeast} things or more`, verdict: 'failed' }];
  } catch (error) {
    return [{ name: `${name} runs`, verdict: 'failed', note: error instanceof Error ? error.message : String(error) }];
  }
}

/** Shows what is not simply passed, and how much is. */
function report(title: string, found: readonly Finding[]): readonly Finding[] {
  console.log(`\n${title}: ${count(found, 'passed')} passed, ${count(found, 'failed')} failed`);
  for (const { name, verdict, note } of found) {
    if (verdict !== 'passed' || note !== undefined)
      console.log(`  ${verdict}  ${name}${note === undefined ? '' : `: ${note}`}`);
  }
  return found;
}

function count(found: readonly Finding[], wanted: Finding['verdict']): number {
  return found.filter(({ verdict }) => verdict === wanted).length;
}
