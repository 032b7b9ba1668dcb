// Where lines go: to a stream that somebody reads, or doesn't. Requests never wait for it. What is written in one turn
// of the event loop goes together; past a bound, what comes is dropped and counted.
import type { Writable } from 'node:stream';

interface Output {
  write(line: string): void;
  /** Resolves when all is written, or nobody has read it for a while. */
  close(): Promise<void>;
}

export interface OutputOptions {
  readonly stream: Writable;
  /** Characters that wait to be written. */
  readonly most: number;
  /** Hears of each line that is dropped. */
  readonly dropped: () => void;
  /** Hears how many were, once lines are written again. */
  readonly recovered: (lines: number) => void;
}

const CLOSING_MS = 1_000;

export function createOutput({ stream, most, dropped, recovered }: OutputOptions): Output {
  let waiting: string[] = [];
  let length = 0;
  let lost = 0;
  let isWriting = false;
  let ended: (() => void) | undefined;

  const writeAll = (done?: () => void) => {
    const text = waiting.join('');
    waiting = [];
    length = 0;
    stream.write(text, done);
  };
  const next = () => {
    if (lost > 0) {
      const lines = lost;
      lost = 0;
      recovered(lines);
    }
    if (waiting.length > 0) writeAll(next);
    else {
      isWriting = false;
      ended?.();
    }
  };
  // Who read it is gone: EPIPE. Without this it would end the process.
  stream.on('error', () => undefined);
  // Lines of the turn in which the process ends. A pipe takes what it has room for.
  process.once('exit', () => {
    if (waiting.length > 0) writeAll();
  });

  return {
    write(line) {
      if (length + line.length > most) {
        lost += 1;
        dropped();
        return;
      }
      waiting.push(line);
      length += line.length;
      if (isWriting) return;
      isWriting = true;
      setImmediate(next);
    },
    close: () =>
      new Promise((resolve) => {
        ended = resolve;
        if (!isWriting) resolve();
        setTimeout(resolve, CLOSING_MS).unref();
      }),
  };
}
