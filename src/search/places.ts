// Where pages by index lie in their lists. MongoDB finds the 90,000th resource by stepping over all before it; who
// reads a list page by page has just been there. So places are remembered for a while, and a page begins by key.
import { hash } from 'node:crypto';
import { createLatest } from '../limits/latest.js';
import type { Position } from './order.js';

export interface Places {
  /** The place behind which the page of a query begins; undefined where it isn't known. */
  find(query: string, startIndex: number): Position | undefined;
  keep(query: string, startIndex: number, before: Position): void;
}

/** Enough for the readers that there are at a time; one that is forgotten costs a skip. */
const MOST = 1_000;
/** Longer than a client works on a page. What is added or removed before a place within it doesn't shift the page. */
const KEPT_MS = 60_000;

/** @param now milliseconds */
export function createPlaces(now: () => number): Places {
  const places = createLatest<{ readonly before: Position; readonly until: number }>(MOST);
  // A filter may be long.
  const keyOf = (query: string, startIndex: number) => hash('sha256', `${startIndex} ${query}`, 'base64');
  return {
    find(query, startIndex) {
      const place = places.get(keyOf(query, startIndex));
      return place !== undefined && place.until > now() ? place.before : undefined;
    },
    keep(query, startIndex, before) {
      places.set(keyOf(query, startIndex), { before, until: now() + KEPT_MS });
    },
  };
}
