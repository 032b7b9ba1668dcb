// The run books of docs/operations.md, run by the tests as they stand there: what a test executes is what an operator
// reads.
import { readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Outcome } from '../e2e/command.js';
import { runCommand } from '../e2e/command.js';

const FILE = new URL('../../docs/operations.md', import.meta.url);
const [, BOOKS = ''] = readFileSync(FILE, 'utf8').split('\n## Run books\n');
const CHAPTERS = (BOOKS.split('\n## ')[0] ?? '').split('\n### ').slice(1);

/** First what stands for npm; last what stands for the tools of MongoDB, where there are none. */
const PATH = [join(import.meta.dirname, 'bin'), process.env['PATH'] ?? '', join(import.meta.dirname, 'stand-ins')].join(
  delimiter,
);

export interface RunBook {
  /** Runs the next block. @param more variables of it, on top of those of the book */
  next(more?: Readonly<Record<string, string>>): Promise<Outcome>;
  /** Runs the block of before once more. */
  again(more?: Readonly<Record<string, string>>): Promise<Outcome>;
  /** @throws Error where a block was not run */
  finish(): void;
}

/** The titles of all. */
export function titles(): readonly string[] {
  return CHAPTERS.map((chapter) => chapter.split('\n')[0] ?? '');
}

/** @throws Error where there is none of that title */
export function runBook(title: string, environment: Readonly<Record<string, string>>): RunBook {
  const chapter = CHAPTERS.find((each) => each.startsWith(`${title}\n`));
  if (chapter === undefined) throw new Error(`docs/operations.md has no run book ${title}`);
  const blocks = [...chapter.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, block = '']) => block);
  let done = 0;
  const run = (index: number, more: Readonly<Record<string, string>>) => {
    const block = blocks[index];
    if (block === undefined) throw new Error(`${title}: there is no block ${index + 1}`);
    // A variable that nobody set is an error.
    return runCommand(['sh', '-euc', block], { ...environment, PATH, ...more });
  };
  return {
    next: (more = {}) => run(done++, more),
    again: (more = {}) => run(done - 1, more),
    finish() {
      if (done !== blocks.length) throw new Error(`${title}: of ${blocks.length} blocks ${done} were run`);
    },
  };
}
