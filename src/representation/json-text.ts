// A representation that is JSON already: nobody looks into it any more, it only goes out.
import type { JsonObject } from '../spec/json.js';

export class JsonText {
  /** @param bytes a JSON object in UTF-8 */
  constructor(readonly bytes: Buffer) {}

  toString(): string {
    return this.bytes.toString();
  }

  /** Whoever puts it into a larger object writes it as one all the same. */
  toJSON(): JsonObject {
    return JSON.parse(this.toString()) as JsonObject;
  }
}
