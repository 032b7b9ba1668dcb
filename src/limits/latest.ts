// A map with an end: what strangers add to is bounded, by forgetting what was set longest ago.

interface Latest<V> {
  get(key: string): V | undefined;
  /** Set anew, a key is the youngest. */
  set(key: string, value: V): void;
  delete(key: string): void;
}

/** @param most keys that are remembered */
export function createLatest<V>(most: number): Latest<V> {
  const entries = new Map<string, V>();
  return {
    get: (key) => entries.get(key),
    set(key, value) {
      entries.delete(key);
      entries.set(key, value);
      if (entries.size <= most) return;
      const [oldest] = entries.keys();
      if (oldest !== undefined) entries.delete(oldest);
    },
    delete(key) {
      entries.delete(key);
    },
  };
}
