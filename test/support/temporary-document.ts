// A copy of openapi/ for one test, with edits: a wrong document, or one that has more than the server's own.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One text of one file, replaced by another; a whole new file where the text is empty. */
export type Edit = readonly [file: string, text: string, by: string];

/** Passwords are kept as hashes, and users have a hint that is never returned. */
export const WITH_SECRETS: readonly Edit[] = [
  ['schemas/User.yaml', 'secret: discard', 'secret: argon2id'],
  [
    'schemas/User.yaml',
    '  nickName:\n    type: string\n',
    '  hint:\n    type: string\n    description: A hint.\n    x-scim: { caseExact: true, returned: never }\n' +
      '  nickName:\n    type: string\n',
  ],
];

/**
 * Runs `act` on the folder of a copy, and removes the copy.
 * @throws Error where a text that is to be replaced is not there
 */
export function withDocument<T>(edits: readonly Edit[], act: (directory: string) => T): T {
  const { directory, remove } = temporaryDocument(edits);
  try {
    return act(directory);
  } finally {
    remove();
  }
}

/** A copy that stays until it is removed. @throws Error where a text that is to be replaced is not there */
export function temporaryDocument(edits: readonly Edit[]): { readonly directory: string; remove(): void } {
  const directory = mkdtempSync(join(tmpdir(), 'openapi-'));
  const remove = () => rmSync(directory, { recursive: true });
  try {
    cpSync('openapi', directory, { recursive: true });
    for (const edit of edits) apply(directory, edit);
  } catch (error) {
    remove();
    throw error;
  }
  return { directory, remove };
}

function apply(directory: string, [file, text, by]: Edit): void {
  const path = join(directory, file);
  if (text === '') {
    writeFileSync(path, by);
    return;
  }
  const content = readFileSync(path, 'utf8');
  if (!content.includes(text)) throw new Error(`${file} has no ${text}`);
  writeFileSync(
    path,
    content.replace(text, () => by),
  );
}
