// A document of a test's own, with edits: a wrong one, or one that has more. Its operations and messages are those of
// openapi/, its resource types those of test/fixtures/openapi/, which stay as they are when openapi/ gets more.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { Source } from '../../src/spec/source.js';
import { readSource } from '../../src/spec/source.js';

/** What openapi/resources.yaml and openapi/schemas/ had once. */
export const RESOURCES = 'test/fixtures/openapi';
/** The schemas that are of the protocol, and no resource type's. */
const OF_DISCOVERY = ['ResourceType', 'SchemaDefinition', 'ServiceProviderConfig'];

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
 * Runs `act` on the folder of a document, and removes it.
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

/** The document without an edit. */
export function plainSource(): Source {
  return withDocument([], readSource);
}

/** A document that stays until it is removed. @throws Error where a text that is to be replaced is not there */
export function temporaryDocument(edits: readonly Edit[]): { readonly directory: string; remove(): void } {
  const directory = mkdtempSync(join(tmpdir(), 'openapi-'));
  const remove = () => rmSync(directory, { recursive: true });
  try {
    cpSync('openapi', directory, { recursive: true, filter: (file) => !isOfResources(file) });
    cpSync(RESOURCES, directory, { recursive: true });
    for (const edit of edits) apply(directory, edit);
  } catch (error) {
    remove();
    throw error;
  }
  return { directory, remove };
}

function isOfResources(file: string): boolean {
  if (file === join('openapi', 'resources.yaml')) return true;
  return dirname(file) === join('openapi', 'schemas') && !OF_DISCOVERY.includes(basename(file, '.yaml'));
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
