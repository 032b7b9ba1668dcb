// The names of a resource's attributes, as types and as paths (RFC 7644 section 3.10). Which there are is in the types
// of the document alone: at run time any name is taken.

/** What a value of a list is; of anything else, the value itself. */
export type Element<V> = V extends readonly (infer E)[] ? E : V;

/** `attribute`, `attribute.sub`, and behind the URN of an extension `urn:attribute`. */
export type AttributeName<T> = {
  [K in keyof T & string]: K extends `urn:${string}`
    ? K | `${K}:${AttributeName<NonNullable<T[K]>>}`
    : K | SubName<K, Element<NonNullable<T[K]>>>;
}[keyof T & string];

type SubName<K extends string, V> = V extends object ? `${K}.${keyof V & string}` : never;

/** An object that has every name: what it stands for is made when it is asked for. */
export function everyName(make: (name: string | symbol) => unknown): object {
  return new Proxy({}, { get: (_target, name) => make(name) });
}

/** What stands behind the name of an attribute, before one below it: a colon after a URN, else a dot. */
export function separatorAfter(name: string): ':' | '.' {
  return name.startsWith('urn:') ? ':' : '.';
}
