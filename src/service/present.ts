// Records as clients get to see them. Of the values that the server has to find, only those that the answer shows are
// looked up: all records of a page at once.
import type { Projection } from '../representation/projection.js';
import type { JsonObject } from '../spec/json.js';
import type { ResourceType } from '../schema/model.js';
import type { ServiceContext } from './context.js';
import type { ResourceRecord } from './ports.js';
import type { References } from './references.js';
import { findEdgeValues, findInverseValues } from './references.js';
import { entityTag } from './version.js';

/** The representations of records, in their order. */
export async function presentAll(
  context: ServiceContext,
  type: ResourceType,
  records: readonly ResourceRecord[],
  projection: Projection,
): Promise<JsonObject[]> {
  const references = await findReferences(
    context,
    type,
    records.map(({ id }) => id),
    projection,
  );
  return records.map((record) => present(context, type, record, projection, references));
}

/** The representation of one record, with what was found for it. */
export function present(
  context: ServiceContext,
  type: ResourceType,
  record: ResourceRecord,
  projection: Projection,
  found: readonly References[],
): JsonObject {
  const references: JsonObject = {};
  for (const [name, values] of found.flatMap((ofKind) => [...ofKind])) {
    const ofRecord = values.get(record.id);
    if (ofRecord !== undefined) references[name] = ofRecord;
  }
  const whole = context.presenter.represent(type, { ...record, versionTag: entityTag(record.version), references });
  return projection.apply(whole);
}

/** All that answers show of edges and their inverses. */
export function findReferences(
  context: ServiceContext,
  type: ResourceType,
  ids: readonly string[],
  projection: Projection,
): Promise<References[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return Promise.all([
    findEdgeValues(context, type, ids, projection),
    findInverseValues(context, type, ids, projection),
  ]);
}
