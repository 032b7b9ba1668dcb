// Changes of a resource (RFC 7644 section 3.5.2), typed by what a client may write: the compiler knows the paths and
// the value that each takes.
import type { AnyAttributes, Attributes, Filter } from './filter.js';
import { selection } from './filter.js';
import { everyName, separatorAfter } from './names.js';

const TEXT = Symbol('text');
declare const VALUE: unique symbol;

/** Where to change a resource; `V` is what stands there. */
export interface Path<V> {
  readonly [TEXT]: string;
  readonly [VALUE]?: V;
}

/** The paths of `T`. */
export type Paths<T> = { readonly [K in keyof T]-?: PathTo<NonNullable<T[K]>> };

type PathTo<V> = Path<V> &
  ([V] extends [readonly (infer E)[]]
    ? [E] extends [object]
      ? Selecting<E>
      : unknown
    : [V] extends [object]
      ? Paths<V>
      : unknown);

interface Selecting<E> {
  /** The values of the list that match a filter. */
  where(select: (value: Attributes<E>) => Filter): Path<E> & Paths<E>;
}

export interface PatchOperation {
  readonly op: 'add' | 'replace' | 'remove';
  readonly path?: string;
  readonly value?: unknown;
}

type Place<T, V> = (paths: Paths<T>) => Path<V>;

/** The changes of one request, made in their order, all or none. It never changes itself: each method makes another. */
export class Patch<T> {
  readonly operations: readonly PatchOperation[];

  constructor(operations: readonly PatchOperation[] = []) {
    this.operations = operations;
  }

  /** Adds values to lists, and puts single values in place; without a path, those of several attributes. */
  add(value: Partial<T>): Patch<T>;
  add<V>(place: Place<T, V>, value: NoInfer<V>): Patch<T>;
  add<V>(...given: [Partial<T>] | [Place<T, V>, V]): Patch<T> {
    return this.#write('add', given);
  }

  /** Puts values in place of those that are there; without a path, those of several attributes. */
  replace(value: Partial<T>): Patch<T>;
  replace<V>(place: Place<T, V>, value: NoInfer<V>): Patch<T>;
  replace<V>(...given: [Partial<T>] | [Place<T, V>, V]): Patch<T> {
    return this.#write('replace', given);
  }

  remove(place: Place<T, unknown>): Patch<T> {
    return this.#with({ op: 'remove', path: textOf(place) });
  }

  /** The message that is sent. */
  toJSON() {
    return { schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'], Operations: this.operations };
  }

  #write<V>(op: 'add' | 'replace', given: [Partial<T>] | [Place<T, V>, V]): Patch<T> {
    return given.length === 1
      ? this.#with({ op, value: given[0] })
      : this.#with({ op, path: textOf(given[0]), value: given[1] });
  }

  #with(operation: PatchOperation): Patch<T> {
    return new Patch([...this.operations, operation]);
  }
}

function textOf<T>(place: Place<T, unknown>): string {
  const paths = everyName((name) => at(String(name), separatorAfter(String(name)))) as Paths<T>;
  return place(paths)[TEXT];
}

function at(path: string, separator: string): unknown {
  return everyName((name) => {
    if (name === TEXT) return path;
    if (name === 'where') return (select: (value: AnyAttributes) => Filter) => at(selection(path, select), '.');
    return at(`${path}${separator}${String(name)}`, '.');
  });
}
