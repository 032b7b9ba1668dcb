// A list that is too long to be held: its values come in parts, as they are read.
import type { Json } from '../spec/json.js';
import type { JsonText } from './json-text.js';

export class LongList<T> {
  /**
   * @param first the values that are there already
   * @param rest nothing of it is read before somebody asks for it; who stops asking reads no further
   */
  constructor(
    readonly first: readonly T[],
    readonly rest: AsyncIterable<readonly T[]>,
  ) {}

  /** All values, in parts. */
  async *parts(): AsyncGenerator<readonly T[]> {
    yield this.first;
    yield* this.rest;
  }

  /** The same list with each of its parts changed. */
  map<U>(change: (part: readonly T[]) => readonly U[]): LongList<U> {
    return new LongList(change(this.first), mapParts(this.rest, change));
  }
}

/** A representation in which a list may be long. */
export interface Body {
  readonly [name: string]: Json | LongList<Json> | LongList<Presented> | readonly Presented[];
}

/** A resource as an answer shows it. */
export type Presented = Body | JsonText;

/** Tells whether a member of a body is a long list. */
export function isLong(body: object): boolean {
  return Object.values(body).some((member) => member instanceof LongList);
}

async function* mapParts<T, U>(
  parts: AsyncIterable<readonly T[]>,
  change: (part: readonly T[]) => readonly U[],
): AsyncGenerator<readonly U[]> {
  for await (const part of parts) yield change(part);
}
