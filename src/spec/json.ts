// JSON as types: what YAML files, request bodies and stored resources are made of.

export type Json = null | boolean | number | string | Json[] | JsonObject;
export interface JsonObject {
  [key: string]: Json;
}

/** Tells whether a value is a JSON object: not null, not a list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The entries of an object mapped to a new object; an entry mapped to undefined is left out. */
export function mapObject<T, U>(object: Record<string, T>, map: (value: T, key: string) => U | undefined) {
  const result: Record<string, U> = {};
  for (const [key, value] of Object.entries(object)) {
    const mapped = map(value, key);
    if (mapped !== undefined) result[key] = mapped;
  }
  return result;
}

/** The same text for equal JSON, whatever the order of its names: a key for sets and maps. */
export function canonicalText(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const entries = Object.entries(value).map(([name, member]) => `${JSON.stringify(name)}:${canonicalText(member)}`);
  return `{${entries.sort().join(',')}}`;
}

/** A deep copy. */
export function copyJson<T extends Json>(value: T): T {
  if (Array.isArray(value)) return value.map(copyJson) as T;
  return (isObject(value) ? mapObject(value, copyJson) : value) as T;
}
