// What is shown of stored attributes, said before there is a resource: whoever has them in another form than objects
// writes them by it.
import type { Json } from '../spec/json.js';
import type { JsonBytes } from './json-bytes.js';

/** The shown sub-attributes of a complex attribute, or of a whole resource, by their names. */
export type Outline = ReadonlyMap<string, Shown>;

/** Of a value: all of it, its sub-attributes, or what is made of it; undefined is nothing. */
export type Shown = 'whole' | Outline | ((value: Json) => Json | undefined);

/** Attributes that can be written without being decoded. */
export interface StoredAttributes {
  /** Tells whether there is one of the name. */
  has(name: string): boolean;
  /** Writes what the outline shows of them as name/value pairs of a JSON object: `"a":1,"b":2`, or nothing. */
  write(outline: Outline, json: JsonBytes): void;
}
