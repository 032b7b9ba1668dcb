// `npm run conformance:table` writes docs/conformance.md from the clauses; with --check it fails where the file is not
// what it would write.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { CHAPTERS } from '../test/conformance/clauses/all.js';
import type { Chapter, Clause } from '../test/conformance/suite/clause.js';
import type { OutsideGroup } from '../test/conformance/suite/outside.js';
import { readOutside } from '../test/conformance/suite/outside.js';

const FILE = 'docs/conformance.md';
const clauses = CHAPTERS.flatMap((chapter) => chapter.clauses);
const outside = readOutside();

const missing = [
  ...new Set([...clauses.map(({ heldIn }) => heldIn), ...CHAPTERS.flatMap(({ tests }) => tests)]),
].filter((file) => !existsSync(file));
const unknown = outside.flatMap(({ same }) => same ?? []).filter((id) => !clauses.some((clause) => clause.id === id));
if (missing.length > 0) throw new Error(`clauses name files that are not there: ${missing.join(', ')}`);
if (unknown.length > 0) throw new Error(`outside.yaml names clauses that are not there: ${unknown.join(', ')}`);

const content = page();
if (!process.argv.includes('--check')) writeFileSync(FILE, content);
else if (!existsSync(FILE) || readFileSync(FILE, 'utf8') !== content) {
  console.error(`${FILE} is stale: run npm run conformance:table`);
  process.exitCode = 1;
}

function page(): string {
  const severities = (['MUST', 'SHOULD', 'MAY'] as const).map(
    (severity) => `${clauses.filter((clause) => clause.severity === severity).length} ${severity}`,
  );
  return `# Conformance

\`npm run conformance:table\` generates this page from [test/conformance/clauses/](../test/conformance/clauses/). Do not
edit it by hand.

These are clauses of RFC 7643, RFC 7644 and RFC 9865 (quoted from its last draft): ${severities.join(', ')}.
Each has a check that tests a server over HTTP alone. The checks know no resource type and no attribute by name: they
read \`/ServiceProviderConfig\`, \`/ResourceTypes\` and \`/Schemas\`, and choose attributes by their characteristics. A
sentence that says what happens, but has no keyword of RFC 2119, counts as a MUST.

\`\`\`sh
npm run conformance -- --url https://host/scim/v2 --token TOKEN              # any server
npm test -- test/conformance/clauses.test.ts -t create-201                   # one clause, against this server
\`\`\`

Every check is also a test in [test/conformance/clauses.test.ts](../test/conformance/clauses.test.ts), under the name in
the last column. It runs against the document of this repository, and against one with an additional resource type that
the source code does not mention ([fixtures/device.yaml](../test/conformance/fixtures/device.yaml)). The tests linked
above each table go into more detail. No clause is left out: those without a check are listed
[at the end](#without-a-check-of-their-own), with the reason.

${CHAPTERS.map(chapterText).join('\n')}
## Without a check of their own

All other sentences of the three RFCs that contain MUST, SHALL, SHOULD, REQUIRED or RECOMMENDED.

${outside.map(groupText).join('\n')}`;
}

function chapterText({ title, tests, clauses: own }: Chapter): string {
  const deeper = tests.map((file) => `[${file.replace(/^test\//, '')}](../${file})`).join(', ');
  const rows = own.map(clauseRow).join('\n');
  return `## ${title}

${deeper}

| clause | text | implemented in | check |
| --- | --- | --- | --- |
${rows}
`;
}

function clauseRow({ id, rfc, section, severity, quote, heldIn }: Clause): string {
  return `| RFC ${rfc} ${section} ${severity} | ${cell(quote)} | [${heldIn}](../${heldIn}) | ${id} |`;
}

function groupText({ reason, same, clauses: own }: OutsideGroup): string {
  const lines = own.map(({ rfc, section, quote }) => {
    return `- RFC ${rfc} ${section}${quote === undefined ? ', the whole section' : `: ${cell(quote)}`}`;
  });
  return `**${reason ?? `The same as ${same ?? ''}.`}**\n\n${lines.join('\n')}\n`;
}

/** Text that a table of Markdown shows as it is. */
function cell(text: string): string {
  return text.replace(/[|<*_[\]`]/g, (character) => `\\${character}`);
}
