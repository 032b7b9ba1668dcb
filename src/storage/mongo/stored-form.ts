// The form in which a resource is stored: `r` as it was accepted, `s` as filters, sorts and indexes see it. The URN of
// an extension, which has dots, is replaced by the name of its component.
import { BSON } from 'mongodb';
import { ScimError } from '../../errors/scim-error.js';
import type { CarriedEvent, ResourceRecord } from '../../service/ports.js';
import { schemasOf } from '../../representation/frame.js';
import { inDocumentOrder } from '../../schema/document-order.js';
import type { Attribute, ResourceType, Schema } from '../../schema/model.js';
import type { AttributePath } from '../../schema/path.js';
import type { SearchForm, SearchValue } from '../../schema/search-form.js';
import { isForm, searchForm } from '../../schema/search-form.js';
import type { JsonObject } from '../../spec/json.js';

export interface StoredResource {
  _id: string;
  version: number;
  created: Date;
  lastModified: Date;
  edges: number;
  /** Of changes that are in no log yet (docs/decisions/0024). */
  events?: readonly CarriedEvent[];
  r: JsonObject;
  s: SearchForm;
  /** The value of each multi-valued attribute that sorts: the primary, else the first (RFC 7644 section 3.4.2.3). */
  k: SearchForm;
}

/** What a document of MongoDB may hold, less what the command around it and the events in it need. */
const MAX_BYTES = 15 * 1024 * 1024;
/** No letter of JSON needs more in all forms together: U+FDFA is 3 bytes, and 33 where it is folded. */
const MOST_BYTES_OF_A_LETTER = 72;

/** @throws ScimError payloadTooLarge: found out by MongoDB, it would fail all that goes in the same call */
export function toStored(type: ResourceType, record: ResourceRecord): StoredResource {
  const s = renameKeys(type, searchForm(type.root, record.attributes), 'id', 'key');
  const stored = {
    _id: record.id,
    version: record.version,
    created: record.created,
    lastModified: record.lastModified,
    edges: record.edgeCount,
    ...(record.events === undefined ? {} : { events: record.events }),
    // Answers to reads are written from here, in this order.
    r: renameKeys(type, inDocumentOrder(type.root, record.attributes), 'id', 'key'),
    s: { ...s, schemas: schemasOf(type, record.attributes) },
    k: sortForm(s),
  };
  // The length of its JSON is found in a fifth of the time.
  const mayExceed = JSON.stringify(record.attributes).length * MOST_BYTES_OF_A_LETTER > MAX_BYTES;
  if (mayExceed && BSON.calculateObjectSize(stored) > MAX_BYTES) {
    throw new ScimError('payloadTooLarge', `the resource is larger than ${MAX_BYTES} bytes as it would be stored`);
  }
  return stored;
}

export function fromStored(type: ResourceType, stored: Omit<StoredResource, 's' | 'k'>): ResourceRecord {
  return { ...knownOf(stored), attributes: attributesOf(type, stored.r) };
}

/** What a record has beside its attributes. */
export function knownOf(stored: Omit<StoredResource, 'r' | 's' | 'k'>): Omit<ResourceRecord, 'attributes'> {
  return {
    id: stored._id,
    version: stored.version,
    created: stored.created,
    lastModified: stored.lastModified,
    edgeCount: stored.edges,
    ...(stored.events === undefined ? {} : { events: stored.events }),
  };
}

/** The attributes of a resource, from those that are stored. */
export function attributesOf(type: ResourceType, r: JsonObject): JsonObject {
  return renameKeys(type, r, 'key', 'id');
}

/** The search form of a resource, from the one that is stored. */
export function searchFormOf(type: ResourceType, s: SearchForm): SearchForm {
  return renameKeys(type, s, 'key', 'id');
}

/** The field of the search form where a chain of attributes leads. */
export function searchField(type: ResourceType, chain: readonly Attribute[]): string {
  return ['s', ...chain.map(({ name }) => keyOf(type, name))].join('.');
}

/** The name that an attribute of a resource is stored under. */
export function keyOf(type: ResourceType, name: string): string {
  return type.extensions.find(({ schema }) => schema.id === name)?.schema.key ?? name;
}

/** Where the attributes are that only the server knows. */
const COMPUTED: Readonly<Record<string, string>> = {
  id: '_id',
  'meta.created': 'created',
  'meta.lastModified': 'lastModified',
  'meta.version': 'version',
  'meta.location': '_id',
  'meta.resourceType': '_id',
};

/** Tells whether a stored search form has what a chain of attributes leads to. */
export function isInSearchForm([first]: readonly Attribute[]): boolean {
  if (first === undefined || first.edge !== undefined || first.inverse !== undefined) return false;
  return !Object.keys(COMPUTED).some((name) => name.split('.')[0] === first.name);
}

/** The field of an attribute that is computed from the document's own. */
export function computedField(chain: readonly Attribute[]): string | undefined {
  return COMPUTED[chain.map(({ name }) => name).join('.')];
}

/** The field that a list is sorted by. */
export function sortField(type: ResourceType, { chain }: Pick<AttributePath, 'chain'>): string {
  const field = searchField(type, chain);
  return computedField(chain) ?? (isList(chain) ? field.replace(/^s/, 'k') : field);
}

/** Tells whether no two resources have one value of the field that sorts, as a unique index holds. */
export function isUniqueKey({ chain }: Pick<AttributePath, 'chain'>): boolean {
  return chain.at(-1)?.uniqueness !== 'none' && computedField(chain) === undefined && !isList(chain);
}

function isList(chain: readonly Attribute[]): boolean {
  return chain.some(({ multiValued }) => multiValued);
}

function sortForm(form: SearchForm): SearchForm {
  const sort: SearchForm = {};
  for (const [name, value] of Object.entries(form)) {
    const chosen = Array.isArray(value)
      ? (value.find(isPrimary) ?? value[0])
      : isForm(value)
        ? sortForm(value)
        : undefined;
    if (chosen !== undefined && !(isForm(chosen) && Object.keys(chosen).length === 0)) sort[name] = chosen;
  }
  return sort;
}

function isPrimary(value: SearchValue): boolean {
  return isForm(value) && value['primary'] === true;
}

type ExtensionName = keyof Pick<Schema, 'id' | 'key'>;

/** The object with its extensions named the other way. */
function renameKeys<T>(
  type: ResourceType,
  object: Record<string, T>,
  from: ExtensionName,
  to: ExtensionName,
): Record<string, T> {
  const result = { ...object };
  for (const { schema } of type.extensions) {
    const extension = result[schema[from]];
    if (extension === undefined) continue;
    delete result[schema[from]];
    result[schema[to]] = extension;
  }
  return result;
}
