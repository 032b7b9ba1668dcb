// Each row of the register has a test or a reason, and docs/security.md tells the same.
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { ROWS, table } from './rows.js';

test('all 36 holes and all 16 classes are there, once', () => {
  const holes = Array.from({ length: 36 }, (_, index) => `A1-${index + 1}`);
  expect(ROWS.map(({ row }) => row).filter((row) => row.startsWith('A1'))).toEqual(holes);
  expect(new Set(ROWS.filter(({ row }) => row.startsWith('A2')).map(({ row }) => row)).size).toBe(16);
});

test.each(ROWS)('$row has a test, or a reason and what holds it', ({ row, test: file, because, heldBy }) => {
  expect([file, because].filter((one) => one !== undefined)).toHaveLength(1);
  expect(existsSync(file ?? heldBy ?? '')).toBe(true);
  if (file === 'test/security/identity.test.ts' && row.startsWith('A1')) {
    expect(readFileSync(file, 'utf8')).toContain(`${row} `);
  }
});

test('docs/security.md has the table', () => {
  expect(readFileSync('docs/security.md', 'utf8')).toContain(table());
});
