// Each rule of the document, broken by an overlay or by an edit (fixtures/faults.yaml), and what is then said.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { RULES } from '../../../src/spec/check/check.js';
import { DocumentError, loadSource } from '../../../src/spec/load.js';
import type { Edit } from '../../support/temporary-document.js';
import { withDocument } from '../../support/temporary-document.js';

interface Fixture {
  readonly rule: string;
  readonly overlay?: string;
  readonly edits?: readonly Edit[];
  /** How its line begins: file, line, column, rule, what is wrong. */
  readonly says: string;
  /** The text whose line and column stands for `@` in it. */
  readonly at?: string;
  /** How the mending begins, where it isn't the rule's own. */
  readonly mend?: string;
}

const FIXTURES = parse(readFileSync('test/fixtures/faults.yaml', 'utf8')) as Fixture[];

/** More attributes with an index than a collection may have. */
const MANY = `schemas: { User: { properties: { ${Array.from(
  { length: 58 },
  (_, n) => `a${n}: { type: string, description: One., x-scim: { caseExact: true, index: true } }`,
).join(', ')} } } }`;

/** What is said of a document with these edits, under an overlay, and the line that is expected. */
function told({ overlay, edits = [], says, at }: Fixture): { readonly lines: string[]; readonly expected: string } {
  const folder = mkdtempSync(join(tmpdir(), 'overlay-'));
  try {
    const file = join(folder, 'overlay.yaml');
    if (overlay !== undefined) writeFileSync(file, overlay === 'many' ? MANY : overlay);
    return withDocument(edits, (directory) => {
      const expected =
        at === undefined ? says : says.replace('@', placeOf(at, join(directory, says.split(':')[0] ?? '')));
      try {
        loadSource(directory, overlay === undefined ? [] : [file]);
        return { lines: [], expected };
      } catch (error) {
        if (!(error instanceof DocumentError)) throw error;
        return {
          lines: error.message.replaceAll(`${directory}/`, '').replaceAll(`${folder}/`, '').split('\n'),
          expected,
        };
      }
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Where a file has a text first, as `line:column`. */
function placeOf(text: string, file: string): string {
  const [before, after] = readFileSync(file, 'utf8').split(text, 2);
  if (before === undefined || after === undefined) throw new Error(`${file} has no ${text}`);
  const lines = before.split('\n');
  return `${lines.length}:${(lines.at(-1) ?? '').length + 1}`;
}

test('the document of the repository keeps the rules', () => {
  expect(() => loadSource('openapi')).not.toThrow();
});

test.each(FIXTURES)('$rule: $says', (fixture) => {
  const { rule, mend } = fixture;
  const { lines, expected } = told(fixture);
  const line = lines.find((each) => each.startsWith(expected)) ?? lines.join('\n');
  expect(line.slice(0, expected.length)).toBe(expected);
  expect(line).toContain(`. How to fix: ${mend ?? (rule in WITH_OWN_MENDING ? '' : RULES[rule]?.mend)}`);
});

/** Rules that know more of how to mend than one text can say. */
const WITH_OWN_MENDING = { 'unknown-keyword': true, 'missing-keyword': true };

test('every rule has a fixture that breaks it, and every fixture is of a rule', () => {
  expect(new Set(FIXTURES.map(({ rule }) => rule))).toEqual(new Set(Object.keys(RULES)));
});
