// `npm run test:walk`: in a copy of the repository, openapi/ gets the attribute of the README, an extension and a
// resource type, as a contributor would add them; then the types and the tests that look at the document still hold.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** What is run in the copy, one after the other. */
const STEPS: readonly (readonly string[])[] = [
  ['run', '--silent', 'spec:new', '--', 'extension', 'Badge', '--on', 'User', '--yes'],
  ['run', '--silent', 'spec:new', '--', 'resource', 'Device', '--yes'],
  ['run', '--silent', 'spec:examples'],
  ['run', '--silent', 'spec'],
  ['run', '--silent', 'check:types'],
  [
    'test',
    '--',
    'test/unit/spec/',
    'test/unit/sdk/',
    'test/conformance/(discovery|overlay|characteristics)',
    'test/contract/examples',
  ],
];

const copy = mkdtempSync(join(tmpdir(), 'scim-walk-'));
try {
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' });
  for (const file of files
    .trim()
    .split('\n')
    .filter((each) => existsSync(each)))
    cpSync(file, join(copy, file));
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));
  addAttribute(join(copy, 'openapi/schemas/User.yaml'), attributeOfReadme());
  for (const step of STEPS) {
    console.log(`\n--- npm ${step.join(' ')}`);
    execFileSync('npm', step, { cwd: copy, stdio: 'inherit' });
  }
} finally {
  rmSync(copy, { recursive: true });
}

/** The first block of YAML in "Extend it". @throws Error where there is none */
function attributeOfReadme(): string {
  const yaml = /^## Extend it\n.*?^```yaml\n(.*?)^```/ms.exec(readFileSync('README.md', 'utf8'))?.[1];
  if (yaml === undefined) throw new Error('README.md has no attribute in "Extend it"');
  return yaml;
}

function addAttribute(schema: string, attribute: string): void {
  const text = readFileSync(schema, 'utf8');
  writeFileSync(
    schema,
    text.replace(/^properties:\n/m, (line) => line + attribute),
  );
}
