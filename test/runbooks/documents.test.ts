// What docs/operations.md says is shown by tests that there are.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { rowsOf } from '../sight/table.js';
import { anchorsOf } from '../support/markdown.js';
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

test('an alert that names a run book names one that there is', () => {
  const { groups } = parse(readFileSync('ops/prometheus/alerts.yaml', 'utf8'));
  const named = groups[0].rules.flatMap(({ annotations }: any) => annotations.runbook ?? []);
  expect(named.length).toBeGreaterThan(3);
  for (const runbook of named) {
    const [page = '', anchor] = String(runbook).split('#');
    expect(anchorsOf(page)).toContain(anchor);
  }
});
