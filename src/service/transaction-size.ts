// How much may be one transaction: while it runs, whoever writes the same waits.
import type { ResourceType } from '../schema/model.js';
import type { ServiceContext } from './context.js';
import { edgesTo } from './context.js';

/** The most edges that change in one transaction; more go in batches, in the order of docs/architecture.md. */
export const MOST_TOGETHER = 10_000;

/** Tells whether so many writes are a transaction: one is whole by itself, and too many would hold up others. */
export function isTogether(resources: number, edges: number): boolean {
  return resources + edges > 1 && edges <= MOST_TOGETHER;
}

/** How many edges lead to a resource; past what may go together it is no longer counted. */
export async function countEdgesTo({ model, edges }: ServiceContext, type: ResourceType, id: string): Promise<number> {
  const counts = edgesTo(model, type).map((edge) => edges.countTo(edge, id, type.name, MOST_TOGETHER + 1));
  return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
}
