// The server's document with one more resource type, which no source knows: fixtures/device/ laid over openapi/.
import { readFileSync, readdirSync } from 'node:fs';
import type { Edit } from '../support/temporary-document.js';
import { temporaryDocument } from '../support/temporary-document.js';

const FIXTURE = 'test/conformance/fixtures/device';

/** A document with devices, in a folder of its own. */
export function deviceDocument(): ReturnType<typeof temporaryDocument> {
  const read = (file: string): string => readFileSync(`${FIXTURE}/${file}`, 'utf8');
  const schemas = readdirSync(`${FIXTURE}/schemas`).map((file): Edit => [
    `schemas/${file}`,
    '',
    read(`schemas/${file}`),
  ]);
  return temporaryDocument([...schemas, ['resources.yaml', '\nGroup:', `\n${read('resources.yaml')}Group:`]]);
}
