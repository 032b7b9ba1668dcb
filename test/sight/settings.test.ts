// docs/operations.md has each setting that there is, and no other.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { namesIn, rowsOf } from './table.js';

const FOLDER = join(import.meta.dirname, '../../src/config');

test('the table of settings', () => {
  const source = readdirSync(FOLDER).map((file) => readFileSync(join(FOLDER, file), 'utf8'));
  const declared = [...source.join('\n').matchAll(/^ +([A-Z][A-Z0-9_]+): \w+\(\{ default: /gm)];
  const documented = rowsOf('setting').flatMap(([names]) => namesIn(names));
  expect(documented.toSorted()).toEqual(declared.map(([, name = '']) => name).toSorted());
  expect(documented).toContain('MONGODB_URI');
});
