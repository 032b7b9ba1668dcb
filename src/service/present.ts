// Records as clients get to see them. Of the values that the server has to find, only those that the answer shows are
// looked up: all records of a page at once.
import type { Projection } from '../representation/projection.js';
import type { JsonObject } from '../spec/json.js';
import type { ResourceType } from '../schema/model.js';
import type { ServiceContext } from './context.js';
import type { ResourceRecord } from './ports.js';
import type { ValuesOf } from './references.js';
import { edgeValues, inverseValues, referenceAttributes } from './references.js';
import { entityTag } from './version.js';

/** The representations of records, in their order. */
export async function present(
  context: ServiceContext,
  type: ResourceType,
  records: readonly ResourceRecord[],
  projection: Projection,
): Promise<JsonObject[]> {
  const found = records.length === 0 ? [] : await findReferences(context, type, records, projection);
  return records.map((record) => {
    const references: JsonObject = {};
    for (const [name, values] of found) {
      const ofRecord = values.get(record.id);
      if (ofRecord !== undefined) references[name] = ofRecord;
    }
    const whole = context.presenter.represent(type, { ...record, versionTag: entityTag(record.version), references });
    return projection.apply(whole);
  });
}

async function findReferences(
  context: ServiceContext,
  type: ResourceType,
  records: readonly ResourceRecord[],
  projection: Projection,
): Promise<(readonly [string, ValuesOf])[]> {
  const ids = records.map(({ id }) => id);
  const shown = referenceAttributes(type).filter((attribute) => projection.shows(attribute));
  return Promise.all(
    shown.map(async ({ name, edge, inverse }) => {
      if (edge !== undefined) return [name, await edgeValues(context, edge, ids)] as const;
      return [name, inverse === undefined ? new Map() : await inverseValues(context, inverse, ids)] as const;
    }),
  );
}
