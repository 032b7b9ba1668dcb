// The limits: their bounds are held at start, and docs/operations.md tells each as it is.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { readConfig } from '../../../src/config/config.js';
import { LIMITS } from '../../../src/config/limits.js';

const OPERATIONS = readFileSync('docs/operations.md', 'utf8');

describe.each(Object.entries(LIMITS))('%s', (name, { setting, usual, least, most }) => {
  test('takes its bounds, and what it is without the setting', () => {
    expect(least <= usual && usual <= most).toBe(true);
    for (const value of [least, most]) {
      expect(readConfig({ [setting]: String(value) })).toMatchObject({ [name]: value });
    }
    expect(readConfig({ [setting]: '' })).toMatchObject({ [name]: usual });
  });

  test.each([String(least - 1), String(most + 1), '-1', `${least}.5`, 'many', '1e'])(
    'refuses %s in one line',
    (value) => {
      expect(() => readConfig({ [setting]: value })).toThrow(`${setting}: takes a whole number, ${least} to ${most}`);
    },
  );

  test('has a row in docs/operations.md', () => {
    expect(OPERATIONS).toContain(`| \`${setting}\` | ${least} to ${most} | \`${usual}\` | `);
  });
});
