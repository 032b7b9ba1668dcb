// The form in which a resource is stored: `r` as it was accepted, `s` as filters, sorts and indexes see it. The URN of
// an extension, which has dots, is replaced by the name of its component.
import type { ResourceRecord } from '../../service/ports.js';
import { schemasOf } from '../../representation/resource.js';
import type { ResourceType } from '../../schema/model.js';
import type { SearchForm } from '../../schema/search-form.js';
import { searchForm } from '../../schema/search-form.js';
import type { JsonObject } from '../../spec/json.js';

export interface StoredResource {
  _id: string;
  version: number;
  created: Date;
  lastModified: Date;
  edges: number;
  r: JsonObject;
  s: SearchForm;
}

export function toStored(type: ResourceType, record: ResourceRecord): StoredResource {
  return {
    _id: record.id,
    version: record.version,
    created: record.created,
    lastModified: record.lastModified,
    edges: record.edgeCount,
    r: renameKeys(record.attributes, keysByUrn(type)),
    s: { ...renameKeys(searchForm(type.root, record.attributes), keysByUrn(type)), schemas: schemasOf(type, record.attributes) },
  };
}

export function fromStored(type: ResourceType, stored: Omit<StoredResource, 's'>): ResourceRecord {
  return {
    id: stored._id,
    version: stored.version,
    created: stored.created,
    lastModified: stored.lastModified,
    attributes: renameKeys(stored.r, urnsByKey(type)),
    edgeCount: stored.edges,
  };
}

/** The field of the search form where a chain of names leads. */
export function searchField(type: ResourceType, names: readonly string[]): string {
  const keys = keysByUrn(type);
  return ['s', ...names.map((name) => keys.get(name) ?? name)].join('.');
}

function keysByUrn(type: ResourceType): ReadonlyMap<string, string> {
  return new Map(type.extensions.map(({ schema }) => [schema.id, schema.key]));
}

function urnsByKey(type: ResourceType): ReadonlyMap<string, string> {
  return new Map(type.extensions.map(({ schema }) => [schema.key, schema.id]));
}

function renameKeys<T>(object: Record<string, T>, names: ReadonlyMap<string, string>): Record<string, T> {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [names.get(key) ?? key, value]));
}
