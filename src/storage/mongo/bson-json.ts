// From BSON to JSON without objects between: of a list of resources, to decode and encode them would be most of its
// cost. An outline is compiled into tables by which the bytes of a name find what is written of its value.
import { BSON } from 'mongodb';
import type { JsonBytes } from '../../representation/json-bytes.js';
import { COMMA } from '../../representation/json-bytes.js';
import type { Outline, Shown } from '../../representation/outline.js';
import type { Json } from '../../spec/json.js';

/** The types of elements that JSON is stored as (bsonspec.org). */
const DOUBLE = 0x01;
const STRING = 0x02;
const OBJECT = 0x03;
const ARRAY = 0x04;
const BOOLEAN = 0x08;
const NULL = 0x0a;
const INT32 = 0x10;
const INT64 = 0x12;

const COLON = 0x3a;
const OPENING_BRACKET = 0x5b;
const CLOSING_BRACKET = 0x5d;
const OPENING_BRACE = 0x7b;
const CLOSING_BRACE = 0x7d;

type Make = Extract<Shown, (value: Json) => unknown>;

/** What is written of a value. */
type Written = 'whole' | Table | Make;

interface Entry {
  readonly name: Uint8Array;
  /** The name as JSON, with a colon. */
  readonly prefix: Uint8Array;
  readonly written: Written;
}

/** What is written of an object, by the hash of the names. */
export type Table = readonly (readonly Entry[])[];

const BUCKETS = 64;

/** @param nameOf the name that an attribute is stored under */
export function compileOutline(outline: Outline, nameOf = (attribute: string) => attribute): Table {
  const table = Array.from({ length: BUCKETS }, (): Entry[] => []);
  for (const [attribute, shown] of outline) {
    const name = Buffer.from(nameOf(attribute));
    const prefix = Buffer.from(`${JSON.stringify(attribute)}:`);
    const written = shown === 'whole' || typeof shown === 'function' ? shown : compileOutline(shown);
    table[name.reduce(hashed, 0)]?.push({ name, prefix, written });
  }
  return table;
}

/** Tells whether a document has an element of the name. */
export function hasElement(source: Buffer, name: Uint8Array): boolean {
  const end = source.length - 1;
  for (let at = 4; at < end;) {
    const type = source[at] ?? 0;
    const nameEnd = source.indexOf(0, at + 1);
    if (isName(name, source, at + 1, nameEnd)) return true;
    at = nameEnd + 1 + sizeOf(type, source, nameEnd + 1);
  }
  return false;
}

/**
 * Writes what is to be written of a document, as name/value pairs of a JSON object.
 * @param start where in the source the document begins
 */
export function writePairs(source: Buffer, start: number, written: 'whole' | Table, json: JsonBytes): void {
  const first = json.length;
  const end = start + source.readInt32LE(start) - 1;
  for (let at = start + 4; at < end;) {
    const type = source[at++] ?? 0;
    const name = at;
    let hash = 0;
    for (let code; (code = source[at] ?? 0) !== 0; at++) hash = hashed(hash, code);
    const value = at + 1;
    const entry = written === 'whole' ? undefined : entryOf(written, source, name, at, hash);
    if (written === 'whole' || entry !== undefined) {
      const before = json.length;
      if (before > first) json.byte(COMMA);
      if (entry === undefined) {
        json.string(source, name, at);
        json.byte(COLON);
      } else json.bytes(entry.prefix);
      if (!writeValue(type, source, value, entry?.written ?? 'whole', json)) json.cut(before);
    }
    at = value + sizeOf(type, source, value);
  }
}

/** Returns false where nothing of the value is to be shown; what it wrote is to be cut off then. */
function writeValue(type: number, source: Buffer, at: number, written: Written, json: JsonBytes): boolean {
  if (typeof written === 'function') {
    const made = written(decode(type, source, at));
    if (made !== undefined) json.text(JSON.stringify(made));
    return made !== undefined;
  }
  if (type === STRING) json.string(source, at + 4, at + 3 + source.readInt32LE(at));
  else if (type === OBJECT) return writeObject(source, at, written, json);
  else if (type === ARRAY) return writeArray(source, at, written, json);
  else json.text(JSON.stringify(decode(type, source, at)));
  return true;
}

function writeObject(source: Buffer, at: number, written: 'whole' | Table, json: JsonBytes): boolean {
  json.byte(OPENING_BRACE);
  const empty = json.length;
  writePairs(source, at, written, json);
  if (json.length === empty && written !== 'whole') return false;
  json.byte(CLOSING_BRACE);
  return true;
}

function writeArray(source: Buffer, start: number, written: 'whole' | Table, json: JsonBytes): boolean {
  json.byte(OPENING_BRACKET);
  const first = json.length;
  const end = start + source.readInt32LE(start) - 1;
  for (let at = start + 4; at < end;) {
    const type = source[at] ?? 0;
    const value = source.indexOf(0, at + 1) + 1;
    const before = json.length;
    if (before > first) json.byte(COMMA);
    if (!writeValue(type, source, value, written, json)) json.cut(before);
    at = value + sizeOf(type, source, value);
  }
  if (json.length === first && written !== 'whole') return false;
  json.byte(CLOSING_BRACKET);
  return true;
}

/** The value of an element, as the driver would give it. */
function decode(type: number, source: Buffer, at: number): Json {
  if (type === INT32) return source.readInt32LE(at);
  if (type === BOOLEAN) return source[at] === 1;
  const size = sizeOf(type, source, at);
  // A document of its own, with one element that has no name.
  const document = Buffer.alloc(4 + 2 + size + 1);
  document.writeInt32LE(document.length);
  document[4] = type;
  source.copy(document, 6, at, at + size);
  return BSON.deserialize(document)[''] as Json;
}

/** How many bytes the value of an element has. */
function sizeOf(type: number, source: Buffer, at: number): number {
  switch (type) {
    case STRING:
      return 4 + source.readInt32LE(at);
    case OBJECT:
    case ARRAY:
      return source.readInt32LE(at);
    case DOUBLE:
    case INT64:
      return 8;
    case INT32:
      return 4;
    case BOOLEAN:
      return 1;
    case NULL:
      return 0;
    default:
      throw new Error(`an attribute is stored as the BSON type ${type}, which no JSON is stored as`);
  }
}

function hashed(hash: number, code: number): number {
  return (hash * 31 + code) % BUCKETS;
}

function entryOf(table: Table, source: Buffer, start: number, end: number, hash: number): Entry | undefined {
  for (const entry of table[hash] ?? []) if (isName(entry.name, source, start, end)) return entry;
  return undefined;
}

function isName(name: Uint8Array, source: Buffer, start: number, end: number): boolean {
  if (name.length !== end - start) return false;
  for (let index = 0; index < name.length; index++) if (name[index] !== source[start + index]) return false;
  return true;
}
