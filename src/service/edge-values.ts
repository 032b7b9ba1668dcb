// The edges of one owner, however many there are, and the values that answers show of them.
import type { Edge } from '../schema/model.js';
import type { JsonObject } from '../spec/json.js';
import { chunks } from './chunks.js';
import type { EdgeRecord, EdgeStore } from './ports.js';

/** Edges of an owner that are read at once, and are an answer in one piece. */
export const AT_ONCE = 1_000;
/** Of the others, those that are read at once, and those that are worked on at once: what stays in memory. */
const SECTION = 500;
const SLICE = 100;

/**
 * The edges of an owner, or those behind one of them, some at a time. Each section of them is a query of its own, so
 * nothing is held open for a client that is slow or gone. The next one is read while the last one is worked on.
 */
export async function* edgesFrom(
  edges: EdgeStore,
  edge: Edge,
  owner: string,
  after?: string,
): AsyncGenerator<readonly EdgeRecord[]> {
  let next = edges.section(edge, owner, SECTION, after);
  for (;;) {
    const section = await next;
    const last = section[SECTION - 1];
    if (last === undefined) {
      yield* chunks(section, SLICE);
      return;
    }
    next = edges.section(edge, owner, SECTION, last.target);
    // Its error is thrown when it is asked for, which may be never.
    next.catch(() => undefined);
    yield* chunks(section, SLICE);
  }
}

/** The value of an edge attribute, without what can be found from it. */
export function edgeValue({ target, targetType, display }: EdgeRecord): JsonObject {
  return { value: target, type: targetType, ...(display === undefined ? {} : { display }) };
}
