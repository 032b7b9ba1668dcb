// Work of which only so much is under way at once; what is beyond waits for its turn, in order.

/** @param most how much is under way at once */
export function createTurns(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let underWay = 0;
  return async (work) => {
    if (underWay < most) underWay += 1;
    else await new Promise<void>((begin) => waiting.push(begin));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      // Its place is the next one's.
      if (next === undefined) underWay -= 1;
      else next();
    }
  };
}
