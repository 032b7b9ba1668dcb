// Numbers that commands take.
import { InvalidArgumentError } from 'commander';
import { readWhole } from '../config/whole-number.js';

/** @throws InvalidArgumentError */
export function wholeNumber(text: string): number {
  return numberUpTo(Infinity)(text);
}

/** What reads a whole number from 1 to `most`. @throws InvalidArgumentError */
export function numberUpTo(most: number): (text: string) => number {
  return (text) => {
    const count = readWhole(text, { least: 1, most });
    if (count !== undefined) return count;
    throw new InvalidArgumentError(`Give a whole number ${most === Infinity ? 'above 0' : `from 1 to ${most}`}.`);
  };
}
