// Long lists a chunk at a time: what is made of a chunk is gone before the next one is begun.

export function* chunks<T>(list: readonly T[], size: number): Generator<readonly T[]> {
  if (list.length <= size) {
    if (list.length > 0) yield list;
    return;
  }
  for (let start = 0; start < list.length; start += size) yield list.slice(start, start + size);
}
