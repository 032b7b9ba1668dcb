// The keywords of openapi/vocabulary/, and those that the tables of docs/extending.md explain.
import { readFileSync } from 'node:fs';
import { isObject } from '../../src/spec/json.js';
import type { Json, JsonObject } from '../../src/spec/json.js';
import { PAGE } from './page.js';

/** Each keyword, as a path from the top of a file, and the values that it may have where they are listed. */
export type Keywords = Readonly<Record<string, readonly string[]>>;

/** @param name of a file of openapi/vocabulary/ */
export function keywordsOfVocabulary(name: string): Keywords {
  const vocabulary = JSON.parse(readFileSync(`openapi/vocabulary/${name}.json`, 'utf8')) as JsonObject;
  const found: Record<string, readonly string[]> = {};
  const walk = (schema: Json | undefined, path: string): void => {
    if (!isObject(schema)) return;
    for (const [keyword, sub] of Object.entries(isObject(schema['properties']) ? schema['properties'] : {})) {
      found[path + keyword] = valuesOf(sub);
      walk(sub, `${path}${keyword}.`);
    }
    walk(schema['items'], path);
    walk(schema['additionalProperties'], path);
  };
  walk(vocabulary, '');
  return found;
}

/** The rows of the table under the heading that links the file: the keyword, and the words in its second column. */
export function keywordsOfPage(name: string): Keywords {
  const [, section = ''] = readFileSync(PAGE, 'utf8').split(new RegExp(`^## .*vocabulary/${name}\\.json.*$`, 'm'));
  const rows = (section.split(/^## /m)[0] ?? '').matchAll(/^\| `([^`]+)` \| ([^|]*)\|/gm);
  return Object.fromEntries(
    [...rows].map(([, keyword = '', values = '']) => [
      keyword,
      [...values.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word),
    ]),
  );
}

function valuesOf(schema: Json): string[] {
  const { enum: values, const: only } = isObject(schema) ? schema : {};
  if (only !== undefined) return [String(only)];
  return Array.isArray(values) ? values.map(String) : [];
}
