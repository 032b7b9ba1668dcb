// Which extensions there are on which schema.
import type { Json } from '../json.js';
import { isObject } from '../json.js';
import type { Source } from '../source.js';

/** The keys of the extensions of the resource types with that base schema; of all where none is given. */
export function schemaExtensions({ resources }: Source, base?: string): string[] {
  return Object.values(resources as unknown as Record<string, Json>).flatMap((entry) => {
    if (!isObject(entry) || (base !== undefined && entry['schema'] !== base)) return [];
    const list = Array.isArray(entry['extensions']) ? entry['extensions'] : [];
    return list.flatMap((extension) => (isObject(extension) ? [String(extension['schema'])] : []));
  });
}
