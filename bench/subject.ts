// What is compared: a server that runs, and the population that it serves.
import type { Server } from './load.js';
import type { Population } from './population.js';
import type { Running } from './process.js';

export interface Subject extends Server, Running {
  readonly name: string;
  readonly population: Population;
  /** The process of its database, where it has one on this machine. */
  readonly databasePid?: number;
  /** Why it doesn't take part in an operation; undefined where it does. */
  without(operation: string): string | undefined;
}
