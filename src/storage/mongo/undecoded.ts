// Resources as they were read, the attributes still BSON: an answer that shows them is written from there, and whoever
// looks into them has them decoded then.
import type { Document } from 'mongodb';
import { BSON } from 'mongodb';
import type { Outline, StoredAttributes } from '../../representation/outline.js';
import type { ResourceType } from '../../schema/model.js';
import type { CarriedEvent, ResourceRecord } from '../../service/ports.js';
import type { JsonObject } from '../../spec/json.js';
import type { Table } from './bson-json.js';
import { compileOutline, hasElement, writePairs } from './bson-json.js';
import type { StoredResource } from './stored-form.js';
import { attributesOf, keyOf } from './stored-form.js';

/** A document in which what is an object is BSON: of a list of objects, each of them. */
export type Undecoded = Omit<StoredResource, 'r' | 's' | 'k' | 'events'> & {
  readonly r: Buffer;
  readonly events?: readonly Buffer[];
} & Readonly<Record<string, unknown>>;

/** An option of reads: their documents are for `undecoded`. */
export const RAW = { raw: true } as const;

/** @param document what a read with the option RAW gives in place of an object */
export function undecoded(document: Document): Undecoded {
  return BSON.deserialize(document as Uint8Array, RAW) as Undecoded;
}

/** A field of such a document, decoded. */
export function decodeField(field: unknown): Document | undefined {
  return field instanceof Uint8Array ? BSON.deserialize(field) : undefined;
}

/** Makes records of a resource type out of such documents, with the owners that were found beside them. */
export type Reader = (document: Undecoded, beside: Pick<ResourceRecord, 'owners'>) => ResourceRecord;

export function createReader(type: ResourceType): Reader {
  const tables = new WeakMap<Outline, Table>();
  const tableOf = (outline: Outline): Table => {
    const table = tables.get(outline) ?? compileOutline(outline, (name) => keyOf(type, name));
    tables.set(outline, table);
    return table;
  };
  const names = new Map(type.extensions.map(({ schema }) => [schema.id, Buffer.from(schema.key)]));
  const storedAttributes = (r: Buffer): StoredAttributes => ({
    has: (name) => hasElement(r, names.get(name) ?? Buffer.from(name)),
    write: (outline, json) => {
      writePairs(r, 0, tableOf(outline), json);
    },
  });

  return ({ r, events, _id, version, created, lastModified, edges }, beside) => {
    let attributes: JsonObject | undefined;
    const record = {
      id: _id,
      version,
      created,
      lastModified,
      edgeCount: edges,
      ...(events === undefined ? {} : { events: events.map((event) => BSON.deserialize(event) as CarriedEvent) }),
      ...beside,
      get attributes() {
        return (attributes ??= attributesOf(type, BSON.deserialize(r)));
      },
    };
    // A copy with other attributes, as a change makes one, must not have these: so no copy has them.
    return Object.defineProperty(record, 'stored', { value: storedAttributes(r) });
  };
}
