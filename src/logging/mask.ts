// The last thing that happens to a line: secrets that the server was given are masked in it, wherever they stand.

const MASK = '•••';
/** Shorter ones stand in any text. */
const SHORTEST = 8;

/** @param secrets as they are in the settings */
export function createMask(secrets: readonly string[]): (line: string) => string {
  // As they may stand in JSON, or in a URL.
  const forms = secrets.flatMap((secret) => [JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)]);
  const known = [...new Set(forms)].filter((text) => text.length >= SHORTEST);
  return (line) => known.reduce((rest, secret) => rest.replaceAll(secret, MASK), line);
}
