// A part of an ordered list out of MongoDB. Resources with a value of the sort attribute and those without are segments
// of their own, read one after the other: so each is one range of an index (indexes.ts), and those without a value come
// last (first, in descending order), where MongoDB itself would put them the other way round.
import type { Collection, Document, Filter } from 'mongodb';
import type { AttributePath } from '../../schema/path.js';
import type { ResourceType } from '../../schema/model.js';
import type { Position, SortKey } from '../../search/order.js';
import type { QueryBounds } from './query-bounds.js';
import { countInTime, inTime, readAll, timed } from './query-bounds.js';
import { isUniqueKey, sortField } from './stored-form.js';
import type { StoredResource } from './stored-form.js';
import type { Undecoded } from './undecoded.js';
import { fieldsOf, UNDECODED } from './undecoded.js';

export interface Section {
  readonly sortPath: AttributePath | undefined;
  readonly descending: boolean;
  readonly after: Position | undefined;
  readonly skip: number;
  readonly limit: number;
  readonly only?: readonly string[] | undefined;
  readonly mostBytes?: number;
}

interface PlacedDocument {
  readonly document: Undecoded;
  readonly position: Position;
}

export interface Read {
  readonly query: Filter<StoredResource>;
  readonly options: { readonly projection: Document; readonly sort: Record<string, 1 | -1> };
}

interface Segment {
  readonly query: Document;
  readonly sort: Record<string, 1 | -1>;
}

/**
 * The resources of a section, each with its place in the order.
 * @throws ScimError tooMany
 */
export async function readSection(
  collection: Collection<StoredResource>,
  type: ResourceType,
  query: Filter<StoredResource>,
  section: Section,
  bounds: QueryBounds,
): Promise<PlacedDocument[]> {
  const field = fieldOf(type, section);
  const placed: PlacedDocument[] = [];
  let { skip } = section;
  for (const { query: inSegment, options } of planReads(type, query, section)) {
    const limit = section.limit - placed.length;
    if (limit <= 0) break;
    const of = { ...options, ...UNDECODED, ...timed(bounds), skip, limit };
    const cursor = collection.find<Undecoded>(inSegment, of);
    const { documents: found, isCut } = await inTime(bounds, () => readAll(cursor, bounds, section.mostBytes));
    placed.push(...found.map((document) => ({ document, position: positionOf(document, field) })));
    if (isCut) break;
    // What this segment had too few of to skip, the next one skips.
    if (skip > 0 && found.length < limit) skip = Math.max(0, skip - (await countInTime(collection, inSegment, bounds)));
  }
  return placed;
}

/** The queries that a section is read by: each one where those before it left the page with room. */
export function planReads(type: ResourceType, query: Filter<StoredResource>, section: Section): Read[] {
  const field = fieldOf(type, section);
  const projection = { ...fieldsOf(type, section.only), ...(field === undefined ? {} : { [field]: 1 }) };
  const isUnique = section.sortPath !== undefined && isUniqueKey(section.sortPath);
  return segments(field, isUnique, section).map((segment) => ({
    query: { $and: [query, segment.query] },
    options: { projection, sort: segment.sort },
  }));
}

function fieldOf(type: ResourceType, { sortPath }: Section): string | undefined {
  return sortPath && sortField(type, sortPath);
}

/** The segments that the section reaches, in the order of reading. */
function segments(field: string | undefined, isUnique: boolean, { descending, after }: Section): Segment[] {
  const direction = descending ? -1 : 1;
  const beyond = descending ? '$lt' : '$gt';
  const byId = { _id: direction } as const;
  const afterId = after === undefined ? {} : { _id: { [beyond]: after.id } };
  if (field === undefined || field === '_id') return [{ query: afterId, sort: byId }];

  // Values that are unique have no ties: their index ends with the field.
  const byKey = { [field]: direction, ...(isUnique ? {} : byId) } as const;
  // Not $exists, which would walk through the keys of those without a value.
  const withValue: Segment = { query: { [field]: { $ne: null } }, sort: byKey };
  const without: Segment = { query: { [field]: null }, sort: byId };
  if (after === undefined) return descending ? [without, withValue] : [withValue, without];
  if (after.key === undefined) {
    const rest = { ...without, query: { ...without.query, ...afterId } };
    return descending ? [rest, withValue] : [rest];
  }
  const ties: Segment = { query: { [field]: after.key, ...afterId }, sort: byId };
  const rest: Segment = { query: { [field]: { [beyond]: after.key } }, sort: byKey };
  return [...(isUnique ? [] : [ties]), rest, ...(descending ? [] : [without])];
}

function positionOf(document: Undecoded, field: string | undefined): Position {
  const key = field?.split('.').reduce<unknown>((node, name) => (node as Document | undefined)?.[name], document);
  return { id: document._id, key: key as SortKey | undefined };
}
