// Records as clients get to see them. Of the values that the server has to find, only those that the answer shows are
// looked up: all records of a page at once, unless they lead to more than is to be held.
import type { Presented } from '../representation/long-list.js';
import { isLong, LongList } from '../representation/long-list.js';
import type { Projection } from '../representation/projection.js';
import type { Json, JsonObject } from '../spec/json.js';
import type { ResourceType } from '../schema/model.js';
import type { ReadContext } from './context.js';
import type { ResourceRecord } from './ports.js';
import { newSheet, presentStored } from './present-stored.js';
import type { References } from './references.js';
import { findEdgeValues, ownerValue } from './references.js';
import type { Found } from './search.js';
import { entityTag } from './version.js';

/** Edges of a page that are read at once. */
const PART = 10_000;

type ProjectionOf = (type: ResourceType) => Projection;

/** The representations of a page, in its order: those that lead to many edges are read as the list is. */
export async function presentPage(
  context: ReadContext,
  page: readonly Found[],
  projectionOf: ProjectionOf,
): Promise<Presented[] | LongList<Presented>> {
  const [first = [], ...others] = inParts(page, projectionOf);
  const presented = await presentAll(context, first, projectionOf);
  if (others.length === 0 && !presented.some(isLong)) return presented;
  const rest = async function* () {
    for (const part of others) yield await presentAll(context, part, projectionOf);
  };
  return new LongList(presented, rest());
}

/** Cuts a page into parts that lead to few edges, or are one record. */
function inParts(page: readonly Found[], projectionOf: ProjectionOf): Found[][] {
  const parts: Found[][] = [];
  let room = 0;
  for (const match of page) {
    const edges = showsEdges(match.type, projectionOf(match.type)) ? match.record.edgeCount : 0;
    const last = parts.at(-1);
    if (last === undefined || edges > room) {
      parts.push([match]);
      room = PART;
    } else last.push(match);
    room -= edges;
  }
  return parts;
}

async function presentAll(
  context: ReadContext,
  matches: readonly Found[],
  projectionOf: ProjectionOf,
): Promise<Presented[]> {
  const found = new Map<ResourceType, References>();
  for (const type of new Set(matches.map((match) => match.type))) {
    const ids = matches.filter((match) => match.type === type).map(({ record }) => record.id);
    found.set(type, await findEdgeValues(context, type, ids, projectionOf(type)));
  }
  const sheet = newSheet(matches.length);
  return matches.map(({ type, record }) =>
    present(context, type, record, projectionOf(type), found.get(type) ?? new Map(), sheet),
  );
}

/**
 * The representation of one record, with the values of its edges.
 * @param sheet what it is written on, if its attributes are as they were read
 */
export function present(
  context: ReadContext,
  type: ResourceType,
  record: ResourceRecord,
  projection: Projection,
  edges: References,
  sheet = newSheet(1),
): Presented {
  const references: JsonObject = {};
  const long: [string, LongList<JsonObject>][] = [];
  for (const [name, values] of edges) {
    const ofRecord = values.get(record.id);
    if (ofRecord instanceof LongList) long.push([name, ofRecord]);
    else if (ofRecord !== undefined) references[name] = ofRecord;
  }
  if (long.length === 0 && record.stored !== undefined) {
    return presentStored(context.presenter, { type, record, stored: record.stored, projection, references }, sheet);
  }
  for (const [name, owners] of record.owners ?? []) {
    if (owners.length > 0) references[name] = owners.map(ownerValue);
  }
  const versionTag = entityTag(record.version);
  const show = (found: JsonObject): JsonObject =>
    projection.apply(context.presenter.represent(type, { ...record, versionTag, references: found }));
  if (long.length === 0) return show(references);
  // Each part is shown as the whole would be. Beside the first one the other attributes find their places.
  for (const [name, list] of long) references[name] = [...list.first];
  const shown = show(references);
  const parts = long.map(([name, list]) => [
    name,
    list.map((part) => (show({ [name]: [...part] })[name] ?? []) as readonly Json[]),
  ]);
  return { ...shown, ...(Object.fromEntries(parts) as Record<string, LongList<Json>>) };
}

/** Tells whether an answer shows values of an edge attribute. */
export function showsEdges(type: ResourceType, projection: Projection): boolean {
  return type.root.subAttributes.some((attribute) => attribute.edge !== undefined && projection.shows(attribute));
}
