// The form in which an edge is stored. `_id` is "owner:target", so an edge is unique and the edges of an owner are one
// range of the primary index.
import type { Collection, Db } from 'mongodb';
import type { Edge } from '../../schema/model.js';
import { fold } from '../../schema/search-form.js';
import type { EdgeRecord, EdgeTarget } from '../../service/ports.js';

export interface StoredEdge {
  _id: string;
  /** Owner and target. */
  o: string;
  t: string;
  type: string;
  display?: string;
  /** The version of the target that had this display name. */
  at: number;
  /** The search form. */
  s: { type: string; display?: string };
}

/** The name of the collection of an edge attribute. */
export function edgeName({ ownerType, attribute }: Edge): string {
  return `${ownerType}.${attribute}`;
}

export function edgeCollection(db: Db, edge: Edge): Collection<StoredEdge> {
  return db.collection<StoredEdge>(edgeName(edge));
}

/** An owner may come from a client, and be none: what separates it from the target mustn't be in it. */
export function edgeId(owner: string, target: string): string {
  return `${prefixOf(owner)}:${target}`;
}

/** UUIDs stay as they are. */
function prefixOf(owner: string): string {
  return encodeURIComponent(owner);
}

/** The range of the ids of an owner's edges, or of those behind one: `;` is the character after `:`. */
export function edgesOf(owner: string, after = ''): { _id: { $gt: string; $lt: string } } {
  return { _id: { $gt: edgeId(owner, after), $lt: `${prefixOf(owner)};` } };
}

/** The targets of an owner's edges, by the ids of these. */
export function targetOf(owner: string, id: string): string {
  return id.slice(prefixOf(owner).length + 1);
}

export function toStored(o: string, { id: t, type, display, version: at }: EdgeTarget): StoredEdge {
  const named = display === undefined ? {} : { display };
  const s = { type: fold(type), ...(display === undefined ? {} : { display: fold(display) }) };
  return { _id: edgeId(o, t), o, t, type, ...named, at, s };
}

/** The fields that a record is made of, without its owner. */
export const OF_TARGET = { _id: 0, t: 1, type: 1, display: 1 } as const;

export function toRecord(o: string, { t, type, display }: Pick<StoredEdge, 't' | 'type' | 'display'>): EdgeRecord {
  return { owner: o, target: t, targetType: type, display };
}
