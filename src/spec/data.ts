// What in a document of OpenAPI is data of its author, and no part of OpenAPI: examples and defaults.
import type { Path } from './yaml-file.js';

const DATA: ReadonlySet<string | number> = new Set(['example', 'examples', 'default']);

/** The keys below these are names: an attribute may be called `default`, and so may a response. */
const NAMED: ReadonlySet<string | number> = new Set(['properties', 'schemas', 'responses', 'headers', 'parameters']);

/** Tells whether a path ends at the keyword of an example or a default. */
export function isDataKeyword(path: Path): boolean {
  const last = path.at(-1);
  return last !== undefined && DATA.has(last) && !isName(path);
}

function isName(path: Path): boolean {
  const above = path.slice(0, -1);
  const last = above.at(-1);
  return last !== undefined && NAMED.has(last) && !isName(above);
}
