// Writes what was edited, laid out as everything here is, unless the lint would refuse it.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { buildModel } from '../../../src/schema/build.js';
import { readSource } from '../../../src/spec/source.js';
import { lint } from '../lint.js';
import type { Edits } from './edits.js';

/**
 * Tries the edits on a copy of the folder, and writes them where the lint has nothing to say.
 * @returns the files that were written
 * @throws Error with what it says
 */
export async function write(directory: string, edits: Edits): Promise<readonly string[]> {
  const options = await resolveConfig('package.json');
  const files = await Promise.all(
    Object.entries(edits).map(async ([file, text]): Promise<[string, string]> => [
      file,
      await format(text, { ...options, parser: 'yaml' }),
    ]),
  );
  const copy = mkdtempSync(join(tmpdir(), 'openapi-'));
  try {
    cpSync(directory, copy, { recursive: true });
    for (const [file, text] of files) writeFileSync(join(copy, file), text);
    const faults = lint(copy);
    if (faults.length > 0) throw new Error(`nothing is written:\n${faults.join('\n').replaceAll(copy, directory)}`);
    buildModel(readSource(copy));
  } finally {
    rmSync(copy, { recursive: true });
  }
  for (const [file, text] of files) writeFileSync(join(directory, file), text);
  return files.map(([file]) => join(directory, file));
}
