// Records whose attributes are as they were read, as JSON at once: nothing of them becomes an object on its way.
import { COMMA, JsonBytes } from '../representation/json-bytes.js';
import { JsonText } from '../representation/json-text.js';
import type { StoredAttributes } from '../representation/outline.js';
import type { Projection } from '../representation/projection.js';
import type { Presenter } from '../representation/resource.js';
import type { ResourceType } from '../schema/model.js';
import type { JsonObject } from '../spec/json.js';
import type { OwnerRecord, ResourceRecord } from './ports.js';
import { ownerValue } from './references.js';
import { entityTag } from './version.js';

/** What the records of one answer share: where they are written, and what is written of owners that several have. */
interface Sheet {
  readonly json: JsonBytes;
  readonly owners: Map<OwnerRecord, Uint8Array>;
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

type Show = (references: JsonObject) => JsonObject;

export function presentStored(presenter: Presenter, presentable: Presentable, sheet: Sheet): JsonText {
  const { type, record, stored, projection, references } = presentable;
  const { frame, outline, shown } = presenter.parts(type, projection);
  const { json } = sheet;
  const { id, version, created, lastModified } = record;

  const start = json.length;
  json.text(frame({ id, versionTag: entityTag(version), created, lastModified }, (urn) => stored.has(urn)));
  const framed = json.length;
  json.byte(COMMA);
  const separated = json.length;
  stored.write(outline, json);
  if (json.length === separated) json.cut(framed);
  for (const [name, owners] of record.owners ?? []) writeOwners(name, owners, shown, sheet);
  const found = Object.keys(references).length === 0 ? {} : shown(references);
  for (const [name, value] of Object.entries(found)) json.text(`,${JSON.stringify(name)}:${JSON.stringify(value)}`);
  json.text('}');
  return new JsonText(json.from(start));
}

/** Writes the values of an inverse attribute, if any are shown. */
function writeOwners(name: string, owners: readonly OwnerRecord[], shown: Show, sheet: Sheet): void {
  if (owners.length === 0) return;
  const { json } = sheet;
  const before = json.length;
  json.text(`,${JSON.stringify(name)}:[`);
  const empty = json.length;
  for (const owner of owners) {
    const value = sheet.owners.get(owner) ?? valueOf(name, owner, shown);
    sheet.owners.set(owner, value);
    if (value.length === 0) continue;
    if (json.length > empty) json.byte(COMMA);
    json.bytes(value);
  }
  if (json.length === empty) json.cut(before);
  else json.text(']');
}

/** What is shown of an owner, as JSON: nothing, perhaps. */
function valueOf(name: string, owner: OwnerRecord, shown: Show): Uint8Array {
  const { [name]: values } = shown({ [name]: [ownerValue(owner)] });
  return Buffer.from(values === undefined ? '' : JSON.stringify(values).slice(1, -1));
}
