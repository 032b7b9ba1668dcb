// Writes what was edited, laid out as everything here is, unless a rule of the document refuses it.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { buildModel } from '../../../src/schema/build.js';
import { loadSource } from '../../../src/spec/load.js';
import type { Edits } from './edits.js';

/**
 * Tries the edits on a copy of the folder, and writes them where they break no rule.
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
    buildModel(loadSource(copy));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`nothing is written:\n${why.replaceAll(copy, directory)}`, { cause: error });
  } finally {
    rmSync(copy, { recursive: true });
  }
  for (const [file, text] of files) writeFileSync(join(directory, file), text);
  return files.map(([file]) => join(directory, file));
}
