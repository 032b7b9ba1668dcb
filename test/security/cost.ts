// What an input costs as it grows, as a ratio: a busy machine makes both times longer.

/** Below this, what is measured is the machine and not the input. */
const FLOOR_MS = 8;
const RUNS = 3;

/**
 * The cost of an input four times as long, in costs of the short one: about 4 where it is linear, 16 where it is
 * quadratic. The least of several runs counts.
 */
export async function growth(act: (length: number) => Promise<unknown>, length: number): Promise<number> {
  const [short, long] = [await cost(() => act(length)), await cost(() => act(4 * length))];
  return long / Math.max(short, FLOOR_MS);
}

/** Quadratic would be 16; what is linear is 4, and noise. */
export const MOSTLY_LINEAR = 10;

async function cost(act: () => Promise<unknown>): Promise<number> {
  let least = Infinity;
  for (let run = 0; run < RUNS; run += 1) {
    const start = performance.now();
    await act();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}
