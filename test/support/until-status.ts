// Asking until an answer has a status: what a process has looked up is good for almost a second.

const PATIENCE_MS = 30_000;

interface Reached<T> {
  /** The first answer with the status. */
  readonly answer: T;
  /**
   * How long other answers lasted: the milliseconds from the start to the sending of the last request that got one. A
   * busy machine, which delays answers, does not make it longer.
   */
  readonly lasted: number;
}

/** @throws Error where no answer has the status in time */
export async function untilStatus<T extends { readonly status: number }>(
  ask: () => Promise<T>,
  status: number,
): Promise<Reached<T>> {
  const start = performance.now();
  for (let lasted = 0; ;) {
    const sent = performance.now() - start;
    const answer = await ask();
    if (answer.status === status) return { answer, lasted };
    if (sent > PATIENCE_MS) throw new Error(`after ${PATIENCE_MS} ms the status is ${answer.status}, not ${status}`);
    lasted = sent;
  }
}
