// The records that rule a deployment, tokens and tenants, as resources of the admin API. What the document has no
// attribute for, as a digest, is in none.
import type { ResourceType } from '../schema/model.js';
import { findAttribute } from '../schema/model.js';
import type { ResourceRecord } from '../service/ports.js';
import type { JsonObject } from '../spec/json.js';

/** A record of any kind: its other fields are called as the attributes of its resource type are. */
export interface ControlRecord {
  readonly id: string;
  readonly created: Date;
  /** Of one that was changed since. */
  readonly lastModified?: Date | undefined;
  /** Of one whose changes are counted. */
  readonly version?: number;
}

export function recordOf(
  type: ResourceType,
  { id, created, lastModified = created, version = 1, ...fields }: ControlRecord,
): ResourceRecord {
  const known = Object.entries(fields).filter(([name]) => findAttribute(type.root, name) !== undefined);
  // By way of JSON: times become text, what is undefined goes.
  const attributes = JSON.parse(JSON.stringify(Object.fromEntries(known))) as JsonObject;
  return { id, version, created, lastModified, attributes, edgeCount: 0 };
}
