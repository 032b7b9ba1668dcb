// Numbers that commands take.
import { InvalidArgumentError } from 'commander';

/** @throws InvalidArgumentError */
export function wholeNumber(text: string): number {
  return numberUpTo(Infinity)(text);
}

/** What reads a whole number from 1 to `most`. @throws InvalidArgumentError */
export function numberUpTo(most: number): (text: string) => number {
  const wanted = most === Infinity ? 'above 0' : `from 1 to ${most}`;
  return (text) => {
    const count = Number(text);
    if (Number.isInteger(count) && count >= 1 && count <= most) return count;
    throw new InvalidArgumentError(`Give a whole number ${wanted}.`);
  };
}
