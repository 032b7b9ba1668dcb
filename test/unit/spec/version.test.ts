// The document's version is that of the package, and is in its changelog.
import { mkdirSync, cpSync, readFileSync, rmSync, writeFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { checkVersion } from '../../../scripts/spec/version.js';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'version-'));
  mkdirSync(join(directory, 'openapi'));
  cpSync('openapi', join(directory, 'openapi'), { recursive: true });
  cpSync('package.json', join(directory, 'package.json'));
});
afterEach(() => rmSync(directory, { recursive: true }));

const edit = (file: string, text: RegExp, by: string) => {
  const path = join(directory, file);
  const before = readFileSync(path, 'utf8');
  expect(before).toMatch(text);
  writeFileSync(path, before.replace(text, by));
};

test('of this repository they agree', () => {
  expect(checkVersion('.')).toEqual([]);
});

test('a package that goes on alone is a fault', () => {
  edit('package.json', /"version": "[^"]+"/, '"version": "9.9.9"');
  expect(checkVersion(directory)).toEqual([
    expect.stringMatching(/^openapi\/openapi\.yaml: info\.version is \S+, but package\.json says 9\.9\.9: /),
    'openapi/CHANGELOG.md: there is no "## 9.9.9": say what changes for clients',
  ]);
});

test('a version without a word in the changelog is a fault', () => {
  edit('openapi/CHANGELOG.md', /^## .*$/m, '## next');
  expect(checkVersion(directory)).toEqual([expect.stringMatching(/^openapi\/CHANGELOG\.md: there is no "## /)]);
});
