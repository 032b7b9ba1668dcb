// An edit of the document, and what must follow from it without another line anywhere.
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { JsonObject } from '../../src/spec/json.js';
import type { Exchange } from '../clients/exchange.js';
import { asExchange } from '../clients/exchange.js';
import type { Overlay } from '../../src/spec/overlay.js';

export interface Edit {
  readonly title: string;
  readonly overlay: Overlay;
  /** What /openapi.json shows, among the rest. */
  readonly published: JsonObject;
  /** The indexes that the database then has or lacks: `+collection name`, `-collection name`. */
  readonly indexes: readonly string[];
  /** Lines of a program that has the generated types as `Schemas`; each fails to compile where types don't follow. */
  readonly program: string;
  /** Requests, and the answers that they get: as in test/clients/. */
  readonly exchange: Exchange;
}

interface EditFile {
  readonly title: string;
  readonly overlay: Overlay;
  readonly published: JsonObject;
  readonly indexes?: readonly string[];
  readonly program: string;
  readonly steps: unknown;
}

const FOLDER = 'test/extending/edits';

/** The edits that are a file each. @throws Error that names the file, where its steps are none */
export function editsOfFiles(): Edit[] {
  return readdirSync(FOLDER)
    .sort()
    .map((file) => {
      const { steps, indexes = [], ...edit } = parse(readFileSync(`${FOLDER}/${file}`, 'utf8')) as EditFile;
      return { ...edit, indexes, exchange: asExchange(file, { title: edit.title, source: file, steps }) };
    });
}
