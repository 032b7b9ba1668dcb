// Looks at a store that are good for less than a second: what is revoked or suspended holds everywhere by then, and a
// busy credential costs one look a second.
import { hash } from 'node:crypto';
import { createLatest } from '../limits/latest.js';

/** How long a look is good for, whether something was found or not. */
const FRESH_MS = 900;
/** Whoever tries many ids makes the oldest forgotten. */
const MOST_KNOWN = 10_000;

interface Known<T> {
  readonly at: number;
  readonly found: Promise<T>;
}

/**
 * @param keyOf what an id is remembered by
 * @returns what `find` finds, anew where the last look at that id is too old; a look that failed tells nothing
 */
export function createFresh<T>(
  find: (id: string) => Promise<T>,
  clock: () => Date,
  keyOf = (id: string) => id,
): (id: string) => Promise<T> {
  const known = createLatest<Known<T>>(MOST_KNOWN);
  return (id) => {
    const at = clock().getTime();
    const key = keyOf(id);
    const last = known.get(key);
    // Where the clock went back, nobody knows how old it is.
    if (last !== undefined && at >= last.at && at - last.at < FRESH_MS) return last.found;
    const found = find(id);
    found.catch(() => {
      known.delete(key);
    });
    known.set(key, { at, found });
    return found;
  };
}

/** The same for what is long and secret, as a JWT: it is remembered by its digest. */
export function createFreshByDigest<T>(find: (secret: string) => Promise<T>, clock: () => Date) {
  return createFresh(find, clock, (secret) => hash('sha256', secret, 'base64'));
}
