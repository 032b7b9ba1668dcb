// A copy of openapi/ for one test, with an edit: what the lint and the reader make of a wrong document.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One text of one file, replaced by another; a whole new file where the text is empty. */
export type Edit = readonly [file: string, text: string, by: string];

/**
 * Runs `act` on the folder of a copy, and removes the copy.
 * @throws Error where a text that is to be replaced is not there
 */
export function withDocument<T>(edits: readonly Edit[], act: (directory: string) => T): T {
  const directory = mkdtempSync(join(tmpdir(), 'openapi-'));
  try {
    cpSync('openapi', directory, { recursive: true });
    for (const [file, text, by] of edits) {
      const path = join(directory, file);
      if (text === '') {
        writeFileSync(path, by);
        continue;
      }
      const content = readFileSync(path, 'utf8');
      if (!content.includes(text)) throw new Error(`${file} has no ${text}`);
      writeFileSync(
        path,
        content.replace(text, () => by),
      );
    }
    return act(directory);
  } finally {
    rmSync(directory, { recursive: true });
  }
}
