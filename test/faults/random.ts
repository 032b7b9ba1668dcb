// Chance with a seed: what a run did, FAULTS_SEED does again, as far as the machine allows.

export interface Random {
  /** A whole number, 0 to below `end`. */
  below(end: number): number;
  chance(probability: number): boolean;
  /** One of a list that isn't empty. */
  pick<T>(list: readonly [T, ...T[]]): T;
  /** Each of a list by the toss of a coin. */
  some<T>(list: readonly T[]): T[];
}

/** The seed of this run: FAULTS_SEED, or a new one. It is printed, so that a failure can be had again. */
export function seedOfRun(): number {
  const seed = Number(process.env['FAULTS_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
  process.stderr.write(`FAULTS_SEED=${seed}\n`);
  return seed;
}

/** mulberry32. */
export function createRandom(seed: number): Random {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (end: number) => Math.floor(next() * end);
  return {
    below,
    chance: (probability) => next() < probability,
    pick: (list) => list[below(list.length)] ?? list[0],
    some: (list) => list.filter(() => next() < 0.5),
  };
}
