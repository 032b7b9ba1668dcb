// Writes that nobody waits for, in batches: a short while after the first of them came. What could not be written is
// tried again, ever less often. Memory is bounded: past that, what comes is dropped.
import { setTimeout as delay } from 'node:timers/promises';
import { detached } from '../../observe/detached.js';

interface Settling<T> {
  add(item: T): void;
  /** Tells that what was tried last could not be written. */
  isStuck(): boolean;
  /** Writes what is left, and gives up where that can't be done in time. */
  close(): Promise<void>;
}

const AFTER_MS = 100;
const AGAIN_AFTER_MS = 1_000;
const LATEST_MS = 8_000;
const SIZE = 1_000;
const MOST = 20_000;
/** A database that hangs would hold the end of the server for half a minute: longer than whoever stops it may wait. */
const CLOSING_MS = 3_000;

/**
 * @param write tells what of a batch could not be written, and is to be tried again
 * @param report hears why a batch could not be written, or an item was dropped
 */
export function settleInBatches<T>(
  write: (batch: readonly T[]) => Promise<readonly T[]>,
  report: (error: unknown) => void,
): Settling<T> {
  let waiting: T[] = [];
  let timer: NodeJS.Timeout | undefined;
  let underWay: Promise<void> = Promise.resolve();
  /** How often in a row something could not be written. */
  let failed = 0;

  const schedule = (milliseconds: number) => {
    timer ??= detached(() => setTimeout(flush, milliseconds).unref());
  };
  const flush = () => {
    underWay = writeAll().then(() => {
      timer = undefined;
      if (waiting.length > 0) schedule(pause());
    });
  };
  const pause = () => (failed === 0 ? AFTER_MS : Math.min(AGAIN_AFTER_MS * 2 ** (failed - 1), LATEST_MS));
  const writeAll = async () => {
    const left: T[] = [];
    try {
      // What comes meanwhile waits for others: few large batches cost less than many small ones.
      for (let due = waiting.length; due > 0; due -= SIZE) {
        const batch = waiting.slice(0, Math.min(due, SIZE));
        left.push(...(await write(batch)));
        waiting = waiting.slice(batch.length);
      }
      failed = left.length > 0 ? failed + 1 : 0;
    } catch (error) {
      failed += 1;
      report(error);
    }
    // Behind the others, whom it doesn't hold up.
    waiting.push(...left);
  };

  return {
    add(item) {
      if (waiting.length < MOST) waiting.push(item);
      else report(new Error(`more than ${MOST} are waiting to be written: one is dropped`));
      schedule(AFTER_MS);
    },
    isStuck: () => failed > 0,
    async close() {
      clearTimeout(timer);
      const ended = underWay.then(() => {
        clearTimeout(timer);
        return writeAll();
      });
      await Promise.race([ended, delay(CLOSING_MS, undefined, { ref: false })]);
    },
  };
}
