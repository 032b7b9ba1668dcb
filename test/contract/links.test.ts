// Links between the Markdown files of the repository.
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';
import { anchorsOf, linksOf } from '../support/markdown.js';

const FOLDERS = ['docs', 'examples', 'openapi', 'sdk', 'test/clients'];
const PAGES = [
  ...readdirSync('.'),
  ...FOLDERS.flatMap((folder) => readdirSync(folder, { recursive: true }).map((file) => join(folder, String(file)))),
].filter((file) => file.endsWith('.md') && !file.includes('node_modules'));

test('there are pages with many links', () => {
  expect(PAGES).toEqual(expect.arrayContaining(['README.md', 'CHANGELOG.md', 'docs/operations.md']));
  expect(PAGES.flatMap(linksOf).filter(({ anchor }) => anchor !== '').length).toBeGreaterThan(10);
});

test.each(PAGES)('the links of %s lead somewhere', (page) => {
  const dead = linksOf(page).filter(({ file, anchor }) => {
    const target = file === '' ? page : join(dirname(page), file);
    return !existsSync(target) || (anchor !== '' && !anchorsOf(target).includes(anchor));
  });
  expect(dead).toEqual([]);
});
