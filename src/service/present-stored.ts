// Records whose attributes are as they were read, as JSON at once: nothing of them becomes an object on its way.
import { JsonBytes } from '../representation/json-bytes.js';
import { JsonText } from '../representation/json-text.js';
import type { StoredAttributes } from '../representation/outline.js';
import type { Projection } from '../representation/projection.js';
import type { Presenter } from '../representation/resource.js';
import { schemasOfThose } from '../representation/resource.js';
import type { ResourceType } from '../schema/model.js';
import type { JsonObject } from '../spec/json.js';
import type { OwnerRecord, ResourceRecord } from './ports.js';
import { ownerValue } from './references.js';
import { entityTag } from './version.js';

/** What the records of one answer share: where they are written, and what is written of owners that several have. */
interface Sheet {
  readonly json: JsonBytes;
  readonly owners: Map<OwnerRecord, string>;
}

/** Bytes that are enough for most representations. */
const USUAL_SIZE = 2_048;

export function newSheet(records: number): Sheet {
  return { json: new JsonBytes(records * USUAL_SIZE), owners: new Map() };
}

interface Presentable {
  readonly type: ResourceType;
  readonly record: ResourceRecord;
  readonly stored: StoredAttributes;
  readonly projection: Projection;
  /** Values of edges. */
  readonly references: JsonObject;
}

export function presentStored({ parts }: Presenter, presentable: Presentable, { json, owners }: Sheet): JsonText {
  const { type, record, stored, projection, references } = presentable;
  const { id, version, created, lastModified } = record;
  const schemas = schemasOfThose(type, (urn) => stored.has(urn));
  const frame = parts.frame(type, { id, created, lastModified, versionTag: entityTag(version) }, schemas);
  const shown = (found: JsonObject) => projection.apply(parts.references(type, found));
  const written = (name: string, owner: OwnerRecord): string => {
    const { [name]: values } = shown({ [name]: [ownerValue(owner)] });
    return values === undefined ? '' : JSON.stringify(values).slice(1, -1);
  };
  const textOf = (name: string, owner: OwnerRecord): string => {
    const text = owners.get(owner) ?? written(name, owner);
    owners.set(owner, text);
    return text;
  };

  const start = json.length;
  // Never empty: `schemas` and `id` are always returned.
  json.text(JSON.stringify(projection.apply(frame)).slice(0, -1));
  const framed = json.length;
  json.text(',');
  const separated = json.length;
  stored.write(parts.outline(projection), json);
  if (json.length === separated) json.cut(framed);
  for (const [name, ofRecord] of record.owners ?? []) {
    const texts = ofRecord.map((owner) => textOf(name, owner)).filter((text) => text !== '');
    if (texts.length > 0) json.text(`,${JSON.stringify(name)}:[${texts.join(',')}]`);
  }
  const found = Object.keys(references).length === 0 ? {} : shown(references);
  for (const [name, value] of Object.entries(found)) json.text(`,${JSON.stringify(name)}:${JSON.stringify(value)}`);
  json.text('}');
  return new JsonText(json.from(start));
}
