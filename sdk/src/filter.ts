// Filters (RFC 7644 section 3.4.2.2), typed by the attributes of a resource: the compiler knows their names, their
// values and the operators that these have; what is built is the text that a server reads.
import { everyName, separatorAfter } from './names.js';

/** A filter, or a part of one. It never changes: `and`, `or` and `not` make others. */
export class Filter {
  readonly #text: string;
  /** Whether an `and` around it needs parentheses. */
  readonly #isOr: boolean;

  constructor(text: string, isOr = false) {
    this.#text = text;
    this.#isOr = isOr;
  }

  and(other: Filter): Filter {
    return new Filter(`${this.#operandOfAnd()} and ${other.#operandOfAnd()}`);
  }

  or(other: Filter): Filter {
    return new Filter(`${this.#text} or ${other.#text}`, true);
  }

  not(): Filter {
    return new Filter(`not (${this.#text})`);
  }

  /** The text of the filter. */
  toString(): string {
    return this.#text;
  }

  #operandOfAnd(): string {
    return this.#isOr ? `(${this.#text})` : this.#text;
  }
}

export interface Presence {
  /** Whether there is a value. */
  pr(): Filter;
}

export interface Equality<V> extends Presence {
  eq(value: V | null): Filter;
  ne(value: V | null): Filter;
}

export interface Order<V> extends Equality<V> {
  gt(value: V): Filter;
  ge(value: V): Filter;
  lt(value: V): Filter;
  le(value: V): Filter;
}

/** Dates too: they are compared as instants. */
export interface Text extends Order<string> {
  co(value: string): Filter;
  sw(value: string): Filter;
  ew(value: string): Filter;
}

/**
 * The attributes of `T`, each with what may be asked of it. Where a sub-attribute is named like an operator, the
 * operator is meant; every filter may be given as text instead.
 */
export type Attributes<T> = {
  readonly [K in keyof T]-?: K extends `urn:${string}` ? Attributes<NonNullable<T[K]>> : Asked<NonNullable<T[K]>>;
};

type Asked<V> = [V] extends [readonly (infer E)[]]
  ? AskedOfList<E>
  : [V] extends [object]
    ? Presence & Attributes<V>
    : AskedOfOne<V>;

type AskedOfOne<V> = [V] extends [string]
  ? Text
  : [V] extends [number]
    ? Order<number>
    : [V] extends [boolean]
      ? Equality<boolean>
      : Presence;

/** A list of complex values may be compared by their `value`. */
type AskedOfList<E> = [E] extends [object]
  ? Presence & Attributes<E> & (E extends { value?: infer V } ? AskedOfOne<NonNullable<V>> : unknown) & Selection<E>
  : AskedOfOne<E>;

interface Selection<E> {
  /** Whether one value of the list matches all of a filter. */
  where(select: (value: Attributes<E>) => Filter): Filter;
}

/** Attributes that no type knows. */
export type AnyAttributes = Attributes<Record<string, unknown>>;

/** What a filter of `T` may be given as. */
export type FilterOf<T> = string | Filter | ((attributes: Attributes<T>) => Filter);

/** The text of a filter. */
export function filterText<T>(filter: FilterOf<T>): string {
  return String(typeof filter === 'function' ? filter(attributes<T>()) : filter);
}

/** Builds a filter of `T` that is kept, or put together from others. */
export function filter<T>(build: (attributes: Attributes<T>) => Filter): Filter {
  return build(attributes<T>());
}

/** The text of the filter that selects values of a list. */
export function selection(path: string, select: (value: AnyAttributes) => Filter): string {
  return `${path}[${String(select(attributes()))}]`;
}

type Value = string | number | boolean | null;

const COMPARE = ['eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le'].map(
  (operator) =>
    [operator, (path: string) => (value: Value) => new Filter(`${path} ${operator} ${literal(value)}`)] as const,
);

/** What an attribute is asked, by the name of the method; each for the path of the attribute. */
const METHODS: ReadonlyMap<string | symbol, (path: string) => unknown> = new Map<string, (path: string) => unknown>([
  ...COMPARE,
  ['pr', (path) => () => new Filter(`${path} pr`)],
  ['where', (path) => (select: (value: AnyAttributes) => Filter) => new Filter(selection(path, select))],
]);

function attributes<T>(): Attributes<T> {
  return everyName((name) => attribute(String(name), separatorAfter(String(name)))) as Attributes<T>;
}

function attribute(path: string, separator: string): unknown {
  return everyName((name) => METHODS.get(name)?.(path) ?? attribute(`${path}${separator}${String(name)}`, '.'));
}

/** @throws TypeError for a number that JSON can't say: it would become null, which asks for something else */
function literal(value: Value): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError(`a filter can't compare with ${value}`);
  return JSON.stringify(value);
}
