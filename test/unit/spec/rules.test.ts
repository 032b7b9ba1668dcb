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
  /** How the mending begins, where it isn't the rule's own. */
  readonly mend?: string;
}

const FIXTURES = parse(readFileSync('test/fixtures/faults.yaml', 'utf8')) as Fixture[];

/** More attributes with an index than a collection may have. */
const MANY = `schemas: { User: { properties: { ${Array.from(
  { length: 58 },
  (_, n) => `a${n}: { type: string, description: One., x-scim: { caseExact: true, index: true } }`,
).join(', ')} } } }`;

/** The lines of a document with these edits, under an overlay. */
function linesOf({ overlay, edits = [] }: Pick<Fixture, 'overlay' | 'edits'>): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'overlay-'));
  try {
    const file = join(folder, 'overlay.yaml');
    if (overlay !== undefined) writeFileSync(file, overlay === 'many' ? MANY : overlay);
    return withDocument(edits, (directory) => {
      try {
        loadSource(directory, overlay === undefined ? [] : [file]);
        return [];
      } catch (error) {
        if (!(error instanceof DocumentError)) throw error;
        return error.message.replaceAll(`${directory}/`, '').replaceAll(`${folder}/`, '').split('\n');
      }
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('the document of the repository keeps the rules', () => {
  expect(linesOf({})).toEqual([]);
});

test.each(FIXTURES)('$rule: $says', ({ rule, says, mend, ...broken }) => {
  const lines = linesOf(broken);
  const line = lines.find((each) => each.startsWith(says)) ?? lines.join('\n');
  expect(line.slice(0, says.length)).toBe(says);
  expect(line).toContain(`. How to fix: ${mend ?? (rule in WITH_OWN_MENDING ? '' : RULES[rule]?.mend)}`);
});

/** Rules that know more of how to mend than one text can say. */
const WITH_OWN_MENDING = { 'unknown-keyword': true, 'missing-keyword': true };

test('every rule has a fixture that breaks it, and every fixture is of a rule', () => {
  expect(new Set(FIXTURES.map(({ rule }) => rule))).toEqual(new Set(Object.keys(RULES)));
});
