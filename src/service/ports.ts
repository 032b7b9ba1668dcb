// What the service needs from outside: stores for resources and edges, the audit log, the brake. src/storage/mongo
// implements them.
import type { BoundFilter } from '../filter/bound.js';
import type { Attribute, Edge, ResourceType } from '../schema/model.js';
import type { AttributePath } from '../schema/path.js';
import type { StoredAttributes } from '../representation/outline.js';
import type { Position } from '../search/order.js';
import type { JsonObject } from '../spec/json.js';
import type { AuditEvent, Settlement } from './audit-event.js';

/** A resource as it is stored. */
export interface ResourceRecord {
  /** A UUID v7: the order of ids is the order of creation. */
  readonly id: string;
  /** Raised by one with every change. */
  readonly version: number;
  readonly created: Date;
  readonly lastModified: Date;
  /** Canonical JSON without `schemas`, `id`, `meta`, computed attributes and edges. */
  readonly attributes: JsonObject;
  /** How many edges lead from the resource; under parallel writes a close estimate. */
  readonly edgeCount: number;
  /** Events of changes that are in no log yet: whoever writes the record keeps them. */
  readonly events?: readonly CarriedEvent[];
  /** Who leads to the resource, by the name of each inverse attribute that was asked for. */
  readonly owners?: ReadonlyMap<string, readonly OwnerRecord[]>;
  /** The same attributes as they were read, where nobody has changed them: for an answer that shows them. */
  readonly stored?: StoredAttributes;
}

/** An event in the resource whose change it tells of, written with it. */
export interface CarriedEvent {
  readonly id: string;
  readonly time: Date;
  /** As JSON: nobody reads it but who brings it into the log. */
  readonly text: string;
}

/** What another resource shows of one: its name, and the version that it had the name at. */
export interface Named {
  readonly display: string | undefined;
  readonly version: number;
}

/** A part of the ordered list of the resources of a type. */
export interface PageQuery {
  readonly filter: BoundFilter | undefined;
  readonly sortPath: AttributePath | undefined;
  readonly descending: boolean;
  /** The place behind which the part begins, in the order of the list. */
  readonly after: Position | undefined;
  readonly skip: number;
  readonly limit: number;
  /** The inverse attributes that are to be found too. */
  readonly inverses?: readonly Attribute[];
  /** The names of the attributes that are needed, if not all are: the records have no others. */
  readonly only?: readonly string[] | undefined;
  /** Bytes of resources with which the part ends, whatever its limit. */
  readonly mostBytes?: number;
}

/** A resource and its place in the order that was asked for. */
export interface Placed {
  readonly record: ResourceRecord;
  readonly position: Position;
}

export interface ResourceStore {
  /** @throws ScimError uniqueness */
  insert(type: ResourceType, record: ResourceRecord): Promise<void>;
  /** @param inverses the inverse attributes that are to be found too */
  find(type: ResourceType, id: string, inverses?: readonly Attribute[]): Promise<ResourceRecord | undefined>;
  /**
   * Writes a record over the one that has the version `expected` (compare and swap).
   * @returns false where there is none of that version
   * @throws ScimError uniqueness
   */
  update(type: ResourceType, record: ResourceRecord, expected: number): Promise<boolean>;
  /**
   * Raises version and time of a resource whose edges changed, and its count of edges by `edges`.
   * @returns the resource as it is then; undefined where it is gone
   */
  touch(type: ResourceType, id: string, now: Date, edges: number): Promise<ResourceRecord | undefined>;
  /**
   * @returns false where there is no such resource, or none of the version `expected`; outside of a transaction also
   * where it carries events, which a transaction brings into the log
   */
  remove(type: ResourceType, id: string, expected?: number): Promise<boolean>;
  page(type: ResourceType, query: PageQuery): Promise<readonly Placed[]>;
  count(type: ResourceType, filter: BoundFilter | undefined): Promise<number>;
  /** The names of those of the ids that exist. */
  names(type: ResourceType, ids: readonly string[]): Promise<ReadonlyMap<string, Named>>;
}

export interface EdgeRecord {
  readonly owner: string;
  readonly target: string;
  readonly targetType: string;
  /** The name of the target, kept with the edge: a large group is read without reading them. */
  readonly display: string | undefined;
}

/** An owner that leads to a resource: by an edge, or by a chain of other owners alone. Older ones stand first. */
export interface OwnerRecord {
  readonly owner: string;
  readonly display: string | undefined;
  readonly isDirect: boolean;
}

export interface EdgeTarget extends Named {
  readonly id: string;
  readonly type: string;
}

export interface EdgeStore {
  /** Those of the ids that `owner` has edges to, or all ids that it has edges to. */
  existing(edge: Edge, owner: string, ids: readonly string[] | 'all'): Promise<ReadonlySet<string>>;
  /** All edges that lead from owners, by owner and then in order of their targets' creation. */
  from(edge: Edge, owners: readonly string[]): Promise<readonly EdgeRecord[]>;
  /** A section of the edges that lead from an owner, in the same order: so many, behind the one to `after`. */
  section(edge: Edge, owner: string, limit: number, after?: string): Promise<readonly EdgeRecord[]>;
  /** Adds edges; one that is there already stays as it is. Returns how many are new. */
  add(edge: Edge, owner: string, targets: readonly EdgeTarget[]): Promise<number>;
  /** Removes edges to the ids, or all of the owner's. Returns how many were there. */
  remove(edge: Edge, owner: string, ids: readonly string[] | 'all'): Promise<number>;
  /** How many edges lead to a target, a resource of this type; counted up to `limit`. */
  countTo(edge: Edge, target: string, targetType: string, limit: number): Promise<number>;
  /** Removes the edges to a target, a resource of this type, and tells which owners had them. */
  removeTo(edge: Edge, target: string, targetType: string): Promise<readonly string[]>;
  /** Renames a target on its edges, unless they know a later name already. */
  rename(edge: Edge, target: string, name: Named): Promise<void>;
}

/** The writes that can be part of a transaction, and what they are planned on. */
export interface Writes {
  readonly resources: Pick<ResourceStore, 'insert' | 'update' | 'remove'>;
  readonly edges: Pick<EdgeStore, 'existing' | 'add' | 'remove' | 'removeTo' | 'rename'>;
}

/**
 * Does work whose writes show together or not at all. What lost a conflict is done again from its start.
 * @throws ScimError unavailable where nobody knows whether it was done
 */
export type Transaction = <T>(work: (writes: Writes) => Promise<T>) => Promise<T>;

/** The audit log. */
export interface Audit {
  /**
   * Keeps an event before the change that it tells of is made, in place of one of the same id.
   * @throws ScimError unavailable: then the change may not be made
   */
  record(event: AuditEvent): Promise<void>;
  /** Completes an event that is kept: soon, and nobody waits for it. */
  settle(event: AuditEvent, settlement: Settlement): void;
}

/** Events that go with the one write that a change is: they are there exactly if the change is. */
export interface Outbox {
  /**
   * The events of a resource that is written with one more.
   * @returns undefined where that one has to be recorded before instead: the log can't be written, or they are too many
   */
  carry(event: AuditEvent, pending: readonly CarriedEvent[]): readonly CarriedEvent[] | undefined;
  /** Brings what a resource carries into the log, and takes it out of it: soon, and nobody waits for it. */
  deliver(type: ResourceType, record: ResourceRecord): void;
  /** Writes an event that no resource carries, as soon. */
  write(event: AuditEvent): void;
}

/** Counts what takes resources out of use. */
export interface Brake {
  /** Before one is done. @throws ScimError braked where it is one too many: then it may not be done */
  begin(type: ResourceType): Promise<void>;
  /** Behind it. @param isDone false where it was not done after all; true also where nobody knows */
  end(type: ResourceType, isDone: boolean): Promise<void>;
}
