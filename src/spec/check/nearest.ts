// "Did you mean …": the name that a misspelt one is nearest to.

/** The candidate that fewest changes of a letter lead to; undefined where even that one is another word. */
export function nearest(name: string, candidates: readonly string[]): string | undefined {
  const [best] = candidates
    .map((candidate) => ({ candidate, distance: distance(name.toLowerCase(), candidate.toLowerCase()) }))
    .filter((each) => each.distance <= Math.max(1, Math.round(name.length / 3)))
    .sort((a, b) => a.distance - b.distance);
  return best?.candidate;
}

/** How it is said, or nothing. */
export function didYouMean(name: string, candidates: readonly string[]): string {
  const found = nearest(name, candidates);
  return found === undefined ? '' : `, did you mean ${found}?`;
}

/** Levenshtein's: letters that are added, left out or changed. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (const [index, letter] of Array.from(a).entries()) {
    let previous = index + 1;
    const next = [previous];
    for (const [column, other] of Array.from(b).entries()) {
      const changed = (row[column] ?? 0) + (letter === other ? 0 : 1);
      previous = Math.min(changed, (row[column + 1] ?? 0) + 1, previous + 1);
      next.push(previous);
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
