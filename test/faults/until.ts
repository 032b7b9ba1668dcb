// Waiting for a condition; the time limit of the test ends one that never comes.

const LOOK_EVERY_MS = 20;

/** Waits until it gives something; what it throws counts as nothing yet. */
export async function until<T>(look: () => Promise<T | false | undefined> | T | false | undefined): Promise<T> {
  for (;;) {
    const seen = await Promise.resolve()
      .then(look)
      .catch(() => undefined);
    if (seen !== undefined && seen !== false) return seen;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}
