// What docs/operations.md says is shown by tests that there are.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { rowsOf } from '../sight/table.js';
import { titles } from './run-book.js';

const FOLDER = import.meta.dirname;
const tests = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.test.ts'))
  .map((file) => readFileSync(join(FOLDER, file), 'utf8'))
  .join('\n');

test('there are run books', () => {
  expect(titles().length).toBeGreaterThan(8);
});

test.each(titles())('the run book "%s" is run to its end by a test', (title) => {
  const [, body = ''] = tests.split(`test('${title}', `);
  const own = body.split('\ntest(')[0] ?? '';
  expect(own).toContain(`runBook('${title}', `);
  expect(own).toContain('.finish();');
});

const ROWS = rowsOf('what').map(([what = '', answer = '', heldBy = '']) => ({ what, answer, heldBy }));

test('the table of what happens when has rows', () => {
  expect(ROWS.length).toBeGreaterThan(10);
});

/** A file in a link, and the names of tests that follow it in quotes. */
const LINK = /\[[^\]]+\]\(\.\.\/([^)]+)\)([^[]*)/g;

test.each(ROWS)('when $what', ({ answer, heldBy }) => {
  expect(answer).not.toBe('');
  const named = [...heldBy.matchAll(LINK)].flatMap(([, file = '', names = '']) =>
    [...names.matchAll(/"([^"]+)"/g)].map(([, name = '']) => ({ file, name })),
  );
  expect(named).not.toEqual([]);
  for (const { file, name } of named) expect(readFileSync(file, 'utf8')).toContain(`'${name}'`);
});
