// Where lines go: to a stream that somebody reads, or doesn't. Requests never wait for it. What is written in one turn
// of the event loop goes together; past a bound, what comes is dropped and counted, and so is what can't be written.
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
  /** Hears of each line that is dropped, or could not be written. */
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
  let isTorn = false;
  let ended: (() => void) | undefined;

  const writeAll = (done?: (error?: Error | null) => void) => {
    const text = waiting.join('');
    waiting = [];
    length = 0;
    // A disk that is full may have taken a part of a line: what follows is not to be glued to it.
    stream.write(isTorn ? `\n${text}` : text, done);
    isTorn = false;
  };
  const rest = () => {
    isWriting = false;
    ended?.();
  };
  const next = () => {
    const lines = waiting.length;
    const told = lost;
    lost = 0;
    if (told > 0) recovered(told);
    if (waiting.length === 0) {
      rest();
      return;
    }
    writeAll((error) => {
      const isLost = error !== undefined && error !== null;
      if (isLost) {
        // With them the line that told of those before.
        lost += told + lines;
        for (let line = 0; line < lines; line += 1) dropped();
        isTorn = true;
      }
      // What is lost is told of with the next line: to try at once would never end.
      if (isLost && waiting.length === 0) rest();
      else next();
    });
  };
  // Who read it is gone (EPIPE), or the disk is full (ENOSPC). Without this it would end the process.
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
