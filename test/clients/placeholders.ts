// The {{name}} placeholders of exchange files and of Okta's exports, and the paths by which both take values out of an
// answer.
import { isObject, mapObject, type Json } from '../../src/spec/json.js';

export type Variables = Readonly<Record<string, string>>;

/**
 * Gives the value with the placeholders of all its strings filled in.
 * @throws Error for a placeholder that no variable is known for
 */
export function fill<T extends Json>(value: T, variables: Variables): T;
export function fill(value: Json, variables: Variables): Json {
  if (typeof value === 'string') return fillString(value, variables);
  if (Array.isArray(value)) return value.map((element) => fill(element, variables));
  if (isObject(value)) return mapObject(value, (member) => fill(member, variables));
  return value;
}

function fillString(text: string, variables: Variables): string {
  return text.replace(/\{\{(\w+)\}\}/g, (placeholder, name: string) => {
    const value = variables[name];
    if (value === undefined) throw new Error(`${placeholder} stands for nothing`);
    return value;
  });
}

/** The value at a path such as `Resources[0].name.familyName`, undefined where there is none. */
export function valueAt(value: Json, path: string): Json | undefined {
  const keys = path.split(/[.[\]]+/).filter((key) => key !== '');
  return keys.reduce<Json | undefined>((parent, key) => {
    if (Array.isArray(parent)) return parent[Number(key)];
    return isObject(parent) && Object.hasOwn(parent, key) ? parent[key] : undefined;
  }, value);
}
