// What a test has started ends with its file, also where the test failed before it closed it: else jest would wait for
// it for ever. Outside of jest, whoever started it closes it.

interface Outside {
  /** Of environment.mjs. */
  readonly outside?: { atEnd(close: Close): void };
}

type Close = () => Promise<unknown>;

/** @param close is called behind the hooks of the file, the last first; it may have been closed before */
export function atEnd(close: Close): void {
  (globalThis as Outside).outside?.atEnd(close);
}
