// Resources as they were read, the attributes still BSON: an answer that shows them is written from there, and whoever
// looks into them has them decoded then.
import type { Document } from 'mongodb';
import { BSON } from 'mongodb';
import type { Outline, StoredAttributes } from '../../representation/outline.js';
import type { ResourceType } from '../../schema/model.js';
import type { ResourceRecord } from '../../service/ports.js';
import type { JsonObject } from '../../spec/json.js';
import type { Table } from './bson-json.js';
import { compileOutline, hasElement, writePairs } from './bson-json.js';
import type { StoredResource } from './stored-form.js';
import { attributesOf, keyOf, knownOf } from './stored-form.js';

/** A resource as it is read: its attributes are BSON. */
export type Undecoded = Omit<StoredResource, 'r' | 's' | 'k'> &
  Partial<Pick<StoredResource, 's' | 'k'>> & { readonly r: readonly [Buffer] };

/**
 * The option of reads by which the driver leaves the objects of a list undecoded. Its option `raw` is not used: that
 * leaves errors undecoded as well, and the driver, which looks into them, can't read them any more.
 */
export const UNDECODED = { fieldsAsRaw: { r: true } } as const;

/**
 * The fields to read.
 * @param only the attributes that are needed, if not all are; of other extensions, whether they are there
 */
export function fieldsOf(type: ResourceType, only?: readonly string[]): Document {
  return { version: 1, created: 1, lastModified: 1, edges: 1, r: [only === undefined ? '$r' : partOf(type, only)] };
}

function partOf(type: ResourceType, only: readonly string[]): Document {
  const needed = only.map((name) => keyOf(type, name));
  const extensions = type.extensions.map(({ schema }) => schema.key).filter((key) => !needed.includes(key));
  return {
    ...Object.fromEntries(needed.map((key) => [key, `$r.${key}`])),
    ...Object.fromEntries(extensions.map((key) => [key, { $cond: [{ $gt: [`$r.${key}`, null] }, {}, '$$REMOVE'] }])),
  };
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

  return (document, beside) => {
    const [r] = document.r;
    let attributes: JsonObject | undefined;
    const record = {
      ...knownOf(document),
      ...beside,
      get attributes() {
        return (attributes ??= attributesOf(type, BSON.deserialize(r)));
      },
    };
    // A copy with other attributes, as a change makes one, must not have these: so no copy has them.
    return Object.defineProperty(record, 'stored', { value: storedAttributes(r) });
  };
}
