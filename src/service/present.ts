// Records as clients get to see them. Of the values that the server has to find, only those that the answer shows are
// looked up: all records of a page at once.
import type { Projection } from '../representation/projection.js';
import type { JsonObject } from '../spec/json.js';
import type { ResourceType } from '../schema/model.js';
import type { ServiceContext } from './context.js';
import type { ResourceRecord } from './ports.js';
import type { References } from './references.js';
import { findEdgeValues, ownerValue } from './references.js';
import { entityTag } from './version.js';

/** The representations of records, in their order. */
export async function presentAll(
  context: ServiceContext,
  type: ResourceType,
  records: readonly ResourceRecord[],
  projection: Projection,
): Promise<JsonObject[]> {
  const ids = records.map(({ id }) => id);
  const edges = await findEdgeValues(context, type, ids, projection);
  return records.map((record) => present(context, type, record, projection, edges));
}

/** The representation of one record, with the values of its edges. */
export function present(
  context: ServiceContext,
  type: ResourceType,
  record: ResourceRecord,
  projection: Projection,
  edges: References,
): JsonObject {
  const references: JsonObject = {};
  for (const [name, values] of edges) {
    const ofRecord = values.get(record.id);
    if (ofRecord !== undefined) references[name] = ofRecord;
  }
  for (const [name, owners] of record.owners ?? []) {
    if (owners.length > 0) references[name] = owners.map(ownerValue);
  }
  const whole = context.presenter.represent(type, { ...record, versionTag: entityTag(record.version), references });
  return projection.apply(whole);
}
