// docs/operations.md has each setting that there is, and no other.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { namesIn, rowsOf } from './table.js';

const FOLDER = join(import.meta.dirname, '../../src/config');

test('the table of settings', () => {
  const source = readdirSync(FOLDER)
    .map((file) => readFileSync(join(FOLDER, file), 'utf8'))
    .join('\n');
  // A setting of envalid, or one that is read by its name.
  const found = [...source.matchAll(/^ +([A-Z][A-Z0-9_]+): \w+(?:\([^)]*\))?\(\{ default: |'([A-Z][A-Z_]{3,})'/gm)];
  const declared = new Set(found.map(([, name, named = '']) => name ?? named));
  const documented = rowsOf('setting').flatMap(([names]) => namesIn(names));
  expect(documented.toSorted()).toEqual([...declared].toSorted());
  expect(documented).toContain('MONGODB_URI');
});
