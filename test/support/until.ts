// Waiting for a condition. The time limit of the test ends one that never comes; the bound ends the loop after that.

const LOOK_EVERY_MS = 20;
const PATIENCE_MS = 300_000;

/**
 * Waits until it gives something; what it throws counts as nothing yet.
 * @param otherwise what there is instead, for the message where it doesn't come within `patience` ms
 */
export async function until<T>(
  look: () => Promise<T | false | undefined> | T | false | undefined,
  { patience = PATIENCE_MS, otherwise }: { readonly patience?: number; readonly otherwise?: () => string } = {},
): Promise<T> {
  const deadline = performance.now() + patience;
  for (;;) {
    const seen = await Promise.resolve()
      .then(look)
      .catch(() => undefined);
    if (seen !== undefined && seen !== false) return seen;
    if (performance.now() > deadline) throw new Error(otherwise?.() ?? `nothing came in ${patience} ms`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}
