// The tables of docs/operations.md.
import { readFileSync } from 'node:fs';

const FILE = new URL('../../docs/operations.md', import.meta.url);

/** The cells of the rows below each head that begins with this word. */
export function rowsOf(head: string): readonly (readonly string[])[] {
  const [, ...tables] = readFileSync(FILE, 'utf8').split(`\n| ${head} | `);
  const rows = tables.flatMap((table) => table.split('\n\n')[0]?.split('\n').slice(2) ?? []);
  return rows.map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

/** What stands in backticks. */
export function namesIn(cell: string | undefined): string[] {
  return [...(cell ?? '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
}
