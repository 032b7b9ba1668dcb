// JSON as a stream, of a body in which lists are long: never more than a part of a list is in memory, and none is read
// before the client takes it.
import { Readable } from 'node:stream';
import { JsonText } from '../representation/json-text.js';
import type { Body } from '../representation/long-list.js';
import { isLong, LongList } from '../representation/long-list.js';

/** Characters that go out at once. */
const CHUNK = 64 * 1024;

/** A stream of JSON text. Who destroys it ends the reading of the lists. */
export function jsonStream(body: object): Readable {
  return Readable.from(inChunks(textOf(body as Body)), { objectMode: false, highWaterMark: CHUNK });
}

/** A stream of lines of JSON, with the same promises. */
export function lineStream(items: AsyncIterable<object>): Readable {
  const lines = async function* () {
    for await (const item of items) yield `${JSON.stringify(item)}\n`;
  };
  return Readable.from(inChunks(lines()), { objectMode: false, highWaterMark: CHUNK });
}

async function* inChunks(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let chunk = '';
  for await (const piece of pieces) {
    chunk += piece;
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}

async function* textOf(body: Body): AsyncGenerator<string> {
  let before = '{';
  for (const [name, value] of Object.entries(body)) {
    const prefix = `${before}${JSON.stringify(name)}:`;
    before = ',';
    if (value instanceof LongList) {
      yield prefix;
      yield* textOfList(value);
    } else {
      yield prefix + JSON.stringify(value);
    }
  }
  yield before === '{' ? '{}' : '}';
}

async function* textOfList(list: LongList<unknown>): AsyncGenerator<string> {
  let before = '[';
  for await (const part of list.parts()) {
    let text = '';
    for (const item of part) {
      text += before;
      before = ',';
      if (isLongBody(item)) {
        yield text;
        yield* textOf(item);
        text = '';
      } else {
        text += item instanceof JsonText ? item.toString() : JSON.stringify(item);
      }
      if (text.length < CHUNK) continue;
      yield text;
      text = '';
    }
    yield text;
  }
  yield before === '[' ? '[]' : ']';
}

function isLongBody(value: unknown): value is Body {
  return typeof value === 'object' && value !== null && isLong(value);
}
