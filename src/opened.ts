// What a start has opened: it is closed again, the last first, when the server ends, and where it could not start.

interface Closable {
  close(): Promise<unknown>;
}

interface Opened {
  /** Keeps what is to be closed. @returns the same */
  keep<T extends Closable>(opened: T): T;
  /** Closes all, each once the one before is closed, also where one fails to. @throws whatever the first threw */
  close(): Promise<void>;
}

export function createOpened(): Opened {
  const kept: Closable[] = [];
  return {
    keep(opened) {
      kept.push(opened);
      return opened;
    },
    async close() {
      const errors: unknown[] = [];
      for (const each of kept.splice(0).toReversed()) await each.close().catch((error: unknown) => errors.push(error));
      if (errors.length > 0) throw errors[0];
    },
  };
}
