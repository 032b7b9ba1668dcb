// The server's document with one more resource type, which no source knows: a folder of fixtures/ laid over openapi/.
import { readFileSync, readdirSync } from 'node:fs';
import type { Edit } from '../support/temporary-document.js';
import { temporaryDocument } from '../support/temporary-document.js';

/** A document with the devices of a fixture, in a folder of its own. */
export function overlaidDocument(fixture: 'device' | 'characteristics'): ReturnType<typeof temporaryDocument> {
  const read = (file: string): string => readFileSync(`test/conformance/fixtures/${fixture}/${file}`, 'utf8');
  const schemas = readdirSync(`test/conformance/fixtures/${fixture}/schemas`).map((file): Edit => [
    `schemas/${file}`,
    '',
    read(`schemas/${file}`),
  ]);
  return temporaryDocument([...schemas, ['resources.yaml', '\nGroup:', `\n${read('resources.yaml')}Group:`]]);
}
