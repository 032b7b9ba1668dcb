// JSON as bytes that grows at its end. What is UTF-8 already goes in as it is: to make text of it first, and bytes of
// that again, is most of what a long list costs.

export const COMMA = 0x2c;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const FIRST_PRINTABLE = 0x20;

/** What JSON writes in place of a character that a string may not hold as it is (RFC 8259 section 7). */
const ESCAPES: ReadonlyMap<number, Uint8Array> = new Map(
  [...Array(FIRST_PRINTABLE).keys(), QUOTE, BACKSLASH].map((code) => [
    code,
    Buffer.from(JSON.stringify(String.fromCharCode(code)).slice(1, -1)),
  ]),
);
const NO_BYTES = new Uint8Array();

export class JsonBytes {
  #bytes: Buffer;
  #length = 0;

  /** @param size bytes that it begins with */
  constructor(size: number) {
    this.#bytes = Buffer.allocUnsafe(size);
  }

  /** How many bytes are written. */
  get length(): number {
    return this.#length;
  }

  /** What was written from a place on: a view, which what is written later doesn't change. */
  from(start: number): Buffer {
    return this.#bytes.subarray(start, this.#length);
  }

  /** Forgets what was written from a place on, which nobody has a view of. */
  cut(length: number): void {
    this.#length = length;
  }

  byte(code: number): void {
    this.#makeRoom(1);
    this.#bytes[this.#length++] = code;
  }

  bytes(source: Uint8Array): void {
    this.#makeRoom(source.length);
    this.#bytes.set(source, this.#length);
    this.#length += source.length;
  }

  text(text: string): void {
    this.#makeRoom(text.length * 3);
    this.#length += this.#bytes.write(text, this.#length);
  }

  /** A JSON string out of UTF-8. */
  string(source: Uint8Array, start: number, end: number): void {
    this.#makeRoom(end - start + 2);
    let bytes = this.#bytes;
    let length = this.#length;
    bytes[length++] = QUOTE;
    for (let index = start; index < end; index++) {
      const code = source[index] ?? 0;
      if (code >= FIRST_PRINTABLE && code !== QUOTE && code !== BACKSLASH) {
        bytes[length++] = code;
        continue;
      }
      const escape = ESCAPES.get(code) ?? NO_BYTES;
      this.#length = length;
      this.#makeRoom(escape.length + end - index);
      bytes = this.#bytes;
      for (const escaped of escape) bytes[length++] = escaped;
    }
    bytes[length++] = QUOTE;
    this.#length = length;
  }

  #makeRoom(count: number): void {
    const needed = this.#length + count;
    if (needed <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(needed, 2 * this.#bytes.length));
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
  }
}
