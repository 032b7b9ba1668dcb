// Writes that nobody waits for, in batches: a short while after the first of them came. What could not be written is
// tried again. Memory is bounded: past that, what comes is dropped.
import { forNobody } from '../../observe/nobody.js';

export interface Settling<T> {
  add(item: T): void;
  /** Writes what is left, and gives up where that can't be done. */
  close(): Promise<void>;
}

const AFTER_MS = 100;
const AGAIN_AFTER_MS = 1_000;
const SIZE = 1_000;
const MOST = 20_000;

/** @param report hears why a batch could not be written, or an item was dropped */
export function settleInBatches<T>(
  write: (batch: readonly T[]) => Promise<void>,
  report: (error: unknown) => void,
): Settling<T> {
  let waiting: T[] = [];
  let timer: NodeJS.Timeout | undefined;
  let underWay: Promise<void> = Promise.resolve();

  const schedule = (milliseconds: number) => {
    timer ??= forNobody(() => setTimeout(flush, milliseconds).unref());
  };
  const flush = () => {
    underWay = writeAll().then(
      () => {
        timer = undefined;
        if (waiting.length > 0) schedule(AFTER_MS);
      },
      (error: unknown) => {
        report(error);
        timer = undefined;
        schedule(AGAIN_AFTER_MS);
      },
    );
  };
  const writeAll = async () => {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, SIZE);
      await write(batch);
      waiting = waiting.slice(batch.length);
    }
  };

  return {
    add(item) {
      if (waiting.length < MOST) waiting.push(item);
      else report(new Error(`more than ${MOST} are waiting to be written: one is dropped`));
      schedule(AFTER_MS);
    },
    async close() {
      clearTimeout(timer);
      await underWay;
      clearTimeout(timer);
      await writeAll().catch(report);
    },
  };
}
